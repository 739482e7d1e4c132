"""The line to type a filter in, and below it what is wrong, how much was found, or how the word may go on."""

from __future__ import annotations

from asyncio import Event
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from store.wording import counted

if TYPE_CHECKING:
    from store.query import Suggestion, Vocabulary


class FilterLine(Input):
    """A line to type in that never makes the screen be laid out anew: it has its width whatever stands in it."""

    virtual_size = Reactive(Size(0, 0))


class FilterBar(Container):
    """Says every change upwards; what it shows of the answer it is told.

    The line is always there, mostly out of sight: so it has the keys from the moment it is asked for, and what
    is typed at once after that is not taken for commands.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "leave(False)",
            "Leave as it was",
            id="filter.cancel",
            tooltip="Back to the filter before.",
            priority=True,
        ),
        Binding(
            "enter,down",
            "leave(True)",
            "Keep",
            id="filter.keep",
            tooltip="Keep the filter and go to the list.",
            priority=True,
        ),
        Binding(
            "tab",
            "take",
            "Complete",
            id="filter.complete",
            tooltip="Take the first suggestion.",
            priority=True,
        ),
    ]

    class Typed(Message):
        """What is typed changed."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    class Done(Message):
        """The line is closed; ``kept`` or to be as it was before."""

        def __init__(self, kept: bool, query: str) -> None:
            super().__init__()
            self.kept = kept
            self.query = query

    def __init__(self) -> None:
        super().__init__(id="filter")
        self.is_open = False
        self._left: Widget | None = None
        self._query = ""
        self.vocabulary: Vocabulary = {}
        self._suggestions: Sequence[Suggestion] = ()
        self._told = Content("")

    def compose(self) -> ComposeResult:
        """Make the line and the one below."""
        with Container(id="filter-line"):
            yield Static(" /", id="filter-sign")
            yield FilterLine(id="filter-input", select_on_focus=False, compact=True)
        yield Static("", id="filter-hint")

    def open(self, query: str) -> None:
        """Take the keys, to go on with a filter."""
        line = self.query_one(Input)
        self.is_open, self._left, self._query = True, self.screen.focused, query
        self._suggestions, self._told = (), Content("")
        line.value = query
        line.cursor_position = len(query)
        self.add_class("-open")
        self.screen.set_focus(line, scroll_visible=False)
        self._draw()

    @on(Input.Changed)
    def suggest(self, event: Input.Changed) -> None:
        """Tell what was typed, and show how it may go on."""
        from store.query import complete

        event.stop()
        if not self.is_open:
            return
        line = event.input
        self._suggestions = complete(event.value, line.cursor_position, self.vocabulary)
        if event.value != self._query:
            self._query = event.value
            self.post_message(self.Typed(event.value))
        self._draw()

    def show_found(self, found: int, of: int) -> None:
        """Tell how much passes."""
        self._told = Content(f"{found:,} of {counted(of, 'meeting')}")
        self._draw()

    def show_error(self, why: str, position: int) -> None:
        """Tell what is wrong, under the place where it is; a long sentence begins further left, to be read whole."""
        scrolled = self.query_one(Input).scroll_offset.x
        room = max(0, self.size.width - len(why) - len("▲ ") - 1)
        self._told = Content(" " * min(max(0, position - scrolled), room) + "▲ " + why).stylize("$error")
        self.query_one("#filter-hint", Static).update(self._told, layout=False)

    def _draw(self) -> None:
        words = [suggestion.text for suggestion in self._suggestions[:8]]
        offer = Content("  ·  tab: " + "  ".join(words)).stylize("$secondary") if words else Content("")
        self.query_one("#filter-hint", Static).update(self._told + offer, layout=False)

    def action_take(self) -> None:
        """Put the first suggestion into the line."""
        if self._suggestions:
            line = self.query_one(Input)
            chosen = self._suggestions[0]
            line.value = chosen.applied(line.value)
            line.cursor_position = chosen.start + len(chosen.text)

    async def action_leave(self, kept: bool) -> None:
        """Close the line, once the letters typed before this key stand in it."""
        stand = Event()
        self.query_one(Input).call_later(stand.set)
        await stand.wait()
        self._close(kept)

    def _close(self, kept: bool) -> None:
        if self.is_open:
            self.is_open = False
            self.remove_class("-open")
            self.screen.set_focus(self._left)
            self.post_message(self.Done(kept, self.query_one(Input).value))
