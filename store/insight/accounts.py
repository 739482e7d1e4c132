"""Which meetings are worth comparing: those of which several sources tell, with how much of it they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.insight.compare import compare
from store.insight.evidence import Progress, Shelf, quiet
from store.model import Meeting

MOST_COMPARED = 500
"""Meetings, the newest, that are compared: of more, nobody reads the list."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """A meeting of which several sources tell: how many points there are, and how many more than one source tells."""

    meeting: Meeting
    points: int
    shared: int


def told_by_several(
    shelf: Shelf, meetings: Sequence[Meeting], progress: Progress = quiet
) -> tuple[Accounts, ...]:
    """Return the meetings, given newest first, of which several sources tell the same; those that share most first.

    Two sources without a point in common, as those of different days of a visit, have nothing to be compared.
    """
    several = [meeting for meeting in meetings if len(meeting.sources) > 1][:MOST_COMPARED]
    found = []
    for done, meeting in enumerate(several):
        progress(done, len(several))
        points = compare(meeting, shelf.quotes(meeting.id)).points
        found.append(Accounts(meeting, len(points), sum(point.told != "one" for point in points)))
    return tuple(sorted((one for one in found if one.shared), key=lambda one: -one.shared))
