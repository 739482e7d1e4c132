"""Meetings, quotes and officials found by a query.

A library that has an index (`store.search`) is asked through it; the answer is the same as that of looking at every
row (`store.finding.matching`), only sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice, takewhile
from typing import TYPE_CHECKING

from store.errors import LibraryError
from store.finding.found import FoundMeetings, FoundRow
from store.finding.highlighting import spans
from store.finding.officials import OfficialRow, count_officials, ranked
from store.finding.page import OfficialPage, page_of, plain_presences
from store.finding.plain import Shelf, plain_meetings, plain_quotes
from store.model import Meeting
from store.query import parse

if TYPE_CHECKING:
    from store.search import Hit, Index

__all__ = [
    "FoundMeetings",
    "FoundRow",
    "OfficialPage",
    "OfficialRow",
    "Shelf",
    "best_quotes",
    "find_meetings",
    "find_officials",
    "find_quotes",
    "first_meetings",
    "official_page",
    "officials_within",
    "spans",
]

FEW = 40
"""Meetings up to which looking at every row is as quick as asking an index."""


def find_quotes(
    library: Shelf, query: str, *, limit: int | None = None, patience: float | None = None
) -> Iterator[FoundRow]:
    """Yield the quotes the query finds: newest meeting first, in a meeting in order of source and place.

    They are looked up as they are asked for: the first screen of a hundred thousand costs no more than one of fifty.
    ``patience`` is how many seconds an index that is behind may read on first; without one it reads to its end, so
    that nothing is missing. Raises `QueryError` at once, not when the first quote is asked for.
    """
    understood = parse(query)
    found: Iterator[FoundRow]
    if understood.everything:
        found = (
            FoundRow(meeting, quote) for meeting in library.meetings() for quote in library.quotes(meeting.id)
        )
    elif (index := _index(library, patience)) is not None:
        found = _looked_up(library, index.quotes(understood))
    else:
        found = plain_quotes(library, understood)
    return islice(found, limit)


def best_quotes(library: Shelf, query: str, *, limit: int, patience: float | None = None) -> list[FoundRow]:
    """Return the quotes that fit the query best, of the newest thousand it finds. Raises `QueryError`."""
    understood = parse(query)
    index = None if understood.everything else _index(library, patience)
    if index is None:
        return list(find_quotes(library, query, limit=limit))
    return list(_looked_up(library, index.best_quotes(understood, limit)))


def find_meetings(library: Shelf, query: str, *, patience: float | None = None) -> Sequence[Meeting]:
    """Return the meetings the query finds, newest first, each loaded when it is looked at. Raises `QueryError`."""
    understood = parse(query)
    if understood.everything:
        return library.meetings()
    index = _index(library, patience)
    if index is None:
        return plain_meetings(library, understood)
    return FoundMeetings(index.meetings(understood), library.meeting)


def first_meetings(
    library: Shelf, query: str, most: int, *, patience: float | None = None
) -> Sequence[Meeting] | None:
    """Return the newest meetings the query finds, up to ``most``, in a fraction of the time that all of them take.

    ``None`` where all of them take no time: without an index or a query. Raises `QueryError`.
    """
    understood = parse(query)
    index = None if understood.everything else _index(library, patience)
    if index is None:
        return None
    return FoundMeetings(list(islice(index.first_meetings(understood), most)), library.meeting)


def find_officials(library: Shelf, query: str, *, patience: float | None = None) -> list[OfficialRow]:
    """Return the officials the query finds, those who spoke most first. Raises `QueryError`."""
    return officials_within(library, query, None, patience=patience)[0]


def officials_within(
    library: Shelf,
    query: str,
    most: int | None,
    *,
    patience: float | None = None,
    stopped: Callable[[], bool] = bool,
) -> tuple[list[OfficialRow], bool]:
    """Return the officials the query finds, and whether all that it may find was looked through.

    Counting what officials say in words means reading their quotes: it is done in the newest ``most`` meetings at
    most. ``stopped`` is asked between meetings; once it tells so, what is returned is of no use. Raises `QueryError`.
    """
    understood = parse(query)
    officials = library.officials()
    index = _index(library, patience)
    if index is not None and (tallies := index.tallies(understood)) is not None:
        return ranked(OfficialRow(one, *tallies[one.id]) for one in officials if one.id in tallies), True
    candidates: Sequence[Meeting]
    met: Collection[int]
    if index is None:
        candidates, met, people = library.meetings(), (), None
    else:
        # One more than is looked through tells whether there are more.
        perhaps = index.perhaps(understood, None if most is None else most + 1)
        candidates = FoundMeetings(perhaps, library.meeting)
        met, people = index.met(), index.people
    looked_through = takewhile(lambda _: not stopped(), islice(candidates, most))
    read = ((meeting, library.quotes(meeting.id)) for meeting in looked_through)
    return count_officials(understood, officials, read, met, people), most is None or len(candidates) <= most


def official_page(library: Shelf, official_id: int, *, patience: float | None = None) -> OfficialPage:
    """Return an official's page. Raises `LibraryError` if there is no such official."""
    official = library.official(official_id)
    index = _index(library, patience)
    found = plain_presences(library, official_id) if index is None else index.presences(official_id)
    return page_of(library, official, found)


def _index(library: Shelf, patience: float | None) -> Index | None:
    """Return the library's index if it has one that is worth asking and may be believed."""
    if len(library.meetings()) <= FEW:
        return None
    index: Index | None = getattr(library, "index", None)
    if index is None or index.complete or index.catch_up(patience) or patience is not None:
        return index
    return None


def _looked_up(library: Shelf, hits: Iterable[Hit]) -> Iterator[FoundRow]:
    for number, of_meeting in groupby(hits, key=lambda hit: hit.meeting):
        try:
            meeting, quotes = library.meeting(number), library.quotes(number)
        except LibraryError:
            continue  # deleted since the index was asked
        for hit in of_meeting:
            if hit.place < len(quotes):
                yield FoundRow(meeting, quotes[hit.place])
