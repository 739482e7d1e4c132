"""The export dialog: which format, which file, made how, and how it will begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.errors import DiploError
from store.export import FORMATS, Format, Options
from store.finding import FoundRow
from store.harmless import harmless, one_line
from store.wording import counted

from ..choosing import Chosen, look_up_quotes
from ..exporting import Manner, turned, whole_meetings
from ..paths import complete_path, typed_path
from ..settings import Settings

if TYPE_CHECKING:
    from store.library import Library

LOW = 22
"""Rows below which the card of all formats and the preview has no room for the path."""
PREVIEW_QUOTES = 3
TURNS: Mapping[str, tuple[str, str]] = {
    "group": ("ctrl+g", "Next grouping"),
    "context": ("ctrl+o", "More words around"),
    "template": ("ctrl+t", "Next template"),
    "front_matter": ("ctrl+y", "Front matter"),
}
"""What can be turned: its key and what the key does."""


class ExportScreen(ModalScreen[None]):
    """Writes a file, replacing one only when asked twice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Leave", id="export.leave"),
        Binding("down,ctrl+n", "format(1)", "Next format", id="export.next", priority=True),
        Binding("up,ctrl+p", "format(-1)", "Format before", id="export.previous", priority=True),
        Binding("tab", "take", "Complete", id="export.complete", priority=True),
        *(
            Binding(key, f"turn('{what}')", label, id=f"export.{what}", priority=True)
            for what, (key, label) in TURNS.items()
        ),
    ]

    def __init__(self, library: Library, choice: Chosen, query: str, settings: Settings) -> None:
        super().__init__()
        self._library = library
        self._choice = choice
        self._query = query
        self._folder = settings.export_folder or Path.cwd()
        self._names = list(FORMATS)
        self._at = self._names.index(settings.export_format)
        own = settings.export_template
        self._manner = Manner(template="own" if own else "", own=own)
        self._found: Sequence[FoundRow] = ()
        self._replacing = ""

    @property
    def form(self) -> Format:
        """The format chosen."""
        return FORMATS[self._names[self._at]]

    def compose(self) -> ComposeResult:
        """Make the card."""
        with Vertical(classes="card", id="export") as card:
            card.border_title = f"Export {self._choice.name}"
            card.border_subtitle = "↑ ↓ format · tab completes · enter writes"
            yield Static("", id="export-formats")
            yield Static("", id="export-manner", classes="hint")
            yield Input(str(self._folder / f"quotes{self.form.suffix}"), compact=True, select_on_focus=False)
            yield Static("", id="export-said", classes="hint")
            yield Static("", id="export-preview")

    def on_resize(self) -> None:
        """Keep the path in sight on a low screen: of the formats only the chosen one stands there, and no preview."""
        self.set_class(self.size.height < LOW, "-low")
        self._draw()

    def on_mount(self) -> None:
        """Look the quotes up."""
        self._draw()
        self.run_worker(self._look_up, thread=True, group="export")

    def _look_up(self) -> None:
        found = look_up_quotes(self._library, self._choice)
        if self.is_attached:
            self.app.call_from_thread(self._show, found)

    def _show(self, found: Sequence[FoundRow]) -> None:
        self._found = found
        self._draw()

    def _draw(self) -> None:
        lines = [
            Content.assemble(
                ("▌ " if number == self._at else "  ", "$accent"),
                (f"{name:<11}", "bold" if number == self._at else ""),
                (FORMATS[name].about, "$quiet"),
            )
            for number, name in enumerate(self._names)
            if number == self._at or not self.has_class("-low")
        ]
        self.query_one("#export-formats", Static).update(Content("\n").join(lines))
        manner = "  ".join(f"{TURNS[what][0]}: {told}" for what, told in self._manner.told().items())
        self.query_one("#export-manner", Static).update(Content(manner))
        self.query_one("#export-said", Static).update(Content(self._amount()))
        preview = self._written(self._found[:PREVIEW_QUOTES]).decode("utf-8-sig", "replace")
        self.query_one("#export-preview", Static).update(Content(harmless(preview.replace("\r", ""))))

    def _amount(self) -> str:
        """Say how much will be written: some formats take the whole meetings in which the quotes were said."""
        if not self.form.whole_meetings:
            return counted(len(self._found), "quote")
        meetings = {row.meeting.id: row.meeting for row in self._found}.values()
        return whole_meetings(len(meetings), sum(meeting.quotes for meeting in meetings))

    def _options(self) -> Options:
        today = datetime.now(UTC).date().isoformat()
        manner = self._manner
        return Options(
            query=self._query,
            exported=today,
            group=manner.group,
            front_matter=manner.front_matter,
            template=manner.template_text,
        )

    def _rows(self, found: Sequence[FoundRow]) -> Iterable[Any]:
        return self.form.rows(self._library, found, context=self._manner.context)

    def _written(self, found: Sequence[FoundRow]) -> bytes:
        return self.form.write(self._rows(found), self._options())

    def action_turn(self, what: str) -> None:
        """Make the file another way, and show how."""
        self._manner = turned(self._manner, what)
        self._draw()

    def action_format(self, by: int) -> None:
        """Take another format; the file's ending goes with it."""
        old = self.form.suffix
        self._at = (self._at + by) % len(self._names)
        line = self.query_one(Input)
        if line.value.endswith(old):
            line.value = line.value.removesuffix(old) + self.form.suffix
        self._draw()

    def action_take(self) -> None:
        """Complete the path."""
        line = self.query_one(Input)
        if offers := complete_path(line.value):
            line.value = offers[0]
            line.cursor_position = len(line.value)

    @on(Input.Submitted)
    def write(self, event: Input.Submitted) -> None:
        """Write the file in a worker."""
        path = typed_path(event.value)
        if _is_file(path) and self._replacing != event.value:
            self._replacing = event.value
            self._say(f"{path.name} is there already: enter again replaces it.")
            return
        self.run_worker(lambda: self._write(path), thread=True, group="export", exclusive=True)

    def _write(self, path: Path) -> None:
        from store.export.saving import save

        try:
            size = save(path, self.form.chunks(self._rows(self._found), self._options()))
        except DiploError as error:
            self.app.call_from_thread(self._say, str(error))
            return
        said = f"Wrote {self._amount()} to {path} ({size:,} bytes)."
        self.app.call_from_thread(self.app.notify, one_line(said), markup=False)
        self.app.call_from_thread(self.dismiss)

    def _say(self, what: str) -> None:
        self.query_one("#export-said", Static).update(Content(one_line(what)).stylize("$warning"))


def _is_file(path: Path) -> bool:
    try:
        return path.exists() and not path.is_dir()
    except OSError:  # a name too long: writing it says what is wrong
        return False
