"""A pane of lines of which only those in sight are drawn, however many there are."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView

from .moves import MOVES


class Pane(ScrollView, can_focus=True):
    """Lines moved through by the actions that `MOVES` binds.

    The scrollbar is always there, so that other lines in a pane move nothing outside of it: where Textual would lay
    out the whole screen anew for them, this pane only draws itself.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES]

    virtual_size = Reactive(Size(0, 0))

    def watch_virtual_size(self, size: Size) -> None:
        """Give the scrollbar its new length, and leave no place that is there no more."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self.refresh()
