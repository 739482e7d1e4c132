"""Giving out what was found: copies, files, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..choosing import chosen
from .command import Command, Situation

if TYPE_CHECKING:
    from ..screens.browser import Browser

GROUP = "Giving out"


class Copy(Command):
    """Copy the quote under the cursor, or the marked ones: as text, with its attribution, as Markdown, or cited."""

    id = "copy"
    keys = "y"
    title = "Copy"
    group = GROUP
    footer = "copy"

    def why_not(self, now: Situation) -> str:
        """Needs something."""
        return "" if now.something else "There is nothing here to copy."

    def run(self, browser: Browser) -> None:
        """Ask how."""
        from ..screens.copying import ask_how

        ask_how(browser, chosen(browser.state))


class Export(Command):
    """Write the marked quotes, or else what is under the cursor, to a file: Markdown, CSV, BibTeX and more."""

    id = "export"
    keys = "e"
    title = "Export"
    group = GROUP
    footer = "export"

    def why_not(self, now: Situation) -> str:
        """Needs something."""
        return "" if now.something else "There is nothing here to export."

    def run(self, browser: Browser) -> None:
        """Ask where to."""
        from ..screens.export import ExportScreen

        if browser.library:
            browser.app.push_screen(
                ExportScreen(browser.library, chosen(browser.state), browser.state.query, browser.settings)
            )


def has_browser() -> bool:
    """Tell whether the system has a browser to open a page in; over ssh it often has none."""
    import webbrowser

    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


class OpenPage(Command):
    """Open the page the text comes from in the browser of the system."""

    id = "open"
    keys = "o"
    title = "Open the source's page"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a meeting with a source."""
        return "" if now.meeting else "There is no source here."

    def run(self, browser: Browser) -> None:
        """Open it, if it is a page."""
        meeting, quote = browser.meeting_shown(), browser.quote
        labels = [one for one in meeting.sources if not quote or one.id == quote.source] if meeting else []
        url = labels[0].url if labels else None
        if url and url.startswith(("http://", "https://")):
            if not (browser.app.is_web or has_browser()):
                browser.say(f"There is no browser here to open {url}", severity="warning")
                return
            browser.app.open_url(url)
            browser.say(f"Opened {url}")
        else:
            browser.say("This source has no page on the web.", severity="warning")


COMMANDS: tuple[type[Command], ...] = (Copy, Export, OpenPage)
