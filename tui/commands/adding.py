"""Bringing texts in, and opening libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command, Situation, unchangeable

if TYPE_CHECKING:
    from pathlib import Path

    from ..screens.browser import Browser

GROUP = "Adding"


class Add(Command):
    """Add a file, a folder, a page or a feed; what was found in one text is shown before it is stored."""

    id = "add"
    keys = "a"
    title = "Add"
    group = GROUP
    footer = "add"

    def why_not(self, now: Situation) -> str:
        """Needs a library that can be written."""
        return unchangeable(now)

    def run(self, browser: Browser) -> None:
        """Ask where from."""
        from ..screens.add import AddScreen

        browser.app.push_screen(AddScreen(browser))


class Paste(Add):
    """Add a text by pasting it."""

    id = "paste"
    keys = "p"
    title = "Paste a text"
    footer = ""

    def run(self, browser: Browser) -> None:
        """Open a field to paste into."""
        from ..screens.add import PasteScreen

        browser.app.push_screen(PasteScreen(browser))


class StopAdding(Command):
    """Stop taking a folder in; what was stored stays, nothing is there by half."""

    id = "add.stop"
    keys = "X"
    title = "Stop adding"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs an import."""
        return "" if now.importing else "Nothing is being added."

    def run(self, browser: Browser) -> None:
        """Stop it."""
        browser.stop_importing()


class Watch(Command):
    """Add whatever comes into a folder from now on; the command again ends it."""

    id = "watch"
    keys = "w"
    title = "Watch a folder"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a library that can be written."""
        return unchangeable(now)

    def run(self, browser: Browser) -> None:
        """Ask which, or end it."""
        from ..paths import complete_path, typed_path
        from ..screens.prompt import PromptScreen

        if browser.watching:
            browser.say(f"No longer watching {browser.watching.folder}.")
            browser.watch_folder("")
            return

        def chosen(typed: str | None) -> None:
            if not typed or not typed.strip():
                return
            folder = typed_path(typed)
            if folder.is_dir():
                browser.watch_folder(str(folder))
                browser.say(f"Watching {folder}: new files are added as they come; {self.keys} ends it.")
            else:
                browser.say(f"{folder} is not a folder.", severity="warning")

        hint = "New files in this folder are added as they come; those that are there are left."
        browser.app.push_screen(PromptScreen("Watch", "", hint=hint, complete=complete_path), chosen)


class OpenSample(Command):
    """Open a fresh copy of the sample library; yours stays as it is, and can be opened again."""

    id = "library.sample"
    keys = "S"
    title = "Open the sample library"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Make and open it."""
        from ..start import fresh_sample

        browser.switch_library(fresh_sample)


class OpenOwn(Command):
    """Open your own library again, after the sample or another: the one this was started for."""

    id = "library.own"
    title = "Open my library"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Open it, unless it is open."""
        from ..start import open_library

        own: Path | None = getattr(browser.app, "own", None)
        if own is None or (browser.library and browser.library.folder == own):
            browser.say("This is your library.")
        else:
            browser.switch_library(lambda: open_library(own))


class OpenLibrary(Command):
    """Open another library, or make a new one, by naming its folder."""

    id = "library.open"
    keys = "O"
    title = "Open another library"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Ask which."""
        from ..paths import complete_path, typed_path
        from ..screens.prompt import PromptScreen
        from ..start import open_library

        def opened(folder: str | None) -> None:
            if folder and folder.strip():
                browser.switch_library(lambda: open_library(typed_path(folder)))

        here = f"{browser.library.folder.parent}/" if browser.library else ""
        hint = "The folder of a library; a new one is made."
        browser.app.push_screen(
            PromptScreen("Open a library", here, hint=hint, complete=complete_path), opened
        )


COMMANDS: tuple[type[Command], ...] = (Add, Paste, Watch, StopAdding, OpenSample, OpenOwn, OpenLibrary)
