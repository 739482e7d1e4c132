"""A short list to choose from, by its letters or with the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.harmless import one_line

from ..typeset.wrapping import fit
from ..widgets.ink import Ink
from ..widgets.line_list import LineList


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a menu: the key that takes it (may be empty), what it says, and what it stands for."""

    key: str
    label: str
    value: str
    about: str = ""


class ChoiceList(LineList[Choice]):
    """The lines of a menu. ``about_room`` is how many cells the explanations get; 0 shares the line with them."""

    about_room = 0

    def key(self, row: Choice) -> str:
        """Name a line by what it stands for."""
        return row.value

    def write(self, row: Choice, width: int, ink: Ink) -> list[Segment]:
        """Write key, label and explanation."""
        shared = width - 4 - self.about_room if self.about_room else width * 2 // 5
        label = max(8, shared) if row.about else width - 4
        return [
            Segment(fit(row.key, 3) + " ", ink.sign),
            Segment(fit(one_line(row.label), label), ink.base),
            Segment(fit(" " + one_line(row.about), max(0, width - 4 - label)), ink.muted),
        ]


class MenuScreen(ModalScreen[str | None]):
    """Gives back what the chosen line stands for, or nothing.

    One that is ``wide`` takes the width there is, and leaves the labels all that its explanations do not need.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Close", id="menu.close")]

    def __init__(self, title: str, choices: Sequence[Choice], at: str = "", *, wide: bool = False) -> None:
        super().__init__()
        self._wide = wide
        self._title = title
        self._choices = choices
        self._at = at

    def compose(self) -> ComposeResult:
        """Make the list as high as it has to be."""
        choices = ChoiceList(id="menu")
        choices.add_class("card")
        choices.set_class(self._wide, "-wide")
        if self._wide:
            choices.about_room = 1 + max((len(one.about) for one in self._choices), default=0)
        choices.border_title = self._title
        choices.styles.height = min(len(self._choices), 18) + 2
        yield choices

    def on_mount(self) -> None:
        """Fill the list."""
        menu = self.query_one(ChoiceList)
        menu.show(self._choices, at=self._at)
        menu.focus()

    def on_key(self, event: events.Key) -> None:
        """Take a line by its letter; a letter comes before what it means elsewhere."""
        chosen = next((one for one in self._choices if one.key and one.key == event.character), None)
        if chosen:
            event.stop()
            event.prevent_default()
            self.dismiss(chosen.value)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    @on(LineList.Chosen)
    def take(self) -> None:
        """Take the line under the cursor."""
        row = self.query_one(ChoiceList).row
        self.dismiss(row.value if row else None)
