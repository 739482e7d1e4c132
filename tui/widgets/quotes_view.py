"""A column of quotes under their headings, with a cursor that stands on quotes only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from ..typeset.blocks import Block
from ..typeset.flow import CUE_COLUMN, Column
from ..typeset.runs import paint
from ..typeset.signs import CURSOR, MARK
from ..typeset.wrapping import fit
from .hits import Hits, no_hits
from .ink import Ink
from .pane import Pane


def nearest(wanted: str, old: Sequence[str], places: Mapping[str, int]) -> int:
    """Return the place of a key; where it is gone, of the one that stood after it, or before it; else the first."""
    if wanted in places or wanted not in old:
        return places.get(wanted, 0)
    at = old.index(wanted)
    return next((places[key] for key in (*old[at + 1 :], *old[:at][::-1]) if key in places), 0)


class QuotesView(Pane):
    """Blocks, wrapped to the width; heights are exact, lines are made for what is in sight."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another quote: its id, or nothing."""

        pane: QuotesView
        key: str

        @property
        def control(self) -> QuotesView:
            """The view this came from."""
            return self.pane

    @dataclass
    class Chosen(Moved):
        """The quote under the cursor was opened."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.blocks = Column()
        self.marked: Collection[str] = ()
        self.hits: Hits = no_hits
        self._stops: list[int] = []
        self._stop = 0
        self._flow = self.blocks.flow(40)
        self._drawn: dict[tuple[int, int, bool, bool], Strip] = {}

    # What is shown

    def show(self, blocks: Sequence[Block], *, at: str = "", hits: Hits = no_hits) -> None:
        """Show other blocks with the cursor on the quote ``at``, or on what stood next to it, or the first."""
        old = self.keys
        self.blocks = blocks if isinstance(blocks, Column) else Column(blocks)
        self.hits = hits
        self._stops = [index for index, block in enumerate(blocks) if block.key]
        self._stop = nearest(at, old, {key: place for place, key in enumerate(self.keys)})
        self._set(self.room.width)
        self.scroll_to(y=0, animate=False)
        self.reveal()

    def show_marks(self, marked: Collection[str]) -> None:
        """Show other marks."""
        if marked != self.marked:
            self.marked = marked
            self.refresh()

    @property
    def key(self) -> str:
        """The id of the quote under the cursor, or nothing."""
        return self.blocks[self._stops[self._stop]].key if self._stops else ""

    @property
    def keys(self) -> list[str]:
        """The ids of all quotes shown, in order."""
        return [self.blocks[index].key for index in self._stops]

    def _set(self, width: int) -> None:
        self._flow = self.blocks.flow(width)
        self._drawn.clear()
        self.virtual_size = Size(1, self._flow.height)
        self.refresh()

    # Moving

    def go(self, stop: int) -> None:
        """Put the cursor on the quote with this number in the column."""
        stop = max(0, min(stop, len(self._stops) - 1))
        if stop == self._stop or not self._stops:
            return
        self._stop = stop
        self.reveal(arrived=True)
        self.refresh()
        self.post_message(self.Moved(self, self.key))

    def go_to(self, key: str) -> None:
        """Put the cursor on the quote named."""
        if key in (keys := self.keys):
            self.go(keys.index(key))

    def reveal(self, *, arrived: bool = False) -> None:
        """Bring the quote under the cursor into sight, with a heading right above it and with its context.

        When the cursor has ``arrived`` on the first, what stands before it comes too, as on an official's page.
        """
        if not self._stops or not (height := self.room.height):
            return
        index = self._stops[self._stop]
        if not self._stop and self._flow.top(index) < height and (arrived or not self.scroll_offset.y):
            self.scroll_to(y=0, animate=False)
            return
        above = index - 1 if index and not self.blocks[index - 1].key else index
        after = self.blocks[index + 1 : index + 2]
        below = index + 1 if after and after[0].look == "title" and not after[0].gap else index  # its context
        top, bottom = self._flow.top(above), self._flow.bottom(below)
        if top < self.scroll_offset.y or bottom - top > height:
            self.scroll_to(y=top, animate=False)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height, animate=False)

    def action_move(self, by: int) -> None:
        """Move to the next quote; in one longer than the pane, read on first."""
        if not self._stops:
            return
        height, top = self.room.height, self.scroll_offset.y
        index = self._stops[self._stop]
        if by > 0 and self._flow.bottom(index) > top + height:
            self.scroll_to(y=top + min(height - 1, self._flow.bottom(index) - top - height), animate=False)
        elif by < 0 and self._flow.top(index) < top:
            self.scroll_to(y=max(self._flow.top(index), top - height + 1), animate=False)
        else:
            self.go(self._stop + by)

    def action_page(self, by: int) -> None:
        """Move by pages; the cursor goes to the first quote of the new one."""
        if not self._stops:
            return
        height = max(1, self.room.height - 1)
        wanted = self._flow.top(self._stops[self._stop]) + by * height
        index, _ = self._flow.at(max(0, min(wanted, self._flow.height - 1)))
        stop = bisect_left(self._stops, index)
        self.go(stop if stop != self._stop else stop + by)

    def action_edge(self, side: int) -> None:
        """Move to the first or last quote."""
        self.go(0 if side < 0 else len(self._stops) - 1)

    def action_choose(self) -> None:
        """Open the quote under the cursor."""
        if self._stops:
            self.post_message(self.Chosen(self, self.key))

    def clicked(self, at: Offset, *, twice: bool) -> None:
        """Put the cursor on the quote that was clicked; a second click opens it."""
        if at.y >= self._flow.height:
            return
        index, _ = self._flow.at(at.y)
        if self.blocks[index].key:
            self.go(self._stops.index(index))
            if twice:
                self.action_choose()

    # Drawing

    def forget_inks(self) -> None:
        """Forget what was drawn too."""
        super().forget_inks()
        self._drawn.clear()

    def resized(self) -> None:
        """Set the column anew; the quote at the top stays in sight, and so does the cursor."""
        width = self.room.width
        if self._flow is self.blocks.flow(width) or not self.blocks:
            self.reveal()
            return
        index, line = self._flow.at(self.scroll_offset.y) if self._flow.starts else (0, 0)
        self._set(width)
        top = self._flow.top(index)
        self.scroll_to(y=min(top + line, self._flow.bottom(index) - 1), animate=False)
        self.reveal()

    def line(self, y: int, width: int) -> Strip:
        """Draw one line of the view."""
        at = self.scroll_offset.y + y
        if at >= self._flow.height:
            return Strip.blank(width, self.inks[0].base)
        index, line = self._flow.at(at)
        block = self.blocks[index]
        current = bool(block.key) and index == self._stops[self._stop]
        name = (index, line, current, block.key in self.marked)
        if name not in self._drawn:
            if len(self._drawn) > 2000:
                self._drawn.clear()
            ink = self.inks[current]
            drawn = self._draw(index, line, ink, current)
            self._drawn[name] = drawn.adjust_cell_length(width, ink.base)
        return self._drawn[name]

    def _draw(self, index: int, number: int, ink: Ink, current: bool) -> Strip:
        block, line = self.blocks[index], self._flow.lines(index)[number]
        if line.part == "gap":
            return Strip([])
        if block.look != "quote":
            return Strip([Segment(" ", ink.base), *self._heading(block, line.start, line.end, ink)])
        indent = self._flow.indent(block)
        gutter = [Segment(CURSOR if current else " ", ink.sign)]
        if line.part == "first":
            gutter.append(Segment(MARK if block.key in self.marked else " ", ink.mark))
            gutter.append(Segment(block.signs, ink.sign))
            if self._flow.cues_apart:
                gutter.append(Segment(fit(block.cue, CUE_COLUMN - 1) + " ", ink.cue))
        else:
            gutter.append(Segment(" " * (indent - 1), ink.base))
        if line.part == "tail":
            return Strip([*gutter, Segment(block.tail, ink.muted)])
        return Strip([*gutter, *self._words(block, line.start, line.end, ink)])

    def _words(self, block: Block, start: int, end: int, ink: Ink) -> list[Segment]:
        body = self._flow.body(block)
        opening = len(body) - len(block.body)
        runs = [(0, opening, ink.cue)] if opening else []
        runs += [(first + opening, last + opening, ink.hit) for first, last in self.hits(block.body)]
        return paint(body, start, end, ink.base, runs)

    def _heading(self, block: Block, start: int, end: int, ink: Ink) -> list[Segment]:
        rest = ink.base if block.look == "remark" else ink.muted
        runs = (
            [(first, last, ink.hit) for first, last in self.hits(block.body, "official")]
            if block.look == "heading"
            else []
        )
        return paint(
            block.body, start, end, rest, sorted([*runs, (0, block.strong, ink.strong)], key=lambda r: r[0])
        )
