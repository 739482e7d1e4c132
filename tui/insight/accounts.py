"""The meetings worth comparing, set in lines: each leads to its comparison."""

from __future__ import annotations

from collections.abc import Sequence

from store.insight.accounts import Accounts
from store.wording import counted

from .lines import BLANK, Goal, Line, Part, flow, part, sentences


def lay_out(found: Sequence[Accounts], width: int, remark: str = "", *, numbered: bool = False) -> list[Line]:
    """Set them at a width in cells, in the order given, under a remark; ``numbered`` by the meeting's number."""
    title = f"{counted(len(found), 'meeting')} of which several sources tell the same"
    lines = [*sentences([remark] if remark else [], width), (Part(title, "heading"),), BLANK]
    for one in found:
        number = f"{one.meeting.id:>6}  " if numbered else ""
        when = Part(f"{number}{one.meeting.date or 'no date':<12}", "strong")
        told = f"{one.shared} of {counted(one.points, 'point')} shared"
        goal = Goal((one.meeting.id,))
        lines += flow(
            [part(one.meeting.title, goal=goal), Part("  "), part(told, "muted")], width, len(when.text), when
        )
    return lines
