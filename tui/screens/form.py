"""A few fields to correct, each on its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.harmless import one_line

from .prompt import Complete, nothing


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form. ``about`` is shown while it is being written."""

    name: str
    value: str
    about: str = ""
    complete: Complete = nothing


Check = Callable[[Mapping[str, str]], str]
"""Returns what is wrong with what was typed, as a sentence, or nothing."""


class FormScreen(ModalScreen[dict[str, str] | None]):
    """Gives back the fields that were changed, or nothing when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", id="form.leave"),
        Binding("down", "app.focus_next", "Next field", show=False, id="form.next"),
        Binding("up", "app.focus_previous", "Field before", show=False, id="form.previous"),
        Binding("ctrl+n", "take", "Complete", id="form.complete", priority=True),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        check: Check = lambda typed: "",
        enter: str = "stores",
    ) -> None:
        super().__init__()
        self._title, self._enter = title, enter
        self._fields = {field.name: field for field in fields}
        self._check = check

    def compose(self) -> ComposeResult:
        """Make a line for each field."""
        width = max(len(name) for name in self._fields) + 2
        with Vertical(classes="card") as card:
            card.border_title = Content(one_line(self._title))
            card.border_subtitle = f"tab next field · enter {self._enter} · escape leaves"
            for field in self._fields.values():
                with Horizontal(classes="field"):
                    name = Static(Content(field.name.replace("_", " ")), classes="field--name")
                    name.styles.width = width
                    yield name
                    yield Input(
                        one_line(field.value), id=f"field-{field.name}", compact=True, select_on_focus=False
                    )
            yield Static("", classes="hint")

    def _typed(self) -> dict[str, str]:
        return {name: self.query_one(f"#field-{name}", Input).value.strip() for name in self._fields}

    def _field(self) -> Field | None:
        focused = self.focused
        return self._fields.get((focused.id or "").removeprefix("field-")) if focused else None

    @on(Input.Changed)
    def hint(self) -> None:
        """Show how the field may go on, or what is wrong."""
        self._tell()

    def _tell(self, *, refused: bool = False) -> None:
        """Say what is wrong; while it is being written, how the field may go on comes first, which may mend it."""
        field = self._field()
        wrong = self._check(self._typed())
        offers = field.complete(self.query_one(f"#field-{field.name}", Input).value)[:6] if field else ()
        if offers and not refused:
            text = Content("ctrl+n: " + "  ".join(map(one_line, offers)))
        else:
            text = Content(wrong).stylize("$error") if wrong else Content(field.about if field else "")
        self.query_one(".hint", Static).update(text)

    def on_descendant_focus(self) -> None:
        """Explain the field that has the keys."""
        self.hint()

    def action_take(self) -> None:
        """Take the first offer for the field."""
        if field := self._field():
            line = self.query_one(f"#field-{field.name}", Input)
            if offers := field.complete(line.value):
                line.value = offers[0]
                line.cursor_position = len(line.value)

    @on(Input.Submitted)
    def keep(self) -> None:
        """Give the changed fields back, unless something is wrong."""
        typed = self._typed()
        if self._check(typed):
            self._tell(refused=True)
            return
        before = {name: one_line(field.value) for name, field in self._fields.items()}
        self.dismiss({name: value for name, value in typed.items() if value != before[name]})
