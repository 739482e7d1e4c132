"""Meetings in order of their days, and days counted. All days are ISO strings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from store.model import Meeting
from store.query.periods import day_of


def oldest_first(meetings: Iterable[Meeting], until: str | None = None) -> list[Meeting]:
    """Return the meetings with a known day in order of date, up to and with the day ``until``."""
    dated = [
        meeting
        for meeting in meetings
        if day_of(meeting.date) and (until is None or (meeting.date or "") <= until)
    ]
    return sorted(dated, key=lambda meeting: (meeting.date or "", meeting.id))


def a_year_before(day: str) -> str:
    """Return the day 365 days before a day."""
    return (date.fromisoformat(day) - timedelta(days=365)).isoformat()


def days_between(day: str, today: str) -> int:
    """Return how many days have passed from a day to ``today``."""
    return (date.fromisoformat(today) - date.fromisoformat(day)).days
