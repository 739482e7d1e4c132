"""Years, months and days as a query names them, and the days a meeting lasted.

``on`` holds when the meeting lasted into the period named; ``after`` and ``before`` look at the day it began:
``after`` from the first day of the period on, ``before`` ahead of that day. So ``after:2023 before:2024`` is all
that began in 2023. A meeting without a date is in no period.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from store.model import Meeting

LONGEST = 100
"""Days after which the last day of a meeting is taken for a mistake; only its first day counts then."""

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_period(value: str) -> bool:
    """Tell whether ``value`` is a year, a month or a day of the calendar, as ISO 8601 writes them."""
    match = _PERIOD.fullmatch(value)
    return bool(match) and day_of((value + "-01-01")[:10]) is not None


def day_of(written: str | None) -> date | None:
    """Return the day an ISO string names, or ``None`` where it names none."""
    try:
        return date.fromisoformat(written) if written and len(written) == 10 else None
    except ValueError:
        return None


def days_of(meeting: Meeting) -> tuple[str, ...]:
    """Return every day the meeting lasted as ISO strings; empty when its date is unknown."""
    first, last = day_of(meeting.date), day_of(meeting.end_date)
    if first is None:
        return ()
    length = (last - first).days if last else 0
    if not 0 <= length <= LONGEST:
        length = 0
    return tuple((first + timedelta(number)).isoformat() for number in range(length + 1))


def in_period(days: tuple[str, ...], relation: str, value: str) -> bool:
    """Tell whether a meeting of these days stands in the relation to the period. ISO strings compare as text."""
    if not days:
        return False
    if relation == "on":
        return any(day.startswith(value) for day in days)
    start = (value + "-01-01")[:10]
    return days[0] >= start if relation == "after" else days[0] < start
