"""The styles a pane writes with, taken once from the stylesheet and kept until it changes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rich.style import Style
from textual.widget import Widget

INKS = ("muted", "strong", "cue", "sign", "mark", "hit", "span", "other", "cursor", "thumb")
COMPONENTS = {f"ink--{name}" for name in INKS}


@dataclass(frozen=True, slots=True)
class Ink:
    """Styles by their task. ``cursor`` lies under all the others on the line that holds the cursor."""

    base: Style
    muted: Style
    strong: Style
    cue: Style
    sign: Style
    mark: Style
    hit: Style
    span: Style
    other: Style
    cursor: Style
    thumb: Style

    def under(self, ground: Style) -> Ink:
        """Return the same inks on another ground; a hit keeps its own."""
        names = ("base", "muted", "strong", "cue", "sign", "mark", "other")
        changed = {name: getattr(self, name) + ground for name in names}
        return replace(self, **changed)


def inks(widget: Widget) -> tuple[Ink, Ink]:
    """Read a widget's component styles: the inks of a common line, and of the line under the cursor."""
    base = widget.rich_style
    named = {name: base + widget.get_component_rich_style(f"ink--{name}", partial=True) for name in INKS}
    named["cursor"] = widget.get_component_rich_style("ink--cursor", partial=True)
    common = Ink(base=base, **named)
    return common, common.under(common.cursor)
