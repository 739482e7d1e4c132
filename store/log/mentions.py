"""Which documents of a table mention a number, kept from one start to the next.

In which meetings an official was can be told from the lines alone, but seeking through a hundred thousand of them
takes longer than a screen may. What is kept here is a convenience and never the truth, as that of
`store.log.places`: lines written since are sought as ever, and a document that they changed is taken from them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable
from itertools import accumulate
from typing import NamedTuple

from store.log.places import keep, kept, seal
from store.log.rows import WORTH, Rows

_BEHIND = 1 << 20
"""Bytes of a table that may be sought through before what is in them is written down too."""
_KEPT_IN = 64
"""The part of a table, one in so many bytes, up to which that is so where more may be sought through."""


class _Known(NamedTuple):
    """Up to the byte ``end``: who is mentioned, ascending; where their documents start; all documents' ids."""

    end: int
    seal: str
    numbers: memoryview[int]
    starts: memoryview[int]
    ids: memoryview[int]

    def of(self, number: int) -> list[int]:
        """Return the ids of the documents that mention a number."""
        at = bisect_left(self.numbers, number)
        if at == len(self.numbers) or self.numbers[at] != number:
            return []
        return self.ids[self.starts[at] : self.starts[at + 1]].tolist()


class Mentions:
    """The mentions of numbers behind a key, such as ``"official"``, in the newest lines of a table."""

    def __init__(self, rows: Rows, key: str) -> None:
        self._rows, self._key = rows, key
        self._name = f"{rows.name}.{key}"
        self._looked = False
        self._known: _Known | None = None

    def of(self, numbers: Collection[int]) -> set[int]:
        """Return the ids of the documents that mention any of these numbers."""
        needles = needles_of(self._key, numbers)
        known = self._recalled()
        if known is None:
            return self._rows.ids_with(needles)
        found = [one for number in numbers for one in known.of(number)]
        return self._rows.unchanged(found, known.end) | self._rows.ids_with(needles, known.end)

    def remember(self) -> None:
        """Write all mentions of a large table down, unless nearly all of them are already. Raises `OSError`."""
        rows, known = self._rows, self._recalled()
        behind = rows.end - known.end if known else rows.end
        if rows.lines < WORTH or rows.damage or (known and behind < max(_BEHIND, rows.end // _KEPT_IN)):
            return
        mentioned = {number: array("q", known.of(number)) for number in known.numbers} if known else {}
        if known:
            before = rows.unchanged({one for ids in mentioned.values() for one in ids}, known.end)
            mentioned = {
                number: array("q", filter(before.__contains__, ids)) for number, ids in mentioned.items()
            }
        pattern = re.compile(rb'"%b":(\d+)[,}]' % self._key.encode())
        for doc_id, line in rows.newest_lines(known.end if known else 0):
            for number in set(map(int, pattern.findall(line))):
                mentioned.setdefault(number, array("q")).append(doc_id)
        numbers = sorted(mentioned)
        starts = array("q", accumulate((len(mentioned[one]) for one in numbers), initial=0))
        parts = (array("q", numbers), starts, *(mentioned[one] for one in numbers))
        body = b"".join(part.tobytes() for part in parts)
        keep(rows.file, self._name, body, end=rows.end, count=len(numbers))

    def _recalled(self) -> _Known | None:
        """Return what was kept, as long as it is of the file there is now."""
        if not self._looked:
            self._looked = True
            if (found := kept(self._rows.file, self._name)) is not None:
                head, body = found
                width = 8 * head["count"]
                parts = (body[:width], body[width : 2 * width + 8], body[2 * width + 8 :])
                self._known = _Known(head["end"], head["seal"], *(part.cast("q") for part in parts))
        if self._known and seal(self._rows.file, self._known.end) != self._known.seal:
            self._known = None
        return self._known


def needles_of(key: str, numbers: Iterable[int]) -> list[bytes]:
    """Return what stands in a line just when one of the numbers stands in it behind the key."""
    return [b'"%b":%d%b' % (key.encode(), one, end) for one in numbers for end in (b",", b"}")]
