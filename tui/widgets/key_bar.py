"""The last line: at most seven keys, those that are of use where the cursor is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from .placed import Placed

MOST = 7


class KeyBar(Placed, Widget):
    """Keys with what they do; those that do not fit are left out from the end."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key--key"}

    class Pressed(Message):
        """A key on the line was clicked: the id of its command."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self) -> None:
        super().__init__(id="keys")
        self.keys: Sequence[tuple[str, str, str]] = ()
        self._ends: list[tuple[int, str]] = []

    def show(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show other keys: how each is written, what it does, and the id of its command."""
        if keys != self.keys:
            self.keys = keys[:MOST]
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for end, command in self._ends:
            if event.x < end:
                self.post_message(self.Pressed(command))
                return

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        base = self.rich_style
        key_style = base + self.get_component_rich_style("key--key", partial=True)
        needed = sum(cell_len(key) + cell_len(label) + 3 for key, label, _ in self.keys)
        gap = 2 if needed < width else 1
        segments, used, ends = [Segment(" ", base)], 1, []
        for key, label, command in self.keys:
            size = cell_len(key) + cell_len(label) + 1 + gap
            if used + size > width + gap:
                break
            segments += [Segment(key, key_style), Segment(f" {label}{' ' * gap}", base)]
            used += size
            ends.append((used, command))
        self._ends = ends
        return Strip(segments).adjust_cell_length(width, base)
