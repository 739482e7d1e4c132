"""How often something happened over time, in one line of small bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

BARS = "▁▂▃▄▅▆▇█"
NONE = " "


def months(days: Iterable[str | None]) -> list[tuple[str, int]]:
    """Count by month, ``2023-11``, from the first to the last month, those without anything too."""
    counts = Counter(day[:7] for day in days if day and len(day) >= 7)
    if not counts:
        return []
    first, last = (_number(month) for month in (min(counts), max(counts)))
    return [(name, counts[name]) for name in map(_name, range(first, last + 1))]


def sparkline(counts: list[int], width: int) -> str:
    """Draw counts in at most ``width`` bars, neighbours taken together where there are more."""
    if not counts or width < 1:
        return ""
    group = -(-len(counts) // width)
    sums = [sum(counts[at : at + group]) for at in range(0, len(counts), group)]
    most = max(sums)
    return "".join(BARS[-(-count * len(BARS) // most) - 1] if count else NONE for count in sums)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
