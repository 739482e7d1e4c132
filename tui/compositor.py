"""Painting a change: only the widgets and rows it touches are asked for their lines.

Textual 8.2 asks every widget whose container the change touches for all of its lines, and throws most of them away:
with four panes that is the whole screen for a cursor that moves by one row.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class RowCompositor(Compositor):
    """Gives the same picture as its base, from less."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if not crop:
            yield from super()._get_renders(crop)
            return
        rows = Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():
            part = region.intersection(clip).intersection(rows)
            if part and part.overlaps(crop):
                lines = widget.render_lines(part.translate((-region.x, -region.y)))
                yield region, clip.intersection(rows), lines
