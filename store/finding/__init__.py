"""Meetings, quotes and officials found by a query.

With an index the answer comes from it and is the same; without one every row is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from store.finding.highlighting import spans
from store.finding.matching import matches
from store.finding.officials import OfficialRow, count_officials
from store.finding.people import People
from store.finding.rows import rows
from store.model import Meeting, Official, Quote
from store.query import Query, parse

__all__ = [
    "FoundRow",
    "OfficialRow",
    "Shelf",
    "find_meetings",
    "find_officials",
    "find_quotes",
    "spans",
]


class Shelf(Protocol):
    """What finding needs of a library."""

    def meetings(self) -> Sequence[Meeting]:
        """Return all meetings, newest first, those without a date last."""

    def quotes(self, meeting_id: int, /) -> tuple[Quote, ...]:
        """Return a meeting's quotes in order of source and start."""

    def officials(self) -> list[Official]:
        """Return all officials."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A quote that was found, with its meeting."""

    meeting: Meeting
    quote: Quote


def find_quotes(library: Shelf, query: str, *, limit: int | None = None) -> Iterator[FoundRow]:
    """Yield the quotes the query finds: newest meeting first, in a meeting in order of source and place.

    Raises `QueryError` at once, not when the first quote is asked for.
    """
    return islice(_quotes(library, parse(query)), limit)


def _quotes(library: Shelf, query: Query) -> Iterator[FoundRow]:
    people = People(library.officials())
    for meeting in library.meetings():
        if quotes := library.quotes(meeting.id):
            for quote, row in zip(quotes, rows(meeting, quotes), strict=True):
                if matches(query.root, row, people, "quotes"):
                    yield FoundRow(meeting, quote)


def find_meetings(library: Shelf, query: str) -> list[Meeting]:
    """Return the meetings the query finds, newest first. Raises `QueryError`."""
    understood = parse(query)
    if understood.everything:
        return list(library.meetings())
    people = People(library.officials())
    return [
        meeting
        for meeting in library.meetings()
        if any(
            matches(understood.root, row, people, "meetings")
            for row in rows(meeting, library.quotes(meeting.id))
        )
    ]


def find_officials(library: Shelf, query: str) -> list[OfficialRow]:
    """Return the officials the query finds, those who spoke most first. Raises `QueryError`."""
    looked_through = ((meeting, library.quotes(meeting.id)) for meeting in library.meetings())
    return count_officials(parse(query), library.officials(), looked_through)
