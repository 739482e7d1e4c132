"""One quote made two, and several made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..marking import without
from .changing import GROUP
from .command import Command, Situation, unchangeable

if TYPE_CHECKING:
    from ..screens.browser import Browser


class Split(Command):
    """Split the quote under the cursor in two, at a place to be chosen in its source."""

    id = "quote.split"
    keys = "vertical_line"
    title = "Split a quote"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a quote."""
        return unchangeable(now) or ("" if now.quote else "There is no quote here.")

    def run(self, browser: Browser) -> None:
        """Show the second part, whose beginning moves."""
        from ..screens.correct import split_quote

        split_quote(browser)


class Join(Command):
    """Join the marked quotes of one speaker into one; with fewer than two marked, this one and the next."""

    id = "quote.join"
    keys = "ampersand"
    title = "Join quotes"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs quotes."""
        some = now.quote or len(now.state.marks.quotes) > 1
        return unchangeable(now) or ("" if some else "There is no quote here.")

    def run(self, browser: Browser) -> None:
        """Join them at once: undo is the way back."""
        ids = sorted(browser.state.marks.quotes)
        if len(ids) < 2 and (quote := browser.quote):
            beside = browser.detail.beside(quote)
            at = beside.index(quote)
            ids = [one.id for one in beside[at : at + 2]]
        browser.change(without(browser.state, "quotes", ids))
        browser.change_library(lambda library: library.join_quotes(ids))


COMMANDS: tuple[type[Command], ...] = (Split, Join)
