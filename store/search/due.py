"""What is read in order of date out of several places, each opened only when what it may hold is due.

Where dates do not ascend with the slots, nothing can be shown before all hits have been read and sorted. So what
stands there is parted by the time of the meetings, and of the older parts nothing is read until the newer are shown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple

from store.search.expression import Question, begun_in
from store.search.slots import day_of, packed_day

Found = Iterator[tuple[int, int]]
"""Slot key and row of hits, the highest first."""

_SIZES = (64, 256)
"""Slots of the newest part, and of the next: the first screen, and the next ones."""
_DAYS, _MONTHS = 62, 60
"""So many periods at most are asked for by name; more of them take longer than reading all."""


class Part(NamedTuple):
    """A part of what is asked for; ``top`` is the highest key in it."""

    top: int
    question: Question


def parted(keys: Sequence[int], question: Question) -> Iterator[Part]:
    """Part a question by the time of the meetings, the newest first. ``keys`` are those of all slots, ascending."""
    lowest, high = (bisect_left(keys, packed_day(day)) for day in (question.first, question.end))
    end = question.end
    for size in _SIZES:
        if high - lowest <= 2 * size:
            break
        newest, first = day_of(keys[high - 1]), day_of(keys[high - size])
        periods = _periods(first, newest) if first else []
        if not periods:
            break
        first = date.fromisoformat((periods[0] + "-01")[:10]).toordinal()
        below = bisect_left(keys, packed_day(first), lowest, high)
        if below == lowest:
            break
        yield Part(keys[high - 1], begun_in(question._replace(first=first, end=end), periods))
        high, end = below, first
    if high > lowest:
        yield Part(keys[high - 1], question._replace(end=end))


def _periods(first: int, last: int) -> list[str]:
    """Return the days, or the months, from one day to another; none if they are too many."""
    if last - first < _DAYS:
        return [date.fromordinal(day).isoformat() for day in range(first, last + 1)]
    begin, end = date.fromordinal(first), date.fromordinal(last)
    months = range(12 * begin.year + begin.month - 1, 12 * end.year + end.month)
    return [f"{one // 12:04}-{one % 12 + 1:02}" for one in months] if len(months) <= _MONTHS else []


def in_order(parts: Iterable[tuple[int, Found]]) -> Found:
    """Yield the hits of all parts, the highest first. Each part comes with the highest key that it may hold."""
    closed = sorted(parts, key=lambda part: part[0])
    open_parts: list[tuple[int, int, int, Found]] = []
    while closed or open_parts:
        while closed and (not open_parts or closed[-1][0] >= -open_parts[0][0]):
            _put(open_parts, len(closed), closed.pop()[1])
        if open_parts:
            key, row, number, found = heappop(open_parts)
            yield -key, -row
            _put(open_parts, number, found)


def _put(open_parts: list[tuple[int, int, int, Found]], number: int, found: Found) -> None:
    if (hit := next(found, None)) is not None:
        heappush(open_parts, (-hit[0], -hit[1], number, found))
