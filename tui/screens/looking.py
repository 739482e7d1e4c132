"""What the screens ask the library for: whole answers, made in a worker and handed over as one value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.errors import QueryError
from store.finding import OfficialRow, find_meetings, find_officials
from store.model import Meeting, Quote

from ..state import Order
from ..typeset.sorting import sorted_meetings

if TYPE_CHECKING:
    from store.library import Library

MOST_SAID = 2_000
"""Quotes of one official shown at once."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a query found. With ``error`` nothing was looked up and ``position`` is where the trouble stands."""

    query: str
    meetings: Sequence[Meeting] = ()
    all_meetings: int = 0
    all_quotes: int = 0
    error: str = ""
    position: int = 0


def look_up(library: Library, query: str, order: Order) -> Looked:
    """Find and sort the meetings."""
    try:
        # Without a filter the library's own list will do, which reads a meeting when it is looked at.
        found = find_meetings(library, query) if query.strip() else library.meetings()
    except QueryError as error:
        return Looked(query, error=str(error), position=error.position)
    counts = library.counts()
    return Looked(query, sorted_meetings(found, order), counts.meetings, counts.quotes)


def officials_of(library: Library, query: str) -> list[OfficialRow]:
    """Find the officials; a wrong query finds none."""
    try:
        return find_officials(library, query)
    except QueryError:
        return []


def said_by(library: Library, official: int) -> list[tuple[Meeting, Quote]]:
    """Return what an official said, newest meeting first."""
    return list(_said_by(library, official))


def _said_by(library: Library, official: int) -> Iterator[tuple[Meeting, Quote]]:
    number = 0
    for meeting in library.meetings_of(official):
        for quote in library.quotes(meeting.id):
            if official in quote.officials:
                yield meeting, quote
                number += 1
        if number >= MOST_SAID:
            return
