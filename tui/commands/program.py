"""The program itself: help, looks, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command

if TYPE_CHECKING:
    from ..screens.browser import Browser

GROUP = "Program"


class Help(Command):
    """Show every key that does something here, in groups."""

    id = "help"
    keys = "question_mark,f1"
    title = "Help"
    group = GROUP
    footer = "help"

    def run(self, browser: Browser) -> None:
        """Open the help."""
        from ..screens.help import HelpScreen

        browser.app.push_screen(HelpScreen(browser))


class Quit(Command):
    """Leave; everything is stored already, and the place, filter and marks come back."""

    id = "quit"
    keys = "q"
    title = "Quit"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Leave."""
        browser.app.exit(0)


COMMANDS: tuple[type[Command], ...] = (Help, Quit)
