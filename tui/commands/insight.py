"""What officials say, compared: across sources, over time, in fixed phrases, in silence, and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ..state import filtered, focused
from .command import Command, OpenCommand, Situation

if TYPE_CHECKING:
    from ..insight.lines import Goal
    from ..insight.tasks import Task
    from ..screens.browser import Browser

GROUP = "Comparing"


def show(browser: Browser, task: Task) -> None:
    """Open the screen of an insight; what is chosen on it is shown in the browser."""
    from ..screens.insight import InsightScreen

    if browser.library is not None:
        browser.app.push_screen(InsightScreen(browser.library, task), lambda goal: arrive(browser, goal))


def arrive(browser: Browser, goal: Goal | None) -> None:
    """Show in the browser what was chosen: a quote in its source, a meeting, or what a filter finds."""
    if goal is None:
        return
    if goal.query and not goal.meetings:
        browser.change(focused(filtered(browser.state, goal.query), "meetings"))
        return
    meeting, quote = goal.meetings[0], next(iter(goal.quotes), "")
    shown = browser.meetings.place(browser.looked.meetings, meeting) is not None
    if browser.state.pane == "officials":
        browser.change(focused(browser.state, "meetings"))
    state = replace(browser.state, meeting=meeting, quote=quote)
    browser.change(focused(state if shown else filtered(state, ""), "quotes" if quote else "meetings"))
    if shown:
        browser.go_to(meeting, quote)


class InsightCommand(OpenCommand):
    """What these commands share: an open library."""

    group = GROUP


class Compare(InsightCommand):
    """Put the sources of this meeting side by side: what all tell, what only one tells, and in which words."""

    id = "compare"
    keys = "equals_sign"
    title = "Compare the sources"

    def why_not(self, now: Situation) -> str:
        """Needs a meeting."""
        return super().why_not(now) or ("" if now.meeting else "There is no meeting here to compare.")

    def run(self, browser: Browser) -> None:
        """Compare."""
        from ..insight.tasks import comparing

        if browser.library is not None and (meeting := browser.meeting):
            show(browser, comparing(browser.library, meeting))


class Accounts(InsightCommand):
    """List the meetings of which several sources tell, those first whose sources share most; enter compares."""

    id = "accounts"
    title = "Find meetings to compare"

    def run(self, browser: Browser) -> None:
        """Find them in what the filter leaves."""
        from ..insight.tasks import choosing

        if browser.library is not None:
            show(browser, choosing(browser.library, query=browser.state.query))


class Timeline(InsightCommand):
    """Follow this official over time: each position, the office held, and what changed in the words."""

    id = "timeline"
    keys = "T"
    title = "Follow the official"

    def why_not(self, now: Situation) -> str:
        """Needs an official, or a quote of one."""
        here = now.official if now.state.pane == "officials" else now.quote
        return super().why_not(now) or ("" if here else "There is no official here to follow.")

    def run(self, browser: Browser) -> None:
        """Follow the official under the cursor, or the one who said the quote."""
        from ..insight.tasks import following

        library, official = browser.library, browser.official
        if library is None:
            return
        if browser.state.pane != "officials" and (quote := browser.quote):
            official = library.official(quote.officials[0]) if quote.officials else None
        if official is None:
            browser.say("This quote is of no single official.", severity="warning")
        else:
            show(browser, following(library, official))


class Formulas(InsightCommand):
    """Find the fixed phrases that recur in what the filter leaves, and which words of this quote they are."""

    id = "formulas"
    keys = "P"
    title = "Find formulas"

    def run(self, browser: Browser) -> None:
        """Find them."""
        from ..insight.tasks import phrasing

        if browser.library is not None:
            quote = browser.quote if browser.state.pane in ("quotes", "source") else None
            show(browser, phrasing(browser.library, browser.state.query, quote))


class Silence(InsightCommand):
    """List the topics that officials and countries used to speak of and no longer do."""

    id = "silence"
    keys = "Q"
    title = "Find silences"

    def run(self, browser: Browser) -> None:
        """Find them, as of today."""
        from ..insight.tasks import missing

        if browser.library is not None:
            show(browser, missing(browser.library, date.today().isoformat(), browser.state.query))


class Overview(InsightCommand):
    """Count what the filter leaves: meetings by month, country, kind and place, who met whom, who speaks of what."""

    id = "overview"
    keys = "i"
    title = "Overview"

    def run(self, browser: Browser) -> None:
        """Count."""
        from ..insight.tasks import counting

        if browser.library is not None:
            show(browser, counting(browser.library, browser.state.query))


COMMANDS: tuple[type[Command], ...] = (Compare, Accounts, Timeline, Formulas, Silence, Overview)
