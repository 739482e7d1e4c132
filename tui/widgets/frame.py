"""A container that shows nothing of its own but its ground."""

from __future__ import annotations

from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip

from .placed import Placed


class Frame(Placed, Container):
    """Holds panes that cover it. Textual has every container draw all of its lines, borders and all, beneath them."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the ground."""
        return [Strip.blank(crop.width, self.rich_style)] * crop.height
