"""The four panes, what is under their cursors, and how they stand on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer

from store.harmless import one_line

from ..commands.command import Situation
from ..commands.registry import footer
from ..compositor import RowCompositor
from ..keys import written_key
from ..memory import Memory
from ..settings import Settings
from ..state import PANES, Spot, State, focused
from ..typeset.page import Page
from ..typeset.signs import PERHAPS
from ..widgets.filter_bar import FilterBar
from ..widgets.frame import Frame
from ..widgets.hints import HintLine
from ..widgets.hits import Hits, no_hits
from ..widgets.key_bar import KeyBar
from ..widgets.meeting_list import MeetingList
from ..widgets.official_list import OfficialList
from ..widgets.placed import Placed
from ..widgets.quotes_view import QuotesView
from ..widgets.source_view import SourceView
from ..widgets.top_bar import TopBar, TopLine
from ..widgets.welcome import Welcome
from .ahead import Shelf
from .detail import Detail
from .looking import Likely, Looked
from .reader import LibraryReader, Opener

if TYPE_CHECKING:
    from store.library import LikelySame
    from store.model import Meeting, Official, Quote

    from .review import ReviewScreen

FILTERING = (("enter", "keep", "keep"), ("tab", "complete", "complete"), ("esc", "as it was", "cancel"))
"""The keys of the last line while a filter is typed."""
HINTS_FROM = 24
"""Lower screens keep the line of the hints for what is read."""
STACKED_BELOW = 76
"""Narrower screens show the panes above each other."""


class Panes(Placed, LibraryReader):
    """The screen's frame: what is shown is handed to it by the classes that build on it."""

    # Of itself Textual would give the keys to the first that takes any, the filter's line that is out of sight: where
    # there is no pane to have them, as in an empty library, all keys would be letters of a filter.
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, opener: Opener, memory: Memory, settings: Settings) -> None:
        super().__init__(opener)
        self._compositor = RowCompositor()
        self.state = State()
        self.memory = memory
        self.settings = settings
        self.looked = Looked("")
        self.detail = Detail()
        self.likely = Likely()
        self.counted_in = ""
        self.context = ""
        self.hits: Hits = no_hits
        self._before = ""
        self._wrong = ""
        self._more = False
        self._busy = ""
        self._review: ReviewScreen | None = None
        self._settling: Timer | None = None
        self._looking_ahead: Timer | None = None
        self._behind = False
        self._pages: dict[int, Page] = {}
        self._made = Shelf()
        self.pasted = ""
        self.deleted: dict[int, Spot] = {}
        self.refused_edits: dict[tuple[str, str], str] = {}
        self.update_classes(self._places(), update=False)

    def compose(self) -> ComposeResult:
        """Lay the panes out; the stylesheet places them."""
        yield TopBar()
        yield FilterBar()
        with Frame(id="panes"):
            with Frame(id="left"):
                yield MeetingList(id="meetings", nothing="No meeting passes this filter.")
                yield OfficialList(id="officials", nothing="No official passes this filter.")
            with Frame(id="right"):
                yield QuotesView(id="quotes")
                yield SourceView(id="source")
        yield Welcome()
        yield HintLine()
        yield KeyBar()

    # The panes by name

    @property
    def meetings(self) -> MeetingList:
        """The list of meetings."""
        return self.query_one("#meetings", MeetingList)

    @property
    def officials(self) -> OfficialList:
        """The list of officials."""
        return self.query_one("#officials", OfficialList)

    @property
    def quotes(self) -> QuotesView:
        """The column of quotes."""
        return self.query_one("#quotes", QuotesView)

    @property
    def source(self) -> SourceView:
        """The text."""
        return self.query_one("#source", SourceView)

    @property
    def bar(self) -> FilterBar:
        """The line for typing a filter."""
        return self.query_one("#filter", FilterBar)

    # What is under the cursors

    @property
    def meeting(self) -> Meeting | None:
        """The meeting looked at: the quote's in the right panes, else the one under the cursor."""
        if self.state.pane in ("quotes", "source") and (quote := self.quote):
            return self.detail.meeting_of(quote)
        return self.meetings.row

    @property
    def official(self) -> Official | None:
        """The official under the cursor of the officials."""
        row = self.officials.row
        return row.official if row else None

    @property
    def perhaps(self) -> LikelySame | None:
        """The pair of the official under the cursor and who that may be too."""
        return self.likely.pairs.get(self.official.id) if self.official else None

    @property
    def quote(self) -> Quote | None:
        """The quote under the cursor."""
        return self.detail.quotes.get(self.quotes.key)

    def situation(self) -> Situation:
        """Say what there is to work on, for commands to judge by."""
        return Situation(
            self.state,
            open=self.library is not None,
            read_only=bool(self.library and self.library.read_only),
            meetings=len(self.looked.meetings),
            meeting=self.meeting is not None,
            official=self.official is not None,
            perhaps=self.perhaps is not None,
            quote=self.quote is not None,
            page=bool(self.source.page.text),
            importing=self.importing,
        )

    # The frame

    def once_painted(self, callback: Callable[[], None]) -> None:
        """Do something once what has changed is painted: of what panes ask for a screen hears a turn later."""
        self.call_after_refresh(self.call_after_refresh, callback)

    def change(self, state: State) -> None:
        """Take a new state and draw what it changes."""
        raise NotImplementedError

    def place_panes(self) -> None:
        """Give the stylesheet what it needs to place the panes, and the keys to the pane that has them."""
        self.update_classes(self._places())
        pane_widget = self.query_one(f"#{self.state.pane}")
        if self.focused is not pane_widget and not self.has_class("-empty") and not self.bar.is_open:
            self.set_focus(pane_widget, scroll_visible=False)

    def _places(self) -> dict[str, bool]:
        """Return the classes that place the panes, and whether each is set; all at once, as each restyles all."""
        return {"-zoomed": self.state.zoomed, **{f"-on-{pane}": self.state.pane == pane for pane in PANES}}

    def on_resize(self, event: events.Resize) -> None:
        """Stack the panes or put them side by side."""
        self.update_classes(
            {"-stacked": event.size.width < STACKED_BELOW, "-low": event.size.height < HINTS_FROM}
        )

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Give the keys to a pane that was clicked."""
        pane = next((pane for pane in PANES if event.widget.id == pane), None)
        if pane and pane != self.state.pane:
            self.change(focused(self.state, pane))

    def show_marks(self) -> None:
        """Draw the marks."""
        self.meetings.show_marks(self.state.marks.meetings)
        self.officials.show_marks(self.state.marks.officials)
        self.quotes.show_marks(self.state.marks.quotes)

    def draw_lines(self) -> None:
        """Draw the first and last line of the screen."""
        looked = self.looked
        if self.library is not None:
            from store.query import steps

            line = TopLine(
                len(looked.meetings),
                looked.all_meetings,
                len(self.officials.rows),
                looked.all_quotes,
                len(self.state.marks),
                tuple(step.text for step in steps(self.state.query)),
                self._busy,
                bool(self.state.range_from),
            )
            self.query_one(TopBar).show(line)
        self.show_perhaps()
        if self.bar.is_open:
            self.query_one(KeyBar).show(FILTERING)
            return
        live = [active.binding for active in self.active_bindings.values()]
        keys = [
            (self.app.get_key_display(key), label, name)
            for key, label, name in footer(live, self.situation())
        ]
        self.query_one(KeyBar).show(keys)

    def show_perhaps(self) -> None:
        """Say above the officials who else the one under the cursor may be, and which keys make them one, or two."""
        said, official, pair = f"Officials{self.counted_in}", self.official, self.perhaps
        if official and pair and self.state.pane == "officials":
            other = one_line(pair.than(official.id).name)
            merge, apart = written_key(self, "merge"), written_key(self, "apart")
            said = f"{PERHAPS} {merge} merges, {apart} parts: {other}"
        if said != str(self.officials.border_title):
            self.officials.border_title = Content(said)

    def say(self, text: str, *, severity: str = "information") -> None:
        """Say something in a corner; never read as markup."""
        self.notify(text, severity=severity, markup=False)  # type: ignore[arg-type]
