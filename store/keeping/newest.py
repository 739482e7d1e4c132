"""The order of the list of meetings, newest first, learnt while the table is read and kept up with every change."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from store.model import Meeting

_ID_BITS = 38
"""With eight digits of a date above them, a key fits into 64 bits."""
_ID = (1 << _ID_BITS) - 1
_DATE = b':{"date":"'
_END_DATE = b',"end_date":"'
_QUOTES = b',"quotes":'
_PAST_DATE, _PAST_QUOTES = len(_DATE), len(_QUOTES)
_FEW = 100
"""New meetings that are put into the order one by one."""


class Newest:
    """Which meetings there are, by date, and how many quotes they have. ``changes`` goes up with every change.

    A key is the date's digits above the id: whole numbers sort fastest.
    """

    def __init__(self) -> None:
        self.changes = 0
        self.forget()

    def forget(self) -> None:
        """Start over, before the table is read anew."""
        self.changes += 1
        self.quotes = 0
        self._days: dict[bytes, int] = {}
        self._keys: dict[int, int] = {}
        self._quotes: dict[int, int] = {}
        self._several_days: set[int] = set()
        self._order: list[int] | None = None

    def peek(self, meeting_id: int, line: bytes | None) -> None:
        """Take over a line of the table, or with ``None`` that the meeting is gone."""
        self.changes += 1
        if meeting_id in self._keys:
            self._drop(meeting_id)
        if line is not None:
            self.peek_new([meeting_id], [line])

    def peek_new(self, ids: Sequence[int], lines: Sequence[bytes]) -> None:
        """Do what `peek` does for lines of meetings that were not there: in one go, as a large library has many."""
        self.changes += 1
        keys, quotes, days = self._keys, self._quotes, self._days
        for meeting_id, line in zip(ids, lines, strict=True):
            at = line.find(_DATE, 0, 40) + _PAST_DATE
            written = line[at : at + 11] if at >= _PAST_DATE else b""
            if (day := days.get(written)) is None:
                day = days[written] = _digits(written.partition(b'"')[0].decode("ascii", "replace"))
            keys[meeting_id] = day << _ID_BITS | meeting_id
            at = line.rfind(_QUOTES) + _PAST_QUOTES
            # Nearly always the last field: what follows is the end of the document.
            quotes[meeting_id] = (
                int(line[at : line.index(b",", at)].rstrip(b"}")) if at >= _PAST_QUOTES else 0
            )
        self.quotes += sum(map(quotes.__getitem__, ids))
        if _END_DATE in b"".join(lines):
            self._several_days.update(one for one, line in zip(ids, lines, strict=True) if _END_DATE in line)
        self._place([keys[meeting_id] for meeting_id in ids])

    def _place(self, keys: list[int]) -> None:
        """Put new keys where they belong: some one by one, many by sorting, which knows what is sorted already."""
        if self._order is None:
            return
        if len(keys) > _FEW:
            self._order += keys
            self._order.sort()
            return
        for key in keys:
            insort(self._order, key)

    def _drop(self, meeting_id: int) -> None:
        old = self._keys.pop(meeting_id)
        self.quotes -= self._quotes.pop(meeting_id)
        self._several_days.discard(meeting_id)
        if self._order is not None:
            del self._order[bisect_left(self._order, old)]

    def put(self, meeting: Meeting) -> None:
        """Take over a meeting, as `peek` does a line."""
        self.peek(meeting.id, None)
        day = _digits(meeting.date or "")
        self._note(meeting.id, day, meeting.quotes, several_days=meeting.end_date is not None)

    def _note(self, meeting_id: int, day: int, quotes: int, *, several_days: bool) -> None:
        key = day << _ID_BITS | meeting_id
        self._keys[meeting_id] = key
        self._quotes[meeting_id] = quotes
        self.quotes += quotes
        if several_days:
            self._several_days.add(meeting_id)
        self._place([key])

    def packed(self) -> bytes:
        """Return all of it, to be remembered."""
        order = self._sorted()
        quotes = (self._quotes[key & _ID] for key in order)
        parts = (array("q", order), array("q", quotes), array("q", sorted(self._several_days)))
        return len(order).to_bytes(8, "little") + b"".join(part.tobytes() for part in parts)

    def unpack(self, more: bytes | memoryview) -> None:
        """Take over what `packed` returned."""
        self.forget()
        width = 8 * int.from_bytes(more[:8], "little")
        self._order = array("q", bytes(more[8 : 8 + width])).tolist()
        self._keys = {key & _ID: key for key in self._order}
        self._quotes = dict(zip(self._keys, array("q", bytes(more[8 + width : 8 + 2 * width])), strict=True))
        self._several_days = set(array("q", bytes(more[8 + 2 * width :])))
        self.quotes = sum(self._quotes.values())

    def _sorted(self) -> list[int]:
        if self._order is None:
            self._order = sorted(self._keys.values())
        return self._order

    def ids(self) -> list[int]:
        """Return the ids of all meetings, newest first, unknown dates last."""
        return [key & _ID for key in reversed(self._sorted())]

    def in_order(self, ids: Iterable[int]) -> list[int]:
        """Return some meetings' ids, newest first."""
        return [key & _ID for key in sorted(map(self._keys.__getitem__, ids), reverse=True)]

    def during(self, first: str, last: str) -> list[int]:
        """Return the ids of the meetings that may lie within a period, or it within theirs, by day.

        Those that begin in it, and those of several days that began in the month before it.
        """
        begin, end = _digits(first), _digits(last)
        found = self._between(begin, end)
        if not self._several_days:
            return found
        try:
            before = _digits((date.fromisoformat(first) - timedelta(days=31)).isoformat())
        except (ValueError, OverflowError):
            return found
        return [*(one for one in self._between(before, begin - 1) if one in self._several_days), *found]

    def _between(self, begin: int, end: int) -> list[int]:
        order = self._sorted()
        low, high = bisect_left(order, begin << _ID_BITS), bisect_left(order, (end + 1) << _ID_BITS)
        return [key & _ID for key in order[low:high]]


def _digits(day: str) -> int:
    digits = day.replace("-", "")
    return int(digits[:8].ljust(8, "0")) if digits.isdigit() else 0
