"""Finding by looking at every row: the definition, and the way for libraries too small to need an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from store.finding.found import FoundRow
from store.finding.matching import matches
from store.finding.people import People
from store.finding.rows import rows
from store.model import Meeting, Official, Quote
from store.query import Query


class Shelf(Protocol):
    """What finding needs of a library."""

    def meetings(self) -> Sequence[Meeting]:
        """Return all meetings, newest first, those without a date last."""

    def meeting(self, meeting_id: int, /) -> Meeting:
        """Return a meeting. Raises `LibraryError` where there is none."""

    def quotes(self, meeting_id: int, /) -> tuple[Quote, ...]:
        """Return a meeting's quotes in order of source and start."""

    def officials(self) -> Sequence[Official]:
        """Return all officials."""

    def official(self, official_id: int, /) -> Official:
        """Return an official. Raises `LibraryError` where there is none."""


def plain_quotes(library: Shelf, query: Query) -> Iterator[FoundRow]:
    """Yield the quotes that answer, newest meeting first."""
    people = People(library.officials())
    for meeting in library.meetings():
        if quotes := library.quotes(meeting.id):
            for quote, row in zip(quotes, rows(meeting, quotes, people), strict=True):
                if matches(query.root, row, people, "quotes"):
                    yield FoundRow(meeting, quote)


def plain_meetings(library: Shelf, query: Query) -> list[Meeting]:
    """Return the meetings of which a row answers, newest first."""
    people = People(library.officials())
    return [meeting for meeting in library.meetings() if _answers(library, query, meeting, people)]


def _answers(library: Shelf, query: Query, meeting: Meeting, people: People) -> bool:
    found = rows(meeting, library.quotes(meeting.id), people)
    return any(matches(query.root, row, people, "meetings") for row in found)
