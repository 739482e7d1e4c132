"""Widgets that are told of their new size before they are painted in it, and are painted once.

Textual 8.2 paints the whole screen as soon as it is laid out. Then the widgets hear of their sizes, and for these as
for what they do about them the screen is painted twice more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.geometry import Region, Size

if TYPE_CHECKING:
    from textual.widget import Widget as Base
else:
    Base = object  # a widget among the first bases of a class would hide the styles of the others


class Placed(Base):
    """To be the first base of a widget whose look follows from its state and size."""

    _placing = False

    def resized(self) -> None:
        """Do what another size asks for; nothing is painted yet, so that no painting has to be asked for."""

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        before, self._placing = self._size, True
        try:
            changed = super()._size_updated(size, virtual_size, container_size, layout)
            if self._size != before:
                self.resized()
        finally:
            self._placing = False
        return changed

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Ask to be painted, unless that comes anyway."""
        if self._placing:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
