"""What stands on the right: the quotes of a meeting, or what an official said, and where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from store.harmless import one_line
from store.model import Meeting, Official, Quote

from ..typeset.blocks import Block, meeting_blocks, official_blocks
from ..typeset.days import day_range
from ..typeset.people import described, who_met


@dataclass(frozen=True)
class Detail:
    """Quotes with the meetings they belong to, and how they are set."""

    blocks: Sequence[Block] = ()
    title: str = ""
    meeting: Meeting | None = None
    official: Official | None = None
    quotes: dict[str, Quote] = field(default_factory=dict)
    meetings: dict[int, Meeting] = field(default_factory=dict)

    def meeting_of(self, quote: Quote) -> Meeting | None:
        """Return the meeting a quote belongs to."""
        return self.meetings.get(quote.meeting)

    def beside(self, quote: Quote) -> list[Quote]:
        """Return the quotes shown that come from the same source, in the order of the text."""
        same = [one for one in self.quotes.values() if one.source == quote.source]
        return sorted(same, key=lambda one: (one.start, one.end))


def of_meeting(meeting: Meeting, quotes: Sequence[Quote]) -> Detail:
    """Set a meeting's quotes under their speakers."""
    day = day_range(meeting.date, meeting.end_date)
    return Detail(
        meeting_blocks(meeting, quotes),
        ", ".join(part for part in (who_met(meeting, " – "), one_line(meeting.place or ""), day) if part),
        meeting=meeting,
        quotes={quote.id: quote for quote in quotes},
        meetings={meeting.id: meeting},
    )


def of_official(official: Official, said: Sequence[tuple[Meeting, Quote]]) -> Detail:
    """Set what an official said under the meetings."""
    blocks = list(official_blocks(said)) or [Block("remark", "No quote is attributed to this official.")]
    return Detail(
        blocks,
        f"all of {described(official.name, official.country)}",
        official=official,
        quotes={quote.id: quote for _, quote in said},
        meetings={meeting.id: meeting for meeting, _ in said},
    )
