"""How far the index has read, and what is left: changed meetings first, then those never read, newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from store.errors import LibraryError
from store.finding.people import People
from store.model import Meeting, Official, Quote
from store.search import database
from store.search.slots import SIZE
from store.search.waiting import Waiting
from store.search.writing import Writer

_FIRST_BATCH, _LARGEST_BATCH = 1 << 10, 1 << 14
"""Meetings that are read upwards before those older than them: few at first, so that the newest are found soon, then
more, because the table writes out what it has gathered whenever the numbers of its rows go down."""


class Followed(Protocol):
    """What the index needs of a library."""

    def meetings(self) -> Sequence[Meeting]:
        """Return all meetings, newest first."""

    def meeting(self, meeting_id: int, /) -> Meeting:
        """Return a meeting. Raises `LibraryError` where there is none."""

    def quotes(self, meeting_id: int, /) -> tuple[Quote, ...]:
        """Return a meeting's quotes in order."""

    def officials(self) -> Sequence[Official]:
        """Return all officials."""

    def official(self, official_id: int, /) -> Official:
        """Return an official. Raises `LibraryError` where there is none."""

    def mark(self) -> str:
        """Return a name for the state of the library's log."""

    def changed_meetings(self, since: str, /) -> frozenset[int] | None:
        """Return the meetings written to after a mark; ``None`` if that cannot be told."""

    def changed_officials(self, since: str, /) -> frozenset[int] | None:
        """Return the officials written to after a mark; ``None`` if that cannot be told."""


class Follower:
    """Does the work in small portions. The mark kept in the file only moves when all changes up to it are in.

    `look` only learns what there is to do, `work` does it. ``read`` counts the meetings read, until the owner sets it
    back.
    """

    def __init__(self, db: sqlite3.Connection, writer: Writer, library: Followed) -> None:
        self._db, self._writer, self._library = db, writer, library
        self.read = 0
        self.restart()

    def restart(self) -> None:
        """Forget what is to do; it is found out anew from the file and the library."""
        self.waiting = Waiting(self._library)
        self._anew = False
        self._changed_in_order: list[int] = []
        self._never_read: list[int] = []
        self._batch: list[int] = []
        self._size = _FIRST_BATCH
        self._free = 0
        self._asked: str | None = None
        self._people: People | None = None
        self._officials: set[int] | None = None

    @property
    def people(self) -> People:
        """The library's officials, as of the last look."""
        if self._people is None:
            self._people = People(self._library.officials())
        return self._people

    @property
    def behind(self) -> int:
        """How many meetings are still to be read, without the few that are sought in as they are."""
        return len(self._never_read) + len(self._batch) + (0 if self.waiting.few else len(self.waiting))

    @property
    def current(self) -> bool:
        """Whether what the index finds is known to be what the library holds."""
        return not self.behind and not self._anew and self._asked == self._library.mark()

    def look(self) -> None:
        """Learn what has changed in the library; nothing is written."""
        now = self._library.mark()
        if now == self._asked:
            return
        since = self._recall("since") if self._asked is None else self._asked
        changed = None if since is None or self._writer.wasteful else self._library.changed_meetings(since)
        # Where nothing has changed since the file was written, the officials need not be read to know that.
        moved = [] if since == now else self._look_at_officials()
        if changed is None:
            self._anew = True
        else:
            if self._asked is None and self._recall("complete") is None:
                self._never_read = self._unread()
            if changed or moved:
                self._add(changed | self._writer.meetings_of(moved))
        self._asked = now

    def _look_at_officials(self) -> list[int]:
        """Take over what changed of the officials; return those whose country is not the one that rows hold."""
        changed = None if self._asked is None else self._library.changed_officials(self._asked)
        if changed is None:
            self._people = self._officials = None
        for official_id in changed or ():
            try:
                self.people.put(self._library.official(official_id))
            except LibraryError:
                self.people.drop(official_id)
        if changed:
            self.waiting.forget_rows()
            if self._officials is not None:
                self._officials |= changed
        return [one for one, _, known in self._writer.homes(self.people, changed) if known is not None]

    def work(self, enough: Callable[[], bool]) -> None:
        """Bring meetings up to date until none is left or ``enough`` says so, at least one; within a transaction."""
        if self._anew:
            self._start_over()
        self._settle_homes()
        self._changed_in_order = self._changed_in_order or self._by_date(self.waiting)
        while self._changed_in_order or self._never_read or self._batch:
            if self._changed_in_order:
                changed = self._changed_in_order.pop()
                self._read(changed)
                self.waiting.discard(changed)
            elif self._batch:
                self._free = self._read(self._batch.pop(), self._free)
            else:
                self._next_batch()
                continue
            if enough():
                break
        if not self.waiting and self._asked is not None:
            self._remember("since", self._asked)
        if not self.behind:
            self._remember("complete", "yes")

    def _start_over(self) -> None:
        asked = self._asked
        database.empty(self._db)
        self._writer.empty()
        self.restart()
        self._asked = asked
        self._never_read = self._unread()

    def _settle_homes(self) -> None:
        self._writer.put_homes(self._writer.homes(self.people, self._officials))
        self._officials = set()

    def _unread(self) -> list[int]:
        """Return the meetings that do not stand in the index, the oldest first: they are taken from the end."""
        known = self._writer.meetings()
        return [one for one in reversed(ids_of(self._library.meetings())) if one not in known]

    def _add(self, changed: Iterable[int]) -> None:
        """Let changed meetings wait."""
        self.waiting.put(changed)
        self._changed_in_order = []
        if self._never_read or self._batch:
            self._never_read = [one for one in self._never_read if one not in self.waiting]
            self._batch = [one for one in self._batch if one not in self.waiting]

    def _by_date(self, changed: Iterable[int]) -> list[int]:
        """Order changed meetings, the newest first: taken from the end, their slots ascend with the date."""
        dates = {one: self._date(one) for one in changed}
        return sorted(dates, key=lambda one: (dates[one], one), reverse=True)

    def _date(self, meeting_id: int) -> str:
        try:
            return self._library.meeting(meeting_id).date or ""
        except LibraryError:
            return ""

    def _next_batch(self) -> None:
        """Set slots aside for the newest meetings never read, and read those from the oldest to the newest."""
        self._batch = self._never_read[-self._size :]
        del self._never_read[-self._size :]
        self._size = min(2 * self._size, _LARGEST_BATCH)
        needed = 0
        for meeting_id in self._batch:
            try:
                needed += max(1, -(-self._library.meeting(meeting_id).quotes // SIZE))
            except LibraryError:
                continue
        self._batch.reverse()
        self._free = self._writer.reserve(needed)

    def _read(self, meeting_id: int, free: int | None = None) -> int:
        try:
            meeting = self._library.meeting(meeting_id)
        except LibraryError:
            self._writer.remove(meeting_id)
            return free or 0
        self.read += 1
        return self._writer.write(meeting, self._library.quotes(meeting_id), self.people, free)

    def _recall(self, name: str) -> str | None:
        found = self._db.execute("select value from meta where name = ?", (name,)).fetchone()
        return str(found[0]) if found else None

    def _remember(self, name: str, value: str) -> None:
        self._db.execute("insert or replace into meta(name, value) values(?,?)", (name, value))


def ids_of(meetings: Sequence[Meeting]) -> list[int]:
    """Return the ids of a list of meetings; one that reads its meetings lazily knows them without reading any."""
    known: list[int] | None = getattr(meetings, "ids", None)
    return [meeting.id for meeting in meetings] if known is None else known
