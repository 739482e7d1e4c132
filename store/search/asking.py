"""Questions put to the full-text table, answered newest first and no further than somebody reads."""

from __future__ import annotations

import sqlite3
from bisect import insort
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain
from threading import Lock, RLock
from typing import Any, TypeAlias

from orjson import loads

from store.search.database import connect_aside, is_broken
from store.search.due import Found, Part, in_order, parted
from store.search.expression import Question
from store.search.slots import SIZE, Hit, Slots, Stretch, day_of, meeting_of, packed_day, unpacked
from store.search.volumes import Volumes

_FIRST, _GROWTH, _MOST = 64, 8, 1 << 15
_FEW = 512
_RANKED = 1000
_MANY, _COMMON = 4096, 100

_HIGHEST = (1 << 63) - 1

_NEWEST = "select rowid from {0} where {0} match ? and rowid between ? and ? order by rowid desc limit ?"
# Numbers by the hundred thousand come three times as fast in one piece of JSON as in as many rows.
_SLOTS = f"select json_group_array(distinct rowid / {SIZE}) from {{0}} where {{0}} match ? and rowid between ? and ?"  # noqa: S608
_LATEST = (
    "select rank, rowid from {0} where {0} match ? and rowid between ? and ? order by rowid desc limit ?"
)
_MARKED = "select json_group_array(rowid) from marks where marks match ? and rowid between ? and ?"

_Fetch: TypeAlias = Callable[..., list[tuple[Any, ...]]]
"""Returns all rows for a statement and its parameters."""


