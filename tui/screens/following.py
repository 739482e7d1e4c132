"""The right panes follow the cursor on the left, and lead from a quote to its source and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widget import Widget

from store.errors import LibraryError

from ..rubbish import look_at_new
from ..state import Spot, filtered, focused, visited
from ..typeset.blocks import Block
from ..typeset.context import with_context
from ..typeset.page import Page, label_of, page_of
from ..widgets.line_list import LineList
from ..widgets.quotes_view import QuotesView
from ..widgets.source_view import SourceView
from .ahead import MANY, Widths, all_ready, make_ready
from .detail import Detail, of_official
from .panes import Panes
from .reader import LibraryReader

if TYPE_CHECKING:
    from store.library import Library
    from store.model import Meeting, Quote

AHEAD = 0.08
"""Seconds without a step after which the next is prepared: later than anything that is still to be painted."""
SETTLE = 0.05
"""Seconds without a step of the cursor after which it rests."""


class Following(Panes):
    """Quotes and source of what is under the cursor."""

    @on(LineList.Moved)
    def settle(self, event: LineList.Moved) -> None:
        """Let the panes on the right follow a step of the cursor once it is painted, and several when it rests."""
        self._turn_to(event.pane)
        if self._settling:
            self._settling.stop()
            self._behind = True
        else:
            self.once_painted(self.follow)
        self._settling = self.set_timer(SETTLE, self._rest)

    def _rest(self) -> None:
        self._settling = None
        self.follow_now()
        self.once_painted(look_at_new)

    def _turn_to(self, pane: Widget) -> None:
        """Let the right panes follow this list."""
        self.state = replace(self.state, about="officials" if pane is self.officials else "meetings")

    def follow_now(self) -> None:
        """Do not wait any longer, if anything waits."""
        if self._behind:
            self.follow()

    def follow(self) -> None:
        """Show what belongs to the row under the cursor."""
        self._behind = False
        if self.library is None:
            return
        if self.state.about == "officials" and (official := self.official):
            self.state = replace(self.state, official=official.id)
            self.show_perhaps()
            self.look_at_official(official.id, self.looked.query)
        elif meeting := self.meetings.row:
            at = self.state.quote if meeting.id == self.state.meeting else ""
            self.state = replace(self.state, meeting=meeting.id)
            try:
                self.show_ready(self.library, meeting, at)
            except LibraryError:  # deleted since the list was drawn; the next list comes without it
                self.show_detail(Detail())
        else:
            self.show_detail(Detail())

    def show_ready(self, library: Library, meeting: Meeting, at: str) -> None:
        """Show a meeting; when the cursor rests, set those that the next step leads to. Raises `LibraryError`."""
        ready = self._made.get(library, meeting.id) or make_ready(library, meeting)
        self._made.keep({meeting.id: ready})
        self.show_detail(ready.detail, at, ready.pages)
        if self._looking_ahead:
            self._looking_ahead.stop()
        self._looking_ahead = self.set_timer(AHEAD, self.look_ahead)

    def look_ahead(self) -> None:
        """Set the long meetings next to the cursor, in a worker."""
        library, at = self.library, self.meetings.cursor
        if library is None or not self.meetings.rows:
            return
        rows = (
            self.meetings.row_at(near) for near in (at + 1, at - 1) if 0 <= near < len(self.meetings.rows)
        )
        long = [row for row in rows if row and row.quotes >= MANY and not self._made.get(library, row.id)]
        if long:
            widths = Widths(self.quotes.room.width, self.source.width_of_text())
            self._run(lambda: self.MadeReady(all_ready(library, long, widths)), "ahead")

    @on(LibraryReader.MadeReady)
    def keep_ready(self, event: LibraryReader.MadeReady) -> None:
        """Keep what was set."""
        self._made.keep(event.made)

    def show_detail(self, detail: Detail, at: str = "", pages: Mapping[int, Page] | None = None) -> None:
        """Show quotes, and the source of the one under the cursor; ``pages`` are those that are set already."""
        self.detail = detail
        self._pages = dict(pages or {})
        self.quotes.border_title = Content(f"Quotes · {detail.title}" if detail.title else "Quotes")
        if not at and self.state.query:
            at = next((block.key for block in detail.blocks if block.key and self.hits(block.body)), "")
        self.quotes.show(self._blocks(detail), at=at, hits=self.hits)
        self.show_source()

    def show_context(self, quote: str) -> None:
        """Show what stands around a quote in its source; around none when nothing is named."""
        self.context = quote
        self.show_detail(self.detail, self.quotes.key)

    def _blocks(self, detail: Detail) -> Sequence[Block]:
        quote = detail.quotes.get(self.context)
        if quote is None or self.library is None:
            return detail.blocks
        try:
            return with_context(detail.blocks, quote, self.library.source(quote.source).text)
        except LibraryError:  # deleted meanwhile
            return detail.blocks

    @on(QuotesView.Moved)
    def show_source(self) -> None:
        """Show where the quote under the cursor comes from."""
        quote = self.quote
        self.state = replace(self.state, quote=quote.id if quote else "")
        meeting = self.meeting_shown()
        label = (
            next((s for s in meeting.sources if not quote or s.id == quote.source), None) if meeting else None
        )
        if label is None or meeting is None or self.library is None:
            self.source.show(Page())
            self.source.border_title = Content("Source")
            return
        if label.id not in self._pages:
            own = self.detail.meeting is not None
            try:
                quotes = tuple(self.detail.quotes.values()) if own else self.library.quotes(meeting.id)
                self._pages[label.id] = page_of(self.library.source(label.id), quotes)
            except LibraryError:
                self._pages[label.id] = Page()
        several = (
            f" {meeting.sources.index(label) + 1} of {len(meeting.sources)}"
            if len(meeting.sources) > 1
            else ""
        )
        self.source.border_title = Content(f"Source{several} · {label_of(label)}")
        self.source.show(self._pages[label.id], current=self.quotes.key, hits=self.hits)

    def meeting_shown(self) -> Meeting | None:
        """Return the meeting of the quote under the cursor, or the one whose quotes are shown."""
        return (self.detail.meeting_of(self.quote) if self.quote else None) or self.detail.meeting

    # Opening things

    @on(LineList.Chosen)
    def read_quotes(self, event: LineList.Chosen) -> None:
        """Enter on the left: the keys go to the quotes."""
        self._turn_to(event.pane)
        self.follow()
        self.change(focused(self.state, "quotes"))

    @on(QuotesView.Chosen)
    def read_source(self) -> None:
        """Enter on a quote: its place in the source."""
        if quote := self.quote:
            self.change(visited(focused(self.state, "source"), self.here(quote)))
            self.source.reveal()

    @on(SourceView.Left)
    def back_to_quote(self) -> None:
        """Enter in the source: back to the quote."""
        self.change(focused(self.state, "quotes"))

    @on(SourceView.Picked)
    def pick(self, event: SourceView.Picked) -> None:
        """Go to the quote that was clicked in its source."""
        self.quotes.go_to(event.key)

    def here(self, quote: Quote) -> Spot:
        """Return the place of a quote that is shown, to come back to."""
        about = self.detail.official
        return Spot(quote.meeting, quote.id, about.id if about else 0)

    def arrive(self, there: Spot) -> None:
        """Show a place of the trail again."""
        if not there.official:
            self.go_to(there.meeting, there.quote)
        elif self.officials.place(self.officials.rows, there.official) is None and self.state.query:
            self.change(filtered(self.state, ""))
        else:
            self.officials.show(self.officials.rows, at=there.official)
            self.follow()

    def go_to(self, meeting: int, quote: str) -> None:
        """Show a meeting and one of its quotes, wherever the cursor was; a filter that hides it is taken off."""
        self.state = replace(self.state, meeting=meeting, quote=quote, about="meetings")
        if self.meetings.place(self.meetings.rows, meeting) is None and self.state.query:
            self.change(filtered(self.state, ""))
            return
        self.meetings.show(self.meetings.rows, at=meeting)
        self.follow()

    @on(LibraryReader.Said)
    def show_said(self, event: LibraryReader.Said) -> None:
        """Show what the official under the cursor said."""
        if self.official and self.official.id == event.official:
            self.show_detail(of_official(self.official, event.said, self.looked.query), self.state.quote)
