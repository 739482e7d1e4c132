"""Narrowing the lists, and going from hit to hit."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, cast

from ..state import ORDERS, Order, filtered, focused
from .command import Command, OpenCommand, Situation

if TYPE_CHECKING:
    from ..screens.browser import Browser

GROUP = "Finding"
FAR = 300
"""Meetings looked through for the next hit before giving up: as far as a key may reach without making one wait."""


class Filter(OpenCommand):
    """Narrow everything as you type: words, "a phrase", -without, official: country: after:2023 and more."""

    id = "filter"
    keys = "slash"
    title = "Filter"
    group = GROUP
    footer = "filter"

    def run(self, browser: Browser) -> None:
        """Open the line to type in."""
        browser.open_filter()


class NextHit(Command):
    """To the next quote that holds the words of the filter, also in the meetings below."""

    id = "hit.next"
    keys = "n"
    title = "Next hit"
    group = GROUP
    by = 1

    def why_not(self, now: Situation) -> str:
        """Needs a filter."""
        return "" if now.state.query else "There is no filter whose words could be gone to."

    def run(self, browser: Browser) -> None:
        """Go on in these quotes, then in the next meetings."""
        hits = [block.key for block in browser.quotes.blocks if block.key and browser.hits(block.body)]
        ahead = ahead_of(browser.quotes.keys, browser.quotes.key, self.by)
        here = browser.quotes.key
        started = browser.state.pane in ("quotes", "source")
        wanted = [key for key in ahead if key in hits] if started else hits[:: self.by]
        if wanted and not (started and wanted[0] == here):
            browser.change(focused(browser.state, "quotes"))
            browser.quotes.go_to(wanted[0])
            return
        self._elsewhere(browser)

    def _elsewhere(self, browser: Browser) -> None:
        rows, library = browser.meetings.rows, browser.library
        cursor = browser.meetings.cursor
        places = range(cursor + 1, len(rows)) if self.by > 0 else range(cursor - 1, -1, -1)
        for place in islice(places, FAR):
            meeting = browser.meetings.row_at(place)
            quotes = library.quotes(meeting.id) if library and meeting else ()
            found = [quote.id for quote in quotes if browser.hits(quote.text)]
            if meeting and found:
                browser.change(focused(browser.state, "quotes"))
                browser.go_to(meeting.id, found[0 if self.by > 0 else -1])
                return
        browser.say("No more hits that way.")


class PreviousHit(NextHit):
    """To the quote before that holds the words of the filter."""

    id = "hit.previous"
    keys = "N"
    title = "Previous hit"
    by = -1


def ahead_of(keys: list[str], key: str, by: int) -> list[str]:
    """Return the keys after (or with -1 before, nearest first) one of them."""
    if key not in keys:
        return keys[::by]
    at = keys.index(key)
    return keys[at + 1 :] if by > 0 else keys[:at][::-1]


class FilterByThis(Command):
    """Narrow by something of what is under the cursor: its official, country, place, day, kind or tag."""

    id = "filter.this"
    keys = "full_stop"
    title = "Filter by this"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a row."""
        return "" if now.something else "There is nothing here to filter by."

    def run(self, browser: Browser) -> None:
        """Ask by what, unless there is only one thing."""
        from store.query import add_term, term

        from ..screens.menu import Choice, MenuScreen

        terms = terms_of(browser)
        choices = [
            Choice(str(number) if number < 10 else "", term(field, value), term(field, value))
            for number, (field, value) in enumerate(terms, start=1)
        ]

        def taken(chosen: str | None) -> None:
            for field, value in terms:
                if term(field, value) == chosen:
                    browser.change(filtered(browser.state, add_term(browser.state.query, field, value)))

        if choices:
            browser.app.push_screen(MenuScreen("Filter by", choices), taken)