class Asker:
    """Reads through the index's connection, taking turns with the writer under its lock.

    What takes long is read through a connection of its own while the file lacks nothing, which ``settled`` tells, so
    that what is asked meanwhile need not wait. ``stale`` gives the meetings that have changed since they were read;
    ``on_error`` is told of a damaged file. What is found of those by looking at them (slot key and row, the newest
    first) comes in between as ``besides``.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        slots: Slots,
        volumes: Volumes,
        lock: RLock,
        settled: Callable[[], bool],
        stale: Callable[[], Collection[int]],
        on_error: Callable[[Exception], None],
    ) -> None:
        self._db, self._slots, self._volumes, self._lock = db, slots, volumes, lock
        self._settled, self._stale, self._on_error = settled, stale, on_error
        self._aside: sqlite3.Connection | None = None
        self._reading_aside = Lock()

    def close(self) -> None:
        """Let go of the connection for what takes long."""
        with self._reading_aside:
            if self._aside is not None:
                self._aside.close()

    def hits(self, question: Question, besides: Sequence[tuple[int, int]] = ()) -> Iterator[Hit]:
        """Yield the quotes that answer, newest meeting first, in a meeting in the order of its quotes."""
        with self._lock:
            stretches = [self._bounded(stretch, question) for stretch in self._slots.stretches()]
        read = [(s.top, (self._in_order if s.ordered else self._sorted)(s, question)) for s in stretches]
        if besides:
            read.append((besides[0][0], iter(besides)))
        for key, row in in_order(read):
            yield unpacked(key, row)

    def best(self, question: Question, limit: int) -> list[Hit]:
        """Return the hits that fit best (BM25), of the thousand read last."""
        with self._lock:
            rows = self._latest(_LATEST, question, 0, _HIGHEST, _RANKED)
            known = [hit for _, row in sorted(rows) if (hit := self._hit(row, question))]
        return [unpacked(*hit) for hit in known[:limit]]

    def is_everywhere(self, question: Question) -> bool:
        """Tell whether so many quotes answer that to weigh them would take long and say little."""
        with self._lock:
            rows = self._latest(_NEWEST, question, 0, _HIGHEST, _RANKED)
            reach = (rows[0][0] - rows[-1][0]) // SIZE if len(rows) == _RANKED else len(self._slots.keys)
        return len(self._slots.keys) > _MANY and reach * _COMMON < len(self._slots.keys)

    def meetings(
        self, question: Question, besides: Sequence[tuple[int, int]] = (), *, marked: bool = False
    ) -> list[int]:
        """Return the meetings with a row that answers, newest first; with ``marked``, with a slot that does."""
        with self._lock:
            stretches = [self._bounded(stretch, question) for stretch in self._slots.stretches()]
        found = self._read_aside(stretches, question, marked=marked)
        with self._lock:
            if found is None:
                found = self._read(self._fetch, stretches, question, marked=marked)
            if len(found) == 1 and found[0][0].ordered:
                ids = list(dict.fromkeys(map(self._slots.meetings.get, reversed(found[0][1]))))
                meetings = [one for one in ids if one is not None]
            else:
                meetings = self._by_key([slot for _, slots in found for slot in slots], question)
            stale = self._stale()
            if stale:
                meetings = [meeting for meeting in meetings if meeting not in stale]
            looked_at = {meeting_of(key): day_of(key) for key, _ in besides}
            for meeting in looked_at:
                insort(meetings, meeting, key=lambda one: self._age(one, looked_at))
        return meetings

    def _age(self, meeting: int, looked_at: Mapping[int, int]) -> tuple[int, int]:
        """Return by what a list of meetings ascends, newest first; some of them are not in the table as they are."""
        day = looked_at.get(meeting)
        if day is None:
            found = self._fetch("select max(day) from slots where meeting = ?", meeting)
            day = found[0][0] or 0 if found else 0
        return -day, -meeting

    def _read_aside(
        self, stretches: list[Stretch], question: Question, *, marked: bool
    ) -> list[tuple[Stretch, list[int]]] | None:
        """Read without keeping others waiting; ``None`` where that cannot be done."""
        with self._lock:
            if not self._settled():
                return None
            if self._aside is None:
                self._aside = connect_aside(self._db)
            aside = self._aside
        if aside is None:
            return None
        try:
            with self._reading_aside:
                return self._read(
                    lambda sql, *asked: aside.execute(sql, asked).fetchall(),
                    stretches,
                    question,
                    marked=marked,
                )
        except (sqlite3.Error, MemoryError):
            return None  # what is wrong shows once more, where it is dealt with

    def _read(
        self, fetch: _Fetch, stretches: list[Stretch], question: Question, *, marked: bool
    ) -> list[tuple[Stretch, list[int]]]:
        """Return the stretches in which something answers, with their slots."""
        found = [(stretch, self._slots_of(fetch, stretch, question, marked=marked)) for stretch in stretches]
        return [(stretch, slots) for stretch, slots in found if slots]

    def _slots_of(self, fetch: _Fetch, stretch: Stretch, question: Question, *, marked: bool) -> list[int]:
        """Return the slots of a stretch that answer, or of which a row does, the lowest first."""
        low, high = stretch.low, stretch.high
        if low > high:
            return []
        if marked:
            packs = fetch(_MARKED, question.expression, low, high)
        else:
            packs = self._latest(_SLOTS, question, low * SIZE, high * SIZE + SIZE - 1, fetch=fetch)
        slots = [loads(pack) for (pack,) in reversed(packs)]
        return slots[0] if len(slots) == 1 else list(chain.from_iterable(slots))

    def _by_key(self, slots: list[int], question: Question) -> list[int]:
        """Return the meetings of slots in any order, newest first."""
        low, end = packed_day(question.first), packed_day(question.end)
        keys = [key for key in map(self._slots.keys.get, slots) if key is not None and low <= key < end]
        keys.sort(reverse=True)
        return list(dict.fromkeys([meeting_of(key) for key in keys]))

    def _bounded(self, stretch: Stretch, question: Question) -> Stretch:
        if not stretch.ordered:
            return stretch
        low = self._slots.lowest_from(stretch.low, stretch.high, question.first)
        high = self._slots.lowest_from(low, stretch.high, question.end) - 1
        return stretch._replace(low=low, high=high)

    def _in_order(self, stretch: Stretch, question: Question) -> Found:
        """Read downwards in portions that grow: the first screen costs little, and reading all is not slow."""
        low, high, size = stretch.low * SIZE, stretch.high * SIZE + SIZE - 1, _FIRST
        while low <= high:
            with self._lock:
                rows = self._latest(_NEWEST, question, low, high, size)
                known = [hit for (row,) in rows if (hit := self._hit(row, question))]
            yield from known
            if len(rows) < size:
                return
            high, size = rows[-1][0] - 1, min(size * _GROWTH, _MOST)

    def _sorted(self, stretch: Stretch, question: Question) -> Found:
        """Read all and sort it; where it is much, part by part."""
        with self._lock:
            found = self._some(stretch, question, _FEW)
            parts = list(parted(self._slots.ascending(stretch), question)) if found is None else []
        if found is None:
            found = in_order([(part.top, self._part(stretch, part)) for part in parts])
        yield from found

    def _part(self, stretch: Stretch, part: Part) -> Found:
        with self._lock:
            found = self._some(stretch, part.question, _HIGHEST)
        yield from found or ()

    def _some(self, stretch: Stretch, question: Question, most: int) -> Found | None:
        """Return the hits of a stretch, the highest first; ``None`` if they are not fewer than ``most``."""
        low, high = stretch.low * SIZE, stretch.high * SIZE + SIZE - 1
        rows = self._latest(_NEWEST, question, low, high, most)
        if len(rows) >= most:
            return None
        return iter(sorted([hit for (row,) in rows if (hit := self._hit(row, question))], reverse=True))

    def _latest(
        self,
        sql: str,
        question: Question,
        low: int,
        high: int,
        most: int | None = None,
        *,
        fetch: _Fetch | None = None,
    ) -> list[tuple[Any, ...]]:
        """Return the answers of the volumes between two rows, from the uppermost down, up to ``most`` of them."""
        fetch = fetch or self._fetch
        found: list[tuple[Any, ...]] = []
        for table in self._volumes.between(low, high):
            left = () if most is None else (most - len(found),)
            found += fetch(sql.format(table), question.expression, low, high, *left)
            if len(found) == most:
                break
        return found

    def _fetch(self, sql: str, *parameters: str | int) -> list[tuple[Any, ...]]:
        """Return all rows; none where the file turns out to be damaged or has been closed in the meantime."""
        try:
            return self._db.execute(sql, parameters).fetchall()
        except sqlite3.ProgrammingError:
            return []
        except (sqlite3.Error, MemoryError) as error:
            if not is_broken(error):
                raise
            self._on_error(error)
            return []

    def _hit(self, row: int, question: Question) -> tuple[int, int] | None:
        key = self._slots.keys.get(row // SIZE)
        if key is None or not packed_day(question.first) <= key < packed_day(question.end):
            return None
        return None if meeting_of(key) in self._stale() else (key, row)
