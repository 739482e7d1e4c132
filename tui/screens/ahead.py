"""Long meetings are set before the cursor comes to them, and the last few that were shown are kept.

To read a thousand quotes, set them and wrap their source takes 15 to 30 ms; small meetings take none to speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from store.errors import LibraryError

from ..typeset.flow import Column
from ..typeset.page import Page, page_of
from .detail import Detail, of_meeting

if TYPE_CHECKING:
    from store.library import Library
    from store.model import Meeting

MANY = 100
"""Quotes from which a meeting is worth being set ahead."""
KEPT = 5
"""Meetings that are kept as they are set."""


class Widths(NamedTuple):
    """The cells of a line in the panes of the quotes and of the source."""

    quotes: int
    source: int


class Ready(NamedTuple):
    """A meeting set as of a ``version`` of the library, with pages of its sources by id."""

    version: int
    detail: Detail
    pages: Mapping[int, Page]


def make_ready(library: Library, meeting: Meeting, widths: Widths | None = None) -> Ready:
    """Set a meeting; with ``widths`` also the source of its first quote, each wrapped. Raises `LibraryError`."""
    version = library.version
    detail = of_meeting(meeting, library.quotes(meeting.id))
    pages: dict[int, Page] = {}
    first = next((block.key for block in detail.blocks if block.key), "")
    if widths and first:
        source = detail.quotes[first].source
        page = pages[source] = page_of(library.source(source), tuple(detail.quotes.values()))
        page.lines(widths.source)
        page.between(0, 0)  # what it finds quotes by is made, too
        if isinstance(detail.blocks, Column):
            detail.blocks.flow(widths.quotes)
    return Ready(version, detail, pages)


def all_ready(library: Library, meetings: Iterable[Meeting], widths: Widths) -> dict[int, Ready]:
    """Set several meetings, without those that are gone."""
    made: dict[int, Ready] = {}
    for meeting in meetings:
        with suppress(LibraryError):
            made[meeting.id] = make_ready(library, meeting, widths)
    return made


class Shelf:
    """The meetings that are set, the last few of them."""

    def __init__(self) -> None:
        self._made: dict[int, Ready] = {}

    def get(self, library: Library, meeting: int) -> Ready | None:
        """Return a meeting as it is set, unless the library has changed since."""
        made = self._made.get(meeting)
        return made if made and made.version == library.version else None

    def keep(self, made: Mapping[int, Ready]) -> None:
        """Keep meetings, and let the oldest go."""
        for meeting, one in made.items():
            self._made.pop(meeting, None)
            self._made[meeting] = one
        for meeting in list(self._made)[:-KEPT]:
            del self._made[meeting]

    def clear(self) -> None:
        """Let all go."""
        self._made.clear()