def terms_of(browser: Browser) -> list[tuple[str, str]]:
    """Return field and value of everything that what is under the cursor can be filtered by."""
    found: list[tuple[str, str | None]] = []
    if browser.state.pane == "officials" and (official := browser.official):
        found = [("official", official.name), ("country", official.country)]
    elif browser.state.pane in ("quotes", "source") and (quote := browser.quote):
        found = [("official", quote.speaker), ("cue", quote.cue), ("kind", quote.kind)]
        found += [("status", quote.status), *(("tag", tag) for tag in quote.tags)]
    if browser.state.pane != "officials" and (meeting := browser.meeting):
        found += [("official", one.name) for one in meeting.participants[:6]]
        found += [("place", meeting.place), ("on", meeting.date), ("kind", meeting.kind)]
        found += [("country", one.country) for one in meeting.participants[:6]]
        found += [("source", meeting.sources[0].publisher if meeting.sources else None)]
        found += [("tag", tag) for tag in meeting.tags]
    return list(dict.fromkeys((field, value) for field, value in found if value))


class Sort(Command):
    """Put the meetings in another order: by date, place, official, number of quotes or title."""

    id = "sort"
    keys = "s"
    title = "Sort"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Ask how."""
        from ..screens.menu import Choice, MenuScreen

        choices = [
            Choice(key, label, order) for key, (order, label) in zip("nopfmt", ORDERS.items(), strict=True)
        ]

        def taken(order: str | None) -> None:
            if order:
                browser.change(replace(browser.state, order=cast(Order, order)))

        browser.app.push_screen(MenuScreen("Sort the meetings", choices, at=browser.state.order), taken)


class ClearFilter(Command):
    """Take the whole filter off."""

    id = "filter.clear"
    keys = "backspace"
    title = "Clear the filter"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a filter."""
        return "" if now.state.query else "There is no filter."

    def run(self, browser: Browser) -> None:
        """Clear it."""
        browser.change(filtered(browser.state, ""))


class SaveFilter(Command):
    """Keep this filter under a name; the first nine are called with 1 to 9."""

    id = "filter.save"
    keys = "W"
    title = "Save this filter"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a filter."""
        return "" if now.state.query else "There is no filter to save."

    def run(self, browser: Browser) -> None:
        """Ask for the name."""
        from ..screens.prompt import PromptScreen

        query = browser.state.query

        def named(name: str | None) -> None:
            if name and name.strip():
                number = browser.memory.save_filter(name.strip(), query)
                browser.say(f"Saved; {number} calls it." if number < 10 else "Saved; F lists it.")

        browser.app.push_screen(PromptScreen("Name of this filter", query, hint=query, selected=True), named)


class SavedFilters(Command):
    """Choose one of the saved filters; D takes one off the list."""

    id = "filter.list"
    keys = "F"
    title = "Saved filters"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Show them."""
        from ..screens.menu import Choice, MenuScreen

        saved = browser.memory.filters
        if not saved:
            browser.say("No filter is saved yet: W saves the one in force.")
            return
        choices = [
            Choice(str(number) if number < 10 else "", name, str(number), query)
            for number, (name, query) in enumerate(saved, start=1)
        ]
        removing = [Choice("D", "forget one …", "forget")]

        def taken(chosen: str | None) -> None:
            if chosen == "forget":
                browser.app.push_screen(MenuScreen("Forget which", choices), forgotten)
            elif chosen:
                browser.call_filter(int(chosen))

        def forgotten(chosen: str | None) -> None:
            if chosen:
                name, _ = saved[int(chosen) - 1]
                browser.memory.forget_filter(int(chosen))
                browser.say(f"Forgot the filter {name}.")

        browser.app.push_screen(MenuScreen("Saved filters", [*choices, *removing]), taken)


COMMANDS: tuple[type[Command], ...] = (
    Filter,
    NextHit,
    PreviousHit,
    FilterByThis,
    ClearFilter,
    Sort,
    SaveFilter,
    SavedFilters,
)
