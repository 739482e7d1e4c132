"""The full-text table in volumes, so that what is read newest first need not be gathered from all of it.

For the beginning of a word the table gathers every row of every word that goes on from it, before it gives the first.
In volumes it gathers those of the newest, and of older ones only while the screen is not full. Downwards from the
first slot each volume holds as many slots as all before it, so that a seldom word is not sought in very many; later
changes get volumes of one size above. The newest, which nearly every query reads, and those above, which are read
whole because they are in no order, also keep the rows of every two letters that words begin with.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import pairwise

from store.search.slots import SIZE, START

NEWEST = 1 << 9
"""Slots of the newest volume on either side of the first slot: what changes first is weighed beside neighbours."""
LATER = 1 << 12
"""Slots of each volume above."""

_KNOWN = "select name from sqlite_master where sql like 'create virtual table terms_%'"
_MAKE = "create virtual table {0} using fts5(words, content='', columnsize=0, tokenize='ascii'{1})"
_BEGINNINGS = ", prefix='2'"
_HASH = 8 << 20
"""Bytes gathered in memory before they are written, that there are fewer pieces to merge."""


def lowest_beside(slot: int) -> int:
    """Return the lowest slot of the volume that holds a slot."""
    if slot >= START + NEWEST:
        return slot - (slot - START - NEWEST) % LATER
    doublings = (max(0, START - 1 - slot) // NEWEST).bit_length()
    return START - (NEWEST << doublings)


class Volumes:
    """The volumes in use; what another connection adds is met by `follow`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.follow()

    def follow(self) -> None:
        """Learn anew from the file which volumes there are."""
        names = [name for (name,) in self._db.execute(_KNOWN)]
        self._lowest = sorted((int(name.removeprefix("terms_")) for name in names), reverse=True)

    def holding(self, slot: int) -> str:
        """Return the table for a slot's rows, made if need be; within the caller's transaction."""
        lowest = lowest_beside(slot)
        table = _name(lowest)
        if lowest not in self._lowest:
            self._db.execute(_MAKE.format(table, _BEGINNINGS if lowest >= START - NEWEST else ""))
            for setting, value in (("automerge", 0), ("hashsize", _HASH)):
                self._db.execute(f"insert into {table}({table}, rank) values(?, ?)", (setting, value))
            self.follow()
        return table

    def between(self, low: int, high: int) -> Iterator[str]:
        """Yield the tables that may hold rows from ``low`` to ``high`` inclusive, the uppermost first."""
        for above, lowest in pairwise((high // SIZE + 1, *self._lowest)):
            if lowest <= high // SIZE and above > low // SIZE:
                yield _name(lowest)

    def empty(self) -> None:
        """Forget all rows; the tables stay, as another process may just be asking them."""
        for table in map(_name, self._lowest):
            self._db.execute(f"insert into {table}({table}) values('delete-all')")


def _name(lowest: int) -> str:
    return f"terms_{lowest}"
