"""Meetings written into the index: only what differs from what stands there, in slots of sixteen rows."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from orjson import loads

from store.finding.people import People
from store.model import Meeting, Quote
from store.query.periods import day_of
from store.search.properties import Properties
from store.search.slots import SIZE, START, Slots, meeting_of, packed
from store.search.terms import Speller, present_term
from store.search.volumes import Volumes

_SPARE = 4096
# Numbers by the hundred thousand come three times as fast in one piece of JSON as in as many rows.
_SLOTS = (
    "select json_group_array(slot), json_group_array(meeting), json_group_array(part), json_group_array(day)"
    " from slots where meeting"
)


class _Part(NamedTuple):
    """Up to sixteen rows of a meeting: each one's own terms and those that all have.

    The digest changes when any of them or the day does.
    """

    own: list[str]
    shared: str
    digest: bytes


class Writer:
    """Writes through one connection, within transactions that the caller begins and ends."""

    def __init__(
        self, db: sqlite3.Connection, slots: Slots, volumes: Volumes, properties: Properties
    ) -> None:
        self._db, self._slots, self._volumes, self._properties = db, slots, volumes, properties
        self.forget()

    def forget(self) -> None:
        """Start over from the file: all slots, the next free ones, and the last stamp."""
        self._slots.reset()
        self.low = self.high = START
        self.stamp = self._end_of_reserve = 0
        self.follow()

    def empty(self) -> None:
        """Forget all rows, after the other tables have been emptied."""
        self._volumes.empty()
        self._properties.forget()
        self.forget()

    def follow(self) -> None:
        """Take over the slots that another process has written or left behind."""
        self._volumes.follow()
        if not self.stamp:
            self._take_over()
            return
        sql = "select slot, meeting, part, day, stamp from slots where stamp > ? order by slot"
        for slot, meeting, part, day, stamp in self._db.execute(sql, (self.stamp,)).fetchall():
            self._slots.put(slot, packed(day, meeting, part) if meeting else None)
            self.low, self.high = min(self.low, slot), max(self.high, slot + 1)
            self.stamp = max(self.stamp, stamp)

    def _take_over(self) -> None:
        """Take over all slots that there are."""
        known = self._db.execute("select min(slot), max(slot), max(stamp) from slots").fetchone()
        if known[0] is not None:
            self.low, self.high, self.stamp = min(self.low, known[0]), max(self.high, known[1] + 1), known[2]
            self._slots.fill(*map(loads, self._db.execute(_SLOTS).fetchone()))

    @property
    def wasteful(self) -> bool:
        """Whether more slots were left behind than are in use, so that starting over is better."""
        left = self.high - self.low - len(self._slots.keys)
        return left > max(_SPARE, len(self._slots.keys))

    def reserve(self, slots: int) -> int:
        """Set slots aside below all others, for a batch that is written upwards; return the first."""
        self._end_of_reserve = self.low
        self.low -= slots
        return self.low

    def write(
        self, meeting: Meeting, quotes: tuple[Quote, ...], people: People, free: int | None = None
    ) -> int:
        """Bring a meeting up to date; one that was never written gets slots from ``free`` on, else at the upper end.

        Returns the next slot of the caller's reserve.
        """
        begun = day_of(meeting.date)
        day = begun.toordinal() if begun else 0
        wanted = list(self._parts(meeting, quotes, people, day))
        standing = self._standing(meeting.id) if free is None else {}
        # The first quotes come highest, so the last part is written first.
        for number in range(max((len(wanted) - 1, *standing)), -1, -1):
            slot, digest = standing.get(number, (0, b""))
            part = wanted[number] if number < len(wanted) else None
            if part and part.digest == digest:
                continue
            if slot:
                self._leave(slot)
            if part and free is not None and free < self._end_of_reserve:
                self._fill(free, meeting.id, number, day, part)
                free += 1
            elif part:
                self._fill(self.high, meeting.id, number, day, part)
        if standing:
            self._db.execute("delete from spoke where meeting = ?", (meeting.id,))
        self._tally(meeting, quotes, day)
        return free or 0

    def _tally(self, meeting: Meeting, quotes: tuple[Quote, ...], day: int) -> None:
        """Note who was there and how often they are quoted."""
        said = Counter(official for quote in quotes for official in set(quote.officials))
        there = {person.official for person in (*meeting.participants, *meeting.speakers)}
        self._db.executemany(
            "insert into spoke(meeting, official, quotes, day) values(?,?,?,?)",
            [(meeting.id, official, said[official], day) for official in there],
        )

    def remove(self, meeting_id: int) -> None:
        """Leave all of a meeting's slots behind."""
        for slot, _ in self._standing(meeting_id).values():
            self._leave(slot)
        self._db.execute("delete from spoke where meeting = ?", (meeting_id,))

    def meetings(self) -> set[int]:
        """Return the meetings that stand in the index."""
        return {
            meeting for (meeting,) in self._db.execute("select distinct meeting from slots where meeting")
        }

    def meetings_of(self, officials: Iterable[int]) -> frozenset[int]:
        """Return the meetings in the index where one of the officials met or was quoted."""
        terms = " OR ".join(f'"{present_term(official)}"' for official in officials)
        sql = "select rowid from marks where marks match ?"
        slots = self._db.execute(sql, (terms,)).fetchall() if terms else ()
        return frozenset(
            meeting_of(key) for (slot,) in slots if (key := self._slots.keys.get(slot)) is not None
        )

    def homes(self, people: People, changed: Iterable[int] | None) -> list[tuple[int, str, str | None]]:
        """Return the officials, of all without ``changed``, whose country is not the one noted: both, the new first.

        ``None`` stands where nothing was noted.
        """
        if changed is None:
            known = dict(self._db.execute("select official, country from home"))
            changed = {*known, *people}
        else:
            changed = list(changed)
            found = (
                self._db.execute("select official, country from home where official = ?", (one,))
                for one in changed
            )
            known = dict(row for rows in found for row in rows)
        homes = ((one, people.home(one), known.get(one)) for one in changed)
        return [(one, home, noted) for one, home, noted in homes if home != noted]

    def put_homes(self, homes: Iterable[tuple[int, str, str | None]]) -> None:
        """Note countries of officials."""
        rows = [(one, home) for one, home, _ in homes]
        self._db.executemany("insert or replace into home(official, country) values(?,?)", rows)

    def _parts(
        self, meeting: Meeting, quotes: tuple[Quote, ...], people: People, day: int
    ) -> Iterator[_Part]:
        speller = Speller(meeting, quotes, people, self._properties)
        found = speller.own()
        for start in range(0, len(found), SIZE):
            own = found[start : start + SIZE]
            text = "\n".join((str(day), speller.shared, *own))
            digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            yield _Part(own, speller.shared, digest)

    def _standing(self, meeting_id: int) -> dict[int, tuple[int, bytes]]:
        found = self._db.execute("select part, slot, digest from slots where meeting = ?", (meeting_id,))
        return {part: (slot, digest) for part, slot, digest in found}

    def _leave(self, slot: int) -> None:
        self.stamp += 1
        self._db.execute(
            "update slots set meeting = 0, digest = null, stamp = ? where slot = ?", (self.stamp, slot)
        )
        self._slots.put(slot, None)

    def _fill(self, slot: int, meeting: int, number: int, day: int, part: _Part) -> None:
        self.stamp += 1
        self._db.execute(
            "insert into slots(slot, meeting, part, day, digest, stamp) values(?,?,?,?,?,?)",
            (slot, meeting, number, day, part.digest, self.stamp),
        )
        top = slot * SIZE + SIZE - 1
        rows = [(top - place, f"{own} {part.shared}") for place, own in enumerate(part.own)]
        table = self._volumes.holding(slot)
        self._db.executemany(f"insert into {table}(rowid, words) values(?,?)", reversed(rows))
        # Most terms come several times: the table is quicker to see that than anything before it.
        terms = " ".join((*part.own, part.shared))
        self._db.execute("insert into marks(rowid, words) values(?,?)", (slot, terms))
        self._slots.put(slot, packed(day, meeting, number))
        self.high = max(self.high, slot + 1)
