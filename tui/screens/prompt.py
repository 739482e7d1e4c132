"""One line to type, with what could be meant below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.harmless import one_line

Complete = Callable[[str], Sequence[str]]
"""Returns whole lines that what is typed may become, the likeliest first."""


def nothing(typed: str) -> Sequence[str]:
    """Complete nothing."""
    return ()


About = Callable[[str], str]
"""Returns what is to be said of what is typed, before it is kept."""


def unspoken(typed: str) -> str:
    """Say nothing."""
    return ""


class PromptScreen(ModalScreen[str | None]):
    """Gives back the line, or nothing when it was left.

    ``value`` stands in it at first, and is replaced by what is typed when ``selected``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", id="prompt.leave"),
        Binding("tab", "take", "Complete", id="prompt.complete", priority=True),
    ]

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        hint: str = "",
        complete: Complete = nothing,
        about: About = unspoken,
        selected: bool = False,
    ) -> None:
        super().__init__()
        self._about = about
        self._selected = selected
        self._title = title
        self._value = value
        self._hint = hint
        self._complete = complete
        self._offers: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """Make the line."""
        with Vertical(classes="card") as card:
            card.border_title = self._title
            card.border_subtitle = "enter keeps · escape leaves"
            yield Input(self._value, compact=True, select_on_focus=self._selected)
            yield Static(self._hint, classes="hint", markup=False)

    @on(Input.Changed)
    def suggest(self, event: Input.Changed) -> None:
        """Show how the line may go on."""
        self._offers = self._complete(event.value)
        shown = "  ".join(one_line(offer) for offer in self._offers[:6])
        told = (self._about(event.value), f"tab: {shown}" if shown else self._hint)
        self.query_one(".hint", Static).update(Content("  ·  ".join(filter(None, told))))

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Give the line back."""
        self.dismiss(event.value)

    def action_take(self) -> None:
        """Take the first offer."""
        if self._offers:
            line = self.query_one(Input)
            line.value = self._offers[0]
            line.cursor_position = len(line.value)
