"""Where words that only tell when begin and end: *on Monday, May 3*, *late on Friday night*, *last week*."""

from __future__ import annotations

from store.reading.tables import word_class

_WEEKDAYS, _MONTHS = word_class("weekday"), word_class("month")
_LATE = frozenset({"late", "early", "earlier", "later"})
_PARTS = frozenset({"night", "morning", "afternoon", "evening"})
_DAYS = _WEEKDAYS | {"today", "yesterday", "tonight"}
_LAST = frozenset({"last", "this"})
_SPANS = _PARTS | _WEEKDAYS | {"week", "month", "year", "weekend"}
_CLOSING = _DAYS | _SPANS | _MONTHS | {")", "day"}
_LONGEST = 9  # tokens of *late on Monday night, May 3, 2021*
_BRACKET = 6  # tokens of a day in brackets
_YEAR = 4  # digits


def over_time(low: list[str], at: int, last: int) -> int:
    """Return the token after the words of a time that begin at ``at``; ``at`` itself where none begin there."""
    first = at
    at += low[at] in _LATE
    day = at + (at < last and low[at] == "on")
    if day < last and (end := _day(low, day, last)) > day:
        return end
    if at > first and low[at : at + 3] == ["in", "the", "day"]:
        return min(at + 3, last)
    if low[first] in _LAST and first + 1 < last and low[first + 1] in _SPANS:
        return first + 2
    return first


def time_before(low: list[str], end: int, first: int) -> int:
    """Return where the longest words of a time begin that end before token ``end``; ``end`` where none do."""
    closing = low[end - 1] if end > first else ""
    if closing not in _CLOSING and not closing[:1].isdigit():
        return end
    begins = range(max(first, end - _LONGEST), end)
    return next((at for at in begins if over_time(low, at, end) == end), end)


def _day(low: list[str], at: int, last: int) -> int:
    end = at
    if low[at] in _DAYS:
        end += 1
        end += end < last and low[end] in _PARTS
        comma = end < last and low[end] == ","
        date = _date(low, end + comma, last)
        end = date if date > end + comma else end
    else:
        end = _date(low, at, last)
    if end > at and end < last and low[end] == "(":
        inside = low[end : min(end + _BRACKET, last)]
        dated = ")" in inside and any(word[0].isdigit() for word in inside)
        end += inside.index(")") + 1 if dated else 0
    return end


def _date(low: list[str], at: int, last: int) -> int:
    """Step over *May 3, 2021* and *3 May 2021*; return ``at`` where no month stands there."""
    if at + 1 >= last:
        return at
    if low[at] in _MONTHS:
        number = at + 1 + (low[at + 1] == ".")
        if number >= last or not low[number][0].isdigit():
            return at
        end = number + 1
        comma = end < last and low[end] == ","
    elif low[at][0].isdigit() and low[at + 1] in _MONTHS:
        end, comma = at + 2, False
    else:
        return at
    year = end + comma
    return year + 1 if year < last and low[year].isdigit() and len(low[year]) == _YEAR else end
