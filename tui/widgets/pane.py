"""A pane of lines of which only those in sight are drawn, however many there are."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from .ink import COMPONENTS, Ink, inks
from .moves import MOVES
from .placed import Placed

THUMB = "▐"


class Pane(Placed, ScrollView, can_focus=True):
    """Lines moved through by the actions that `MOVES` binds. Subclasses draw a `line` and are told what is `clicked`.

    The scrollbar is the last cell of every line. Textual's would be a widget of its own beside each pane, laid out
    and painted with it; and for other lines in a pane Textual would lay out the whole screen anew, where this one
    only draws itself.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS
    BINDINGS: ClassVar[list[BindingType]] = [*MOVES]

    virtual_size = Reactive(Size(0, 0))

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._inks: tuple[Ink, Ink] | None = None
        self._dragged = False
        self._drawn_room = Size(0, 0)
        self._drawn_thumb = range(0)

    # For subclasses

    @property
    def room(self) -> Size:
        """The cells that lines can be drawn in."""
        width, height = self.content_size
        return Size(max(0, width - 1), height)

    @property
    def inks(self) -> tuple[Ink, Ink]:
        """What to write with: the inks of a common line, and of the line under the cursor."""
        if self._inks is None:
            self._inks = inks(self)
        return self._inks

    def forget_inks(self) -> None:
        """Take the inks anew, and with them what was drawn: the theme, the focus or a class changed."""
        self._inks = None

    def line(self, y: int, width: int) -> Strip:
        """Draw the line at ``y`` of the view, ``width`` cells wide."""
        raise NotImplementedError

    def clicked(self, at: Offset, *, twice: bool) -> None:
        """Do what a click on a line is for; ``at`` counts all lines, also those out of sight."""

    # Scrolling

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether the lines can be scrolled: always, though Textual sees no scrollbar."""
        return True

    def watch_virtual_size(self) -> None:
        """Leave a place that is there no more."""
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self.refresh()

    def thumb(self) -> range:
        """Return the lines of the view beside which the scrollbar's thumb stands; none where all is in sight."""
        height, lines = self.room.height, self.virtual_size.height
        if not 0 < height < lines:
            return range(0)
        size = max(1, round(height * height / lines))
        top = round((height - size) * self.scroll_offset.y / (lines - height))
        return range(top, top + size)

    def _drag(self, y: int) -> None:
        """Scroll so that the middle of the thumb is at ``y``."""
        thumb, (_, height) = self.thumb(), self.room
        if free := height - len(thumb):
            share = (y - len(thumb) // 2) / free
            self.scroll_to(y=round(share * (self.virtual_size.height - height)), animate=False)

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scrollbar."""
        at = event.get_content_offset(self)
        if at and at.x >= self.room.width and self.thumb():
            self._dragged = True
            self.capture_mouse()
            self._drag(at.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse with the thumb."""
        if self._dragged:
            self._drag(event.get_content_offset_capture(self).y)

    def on_mouse_up(self) -> None:
        """Let go of the scrollbar."""
        if self._dragged:
            self._dragged = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Hand a click on a line on."""
        at = event.get_content_offset(self)
        if at and at.x < self.room.width:
            self.clicked(Offset(at.x, at.y + self.scroll_offset.y), twice=event.chain == 2)

    # Drawing

    def notify_style_update(self) -> None:
        """Forget the inks: the theme, the focus or a class changed."""
        super().notify_style_update()
        self.forget_inks()

    def on_focus(self) -> None:
        """Show the cursor as the one keys go to."""
        self.forget_inks()
        self.refresh()

    on_blur = on_focus

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; how much room there is and where the thumb stands is the same for all of them."""
        self._drawn_room, self._drawn_thumb = self.room, self.thumb()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw a line, and the scrollbar beside it."""
        ink, _ = self.inks
        width = self._drawn_room.width
        bar = Segment(THUMB, ink.thumb) if y in self._drawn_thumb else Segment(" ", ink.base)
        return Strip([*self.line(y, width), bar], width + 1)
