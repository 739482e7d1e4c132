"""Every key that does something, in groups, read from the live bindings."""

from __future__ import annotations

from collections.abc import Sequence
from string import digits
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from ..commands.registry import ALL, SAVED
from ..keys import NO_KEY
from ..typeset.signs import LEGEND
from ..typeset.wrapping import wrap
from ..widgets.moves import MOVES

KEY_COLUMN = 14
_HERE, _ALWAYS_LAST = "Here", "Elsewhere"


def live_keys(screen: Screen[Any]) -> dict[str, list[tuple[str, str]]]:
    """Collect the keys that are live on a screen by group: how each is written, and what it does."""
    groups = {kind.id: kind.group for kind in ALL} | {SAVED: "Finding"}
    titles: dict[str, tuple[str, list[str], str]] = {}
    first = [binding.id for binding in MOVES]
    live = sorted(
        screen.active_bindings.values(),
        key=lambda one: first.index(one.binding.id) if one.binding.id in first else len(first),
    )
    for active in live:
        binding = active.binding
        name = binding.id or binding.action
        own = _HERE if active.node is screen and binding.id else _ALWAYS_LAST
        group = groups.get(name, "Moving" if name.startswith("move.") else own)
        about = binding.tooltip or binding.description
        if not about or (group == _ALWAYS_LAST and not binding.description):
            continue
        if binding.key.startswith(NO_KEY):
            continue
        keys = titles.setdefault(name, (group, [], about))[1]
        keys.append(screen.app.get_key_display(binding))
    found: dict[str, list[tuple[str, str]]] = {}
    for group, keys, about in titles.values():
        found.setdefault(group, []).append((_written(keys), about))
    order = list(dict.fromkeys([_HERE, "Moving", *groups.values(), _ALWAYS_LAST]))
    return {group: found[group] for group in order if group in found}


def _written(keys: Sequence[str]) -> str:
    """Write a command's keys in a row; digits one after the other as a range, for which there is room."""
    keys = list(dict.fromkeys(keys))
    if len(keys) > 2 and "".join(keys) in digits:
        return f"{keys[0]}–{keys[-1]}"
    return " ".join(keys)


class HelpScreen(ModalScreen[None]):
    """A card over the screen whose keys it shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "Close", id="help.close"),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "scroll(10)", "Page down", show=False),
        Binding("pageup", "scroll(-10)", "Page up", show=False),
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._groups = live_keys(screen)

    def compose(self) -> ComposeResult:
        """Set the groups one under the other, and the signs last."""
        room = max(20, min(84, self.app.size.width * 9 // 10) - KEY_COLUMN - 8)
        card = VerticalScroll(id="help", classes="card")
        card.border_title = "Keys"
        card.border_subtitle = "escape closes"
        with card:
            for group, keys in self._groups.items():
                yield Static(Content(group), classes="card--group")
                yield Static(_table(keys, room), classes="card--keys")
            yield Static(Content("Signs"), classes="card--group")
            yield Static(_table(LEGEND, room), classes="card--keys")

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one("#help").scroll_relative(y=by, animate=False)


def _table(keys: Sequence[tuple[str, str]], room: int) -> Content:
    """Set keys right-aligned in their column and what they do in the next, wrapped within it."""
    lines: list[Content] = []
    for key, about in keys:
        for number, (start, end) in enumerate(wrap(about, room)):
            shown = f"{'' if number else key:>{KEY_COLUMN}}"
            lines.append(Content.assemble((shown, "bold $accent"), "  ", about[start:end]))
    return Content("\n").join(lines)
