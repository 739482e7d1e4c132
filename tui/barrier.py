"""The last barrier before the terminal: nothing that is drawn holds a character that commands it.

Imported text is made harmless, and visibly so, wherever it is shown. What was forgotten, and what is pasted into a
field, loses here what takes no room of its own.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from store.harmless import without_dangers


class Barrier(LineFilter):
    """Takes control, escape and direction characters out of every line; they have no width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without such characters; nearly all pass as they are."""
        if all(text.isprintable() for text, _, _ in segments):
            return segments
        return [Segment(without_dangers(text), style, control) for text, style, control in segments]
