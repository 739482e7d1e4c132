"""What the screens ask the library for: whole answers, made in a worker and handed over as one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from time import monotonic, sleep
from typing import TYPE_CHECKING, TypeVar

from store.errors import QueryError

from ..state import Marks, Order
from ..typeset.sorting import sorted_meetings

if TYPE_CHECKING:
    from store.finding import OfficialRow
    from store.library import Library, LikelySame
    from store.model import Meeting, Quote

T = TypeVar("T")

PATIENCE = 0.02
"""Seconds an answer waits for the index to read on; what it lacked then is shown when the index is complete."""
SLICE, PAUSE = 0.008, 0.008
"""Seconds that work beside the keys goes on at a time, and leaves the processor to them in between."""
SHORT = 0.002
"""The same for what nobody waits for, which may take long."""
MOST_SAID = 2_000
"""Quotes of one official shown at once."""
FIRST = 100
"""Meetings shown before all that a query finds are known: more than a screen has lines."""
AROUND = 50
"""Meetings on either side of one that are read with it."""
NEWEST = 200
"""Meetings in which it is counted how often officials say what a query asks for."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a query found. With ``error`` nothing was looked up and ``position`` is where the trouble stands.

    ``more`` tells that these are only the first meetings, and that all of them are still to be looked up.
    """

    query: str
    order: Order = "date"
    meetings: Sequence[Meeting] = ()
    all_meetings: int = 0
    all_quotes: int = 0
    error: str = ""
    position: int = 0
    more: bool = False


def look_up(library: Library, query: str, order: Order) -> Looked:
    """Find and sort the meetings."""
    from store.finding import find_meetings

    try:
        found = find_meetings(library, query, patience=PATIENCE)
    except QueryError as error:
        return Looked(query, order, error=str(error), position=error.position)
    counts = library.counts()
    return Looked(query, order, sorted_meetings(found, order), counts.meetings, counts.quotes)


def look_up_first(library: Library, query: str, order: Order) -> Looked:
    """Find the first meetings of a long answer, where it begins with them; else all."""
    from store.finding import first_meetings

    try:
        found = first_meetings(library, query, FIRST, patience=PATIENCE) if order == "date" else None
    except QueryError:
        found = None
    if found is None:
        return look_up(library, query, order)
    counts = library.counts()
    return Looked(query, order, found, counts.meetings, counts.quotes, more=len(found) == FIRST)


def read_around(looked: Looked, at: int) -> Looked:
    """Read the meetings around one, or the first where it is not there: drawing them waits for nothing then."""
    ids = getattr(looked.meetings, "ids", [])
    try:
        place = ids.index(at)
    except ValueError:
        place = 0
    if ids:
        _ = looked.meetings[max(0, place - AROUND) : place + AROUND]
    return looked


@dataclass(frozen=True, slots=True)
class LookedOfficials:
    """Officials, and in how many of the newest meetings they were looked for: 0 for all."""

    rows: Sequence[OfficialRow] = ()
    newest: int = 0


def officials_of(library: Library, query: str, stopped: Callable[[], bool]) -> LookedOfficials | None:
    """Find the officials; a wrong query tells nothing about them."""
    from store.finding import officials_within

    try:
        rows, whole = officials_within(library, query, NEWEST, patience=PATIENCE, stopped=stopped)
    except QueryError:
        return None
    return LookedOfficials(rows, 0 if whole else NEWEST)


def said_by(
    library: Library, official: int, query: str, stopped: Callable[[], bool]
) -> list[tuple[Meeting, Quote]]:
    """Return what an official said within the query, newest meeting first; ``stopped`` is asked between meetings."""
    from store.finding.officials import said_within
    from store.query import parse

    try:
        understood = parse(query)
    except QueryError:
        understood = parse("")
    there = takewhile(lambda _: not stopped(), library.meetings_of(official))
    meetings = ((meeting, library.quotes(meeting.id)) for meeting in there)
    return list(islice(said_within(understood, library.official(official), meetings), MOST_SAID))


def still_there(library: Library, marks: Marks) -> Marks:
    """Return the marks whose things are in the library."""
    meetings = {int(one.partition(".")[0]) for one in marks.quotes}
    quotes = {quote.id for one in meetings if library.has_meeting(one) for quote in library.quotes(one)}
    officials = {one.id for one in library.officials()} if marks.officials else set()
    return Marks(
        frozenset(filter(library.has_meeting, marks.meetings)),
        marks.quotes & quotes,
        marks.officials & officials,
    )


@dataclass(frozen=True, slots=True)
class Likely:
    """Who may be the same person as whom, by id, as of a `Library.mark`."""

    mark: str = ""
    pairs: Mapping[int, LikelySame] = field(default_factory=dict)


def look_for_likely(library: Library, known: Likely) -> Likely:
    """Find the officials who may be one person with another; what is known already where no official changed."""
    if known.mark and library.changed_officials(known.mark) == frozenset():
        return known
    mark = library.mark()
    pairs: dict[int, LikelySame] = {}
    for pair in library.likely_same():
        pairs.setdefault(pair.one.id, pair)
        pairs.setdefault(pair.other.id, pair)
    return Likely(mark, pairs)


def unhurried(items: Iterable[T], stopped: Callable[[], bool]) -> Iterator[T]:
    """Pass items on in slices with pauses between them; no further once ``stopped`` tells so."""
    end = monotonic() + SHORT
    for item in items:
        yield item
        if monotonic() > end:
            if stopped():
                return
            sleep(PAUSE)
            end = monotonic() + SHORT


def read_on(library: Library, stopped: Callable[[], bool]) -> bool:
    """Let the index read what it has not read, in slices; tell whether there was anything."""
    index = library.index
    if index is None or index.catch_up(0):
        return False
    while not stopped() and not index.catch_up(SLICE):
        sleep(PAUSE)
    return True
