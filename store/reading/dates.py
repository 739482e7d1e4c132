"""Days as texts write them: in full, without a year, or as a weekday before the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})\b")
_DIGIT, _DIVIDED = re.compile(r"\d"), re.compile(r"\d[-/.]\d")
_NUMBERS = re.compile(
    r"\b(?P<day>\d{1,2})(?P<sign>[./])(?P<number>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)\b"
)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*(?P<until>\d{{1,2}})(?:st|nd|rd|th)?)?"
    rf"(?:\s+of|-)?\s*{_MONTH}(?:(?:,?\s+|-)(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?=[jfmasond]){_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*(?P<until>\d{{1,2}})(?:st|nd|rd|th)?)?\b"
    rf"(?!:)(?:,?\s+(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:-|–|—|to|until|through|and)\s*", re.IGNORECASE)


class Day(NamedTuple):
    """A day in a text: offsets, the year (``None`` where not written), month and day that end a period."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    until: tuple[int, int] | None

    def iso(self, near: date | None) -> str | None:
        """Return the day as ``YYYY-MM-DD``; a missing year is the one that brings it closest to ``near``."""
        return self._iso(self.month, self.day, near)

    def last(self, near: date | None) -> str | None:
        """Return the last day of the period, or ``None`` when it is one day."""
        return self._iso(*self.until, near) if self.until else None

    def _iso(self, month: int, day: int, near: date | None) -> str | None:
        if self.year is not None:
            return _day(self.year, month, day)
        if near is None:
            return None
        candidates = [_day(near.year + offset, month, day) for offset in (-1, 0, 1)]
        found = [candidate for candidate in candidates if candidate]
        return min(found, key=lambda iso: abs((date.fromisoformat(iso) - near).days), default=None)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def days(text: str, start: int = 0, end: int | None = None) -> list[Day]:
    """Return the days written in ``text[start:end]``, in order."""
    stop = len(text) if end is None else end
    if not _DIGIT.search(text, start, stop):
        return []
    found: dict[int, Day] = {}
    patterns = [_DAY_FIRST, _MONTH_FIRST]
    if _DIVIDED.search(text, start, stop):
        patterns = [_ISO, _NUMBERS, *patterns]
    for pattern in patterns:
        for match in pattern.finditer(text, start, stop):
            parts = match.groupdict()
            month = (
                int(parts["number"]) if "number" in parts else _MONTHS.index(parts["month"][:3].lower()) + 1
            )
            year = int(parts["year"]) if parts["year"] else None
            until = (month, int(parts["until"])) if parts.get("until") else None
            day = int(parts["day"])
            if month > 12 >= day and pattern is _NUMBERS:  # 03/25/2024 can only be the American order
                month, day = day, month
            if 1 <= month <= 12 and 1 <= day <= 31:
                found.setdefault(match.start(), Day(*match.span(), year, month, day, until))
    ordered: list[Day] = []
    for start_at in sorted(found):
        if not ordered or start_at >= ordered[-1].end:
            ordered.append(_joined(text, ordered, found[start_at]))
    return ordered


def _joined(text: str, before: list[Day], last: Day) -> Day:
    """Join *30 April to 2 May 2021* to one period, taking its first day from ``before``."""
    first = before[-1] if before else None
    if first is None or first.until or not _TO.fullmatch(text, first.end, last.start):
        return last
    if (last.month, last.day) <= (first.month, first.day) or first.year not in (None, last.year):
        return last
    before.pop()
    return Day(first.start, last.end, last.year, first.month, first.day, (last.month, last.day))


def weekday_before(name: str, anchor: str) -> str:
    """Return the day called ``name`` that is ``anchor`` or the last one before it."""
    day = date.fromisoformat(anchor)
    return (day - timedelta(days=(day.weekday() - _DAYS.index(name[:3].lower())) % 7)).isoformat()


def shift(anchor: str, by: int) -> str:
    """Return the day ``by`` days after ``anchor``."""
    return (date.fromisoformat(anchor) + timedelta(days=by)).isoformat()
