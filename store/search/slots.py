"""Which rows of the full-text table hold which meeting, and how they are read in order of date.

A slot is sixteen neighbouring rows that hold up to sixteen quotes of one meeting, the first quote highest. The
first filling of the index goes from the newest meeting down, so slots ascend with the date: rows read downwards come
newest first, and neighbours have small distances, which is what keeps the table small. What changes later gets new
slots at the upper end, and the old ones are left behind; where dates do not ascend there, hits are sorted before they
are shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import gt
from typing import NamedTuple

SIZE = 16
START = 1 << 40
"""The first slot: later ones lie above, the first filling goes down from it."""

_PART_BITS, _MEETING_BITS = 16, 40
_LAST_PART = (1 << _PART_BITS) - 1
SHORT = 256
"""Stretches of fewer slots are taken together and sorted, instead of being read one by one."""


def packed(day: int, meeting: int, part: int) -> int:
    """Return a number that sorts as the lists do, the newest highest: by day, meeting, and first quotes first."""
    return (day << _MEETING_BITS | meeting) << _PART_BITS | _LAST_PART - part


def packed_day(day: int) -> int:
    """Return the lowest number that `packed` gives for a day."""
    return day << _MEETING_BITS + _PART_BITS


class Hit(NamedTuple):
    """A quote that was found: the ordinal of its meeting's day (0: unknown), the meeting, and which of its quotes."""

    day: int
    meeting: int
    place: int


def unpacked(key: int, row: int) -> Hit:
    """Return the hit for a slot's key and one of its rows."""
    rest, part = key >> _PART_BITS, _LAST_PART - (key & _LAST_PART)
    return Hit(rest >> _MEETING_BITS, meeting_of(key), part * SIZE + (SIZE - 1 - row % SIZE))


def meeting_of(key: int) -> int:
    """Return the meeting a key names."""
    return key >> _PART_BITS & (1 << _MEETING_BITS) - 1


def day_of(key: int) -> int:
    """Return the day a key names."""
    return key >> _PART_BITS + _MEETING_BITS


class Stretch(NamedTuple):
    """Neighbouring slots, ``low`` to ``high`` inclusive; ``ordered`` if their keys ascend, up to ``top``."""

    low: int
    high: int
    ordered: bool
    top: int


class Slots:
    """The slots in use, in memory: the key that each one's rows are ordered by, and its meeting apart from it."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget all slots."""
        self.keys: dict[int, int] = {}
        self.meetings: dict[int, int] = {}
        self._runs: list[list[int]] | None = []
        self._ascending: dict[tuple[int, int], list[int]] = {}

    def fill(self, slots: list[int], meetings: list[int], parts: list[int], days: list[int]) -> None:
        """Note what many slots hold, in a third of the time."""
        holding = zip(slots, days, meetings, parts, strict=True)
        self.keys = {slot: packed(day, meeting, part) for slot, day, meeting, part in holding}
        self.meetings = dict(zip(slots, meetings, strict=True))
        self._runs = None
        self._ascending.clear()

    def put(self, slot: int, key: int | None) -> None:
        """Note what a slot holds; ``None`` leaves it behind."""
        self._ascending.clear()
        if key is None:
            self.keys.pop(slot, None)
            self.meetings.pop(slot, None)
            return
        self.keys[slot] = key
        self.meetings[slot] = meeting_of(key)
        if self._runs is None:
            return
        last = self._runs[-1] if self._runs else None
        if last is not None and slot <= last[1]:
            self._runs = None
        elif last is not None and key > last[2]:
            last[1:] = slot, key
        else:
            self._runs.append([slot, slot, key])

    def stretches(self) -> Iterator[Stretch]:
        """Yield the stretches to read, the uppermost slots first. Together they hold every slot in use."""
        short: list[list[int]] = []
        for run in reversed(self._known_runs()):
            if run[1] - run[0] < SHORT:
                short.append(run)
                continue
            yield from _together(short)
            short = []
            yield Stretch(run[0], run[1], True, run[2])
        yield from _together(short)

    def ascending(self, stretch: Stretch) -> list[int]:
        """Return the keys of a stretch, the lowest first."""
        bounds = stretch.low, stretch.high
        if (known := self._ascending.get(bounds)) is None:
            known = sorted(filter(None, map(self.keys.get, range(stretch.low, stretch.high + 1))))
            self._ascending[bounds] = known
        return known

    def _known_runs(self) -> list[list[int]]:
        """Return lowest slot, highest slot and highest key of every run of ascending keys."""
        if self._runs is None:
            slots = sorted(self.keys)
            keys = list(map(self.keys.__getitem__, slots))
            # Where a key is not above the one before it, a run ends.
            ends = [at for at, following in enumerate(map(gt, islice(keys, 1, None), keys)) if not following]
            starts = [0, *(at + 1 for at in ends)] if keys else []
            ends += [len(keys) - 1] if keys else []
            bounds = zip(starts, ends, strict=True)
            self._runs = [[slots[start], slots[end], keys[end]] for start, end in bounds]
        return self._runs

    def lowest_from(self, low: int, high: int, day: int) -> int:
        """Return the first slot of an ordered stretch whose day is not before ``day``; ``high + 1`` if none is."""
        end = high + 1
        while low < end:
            middle = (low + end) // 2
            used = next((slot for slot in range(middle, end) if slot in self.keys), None)
            if used is None or day_of(self.keys[used]) >= day:
                end = middle
            else:
                low = used + 1
        return low


def _together(short: list[list[int]]) -> Iterator[Stretch]:
    if short:
        yield Stretch(short[-1][0], short[0][1], len(short) == 1, max([run[2] for run in short]))
