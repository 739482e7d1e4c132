"""Getting about: panes, zoom, back, and the trail of places one has been to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..state import Spot, focused, level_up, next_pane, travelled, visited
from .command import Command, Situation

if TYPE_CHECKING:
    from ..screens.browser import Browser

GROUP = "Moving"


class NextPane(Command):
    """Give the keys to the next pane."""

    id = "pane.next"
    keys = "tab,l,right"
    title = "Next pane"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Go round."""
        browser.change(next_pane(browser.state, 1))


class PreviousPane(Command):
    """Give the keys to the pane before."""

    id = "pane.previous"
    keys = "shift+tab,h,left"
    title = "Previous pane"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Go round the other way."""
        browser.change(next_pane(browser.state, -1))


class Zoom(Command):
    """Give the whole screen to the pane with the keys, and back."""

    id = "pane.zoom"
    keys = "z"
    title = "Zoom"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Turn over."""
        browser.change(replace(browser.state, zoomed=not browser.state.zoomed))


class Back(Command):
    """One level back: out of a range, a zoom or a pane, and then one step of the filter after the other."""

    id = "back"
    keys = "escape"
    title = "Back"
    group = GROUP

    def run(self, browser: Browser) -> None:
        """Go up."""
        browser.change(level_up(browser.state))


class NextInSource(Command):
    """To the next quote in the order of the text it comes from."""

    id = "quote.next"
    keys = "J"
    title = "Next quote in the source"
    group = GROUP
    by = 1

    def why_not(self, now: Situation) -> str:
        """Needs a quote."""
        return "" if now.quote else "There is no quote here."

    def run(self, browser: Browser) -> None:
        """Step along the source."""
        if quote := browser.quote:
            beside = browser.detail.beside(quote)
            at = beside.index(quote) + self.by
            if 0 <= at < len(beside):
                browser.quotes.go_to(beside[at].id)


class PreviousInSource(NextInSource):
    """To the quote before, in the order of the text it comes from."""

    id = "quote.previous"
    keys = "K"
    title = "Previous quote in the source"
    by = -1


class Context(Command):
    """Show what stands around the quote in its source, above and below it; a second time puts it away."""

    id = "quote.context"
    keys = "x"
    title = "Context of a quote"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a quote."""
        return "" if now.quote else "There is no quote here."

    def run(self, browser: Browser) -> None:
        """Show it, or put it away."""
        if quote := browser.quote:
            browser.show_context("" if browser.context == quote.id else quote.id)


class ToMeeting(Command):
    """To the meeting in which the quote under the cursor was said; [ comes back."""

    id = "quote.meeting"
    keys = "m"
    title = "To its meeting"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a quote."""
        return "" if now.quote else "There is no quote here."

    def run(self, browser: Browser) -> None:
        """Go there, leaving a way back."""
        if quote := browser.quote:
            left = visited(focused(browser.state, "quotes"), browser.here(quote))
            browser.change(visited(left, Spot(quote.meeting, quote.id)))
            browser.go_to(quote.meeting, quote.id)


class TrailBack(Command):
    """Back to the quote or meeting opened before."""

    id = "trail.back"
    keys = "left_square_bracket"
    title = "Back on the trail"
    group = GROUP
    by = -1

    def why_not(self, now: Situation) -> str:
        """Needs somewhere to go."""
        inside = 0 <= now.state.trail_at + self.by < len(now.state.trail)
        return "" if inside else "The trail ends here."

    def run(self, browser: Browser) -> None:
        """Go there."""
        browser.change(travelled(browser.state, self.by))


class TrailForth(TrailBack):
    """Forward again on the trail."""

    id = "trail.forth"
    keys = "right_square_bracket"
    title = "Forward on the trail"
    by = 1


COMMANDS: tuple[type[Command], ...] = (
    NextPane,
    PreviousPane,
    Zoom,
    Back,
    NextInSource,
    PreviousInSource,
    Context,
    ToMeeting,
    TrailBack,
    TrailForth,
)
