"""An official's page: the offices held over time, how much was said in which month, and every quote in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from store.finding.found import FoundMeetings, FoundRow
from store.finding.plain import Shelf
from store.model import Office, Official
from store.query.periods import day_of

LONGEST = 1200
"""Months between the first and the last quote up to which silent months are listed too."""


@dataclass(frozen=True, slots=True)
class Presence:
    """A meeting where an official met or was quoted: the day's ordinal (0: unknown), the meeting, their quotes."""

    day: int
    meeting: int
    quotes: int


@dataclass(frozen=True, slots=True)
class Month:
    """How often an official met and was quoted in a month (``"2023-11"``)."""

    name: str
    meetings: int
    quotes: int


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """What is known of an official. ``offices`` and ``meetings`` are in order of date, undated meetings last.

    ``months`` has no gaps, so that it can be drawn as it is. Nothing is loaded before it is looked at.
    """

    official: Official
    offices: tuple[Office, ...]
    months: tuple[Month, ...]
    meetings: FoundMeetings
    quotes: int
    library: Shelf

    def said(self) -> Iterator[FoundRow]:
        """Yield what the official said, the oldest first, each with its meeting."""
        for meeting in self.meetings:
            for quote in self.library.quotes(meeting.id):
                if self.official.id in quote.officials:
                    yield FoundRow(meeting, quote)


def page_of(library: Shelf, official: Official, presences: Iterable[Presence]) -> OfficialPage:
    """Put the page together from where the official was, in any order."""
    known = sorted(presences, key=lambda one: (not one.day, one.day, one.meeting))
    return OfficialPage(
        official,
        tuple(sorted(official.offices, key=lambda office: (office.first or "9999", office.last or "9999"))),
        months_of(known),
        FoundMeetings([one.meeting for one in known], library.meeting),
        sum(one.quotes for one in known),
        library,
    )


def months_of(presences: Iterable[Presence]) -> tuple[Month, ...]:
    """Count meetings and quotes by month, from the first month to the last; undated meetings are in none."""
    met: Counter[int] = Counter()
    said: Counter[int] = Counter()
    for one in presences:
        if one.day:
            day = date.fromordinal(one.day)
            met[day.year * 12 + day.month - 1] += 1
            said[day.year * 12 + day.month - 1] += one.quotes
    if not met:
        return ()
    first, last = min(met), max(met)
    numbers = range(first, last + 1) if last - first <= LONGEST else sorted(met)
    return tuple(Month(f"{one // 12:04}-{one % 12 + 1:02}", met[one], said[one]) for one in numbers)


def plain_presences(library: Shelf, official_id: int) -> Iterator[Presence]:
    """Yield where an official was by looking at every meeting."""
    for meeting in library.meetings():
        if any(person.official == official_id for person in (*meeting.participants, *meeting.speakers)):
            begun = day_of(meeting.date)
            said = sum(official_id in quote.officials for quote in library.quotes(meeting.id))
            yield Presence(begun.toordinal() if begun else 0, meeting.id, said)
