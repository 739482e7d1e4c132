"""A speaker's name that nobody here has: asked whether an official is made of it, or it stays a name."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING, Any

from store.harmless import one_line
from store.model import GROUPS

from ..correcting import names_of
from .menu import Choice, MenuScreen

if TYPE_CHECKING:
    from textual.app import App

MADE, NAME = "made", "name"


def strangers(speaker: str | None, known: Container[str]) -> list[str]:
    """Return the names of a speaker, several with ; between them, that are not ``known`` in lower case."""
    return [name for name in names_of(speaker or "") if name.casefold() not in known and name not in GROUPS]


def ask_about(
    app: App[Any], speaker: str | None, known: Container[str], then: Callable[[Sequence[str]], None]
) -> None:
    """Go on with those names that officials are to be made of: with none at once, where all are known."""
    new = strangers(speaker, known)
    if not new:
        then(())
        return
    several = len(new) > 1
    choices = [
        Choice("o", "Officials" if several else "An official", MADE, "a person to follow"),
        Choice("n", "Names only" if several else "A name only", NAME, "a body, or nobody"),
    ]
    title = f"{' and '.join(map(one_line, new))} {'are' if several else 'is'} not here yet: store as"
    app.push_screen(MenuScreen(title, choices), lambda answer: then(new if answer == MADE else ()))
