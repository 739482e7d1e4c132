"""The add dialog: a file, a folder, a page or a feed to read, or a text to paste."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from store.errors import DiploError
from store.harmless import one_line
from store.model import Reading, Source

from ..paths import complete_path, shared_beginning, typed_path
from .importer import DUPLICATES
from .preview import KEPT, PreviewScreen

if TYPE_CHECKING:
    from store.outcomes import OnDuplicate

    from .browser import Browser

Read = tuple[Source, Reading]


def read_one(where: str, pasted: str | None = None) -> Read | None:
    """Load a source and read it; nothing for a feed, which is many. Raises `SourceError`."""
    from store.reading import read
    from store.sources import Feed, Loader

    with Loader() as loader:
        made = loader.open("-", stdin=BytesIO(pasted.encode())) if pasted is not None else loader.open(where)
    return None if isinstance(made, Feed) else (made, read(made))


class AddScreen(ModalScreen[None]):
    """Asks where from. One text is read and shown before it is stored; of folders and feeds, everything is taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Leave", id="add.leave"),
        Binding("tab", "take", "Complete", id="add.complete", priority=True),
        Binding("ctrl+o", "duplicates", "Second text of a meeting", id="add.duplicates", priority=True),
    ]
    HINT = "A file, a folder, or a page's or feed's address."

    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self._browser = browser
        self._on_duplicate: OnDuplicate | None = None

    def compose(self) -> ComposeResult:
        """Make the card."""
        with Vertical(classes="card") as card:
            card.border_title = "Add"
            card.border_subtitle = "tab completes · enter reads · escape leaves"
            yield Input(compact=True, placeholder="path or https://…")
            yield Static(self.HINT, classes="hint")
            yield Static(self._duplicates_told(), classes="duplicates hint")

    def _duplicates_told(self) -> Content:
        return Content(f"ctrl+o: {DUPLICATES[self._on_duplicate or 'join']}")

    def action_duplicates(self) -> None:
        """Do something else with a text of a meeting that is there already."""
        ways = list(DUPLICATES)
        self._on_duplicate = ways[(ways.index(self._on_duplicate or "join") + 1) % len(ways)]
        self.query_one(".duplicates", Static).update(self._duplicates_told())

    @on(Input.Changed)
    def suggest(self, event: Input.Changed) -> None:
        """Show what the path may become."""
        names = [offer.rstrip("/").rpartition("/")[2] for offer in complete_path(event.value)[:8]]
        self._say("  ".join(map(one_line, names)) or self.HINT)

    def action_take(self) -> None:
        """Complete the path as far as it is sure, else to the first that fits."""
        line = self.query_one(Input)
        if offers := complete_path(line.value):
            line.value = shared_beginning(offers) if len(offers) > 1 else offers[0]
            line.cursor_position = len(line.value)

    @on(Input.Submitted)
    def begin(self, event: Input.Submitted) -> None:
        """Read one text, or take a folder."""
        where = event.value.strip()
        if not where:
            return
        path = where if "://" in where else str(typed_path(where))
        if "://" not in where and (typed_path(where).is_dir() or path.endswith(".jsonl")):
            self._take(path)
            return
        self._say(f"reading {one_line(where)} …")
        self.run_worker(lambda: self._read(path), thread=True, exclusive=True, group="read")

    def _read(self, where: str, pasted: str | None = None) -> None:
        try:
            made = read_one(where, pasted)
        except DiploError as error:
            self.app.call_from_thread(self._say, str(error), wrong=True)
            return
        if made is None:
            self.app.call_from_thread(self._take, where)
        else:
            self.app.call_from_thread(self._preview, made)

    def _take(self, where: str) -> None:
        if self.is_current:
            self.dismiss()
            self._browser.take_all([where], self._on_duplicate)

    def _preview(self, made: Read) -> None:
        if self.is_current:
            self.app.switch_screen(PreviewScreen(self._browser, made, self._on_duplicate or "join"))

    def _say(self, what: str, *, wrong: bool = False) -> None:
        said = Content(one_line(what))
        self.query_one(".hint", Static).update(said.stylize("$error") if wrong else said)


class PasteScreen(AddScreen):
    """A field for a text from the clipboard; what was typed into it is kept until it is stored or taken out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="paste.leave", priority=True),
        Binding("ctrl+s,ctrl+j,f2", "read", "Read it", id="paste.read", priority=True),
        Binding("ctrl+o", "duplicates", "Second text of a meeting", id="paste.duplicates", priority=True),
        Binding("ctrl+l", "empty", "Empty the field", id="paste.empty", priority=True),
    ]
    HINT = "First lines such as “Title: …” and “URL: …” are understood, with a blank line after them."

    def compose(self) -> ComposeResult:
        """Make the card."""
        with Vertical(classes="card", id="paste") as card:
            card.border_title = "Paste a text"
            card.border_subtitle = "ctrl+s reads · ctrl+l empties · escape leaves"
            yield TextArea(self._browser.pasted, compact=True, soft_wrap=True)
            yield Static(self.HINT, classes="hint")
            yield Static(self._duplicates_told(), classes="duplicates hint")

    def on_mount(self) -> None:
        """Go on at the end of what is there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def action_empty(self) -> None:
        """Take everything out."""
        self.query_one(TextArea).clear()

    def action_leave(self) -> None:
        """Leave, keeping what was typed."""
        self._browser.pasted = text = self.query_one(TextArea).text
        if text.strip():
            self._browser.say(KEPT)
        self.dismiss()

    def action_read(self) -> None:
        """Read what was pasted."""
        self._browser.pasted = self.query_one(TextArea).text
        if text := self.query_one(TextArea).text.strip():
            self._say("reading …")
            self.run_worker(lambda: self._read("-", text + "\n"), thread=True, exclusive=True, group="read")
        else:
            self._say("There is no text here yet.", wrong=True)
