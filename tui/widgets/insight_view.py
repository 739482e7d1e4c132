"""Lines of an insight under a cursor that goes from place to place; only the lines in sight are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from ..insight.lines import Goal, Line
from ..typeset.signs import CURSOR
from .cursor_view import CursorView

_INK = {
    "plain": "base",
    "heading": "strong",
    "strong": "strong",
    "muted": "muted",
    "gone": "muted",
    "new": "cue",
    "formula": "other",
}


class InsightView(CursorView):
    """Lines whose parts may lead somewhere. On each line one such part is the current one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h,shift+tab", "sideways(-1)", "Left", show=False, id="insight.left"),
        Binding("right,l,tab", "sideways(1)", "Right", show=False, id="insight.right"),
    ]

    @dataclass
    class Chosen(Message):
        """A part that leads somewhere was opened."""

        goal: Goal

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()
        self.cursor = 0
        self.place = 0

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; the cursor stays where it was, as far as there are lines."""
        self.lines = lines
        self.cursor = max(0, min(self.cursor, len(lines) - 1))
        self.virtual_size = Size(1, len(lines))
        if lines and not self._goals(self.cursor):
            self.cursor = next((at for at in range(len(lines)) if self._goals(at)), self.cursor)
        self.reveal()
        self.refresh()

    def _goals(self, line: int) -> list[int]:
        """Return which parts of a line lead somewhere."""
        return [rank for rank, piece in enumerate(self.lines[line]) if piece.goal] if self.lines else []

    def _current(self, line: int) -> int:
        """Return the part of a line that is the current one there, -1 for none."""
        goals = self._goals(line)
        return goals[min(self.place, len(goals) - 1)] if goals else -1

    @property
    def goal(self) -> Goal | None:
        """What the current part leads to."""
        part = self._current(self.cursor) if self.lines else -1
        return self.lines[self.cursor][part].goal if part >= 0 else None

    # Moving

    def go(self, line: int) -> None:
        """Put the cursor on a line."""
        old, self.cursor = self.cursor, max(0, min(line, len(self.lines) - 1))
        if not self.reveal() and old != self.cursor:
            self.refresh_line(old)
            self.refresh_line(self.cursor)

    def line_count(self) -> int:
        """Return the number of lines."""
        return len(self.lines)

    def action_sideways(self, by: int) -> None:
        """Move to the next or previous part that leads somewhere, on this line or the next that has one."""
        goals = self._goals(self.cursor)
        at = min(self.place, len(goals) - 1) + by if goals else -1
        if 0 <= at < len(goals):
            self.place = at
            self.refresh()
            return
        rest = range(self.cursor + by, len(self.lines) if by > 0 else -1, by)
        line = next((number for number in rest if self._goals(number)), None)
        if line is not None:
            self.place = 0 if by > 0 else len(self._goals(line)) - 1
            self.go(line)
            self.refresh()

    def action_choose(self) -> None:
        """Open the current part."""
        if goal := self.goal:
            self.post_message(self.Chosen(goal))

    def clicked(self, at: Offset, *, twice: bool) -> None:
        """Put the cursor on the part that was clicked; a second click opens it."""
        if at.y >= len(self.lines):
            return
        end, goals = 1, self._goals(at.y)
        for rank, piece in enumerate(self.lines[at.y]):
            end += Segment(piece.text).cell_length
            if at.x < end:
                self.place = goals.index(rank) if rank in goals else self.place
                break
        self.go(at.y)
        self.refresh()
        if twice:
            self.action_choose()

    # Drawing

    def line(self, y: int, width: int) -> Strip:
        """Draw one line of the view."""
        common, under_cursor = self.inks
        at = self.scroll_offset.y + y
        if at >= len(self.lines):
            return Strip.blank(width, common.base)
        here = at == self.cursor
        ink = under_cursor if here else common
        current = self._current(at) if here else -1
        segments = [Segment(CURSOR if here else " ", ink.sign)]
        for rank, piece in enumerate(self.lines[at]):
            style: Style = getattr(ink, _INK[piece.look])
            segments.append(Segment(piece.text, style + _CURRENT if rank == current else style))
        return Strip(segments).adjust_cell_length(width, ink.base)


_CURRENT = Style(underline=True, bold=True)
