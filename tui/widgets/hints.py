"""Five hints for the first visits, one line each; every one can be put away."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from ..typeset.wrapping import fit
from .placed import Placed

HINTS = (  # with what puts them away, none is wider than eighty columns
    "/ narrows everything as you type: a word, a name, after:2023.",
    "enter on a quote goes to its place in the source, escape back.",
    "space marks, whatever the filter; e exports what is marked.",
    ". filters by what is under the cursor; escape takes that off.",
    "? shows every key, ctrl+p every command; u undoes any change.",
)
AWAY = "  (H: next)"


class HintLine(Placed, Widget):
    """The hint that is due."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hint--number"}

    def __init__(self) -> None:
        super().__init__(id="hints")
        self.number = len(HINTS)

    def show(self, number: int) -> None:
        """Show a hint, counted from 0; after the last the line is gone."""
        self.number = number
        self.set_class(number < len(HINTS), "-due")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the hint."""
        width, base = self.size.width, self.rich_style
        if self.number >= len(HINTS):
            return Strip.blank(width, base)
        number = base + self.get_component_rich_style("hint--number", partial=True)
        opening = f" {self.number + 1}/{len(HINTS)} "
        text = fit(f" {HINTS[self.number]}{AWAY}", width - len(opening))
        return Strip([Segment(opening, number), Segment(text, base)], width)
