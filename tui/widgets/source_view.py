"""The text itself: the current quote stands out, the other quotes are seen, nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from ..typeset.page import Page
from ..typeset.runs import Run, paint
from .hits import Hits, no_hits
from .ink import Ink
from .pane import Pane


class SourceView(Pane):
    """A page under its reader's eyes; keys scroll it."""

    @dataclass
    class Picked(Message):
        """A quote was clicked in the text: its id."""

        key: str

    @dataclass
    class Left(Message):
        """Enter: back to the quote."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page = Page()
        self.current = ""
        self.hits: Hits = no_hits
        self._width = 0
        self._drawn: dict[int, Strip] = {}

    # What is shown

    def show(self, page: Page, *, current: str = "", hits: Hits = no_hits, keep: bool = False) -> None:
        """Show a page with one of its quotes in sight; the same page, or one to ``keep``, only scrolls."""
        if page is not self.page:
            self.page = page
            if not keep:
                self.scroll_to(y=0, animate=False)
            self._width = 0
        self.hits = hits
        self.current = current
        self._set()
        self.reveal()

    def reveal(self) -> None:
        """Bring the current quote into sight, a third from the top, unless all of it is."""
        place = self.page.place(self.current)
        if place is None or not self._width:
            return
        first = self.page.line_of(place.start, self._width)
        last = self.page.line_of(place.end - 1, self._width)
        top, height = self.scroll_offset.y, self.room.height
        if first < top or last >= top + height:
            self.scroll_to(y=max(0, first - max(1, height // 3)), animate=False)

    def offset_read(self, current: str) -> int:
        """Return the offset where one reads: of the quote, or where that is out of sight of the first line."""
        place, top = self.page.place(current), self.scroll_offset.y
        lines = self.page.lines(self._width) if self._width and self.page.text else []
        if place and (
            not lines or top <= self.page.line_of(place.start, self._width) < top + self.room.height
        ):
            return place.start
        return lines[min(top, len(lines) - 1)][0] if lines else 0

    def width_of_text(self) -> int:
        """Return the cells of a line of the text."""
        return max(1, self.room.width - 2)

    def _set(self) -> None:
        self._width = self.width_of_text()
        self.virtual_size = Size(1, len(self.page.lines(self._width)) if self.page.text else 0)
        self._drawn.clear()
        self.refresh()

    # Moving

    def action_move(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.action_move(by * max(1, self.room.height - 1))

    def action_edge(self, side: int) -> None:
        """Scroll to the begin or end."""
        self.scroll_to(y=0 if side < 0 else self.virtual_size.height, animate=False)

    def action_choose(self) -> None:
        """Go back to the quote."""
        self.post_message(self.Left())

    def clicked(self, at: Offset, *, twice: bool) -> None:
        """Pick the quote that was clicked."""
        lines = self.page.lines(self._width) if self._width else []
        if at.y < len(lines):
            start = lines[at.y][0] + max(0, at.x - 1)
            if found := self.page.between(start, start + 1):
                self.post_message(self.Picked(found[0].key))

    # Drawing

    def forget_inks(self) -> None:
        """Forget what was drawn too."""
        super().forget_inks()
        self._drawn.clear()

    def resized(self) -> None:
        """Set the page anew; the line at the top, and if it was in sight the quote, stay."""
        if not self._width or self.width_of_text() == self._width:
            self._set()
            self.reveal()
            return
        lines = self.page.lines(self._width)
        top = min(self.scroll_offset.y, len(lines) - 1)
        offset = lines[top][0]
        self._set()
        self.scroll_to(y=self.page.line_of(offset, self._width), animate=False)
        self.reveal()

    def line(self, y: int, width: int) -> Strip:
        """Draw one line of the view."""
        ink, _ = self.inks
        number = self.scroll_offset.y + y
        lines = self.page.lines(self._width) if self._width and self.page.text else []
        if number >= len(lines):
            return Strip.blank(width, ink.base)
        if number not in self._drawn:
            start, end = lines[number]
            words = paint(self.page.text, start, end, ink.base, self._runs(start, end, ink))
            self._drawn[number] = Strip([Segment(" ", ink.base), *words]).adjust_cell_length(width, ink.base)
        return self._drawn[number]

    def _runs(self, start: int, end: int, ink: Ink) -> list[Run]:
        """Hits lie over the current quote, and that over the others."""
        places = self.page.between(start, end)
        line = self.page.text[start:end]
        current = [(p.start, p.end, ink.span) for p in places if p.key == self.current]
        hits = [(start + first, start + last, ink.hit) for first, last in self.hits(line)]
        others = [(p.start, p.end, ink.other) for p in places if p.key != self.current]
        return overlay(hits, overlay(current, others))


def overlay(above: list[Run], below: list[Run]) -> list[Run]:
    """Lay runs over others: where they meet, those above are seen. The result is in order."""
    marks: list[Run] = sorted(above, key=lambda run: run[:2])
    for first, last, style in below:
        marks += _left_over(first, last, style, above)
    return sorted(marks, key=lambda run: run[:2])


def _left_over(first: int, last: int, style: Style, above: list[Run]) -> list[Run]:
    parts: list[Run] = []
    at = first
    for start, end, _ in sorted(above, key=lambda run: run[:2]):
        if end <= at or start >= last:
            continue
        if start > at:
            parts.append((at, start, style))
        at = max(at, end)
    if at < last:
        parts.append((at, last, style))
    return parts
