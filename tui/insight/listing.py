"""What a number counts, listed: meetings with their quotes, each leading to its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from store.insight.evidence import STRIDE, Progress, Shelf
from store.model import Meeting, Quote
from store.wording import attribution

from .lines import BLANK, Goal, Line, Part, flow, part

MOST_MEETINGS = 500
"""Meetings listed at once; the filter behind the number finds the rest."""

Listed = list[tuple[Meeting, tuple[Quote, ...]]]


def look_up(shelf: Shelf, goal: Goal, progress: Progress) -> Listed:
    """Return the meetings of a goal, newest first, with the quotes it names, or all where it names none."""
    wanted, quotes = set(goal.meetings), set(goal.quotes)
    chosen = list(islice((meeting for meeting in shelf.meetings() if meeting.id in wanted), MOST_MEETINGS))
    found: Listed = []
    for done, meeting in enumerate(chosen):
        if done % STRIDE == 0:
            progress(done, len(chosen))
        told = shelf.quotes(meeting.id)
        found.append((meeting, tuple(one for one in told if one.id in quotes) if quotes else told))
    return found


def lay_out(found: Sequence[tuple[Meeting, Sequence[Quote]]], width: int) -> list[Line]:
    """Set meetings and their quotes at a width in cells."""
    lines: list[Line] = []
    for meeting, quotes in found:
        to_meeting = Goal((meeting.id,), (quotes[0].id,) if quotes else ())
        date = Part(f"{meeting.date or 'no date':<12}", "strong")
        lines += flow([part(meeting.title, "strong", to_meeting)], width, 12, date)
        for quote in quotes:
            who = part(f"{attribution(quote.speaker or 'speaker unknown', quote.cue)}:", "muted")
            goal = Goal((meeting.id,), (quote.id,))
            lines += flow([Part("  "), who, Part(" "), part(quote.text, goal=goal)], width, 4)
        lines.append(BLANK)
    return lines
