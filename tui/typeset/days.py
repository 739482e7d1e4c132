"""Days as people write them."""

from __future__ import annotations

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNKNOWN = "date unknown"


def long_day(day: str | None) -> str:
    """Turn ``2023-11-21`` into ``21 Nov 2023``; what is not such a day is given back as it is."""
    if not day:
        return UNKNOWN
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    if not (month.isdecimal() and number.isdecimal() and 1 <= int(month) <= 12):
        return day
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def day_range(first: str | None, last: str | None) -> str:
    """Name a meeting's days: one, or the first and the last, saying the shared month and year once."""
    if not first or not last or last == first:
        return long_day(first)
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{long_day(last)}"
    return f"{long_day(first)} – {long_day(last)}"
