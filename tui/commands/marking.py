"""Marks: on one thing, a range, everything the filter leaves, or all but the marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..marking import between, inverted, markable, toggled, unmarked
from .command import Command, Situation

if TYPE_CHECKING:
    from ..screens.browser import Browser

GROUP = "Marking"


def keys_here(browser: Browser) -> Sequence[int] | Sequence[str]:
    """Return the ids of everything the pane with the keys shows."""
    match browser.state.pane:
        case "meetings":
            browser.list_all()
            return browser.meetings.ids
        case "officials":
            return [row.official.id for row in browser.officials.rows]
        case _:
            return browser.quotes.keys


def key_here(browser: Browser) -> int | str:
    """Return the id of what is under the cursor, or something empty."""
    match browser.state.pane:
        case "meetings":
            return browser.meetings.row.id if browser.meetings.row else 0
        case "officials":
            return browser.official.id if browser.official else 0
        case _:
            return browser.quotes.key


class MarkCommand(Command):
    """What marking commands share: they need something to mark."""

    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a row."""
        here = {"meetings": now.meeting, "officials": now.official}.get(now.state.pane, now.quote)
        return "" if here else "There is nothing to mark here."


class Mark(MarkCommand):
    """Mark what is under the cursor and go on; with a range begun, mark or unmark the range."""

    id = "mark"
    keys = "space"
    title = "Mark"
    footer = "mark"

    def run(self, browser: Browser) -> None:
        """Turn the mark over."""
        state, here = browser.state, key_here(browser)
        if state.range_from:
            keys = keys_here(browser)
            first = next((key for key in keys if str(key) == state.range_from), here)
            browser.change(toggled(state, markable(state), between(keys, first, here)))
            return
        browser.change(toggled(state, markable(state), [here]))
        if browser.state.pane != "source":
            browser.query_one(f"#{state.pane}").action_move(1)  # type: ignore[attr-defined]


class Range(MarkCommand):
    """Begin a range here; a second time marks everything from there to the cursor."""

    id = "mark.range"
    keys = "v"
    title = "Mark a range"

    def run(self, browser: Browser) -> None:
        """Begin, or end as space would."""
        if browser.state.range_from:
            Mark().run(browser)
        else:
            browser.change(replace(browser.state, range_from=str(key_here(browser))))
            browser.say("Range begun: move, then space or v marks it, escape leaves it.")


class MarkAll(MarkCommand):
    """Mark everything this pane shows; when all of it is marked, take the marks off."""

    id = "mark.all"
    keys = "A"
    title = "Mark all shown"

    def run(self, browser: Browser) -> None:
        """Mark them."""
        browser.change(toggled(browser.state, markable(browser.state), keys_here(browser)))


class Invert(MarkCommand):
    """Mark what is not marked of what this pane shows, and the other way round."""

    id = "mark.invert"
    keys = "I"
    title = "Turn the marks over"

    def run(self, browser: Browser) -> None:
        """Turn them."""
        browser.change(inverted(browser.state, markable(browser.state), keys_here(browser)))


class Unmark(Command):
    """Take all marks off, those out of sight too."""

    id = "mark.none"
    keys = "U"
    title = "Unmark all"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs marks."""
        return "" if len(now.state.marks) else "Nothing is marked."

    def run(self, browser: Browser) -> None:
        """Forget them."""
        browser.change(unmarked(browser.state))


COMMANDS: tuple[type[Command], ...] = (Mark, Range, MarkAll, Invert, Unmark)
