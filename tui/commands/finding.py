"""Narrowing the lists, and going from hit to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import LOADING, Command, Situation

if TYPE_CHECKING:
    from ..screens.browser import Browser

GROUP = "Finding"


class Filter(Command):
    """Narrow everything as you type: words, "a phrase", -without, official: country: after:2023 and more."""

    id = "filter"
    keys = "slash"
    title = "Filter"
    group = GROUP
    footer = "filter"

    def why_not(self, now: Situation) -> str:
        """Needs a library."""
        return "" if now.open else LOADING

    def run(self, browser: Browser) -> None:
        """Open the line to type in."""
        browser.open_filter()


COMMANDS: tuple[type[Command], ...] = (Filter,)
