"""Taking steps back and doing them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.errors import LibraryError

from ..screens.reader import Put
from .command import Command, Situation, unchangeable

if TYPE_CHECKING:
    from store.library import Library
    from store.outcomes import Step

    from ..screens.browser import Browser

GROUP = "Changing"


def undo(library: Library) -> Step:
    """Take the last step back; an expected refusal where there is none."""
    step = library.undo()
    if step is None:
        raise LibraryError("There is nothing to undo.")
    return step


def redo(library: Library) -> Step:
    """Do again what was undone last; an expected refusal where there is nothing."""
    step = library.redo()
    if step is None:
        raise LibraryError("There is nothing to redo.")
    return step


class Undo(Command):
    """Take the last change back: an import, a correction, a merge, a deletion; it says which."""

    id = "undo"
    keys = "u,ctrl+z"
    title = "Undo"
    group = GROUP
    footer = "undo"

    def why_not(self, now: Situation) -> str:
        """Needs a library that can be written."""
        return unchangeable(now)

    def run(self, browser: Browser) -> None:
        """Undo in a worker; the cursor goes to what was deleted and comes back."""

        def change(library: Library) -> Step | Put:
            step = undo(library)
            there = browser.deleted.pop(step.number, None)
            return Put(step.what, there.quote, there.meeting) if there else step

        browser.change_library(change, "Undone: ")


class Redo(Undo):
    """Do again what was undone last."""

    id = "redo"
    keys = "ctrl+r"
    title = "Redo"
    footer = ""

    def run(self, browser: Browser) -> None:
        """Redo in a worker."""
        browser.change_library(redo, "Done again: ")


COMMANDS: tuple[type[Command], ...] = (Undo, Redo)
