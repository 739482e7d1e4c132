"""The program itself: help, looks, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..themes import OURS
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


class NextHint(Command):
    """Put the hint in the last line away and show the next of the five."""

    id = "hint"
    keys = "H"
    title = "Next hint"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Put it away."""
        browser.next_hint()


class Theme(Command):
    """Change the looks: lamplight, paper, plain, and Textual's own."""

    id = "theme"
    title = "Change the theme"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Show them; the one under the cursor is seen at once."""
        from ..screens.menu import Choice
        from ..screens.theming import ThemeScreen

        ours = [Choice("", theme.name, theme.name, "our own") for theme in OURS]
        names = {choice.value for choice in ours}
        others = [
            Choice("", name, name) for name in sorted(browser.app.available_themes) if name not in names
        ]

        def chosen(name: str | None) -> None:
            browser.memory.theme = name or browser.app.theme
            browser.memory.save()

        browser.app.push_screen(ThemeScreen("Theme", [*ours, *others], at=browser.app.theme), chosen)


class EditSettings(Command):
    """Open the settings file in your editor; what is changed counts from the next start."""

    id = "settings"
    title = "Edit the settings"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Make the file if there is none, and edit it."""
        from platformdirs import user_config_path

        from ..outside import edit_file
        from ..settings import EXAMPLE, load

        file = user_config_path("diplo-tui", appauthor=False) / "settings.toml"
        if edit_file(browser.app, file, EXAMPLE, browser.settings.editor):
            _, wrong = load(file)
            for sentence in wrong or [f"Kept in {file}; counts from the next start."]:
                browser.say(sentence, severity="warning" if wrong else "information")


class Quit(Command):
    """Leave; everything is stored already, and the place, filter and marks come back."""

    id = "quit"
    keys = "q"
    title = "Quit"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Leave."""
        browser.app.exit(0)


COMMANDS: tuple[type[Command], ...] = (Help, NextHint, Theme, EditSettings, Quit)
