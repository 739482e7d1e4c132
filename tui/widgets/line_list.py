"""A list of any length with a line for each row: only the rows in sight are ever drawn."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from store.errors import LibraryError

from ..typeset.runs import paint
from ..typeset.signs import CURSOR, MARK
from ..typeset.wrapping import fit
from .cursor_view import CursorView
from .hits import Hits, no_hits
from .ink import Ink

Row = TypeVar("Row")


class LineList(CursorView, Generic[Row]):
    """Rows under a cursor. Subclasses say how a row is named (`key`) and written (`write`)."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another row; ``index`` is -1 when there are none."""

        pane: LineList[Any]
        index: int

        @property
        def control(self) -> LineList[Any]:
            """The list this came from."""
            return self.pane

    @dataclass
    class Chosen(Moved):
        """The row under the cursor was opened."""

    def __init__(self, *, id: str | None = None, nothing: str = "Nothing here.") -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.cursor = 0
        self.marked: Collection[Hashable] = ()
        self.nothing = nothing
        self.hits: Hits = no_hits

    def key(self, row: Row) -> Hashable:
        """Name a row, the same whatever the sort and filter."""
        raise NotImplementedError

    def write(self, row: Row, width: int, ink: Ink) -> list[Segment]:
        """Write a row in ``width`` cells."""
        raise NotImplementedError

    # What is shown

    def show(self, rows: Sequence[Row], *, at: Hashable = None) -> None:
        """Show other rows; the cursor goes to the row named ``at``, or stays near where it was."""
        self.rows = rows
        found = self.place(rows, at) if at else None
        self.cursor = max(0, min(self.cursor if found is None else found, len(rows) - 1))
        self.virtual_size = Size(1, len(rows))
        self.reveal()
        self.refresh()

    def place(self, rows: Sequence[Row], key: Hashable) -> int | None:
        """Return where the row of this name stands."""
        return next((index for index, row in enumerate(rows) if self.key(row) == key), None)

    def with_hits(self, text: str, base: Style, ink: Ink, field: str | None = None) -> list[Segment]:
        """Write a text with the words of the filter standing out; ``field`` tells what it is, as in a query."""
        hits = self.hits(text, field)
        return paint(text, 0, len(text), base, [(start, end, ink.hit) for start, end in hits])

    def show_marks(self, marked: Collection[Hashable]) -> None:
        """Show other marks."""
        if marked != self.marked:
            self.marked = marked
            self.refresh()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.row_at(self.cursor) if self.rows else None

    def row_at(self, index: int) -> Row | None:
        """Return a row, or nothing for one that was deleted since the rows were found: rows are read when drawn."""
        try:
            return self.rows[index]
        except LibraryError:
            return None

    # Moving

    def go(self, index: int) -> None:
        """Put the cursor on a row; too far is the first or last."""
        old, self.cursor = self.cursor, max(0, min(index, len(self.rows) - 1))
        if old == self.cursor:
            return
        if not self.reveal():
            self.refresh_line(old)
            self.refresh_line(self.cursor)
        self.post_message(self.Moved(self, self.cursor))

    def line_count(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if self.rows:
            self.post_message(self.Chosen(self, self.cursor))

    def clicked(self, at: Offset, *, twice: bool) -> None:
        """Put the cursor where the mouse is; a second click opens."""
        if at.y < len(self.rows):
            self.go(at.y)
            if twice:
                self.action_choose()

    # Drawing

    def resized(self) -> None:
        """Keep the cursor in sight."""
        self.reveal()

    def line(self, y: int, width: int) -> Strip:
        """Draw one line of the view."""
        common, under_cursor = self.inks
        index = self.scroll_offset.y + y
        if index >= len(self.rows):
            if y == 0:
                return Strip([Segment(fit(f" {self.nothing}", width), common.muted)], width)
            return Strip.blank(width, common.base)
        row = self.row_at(index)
        if row is None:
            return Strip.blank(width, common.base)
        ink = under_cursor if index == self.cursor else common
        gutter = Segment(CURSOR if index == self.cursor else " ", ink.sign)
        mark = Segment(MARK if self.key(row) in self.marked else " ", ink.mark)
        return Strip([gutter, mark, *self.write(row, width - 2, ink)], width)
