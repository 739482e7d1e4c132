"""What stands on the right: the quotes of a meeting, or what an official said, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.harmless import one_line

from ..typeset.blocks import Block, meeting_blocks, official_blocks
from ..typeset.days import day_range
from ..typeset.flow import Column
from ..typeset.people import described, who_met
from ..typeset.sparkline import months, sparkline

if TYPE_CHECKING:
    from store.model import Meeting, Official, Quote

SPARKLINE_WIDTH = 36


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
        Column(meeting_blocks(meeting, quotes)),
        ", ".join(part for part in (who_met(meeting, " – "), one_line(meeting.place or ""), day) if part),
        meeting=meeting,
        quotes={quote.id: quote for quote in quotes},
        meetings={meeting.id: meeting},
    )


def about_official(official: Official, days: Sequence[str | None]) -> Iterator[Block]:
    """Open an official's page: name, other spellings, offices over time, and how often they spoke by month."""
    name = one_line(official.name)
    more = described(official.country, f"also {', '.join(official.aliases)}" if official.aliases else None)
    yield Block("heading", f"{name} · {more}" if more else name, strong=len(name))
    for office in official.offices:
        years = day_range(office.first, office.last) if office.first else ""
        yield Block("remark", f"{one_line(office.title)}{'  ' * bool(years)}{years}")
    by_month = months(days)
    if len(by_month) > 1:
        bars = sparkline([count for _, count in by_month], SPARKLINE_WIDTH)
        yield Block("remark", f"{by_month[0][0]} {bars} {by_month[-1][0]}")


def of_official(official: Official, said: Sequence[tuple[Meeting, Quote]], query: str = "") -> Detail:
    """Set what an official said, as far as it passes the filter, under the meetings."""
    blocks = [*about_official(official, [meeting.date for meeting, _ in said])]
    blocks += official_blocks(said, first=False)
    if not said:
        why = "passes this filter" if query else "is attributed to this official"
        blocks.append(Block("remark", f"No quote {why}."))
    return Detail(
        Column(blocks),
        f"{len(said):,} of {described(official.name, official.country)}",
        official=official,
        quotes={quote.id: quote for _, quote in said},
        meetings={meeting.id: meeting for meeting, _ in said},
    )
