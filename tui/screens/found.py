"""What was found in a text and is not stored: the meeting, its quotes, the text, and what would become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from store.errors import DiploError
from store.harmless import one_line
from store.model import Meeting, Reading, Source
from store.outcomes import Foreseen
from store.wording import counted

from ..drafting import Draft, draft_of
from ..keys import written_key
from ..typeset.found import facts_line, fate_line, found_blocks, found_page, people_lines
from ..typeset.page import Page
from ..widgets.key_bar import KeyBar
from ..widgets.quotes_view import QuotesView
from ..widgets.source_view import SourceView

if TYPE_CHECKING:
    from store.outcomes import OnDuplicate

    from .browser import Browser

FOOTER = {
    "preview.store": "store",
    "preview.correct": "correct",
    "preview.reject": "reject",
    "preview.add": "add",
    "preview.meeting": "meeting",
    "preview.people": "people",
    "preview.leave": "leave",
}
"""The keys of the last line, by id of the binding."""
TURNED: tuple[dict[OnDuplicate, OnDuplicate], dict[OnDuplicate, OnDuplicate]] = (
    {"join": "add", "add": "join", "skip": "join"},
    {"join": "add", "add": "join", "skip": "add"},
)
"""What the key that chooses makes of each choice: for an account of a meeting that is here, and for the same text."""
LOW = 24
"""On lower screens there is no room for the text and for a line of each official."""


class FoundScreen(Screen[None]):
    """Shows a draft, and the ones before it; whoever builds on it makes the next ones."""

    def __init__(self, browser: Browser, made: tuple[Source, Reading], way: OnDuplicate = "join") -> None:
        super().__init__()
        self._browser = browser
        self._drafts = [draft_of(*made)]
        self._at = 0
        self._way: OnDuplicate = way
        self._there: tuple[Foreseen, Meeting] | None = None
        self._warned = False
        self._page = Page()

    @property
    def draft(self) -> Draft:
        """What is shown, and would be stored."""
        return self._drafts[self._at]

    def compose(self) -> ComposeResult:
        """Make the lines, from above."""
        yield Static(id="preview-title")
        yield Static(id="preview-facts")
        yield Static(id="preview-fate")
        yield QuotesView(id="found")
        yield SourceView(id="found-text")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show everything, and give the keys to the quotes."""
        self.query_one("#found").border_title = "Quotes found"
        self.query_one("#found-text").border_title = "Source"
        self.query_one(QuotesView).focus()
        self._draw()
        self._foresee()

    def on_resize(self) -> None:
        """Leave out on a low screen what has no room there."""
        self.set_class(self.size.height < LOW, "-low")
        self._draw_facts()

    # Drawing

    def _draw(self, at: int = 0) -> None:
        self._draw_facts()
        blocks = found_blocks(self.draft)
        self._page = found_page(self.draft)
        self.query_one(QuotesView).show(blocks, at=f"0.{at}" if at else self.query_one(QuotesView).key)
        self._draw_text()
        self.query_one(KeyBar).show(
            [(written_key(self, name), label, name) for name, label in FOOTER.items()]
        )

    def _draw_facts(self) -> None:
        meeting, low = self.draft.meeting, self.has_class("-low")
        count = counted(len(self.draft.quotes), "quote")
        title = Content.assemble((f"Found {count}", "bold"), "   nothing is stored yet")
        self.query_one("#preview-title", Static).update(title)
        remarks = [] if self._at else [one_line(remark) for remark in self.draft.read.remarks]
        lines = [
            Content.assemble((one_line(meeting.title), "bold $primary")),
            Content(facts_line(meeting)),
            *(Content.assemble((line, "$quiet")) for line in people_lines(meeting, short=low)),
            *(Content.assemble((remark, "$secondary")) for remark in remarks),
        ]
        self.query_one("#preview-facts", Static).update(Content("\n").join(lines))
        fate = self.query_one("#preview-fate", Static)
        fate.display = self._there is not None
        if self._there:
            foreseen, there = self._there
            fate.update(
                Content("● " + fate_line(foreseen, there, self._way, written_key(self, "preview.turn")))
            )

    @on(QuotesView.Moved)
    def _draw_text(self) -> None:
        self.query_one(SourceView).show(self._page, current=self.query_one(QuotesView).key, keep=True)

    @on(SourceView.Picked)
    def pick(self, event: SourceView.Picked) -> None:
        """Go to the quote that was clicked in the text."""
        self.query_one(QuotesView).go_to(event.key)

    # Whether it is here already

    def _foresee(self) -> None:
        library, draft = self._browser.library, self.draft

        def work() -> None:
            try:
                foreseen = library.foresee(draft.source, draft.reading) if library else None
                there = (
                    library.meeting(foreseen.meeting_id)
                    if library and foreseen and foreseen.meeting_id
                    else None
                )
            except DiploError:  # deleted meanwhile; storing looks again
                foreseen = there = None
            self.app.call_from_thread(self._show_fate, (foreseen, there) if foreseen and there else None)

        self.run_worker(work, thread=True, exclusive=True, group="foresee")

    def _show_fate(self, there: tuple[Foreseen, Meeting] | None) -> None:
        if self.is_attached:
            self._there = there
            self._draw_facts()

    def action_turn(self) -> None:
        """Join it to the meeting that is here, or keep it apart."""
        if self._there is None:
            self._say("No text here tells of this meeting: it is stored as one of its own.")
            return
        self._way = TURNED[self._there[0].status == "duplicate"][self._way]
        self._draw_facts()

    # Drafts

    def _take(self, draft: Draft, said: str, at: int = 0) -> None:
        """Show another draft; what was taken back before it is forgotten."""
        if draft is self.draft:
            return
        self._drafts[self._at + 1 :] = [draft]
        self._at += 1
        self._warned = False
        self._draw(at)
        self._foresee()
        self._say(said)

    def action_undo(self) -> None:
        """Take the last correction back."""
        self._go(-1, "There is nothing to undo: as it was found.")

    def action_redo(self) -> None:
        """Correct again what was taken back."""
        self._go(1, "There is nothing to redo.")

    def _go(self, by: int, otherwise: str) -> None:
        if not 0 <= self._at + by < len(self._drafts):
            self._say(otherwise)
            return
        self._at += by
        self._draw()
        self._foresee()
        self._say("Undone." if by < 0 else "Done again.")

    def action_help(self) -> None:
        """Show the keys."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self))

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """Do what was clicked on the last line."""
        await self.run_action(event.command.removeprefix("preview."))

    def _say(self, what: str) -> None:
        self.app.clear_notifications()
        self.notify(what, markup=False)
