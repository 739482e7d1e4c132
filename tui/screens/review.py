"""The review queue: one unchecked quote after the other over its source, the unsure ones first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.errors import DiploError
from store.finding import find_quotes
from store.model import Quote
from store.wording import attribution

from ..typeset.days import day_range
from ..typeset.page import page_of
from ..typeset.people import described, who_met
from ..widgets.source_view import SourceView
from .correct import correct_quote
from .help import HelpScreen

if TYPE_CHECKING:
    from store.library import Library

    from .browser import Browser

LONGEST = 5_000
"""Quotes in the queue at once; the next visit goes on with the rest."""


def queue(library: Library, query: str) -> list[str]:
    """Return the ids of unchecked quotes within a filter: the unsure first, each part in the order found."""
    found = [
        row.quote
        for row in islice(
            find_quotes(library, f"({query}) status:found" if query else "status:found"), LONGEST
        )
    ]
    return [one.id for one in found if not one.sure] + [one.id for one in found if one.sure]


def doubt_about(quote: Quote) -> str:
    """Say what the reader was not sure of, or nothing."""
    if quote.sure:
        return ""
    if not quote.speaker:
        return "unsure: nobody is named"
    return "unsure: who is meant was guessed" if quote.cue else "unsure: taken for more of the speaker before"


class ReviewScreen(ModalScreen[None]):
    """Confirm, correct, reject or skip; where it was left, the next visit goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,exclamation_mark,y", "confirm", "Mark as checked", id="review.confirm"),
        Binding("c", "correct", "Correct", id="review.correct"),
        Binding("d,D,x", "reject", "Reject", id="review.reject"),
        Binding("n,j,down,right", "step(1)", "Skip", id="review.skip"),
        Binding("p,k,up,left", "step(-1)", "Back", id="review.back"),
        Binding("u,ctrl+z", "undo", "Undo", id="review.undo"),
        Binding("question_mark,f1", "help", "Help", id="review.help"),
        Binding("escape,q", "dismiss", "Leave", id="review.leave"),
    ]

    def __init__(self, browser: Browser, library: Library, ids: Sequence[str], begin: str) -> None:
        super().__init__()
        self._browser, self._library = browser, library
        self._ids = list(ids)
        self._at = self._ids.index(begin) if begin in self._ids else 0
        self._done = 0

    def compose(self) -> ComposeResult:
        """Make the card."""
        with Vertical(classes="card", id="review") as card:
            card.border_subtitle = "⏎ right  c correct  d reject  n next  p back  u undo"
            yield Static("", id="review-facts")
            text = SourceView(id="review-text")
            text.can_focus = False
            yield text

    def on_mount(self) -> None:
        """Show the first."""
        self._draw()

    def show_again(self) -> None:
        """Show the quote as it is now: the library changed."""
        if self.is_mounted:
            self._draw()

    def _quote(self) -> Quote | None:
        while self._ids:
            self._at = max(0, min(self._at, len(self._ids) - 1))
            try:
                return self._library.quote(self._ids[self._at])
            except DiploError:
                del self._ids[self._at]
        return None

    def _draw(self) -> None:
        quote = self._quote()
        card = self.query_one("#review")
        if quote is None:
            card.border_title = "Review"
            self.query_one("#review-facts", Static).update("Nothing is left to review here.")
            return
        meeting = self._library.meeting(quote.meeting)
        card.border_title = f"Review {self._at + 1:,} of {len(self._ids):,} · {self._done} done"
        cue, doubt = attribution(None, quote.cue), doubt_about(quote)
        day = day_range(meeting.date, meeting.end_date)
        facts = [
            Content.assemble((described(day, meeting.place, who_met(meeting, " – ")), "$quiet")),
            Content.assemble(
                (described(quote.speaker or "nobody named"), "bold $primary"),
                (f"  {described(cue, quote.kind, quote.status, doubt)}", "$secondary"),
            ),
        ]
        self.query_one("#review-facts", Static).update(Content("\n").join(facts))
        page = page_of(self._library.source(quote.source), self._library.quotes(quote.meeting))
        self.query_one(SourceView).show(page, current=quote.id)

    def action_step(self, by: int) -> None:
        """Go on or back without deciding."""
        self._at += by
        if quote := self._quote():
            self._browser.remember_review(quote.id)
        self._draw()

    def _decide(self, change: Callable[[Library, str], object]) -> None:
        if quote := self._quote():
            self._browser.change_library(lambda library: change(library, quote.id))
            self._done += 1
            if self._at + 1 < len(self._ids):
                self.action_step(1)

    def action_confirm(self) -> None:
        """Store that a person found it right."""
        self._decide(lambda library, one: library.change_quotes([one], status="checked"))

    def action_reject(self) -> None:
        """Delete it; undo brings it back."""
        self._decide(lambda library, one: library.delete_quotes([one]))

    def action_correct(self) -> None:
        """Correct speaker, kind and span."""
        if quote := self._quote():
            correct_quote(self._browser, quote)

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(self))

    def action_undo(self) -> None:
        """Take the last decision back."""
        self._browser.action_command("undo")
