"""Days as they are written for people. What is not a day is shown as it stands, so that nothing gets lost."""

from __future__ import annotations

import re
from typing import NamedTuple

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:[T ].*)?", re.DOTALL)


class Parts(NamedTuple):
    """Year, month and day; the later ones 0 where a date is known only to the month or year."""

    year: int
    month: int = 0
    day: int = 0


def parts(date: str | None) -> Parts | None:
    """Split an ISO date (``2023``, ``2023-11``, ``2023-11-21``, with or without a time); None for all else."""
    matched = _DAY.fullmatch(date or "")
    if matched is None:
        return None
    year, month, day = (int(part or 0) for part in matched.groups())
    return Parts(year, month, day if month else 0) if year and month <= 12 and day <= 31 else None


def iso(date: str | None) -> str | None:
    """Return the day of a date without its time, or as much of it as is known; ``None`` where it is none."""
    found = parts(date)
    if found is None:
        return None
    return "-".join([f"{found.year:04}", *(f"{part:02}" for part in found[1:] if part)])


def long(date: str | None) -> str:
    """Return ``21 November 2023`` or as much of it as is known; what is not a date as it stands."""
    found = parts(date)
    if found is None:
        return date or ""
    day = [str(found.day)] if found.day else []
    month = [MONTHS[found.month - 1]] if found.month else []
    return " ".join([*day, *month, f"{found.year:04}"])


def span(first: str | None, last: str | None) -> str:
    """Return a day, or ``3–4 May 2024`` where a meeting lasted longer."""
    begun, ended = parts(first), parts(last)
    if not last or begun == ended:
        return long(first)
    if begun and ended and begun.day and ended.day and begun[:2] == ended[:2]:
        return f"{begun.day}–{long(last)}"
    return f"{long(first)} – {long(last)}"
