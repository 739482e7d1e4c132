"""What the browser is showing, as one value, and every way it can change. Pure: nothing here draws or looks up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Pane = Literal["meetings", "officials", "quotes", "source"]
PANES: tuple[Pane, ...] = ("meetings", "officials", "quotes", "source")
Order = Literal["date", "oldest", "place", "official", "quotes", "title"]
ORDERS: dict[Order, str] = {
    "date": "newest first",
    "oldest": "oldest first",
    "place": "by place",
    "official": "by official",
    "quotes": "most quotes first",
    "title": "by title",
}
TRAIL_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Marks:
    """What the user has marked, by id; it stays marked whatever the filter and sort."""

    meetings: frozenset[int] = frozenset()
    quotes: frozenset[str] = frozenset()
    officials: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.meetings) + len(self.quotes) + len(self.officials)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place one can come back to: a quote in its meeting or, with ``official``, among all that this one said."""

    meeting: int = 0
    quote: str = ""
    official: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """The whole of it. ``query`` is the filter as typed; ``trail`` is where one has been, up to ``trail_at``.

    ``about`` is the list whose cursor the right panes follow. ``gone`` are marks whose things are no longer there;
    they count for nothing, and are marks again when the things come back.
    """

    pane: Pane = "meetings"
    zoomed: bool = False
    query: str = ""
    order: Order = "date"
    meeting: int = 0
    official: int = 0
    quote: str = ""
    marks: Marks = Marks()
    gone: Marks = Marks()
    range_from: str = ""
    trail: tuple[Spot, ...] = ()
    trail_at: int = -1
    about: Literal["meetings", "officials"] = "meetings"


def focused(state: State, pane: Pane) -> State:
    """Give the keys to a pane; a range begun in another ends."""
    return replace(state, pane=pane, range_from="" if pane != state.pane else state.range_from)


def next_pane(state: State, by: int) -> State:
    """Go round the panes."""
    return focused(state, PANES[(PANES.index(state.pane) + by) % len(PANES)])


def filtered(state: State, query: str) -> State:
    """Put another filter in the place of the one there is."""
    return replace(state, query=query)


def level_up(state: State) -> State:
    """Do what escape does: end the range, leave the zoom, leave the right panes, peel a filter, in this order."""
    if state.range_from:
        return replace(state, range_from="")
    if state.zoomed:
        return replace(state, zoomed=False)
    if state.pane == "source":
        return focused(state, "quotes")
    if state.pane == "quotes":
        return focused(state, state.about)  # an official's page was opened from the officials
    if state.query:
        from store.query import peel

        return filtered(state, peel(state.query))
    return focused(state, "meetings")


def spot(state: State) -> Spot:
    """Return the place where one is."""
    return Spot(state.meeting, state.quote, state.official if state.about == "officials" else 0)


def visited(state: State, place: Spot) -> State:
    """Remember a place; what lay ahead on the trail is forgotten."""
    trail = state.trail[: state.trail_at + 1]
    if trail and trail[-1] == place:
        return replace(state, trail=trail, trail_at=len(trail) - 1)
    trail = (*trail, place)[-TRAIL_LENGTH:]
    return replace(state, trail=trail, trail_at=len(trail) - 1)


def travelled(state: State, by: int) -> State:
    """Go back or forth on the trail; at its ends nothing changes."""
    at = state.trail_at + by
    if not 0 <= at < len(state.trail):
        return state
    there = state.trail[at]
    to = replace(state, trail_at=at, meeting=there.meeting, quote=there.quote, about="meetings")
    return replace(to, official=there.official, about="officials") if there.official else to
