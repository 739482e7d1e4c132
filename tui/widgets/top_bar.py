"""The line above everything: which program, how much is shown, what is marked, which filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from store.wording import counted

from ..typeset.signs import MARK
from ..typeset.wrapping import fit
from .placed import Placed


@dataclass(frozen=True, slots=True)
class TopLine:
    """What the line says. ``meetings`` of ``all_meetings`` pass the filter, whose steps are ``steps``."""

    meetings: int = 0
    all_meetings: int = 0
    officials: int = 0
    quotes: int = 0
    marks: int = 0
    steps: tuple[str, ...] = ()
    busy: str = ""
    range_begun: bool = False

    def counts(self, *, short: bool) -> str:
        """Say how much there is."""
        if self.busy:
            return self.busy
        some = f"{self.meetings:,} of " if self.meetings != self.all_meetings else ""
        meetings = some + counted(self.all_meetings, "meeting")
        if short:
            return meetings
        # Under a filter the quotes are told where they are shown: all that there are would be no answer.
        quotes = () if self.steps else (counted(self.quotes, "quote"),)
        return " · ".join((meetings, counted(self.officials, "official"), *quotes))


class TopBar(Placed, Widget):
    """One line; what does not fit is left out from the middle."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"top--name", "top--mark", "top--step"}

    def __init__(self) -> None:
        super().__init__(id="top")
        self.line = TopLine()

    def show(self, line: TopLine) -> None:
        """Say something else."""
        if line != self.line:
            self.line = line
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line: name and counts left, marks and filter right."""
        width = self.size.width
        base = self.rich_style
        name = base + self.get_component_rich_style("top--name", partial=True)
        step = base + self.get_component_rich_style("top--step", partial=True)
        mark = base + self.get_component_rich_style("top--mark", partial=True)
        right: list[Segment] = []
        if self.line.marks:
            right.append(Segment(f"{MARK} {self.line.marks:,} marked ", mark))
        if self.line.range_begun:
            right.append(Segment("⇕ range ", mark))
        for text in self.line.steps:
            right += [Segment(" ", base), Segment(f" {text} ", step)]
        used = sum(cell_len(segment.text) for segment in right)
        counts = self.line.counts(short=width - used < 66)
        left = f" {counts}" if width - used < 40 else f"  {counts}"
        title = "" if width - used < 24 + cell_len(counts) else " diplo-tui"
        room = max(0, width - used - cell_len(title))
        return Strip([Segment(title, name), Segment(fit(left, room), base), *right]).crop(0, width)
