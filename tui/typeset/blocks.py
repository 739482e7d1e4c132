"""A column of quotes as a sequence of blocks: headings, quotes and remarks, not yet broken into lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from store.harmless import one_line
from store.wording import attribution

from .days import day_range
from .people import described, who_met
from .plain import flat
from .signs import KINDS, source_sign, status_sign

if TYPE_CHECKING:
    from store.model import Meeting, Participant, Quote

Look = Literal["heading", "title", "quote", "remark"]
UNATTRIBUTED = "No speaker named"


class Block(NamedTuple):
    """One thing in the column. Only blocks with a ``key`` (the quote's id) can hold the cursor or a mark.

    ``strong`` is how many characters of a heading's body stand out; ``signs`` are three cells: status, kind and a
    blank, or four with the number of the source before the blank. ``tail`` is a last muted line (tags, note). ``gap``
    asks for a blank line above.
    """

    look: Look
    body: str
    key: str = ""
    signs: str = "   "
    cue: str = ""
    tail: str = ""
    strong: int = 0
    gap: bool = False


def quote_block(quote: Quote, source_number: int | None = None) -> Block:
    """Make the block of a quote. ``source_number`` is told where a meeting has several sources."""
    tail = [f"#{one_line(tag)}" for tag in quote.tags]
    if quote.note:
        tail.append(f"note: {one_line(quote.note)}")
    return Block(
        "quote",
        flat(quote.text),
        key=quote.id,
        signs=status_sign(quote) + KINDS[quote.kind] + source_sign(source_number),
        cue=one_line(attribution(None, quote.cue)),
        tail="  ".join(tail),
    )


def speaker_block(quote: Quote, people: Iterable[Participant], *, first: bool) -> Block:
    """Make the heading over a speaker's quotes: the name, and the office and country as held on that day."""
    name = one_line(quote.speaker or UNATTRIBUTED)
    named = [one for one in people if one.official in quote.officials or one.name == quote.speaker]
    more = described(named[0].office, named[0].country) if named and len(quote.officials) < 2 else ""
    return Block("heading", f"{name} · {more}" if more else name, strong=len(name), gap=not first)


def meeting_blocks(meeting: Meeting, quotes: Iterable[Quote]) -> list[Block]:
    """Group a meeting's quotes by speaker, in the order in which each first speaks."""
    people = (*meeting.participants, *meeting.speakers)
    numbers = {label.id: number for number, label in enumerate(meeting.sources, start=1)}
    by_speaker: dict[str | None, list[Quote]] = {}
    for quote in quotes:
        by_speaker.setdefault(quote.speaker, []).append(quote)
    blocks: list[Block] = []
    for spoken in by_speaker.values():
        blocks.append(speaker_block(spoken[0], people, first=not blocks))
        for quote in spoken:
            blocks.append(quote_block(quote, numbers.get(quote.source) if len(numbers) > 1 else None))
    return blocks or [Block("remark", "No quotes were found in this text.")]


def title_block(meeting: Meeting, *, first: bool) -> Block:
    """Make the heading of a meeting: its days, place and people."""
    day = day_range(meeting.date, meeting.end_date)
    return Block(
        "title", described(day, meeting.place, who_met(meeting, " – ")), strong=len(day), gap=not first
    )


def official_blocks(found: Iterable[tuple[Meeting, Quote]], *, first: bool = True) -> Iterator[Block]:
    """Lay out what one official said: by meeting, each under its day, place and people."""
    for meeting, pairs in groupby(found, key=lambda pair: pair[0]):
        yield title_block(meeting, first=first)
        first = False
        for _, quote in pairs:
            yield quote_block(quote)
