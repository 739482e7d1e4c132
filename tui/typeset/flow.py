"""Blocks set in a column of a given width: how high each is, and which line of which block stands where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from .blocks import Block
from .wrapping import count_lines, wrap

GUTTER = 2
"""Cells before a quote's signs: cursor and mark."""
CUE_COLUMN = 14
WIDTHS = 3
"""Widths for which a layout is kept."""
ROOM_FOR_CUES = 64
"""From this width on the cues stand in a column of their own; below, each opens its quote."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block: which part of it, and the slice of that part's text."""

    part: str
    start: int = 0
    end: int = 0


class Flow:
    """The layout of blocks at one width. Heights are counted at once, lines are made when asked for."""

    def __init__(self, blocks: Sequence[Block], width: int) -> None:
        self.blocks = blocks
        self.width = max(width, GUTTER + 10)
        self.cues_apart = self.width >= ROOM_FOR_CUES and any(block.cue for block in blocks)
        heights = [self._height(block) for block in blocks]
        starts = list(accumulate(heights, initial=0))
        self.height = starts.pop() if starts else 0
        self.starts = starts
        self._lines: dict[int, list[Line]] = {}

    def indent(self, block: Block) -> int:
        """Return the cells left of a block's body."""
        if block.look != "quote":
            return 1
        return GUTTER + len(block.signs) + (CUE_COLUMN if self.cues_apart else 0)

    def body(self, block: Block) -> str:
        """Return what is wrapped: the quote, opened by its cue where that has no column of its own."""
        return f"{block.cue}  {block.body}" if block.cue and not self.cues_apart else block.body

    def _room(self, block: Block) -> int:
        return self.width - self.indent(block) - 1

    def _height(self, block: Block) -> int:
        return count_lines(self.body(block), self._room(block)) + block.gap + bool(block.tail)

    def at(self, y: int) -> tuple[int, int]:
        """Return the block that stands at line ``y`` of the column, and the line within it."""
        index = max(0, bisect_right(self.starts, y) - 1)
        return index, y - self.starts[index]

    def top(self, index: int) -> int:
        """Return the line at which a block begins."""
        return self.starts[index]

    def bottom(self, index: int) -> int:
        """Return the line after a block's last."""
        return self.starts[index + 1] if index + 1 < len(self.starts) else self.height

    def lines(self, index: int) -> list[Line]:
        """Return the lines of a block; their offsets point into `body`."""
        if index not in self._lines:
            if len(self._lines) > 600:
                self._lines.clear()
            self._lines[index] = list(self._make_lines(self.blocks[index]))
        return self._lines[index]

    def _make_lines(self, block: Block) -> list[Line]:
        spans = wrap(self.body(block), self._room(block))
        lines = [Line("gap")] if block.gap else []
        lines += [Line("first" if number == 0 else "body", *span) for number, span in enumerate(spans)]
        if block.tail:
            lines.append(Line("tail"))
        return lines


class Column(list[Block]):
    """Blocks with their layout at the last few widths, as a pane that is zoomed comes back."""

    def flow(self, width: int) -> Flow:
        """Return the layout at a width."""
        flows = self._flows
        if width not in flows:
            if len(flows) == WIDTHS:
                del flows[next(iter(flows))]
            flows[width] = Flow(self, width)
        return flows[width]

    @cached_property
    def _flows(self) -> dict[int, Flow]:
        return {}
