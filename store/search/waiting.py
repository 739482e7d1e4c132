"""Changed meetings that the index has not read yet, few enough to be looked at row by row whenever somebody asks.

To write one meeting into the full-text table and commit takes a hundred times as long as to fold its rows, and the
tables need no more time for thirty than for one. So changes wait until there are some, or until something is asked
that only the tables know; nothing is lost by it, as the log tells what changed since the index was last written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from store.errors import LibraryError
from store.finding.matching import View, matches
from store.finding.people import People
from store.finding.rows import Row, rows
from store.model import Meeting, Quote
from store.query.periods import day_of
from store.query.tree import Query
from store.search.slots import SIZE, packed

MEETINGS, QUOTES = 32, 256
"""How many may wait: to look at all their rows takes less than a millisecond."""
LOOKS = 200
"""How often changes are met before they are written all the same: compaction keeps the log's last thousand steps."""


class Read(Protocol):
    """What is read of a library."""

    def meeting(self, meeting_id: int, /) -> Meeting:
        """Return a meeting. Raises `LibraryError` where there is none."""

    def quotes(self, meeting_id: int, /) -> tuple[Quote, ...]:
        """Return a meeting's quotes in order."""


class _Folded(NamedTuple):
    """A meeting's rows, and the ordinal of its day (0: unknown)."""

    day: int
    rows: Sequence[Row]


class Waiting:
    """The ids of the changed meetings, with as much of them as was looked at. Deleted ones are among them."""

    def __init__(self, library: Read) -> None:
        self._library = library
        self._sizes: dict[int, int] = {}
        self._folded: dict[int, _Folded] = {}
        self._looks = 0

    def __len__(self) -> int:
        return len(self._sizes)

    def __iter__(self) -> Iterator[int]:
        return iter(self._sizes)

    def __contains__(self, meeting_id: object) -> bool:
        return meeting_id in self._sizes

    @property
    def few(self) -> bool:
        """Whether those that wait are sought in as they are."""
        return len(self._sizes) <= MEETINGS and sum(self._sizes.values()) <= QUOTES and self._looks <= LOOKS

    def put(self, changed: Iterable[int]) -> None:
        """Let meetings wait that have changed, some of them perhaps again."""
        self._looks += 1
        for meeting_id in changed:
            self._folded.pop(meeting_id, None)
            self._sizes[meeting_id] = 0
        if len(self._sizes) <= MEETINGS:
            self._sizes = {one: self._size(one) for one in self._sizes}

    def discard(self, meeting_id: int) -> None:
        """Let a meeting wait no longer."""
        self._folded.pop(meeting_id, None)
        self._sizes.pop(meeting_id, None)
        if not self._sizes:
            self._looks = 0

    def forget_rows(self) -> None:
        """Fold all rows anew when next asked: an official's country has changed, or the name."""
        self._folded.clear()

    def hits(self, query: Query, view: View, people: People) -> list[tuple[int, int]]:
        """Return slot key and row of every row that answers, the newest meeting first; none if they are not few."""
        if not self.few:
            return []
        found: list[tuple[int, int]] = []
        for meeting_id in self._sizes:
            folded = self._fold(meeting_id, people)
            for place, row in enumerate(folded.rows):
                if matches(query.root, row, people, view):
                    found.append((packed(folded.day, meeting_id, place // SIZE), SIZE - 1 - place % SIZE))
        return sorted(found, reverse=True)

    def _fold(self, meeting_id: int, people: People) -> _Folded:
        if (known := self._folded.get(meeting_id)) is None:
            try:
                meeting = self._library.meeting(meeting_id)
            except LibraryError:
                return _Folded(0, ())
            begun = day_of(meeting.date)
            found = list(rows(meeting, self._library.quotes(meeting_id), people))
            known = self._folded[meeting_id] = _Folded(begun.toordinal() if begun else 0, found)
        return known

    def _size(self, meeting_id: int) -> int:
        try:
            return self._sizes[meeting_id] or max(1, self._library.meeting(meeting_id).quotes)
        except LibraryError:
            return 0
