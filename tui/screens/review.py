"""The review queue: pairs of officials who may be one, then one unchecked quote after the other over its source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.errors import DiploError
from store.harmless import one_line
from store.model import Meeting, Quote
from store.wording import attribution

from ..commands.history import redo, undo
from ..typeset.days import day_range
from ..typeset.page import page_of
from ..typeset.people import described, who_met
from ..typeset.signs import PERHAPS
from ..widgets.source_view import SourceView
from .correct import correct_quote
from .help import HelpScreen
from .merging import official_choice
from .queue import doubt_about, look

if TYPE_CHECKING:
    from store.library import Library, LikelySame
    from store.outcomes import Step

    from .browser import Browser

KEYS = "⏎ right  c correct  d reject  n next  p back  u undo"
PAIR_KEYS = "⏎ one: merge  d two persons  n next  p back  u undo"


MET = 3
"""Meetings by which one knows who an official is."""


def meeting_told(meeting: Meeting) -> str:
    """Tell a meeting by its days, place and people."""
    return described(day_range(meeting.date, meeting.end_date), meeting.place, who_met(meeting, " – "))


class ReviewScreen(ModalScreen[None]):
    """Confirm, correct, reject or skip; where it was left, the next visit goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,exclamation_mark,y", "confirm", "Mark as checked", id="review.confirm"),
        Binding("c", "correct", "Correct", id="review.correct"),
        Binding("d,D,x", "reject", "Reject", id="review.reject"),
        Binding("n,j,down,right", "step(1)", "Skip", id="review.skip"),
        Binding("p,k,up,left", "step(-1)", "Back", id="review.back"),
        Binding("u,ctrl+z", "undo", "Undo", id="review.undo"),
        Binding("ctrl+r", "redo", "Redo", id="review.redo"),
        Binding("question_mark,f1", "help", "Help", id="review.help"),
        Binding("escape,q", "dismiss", "Leave", id="review.leave"),
    ]

    def __init__(self, browser: Browser, library: Library, names: Sequence[str], begin: str) -> None:
        super().__init__()
        self._browser, self._library = browser, library
        self._names = list(names)
        self._at = self._names.index(begin) if begin in self._names else 0
        self._decided: dict[int, str] = {}
        self._undone: dict[int, str] = {}
        self._deciding = 0  # decisions that are still being stored
        self._returning = ""

    def compose(self) -> ComposeResult:
        """Make the card."""
        with Vertical(classes="card", id="review"):
            yield Static("", id="review-facts")
            text = SourceView(id="review-text")
            text.can_focus = False
            yield text

    def on_mount(self) -> None:
        """Show the first."""
        self._draw()

    def show_again(self) -> None:
        """Show what is here as it is now: the library changed. What undo or redo was about has the turn again."""
        if name := self._returning:
            self._returning = ""
            if name not in self._names:
                self._names.insert(self._at, name)
            self._at = self._names.index(name)
            if self._here():  # … unless a deletion was done again
                self._browser.remember_review(self._names[self._at])
        if self.is_mounted:
            self._draw()

    def _here(self) -> Quote | LikelySame | None:
        while self._names:
            self._at = max(0, min(self._at, len(self._names) - 1))
            try:
                return look(self._library, self._names[self._at])
            except DiploError:
                del self._names[self._at]
        return None

    # Drawing

    def _draw(self) -> None:
        here = self._here()
        card, facts = self.query_one("#review"), self.query_one("#review-facts", Static)
        self.query_one(SourceView).display = isinstance(here, Quote)
        card.border_subtitle = KEYS if isinstance(here, Quote) else PAIR_KEYS if here else "u undo  ⎋ leave"
        if here is None:
            card.border_title = "Review"
            facts.update("Nothing is left to review here.")
            return
        card.border_title = f"Review {self._at + 1:,} of {len(self._names):,} · {len(self._decided)} done"
        if not isinstance(here, Quote):
            facts.update(self._pair_facts(here))
            return
        facts.update(self._quote_facts(here))
        page = page_of(self._library.source(here.source), self._library.quotes(here.meeting))
        self.query_one(SourceView).show(page, current=here.id)

    def _quote_facts(self, quote: Quote) -> Content:
        meeting = self._library.meeting(quote.meeting)
        cue, doubt = attribution(None, quote.cue), doubt_about(quote)
        return Content.assemble(
            (meeting_told(meeting), "$quiet"),
            "\n",
            (described(quote.speaker or "nobody named"), "bold $primary"),
            (f"  {described(cue, quote.kind, quote.status, doubt)}", "$secondary"),
        )

    def _pair_facts(self, pair: LikelySame) -> Content:
        lines: list[Content] = [Content.assemble((f"{PERHAPS} perhaps one person", "$quiet"))]
        for official in (pair.fuller, pair.than(pair.fuller.id)):
            told = official_choice(self._library, official.id)
            held = described(*(office.title for office in official.offices[:2]))
            lines.append(Content.assemble((one_line(official.name), "bold $primary")))
            lines += [Content.assemble((f"  {line}", "$secondary")) for line in (told.about, held) if line]
            met = self._library.meetings_of(official.id)[:MET]
            lines += [Content.assemble((f"  {meeting_told(one)}", "$quiet")) for one in met]
        return Content("\n").join(lines)

    # Deciding

    def action_step(self, by: int) -> None:
        """Go on or back without deciding."""
        self._at += by
        if self._here():
            self._browser.remember_review(self._names[self._at])
        self._draw()

    def _decide(self, change: Callable[[Library], Step]) -> None:
        self._browser.change_library(self._noted(change))
        if self._at + 1 < len(self._names):
            self.action_step(1)

    def _noted(self, change: Callable[[Library], Step]) -> Callable[[Library], Step]:
        """Note about what a step is, so that undo comes back to it."""
        name = self._names[self._at]
        self._deciding += 1

        def noted(library: Library) -> Step:
            try:
                step = change(library)
            finally:
                self._deciding -= 1
            self._decided[step.number] = name
            return step

        return noted

    def action_confirm(self) -> None:
        """Store that a person found it right; of two officials, that they are one."""
        here = self._here()
        if isinstance(here, Quote):
            self._decide(lambda library: library.change_quotes([here.id], status="checked"))
        elif here:
            keep, gone = here.fuller.id, here.than(here.fuller.id).id
            self._decide(lambda library: library.merge_officials(keep, [gone]))

    def action_reject(self) -> None:
        """Delete it; of two officials, store that they are two. Undo takes either back."""
        here = self._here()
        if isinstance(here, Quote):
            self._decide(lambda library: library.delete_quotes([here.id]))
        elif here:
            self._decide(lambda library: library.tell_apart(here.one.id, here.other.id))

    def action_correct(self) -> None:
        """Correct speaker, kind and span."""
        here = self._here()
        if isinstance(here, Quote):
            correct_quote(self._browser, here, self._noted)
        elif here:
            self._browser.say("Enter makes one person of the two, d says that they are two.")

    def action_undo(self) -> None:
        """Take the last change back, and return to what it was about; what was done before the review stays."""
        if not self._decided and not self._deciding:
            self._browser.say("Nothing was decided in this review yet; after it, u undoes what came before.")
            return

        def undone(library: Library) -> Step:
            step = undo(library)
            self._returning = self._undone[step.number] = self._decided.pop(step.number, "")
            return step

        self._browser.change_library(undone, "Undone: ")

    def action_redo(self) -> None:
        """Do again what was undone last, and return to what it is about."""

        def redone(library: Library) -> Step:
            step = redo(library)
            if name := self._undone.pop(step.number, ""):
                self._returning = self._decided[step.number] = name
            return step

        self._browser.change_library(redone, "Done again: ")

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(self))
