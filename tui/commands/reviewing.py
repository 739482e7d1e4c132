"""Looking over what the reader found, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import Command, Situation, unchangeable

if TYPE_CHECKING:
    from ..screens.browser import Browser

GROUP = "Changing"


class Review(Command):
    """Review unchecked quotes of the filter one by one, the unsure first; it goes on where it was left."""

    id = "review"
    keys = "R"
    title = "Review"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a library that can be written."""
        return unchangeable(now)

    def run(self, browser: Browser) -> None:
        """Collect the queue in a worker, then show it."""
        browser.begin_review()


class Steps(Command):
    """Show the steps of this library, newest first."""

    id = "steps"
    keys = "L"
    title = "Show the steps taken"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a library."""
        return "" if now.open else "The library is still being opened."

    def run(self, browser: Browser) -> None:
        """List them."""
        from ..screens.menu import Choice, MenuScreen

        if library := browser.library:
            steps = library.history(200)
            choices = [
                Choice("", step.what, str(step.number), step.at[:16].replace("T", " ")) for step in steps
            ]
            browser.app.push_screen(
                MenuScreen("Steps, newest first", choices or [Choice("", "none yet", "")], wide=True)
            )


COMMANDS: tuple[type[Command], ...] = (Review, Steps)
