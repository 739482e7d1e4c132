"""The orders a list of meetings can be in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..state import Order
from .people import short_name

if TYPE_CHECKING:
    from store.model import Meeting


def _who(meeting: Meeting) -> str:
    people = meeting.participants or meeting.speakers
    return short_name(people[0].name, people[0].country).casefold() if people else "\U0010ffff"


def sorted_meetings(meetings: Sequence[Meeting], order: Order) -> Sequence[Meeting]:
    """Sort meetings that come newest first; among equals they stay so. Unknown places and people go last."""
    match order:
        case "date":
            return meetings
        case "oldest":
            dated = [meeting for meeting in meetings if meeting.date]
            return [*reversed(dated), *(meeting for meeting in meetings if not meeting.date)]
        case "place":
            return sorted(meetings, key=lambda meeting: (meeting.place or "\U0010ffff").casefold())
        case "official":
            return sorted(meetings, key=_who)
        case "quotes":
            return sorted(meetings, key=lambda meeting: -meeting.quotes)
        case "title":
            return sorted(meetings, key=lambda meeting: meeting.title.casefold())
