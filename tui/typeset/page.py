"""A source set as a page: its lines at one width, and what stands where on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from .people import described
from .plain import lines_kept
from .wrapping import Lines, wrap

if TYPE_CHECKING:
    from store.model import Quote, Source, SourceLabel


WIDTHS = 3
"""Widths for which the lines of a page are kept."""


class Place(NamedTuple):
    """A span of the text that belongs to a quote."""

    start: int
    end: int
    key: str


@dataclass(frozen=True)
class Page:
    """A text and the places of its quotes, sorted by start. ``text`` has the offsets of the source."""

    text: str = ""
    places: tuple[Place, ...] = ()
    label: str = ""
    _by_width: dict[int, Lines] = field(default_factory=dict, compare=False, repr=False)

    def lines(self, width: int) -> Lines:
        """Return the lines at a width; kept for the last few asked for, as a pane that is zoomed comes back."""
        if width not in self._by_width:
            if len(self._by_width) == WIDTHS:
                del self._by_width[next(iter(self._by_width))]
            self._by_width[width] = wrap(self.text, width)
        return self._by_width[width]

    def line_of(self, offset: int, width: int) -> int:
        """Return the line on which an offset stands."""
        return self.lines(width).line_of(offset)

    def between(self, start: int, end: int) -> list[Place]:
        """Return the places that touch a part of the text."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [place for place in self.places[first:last] if place.end > start]

    def place(self, key: str) -> Place | None:
        """Return where a quote stands."""
        return self._by_key.get(key)

    @cached_property
    def _starts(self) -> list[int]:
        return [place.start for place in self.places]

    @cached_property
    def _reach(self) -> list[int]:
        """How far each place, or one before it, goes."""
        return list(accumulate((place.end for place in self.places), max))

    @cached_property
    def _by_key(self) -> dict[str, Place]:
        return {place.key: place for place in self.places}


def page_of(source: Source, quotes: Sequence[Quote]) -> Page:
    """Set a source; quotes of other sources and those that went missing have no place on it."""
    places = sorted(
        Place(quote.start, quote.end, quote.id)
        for quote in quotes
        if quote.source == source.id and quote.status != "missing" and quote.end > quote.start
    )
    label = described(source.publisher, source.published, source.title)
    return Page(lines_kept(source.text), tuple(places), label)


def label_of(label: SourceLabel) -> str:
    """Name a source on one line."""
    return (
        described(label.publisher, label.published, label.title) or described(label.url) or "unnamed source"
    )
