"""The distinct values of the fields, numbered: a place, a cue or a name that stands in many rows is one short term.

A field's value in a query is looked up among the distinct values first; the index then only meets numbers. This
keeps phrases and beginnings of words in fields exact, and the index small.
"""

from __future__ import annotations

import sqlite3


class Properties:
    """Numbers for (field, folded value), kept in memory and in the index's file.

    ``spelled`` keeps what is written for a field's values together, as long as their numbers hold; ``labels``
    likewise for cue, kind, status and tags of a quote, which come again and again together.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.forget()

    def forget(self) -> None:
        """Start over from the file, as after another writer or a rollback."""
        self._last = 0
        self._fields: dict[str, dict[str, int]] = {}
        self.spelled: dict[tuple[str, str], str] = {}
        self.labels: dict[tuple[str, str, str, tuple[str, ...]], str] = {}
        self.follow()

    def follow(self) -> None:
        """Take over what another process has added."""
        added = self._db.execute("select id, field, folded from property where id > ?", (self._last,))
        for number, field, folded in added:
            self._fields.setdefault(field, {})[folded] = number
            self._last = max(self._last, number)

    def number(self, field: str, folded: str) -> int:
        """Return the number of a value, a new one if need be; within the caller's transaction."""
        known = self._fields.setdefault(field, {})
        if folded not in known:
            self._last += 1
            row = (self._last, field, folded)
            self._db.execute("insert into property(id, field, folded) values(?,?,?)", row)
            known[folded] = self._last
        return known[folded]

    def holding(self, field: str, patterns: tuple[str, ...]) -> list[int]:
        """Return the numbers of the field's values that hold one of the patterns (see `store.query.spellings`)."""
        values = self._fields.get(field, {}).items()
        return [number for folded, number in values if any(pattern in folded for pattern in patterns)]
