"""The main screen: meetings and officials left, quotes and their source right.

The state is one value (`tui.state`). Whatever happens makes a new one and hands it to `Browser.change`, which draws
what differs; answers of the library come back from workers as messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from store.finding import spans
from store.model import Meeting, Official, Quote
from store.outcomes import Added
from store.query import parse, steps

from ..commands.command import Situation
from ..commands.registry import bindings, command, footer
from ..memory import Memory
from ..settings import Settings
from ..state import PANES, Spot, State, filtered, focused, visited
from ..typeset.page import Page, label_of, page_of
from ..typeset.wrapping import Span
from ..vocabulary import vocabulary
from ..widgets.filter_bar import FilterBar
from ..widgets.hints import HintLine
from ..widgets.hits import Hits, no_hits
from ..widgets.key_bar import KeyBar
from ..widgets.line_list import LineList
from ..widgets.meeting_list import MeetingList
from ..widgets.official_list import OfficialList
from ..widgets.quotes_view import QuotesView
from ..widgets.source_view import SourceView
from ..widgets.top_bar import TopBar, TopLine
from ..widgets.welcome import Welcome
from .detail import Detail, of_meeting, of_official
from .importer import added_said, import_said
from .looking import Looked
from .reader import LibraryReader, Opener
from .review import ReviewScreen, queue

STACKED_BELOW = 76
"""Narrower screens show the panes above each other."""
LISTEN = 2.0
"""Seconds between two looks at what other programs wrote into the library."""
SETTLE = 0.05
"""Seconds the cursor rests before the panes that follow it are drawn."""


class Browser(LibraryReader):
    """Browse, find, mark, correct and give out."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self, opener: Opener, memory: Memory, settings: Settings) -> None:
        super().__init__(opener)
        self.state = State()
        self.memory = memory
        self.settings = settings
        self.looked = Looked("")
        self.detail = Detail()
        self.hits: Hits = no_hits
        self._bar: FilterBar | None = None
        self._before = ""
        self._wrong = ""
        self._busy = ""
        self._settling: Timer | None = None
        self._pages: dict[int, Page] = {}

    def compose(self) -> ComposeResult:
        """Lay the panes out; the stylesheet places them."""
        yield TopBar()
        with Container(id="panes"):
            with Container(id="left"):
                yield MeetingList(id="meetings", nothing="No meeting passes this filter.")
                yield OfficialList(id="officials", nothing="No official passes this filter.")
            with Container(id="right"):
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
            quote=self.quote is not None,
            page=bool(self.source.page.text),
            importing=self.importing,
        )

    # Beginning

    def on_mount(self) -> None:
        """Paint first; then open the library."""
        for pane, title in zip(PANES, ("Meetings", "Officials", "Quotes", "Source"), strict=True):
            self.query_one(f"#{pane}").border_title = title
        self.query_one(TopBar).show(TopLine(busy="opening the library …"))
        self.place_panes()
        self.call_after_refresh(self.open_library)
        self.set_interval(LISTEN, self.listen)

    @on(LibraryReader.Opened)
    def start_reading(self, event: LibraryReader.Opened) -> None:
        """Show what is in the library, and what is wrong with it."""
        self.library = event.library
        self.state = self.memory.place(event.library.folder)
        self.place_panes()
        for problem in event.library.problems:
            self.say(problem, severity="warning")
        self.look(self.state.query, self.state.order)
        self.look_for_officials(self.state.query)

    @on(LibraryReader.Refused)
    def tell_why(self, event: LibraryReader.Refused) -> None:
        """Say an expected failure as a sentence."""
        if event.opening:
            self.query_one(TopBar).show(TopLine(busy="no library is open"))
        self.say(event.why, severity="error")

    @on(LibraryReader.Done)
    def tell(self, event: LibraryReader.Done) -> None:
        """Say what was done."""
        self.say(event.said)

    @on(LibraryReader.Importing)
    def show_progress(self, event: LibraryReader.Importing) -> None:
        """Tell how far the import is, and show what has come so far."""
        progress = event.progress
        self._busy = f"adding: {progress.done:,} done, {progress.left:,} left · X stops"
        if event.ended:
            self.importing, self._busy = False, ""
            self.say(import_said(progress), severity="warning" if progress.failed else "information")
        self.reload()

    @on(LibraryReader.Changed)
    def show_change(self, event: LibraryReader.Changed) -> None:
        """Say what was stored, and show it."""
        result = event.result
        if isinstance(result, Added):
            self.say(added_said(result))
            self.state = replace(self.state, meeting=result.meeting_id)
        elif event.said:
            self.say(event.said)
        self.reload()

    def listen(self) -> None:
        """Show what another program added meanwhile."""
        library = self.library
        if library and not self.importing:
            self._run(lambda: self.Changed("") if library.refresh() else None, "listen")

    def reload(self) -> None:
        """Look everything up again."""
        self.look(self.state.query, self.state.order)
        self.look_for_officials(self.state.query)

    def keep_place(self) -> None:
        """Remember where one is in this library."""
        if self.library:
            self.memory.keep_place(self.library.folder, self.state)
            self.memory.save()

    def on_unmount(self) -> None:
        """Remember the place, and let the library go."""
        self.keep_place()
        self.stop_importing.set()
        if self.library:
            self.library.close()

    # State

    def change(self, state: State) -> None:
        """Take a new state and draw what it changes."""
        old, self.state = self.state, state
        if (state.pane, state.zoomed) != (old.pane, old.zoomed):
            self.place_panes()
        if (state.query, state.order) != (old.query, old.order):
            self.look(state.query, state.order)
            if state.query != old.query:
                self.look_for_officials(state.query)
        if state.marks != old.marks:
            self.show_marks()
        if (state.meeting, state.quote) != (old.meeting, old.quote) and state.trail_at != old.trail_at:
            self.go_to(state.meeting, state.quote)
        self.draw_lines()

    def place_panes(self) -> None:
        """Give the stylesheet what it needs to place the panes, and the keys to the pane that has them."""
        self.set_class(self.size.width < STACKED_BELOW, "-stacked")
        self.set_class(self.state.zoomed, "-zoomed")
        for pane in PANES:
            self.set_class(self.state.pane == pane, f"-on-{pane}")
        pane_widget = self.query_one(f"#{self.state.pane}")
        if self.focused is not pane_widget and not self.has_class("-empty") and not self._bar:
            self.call_after_refresh(pane_widget.focus)

    def on_resize(self, event: events.Resize) -> None:
        """Stack the panes or put them side by side."""
        self.set_class(event.size.width < STACKED_BELOW, "-stacked")

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
            line = TopLine(
                len(looked.meetings),
                looked.all_meetings,
                len(self.officials.rows),
                looked.all_quotes,
                len(self.state.marks),
                tuple(step.text for step in steps(self.state.query)),
                self._busy,
            )
            self.query_one(TopBar).show(line)
        keys = [(self.app.get_key_display(key), label, name) for key, label, name in footer(self)]
        self.query_one(KeyBar).show(keys)

    def say(self, text: str, *, severity: str = "information") -> None:
        """Say something in a corner; never read as markup."""
        self.notify(text, severity=severity, markup=False)  # type: ignore[arg-type]

    # Answers

    @on(LibraryReader.Answered)
    def show_meetings(self, event: LibraryReader.Answered) -> None:
        """Show what the query found."""
        looked = event.looked
        self._wrong = looked.error
        bar = self._bar
        if looked.error:
            if bar:
                bar.show_error(looked.error, looked.position)
            else:
                self.say(looked.error, severity="warning")
            return
        if bar:
            bar.show_found(len(looked.meetings), looked.all_meetings)
        self.looked = looked
        self.hits = hits_of(looked.query)
        self.set_class(not looked.all_meetings, "-empty")
        self.query_one(HintLine).show(self.memory.hints)
        self.meetings.hits = self.officials.hits = self.hits
        self.meetings.show(looked.meetings, at=self.state.meeting)
        self.meetings.border_title = Content("Meetings")
        self.meetings.border_subtitle = Content(f"{len(looked.meetings):,}" if looked.query else "")
        self.show_marks()
        self.draw_lines()
        self.follow()
        if looked.all_meetings:
            self.place_panes()

    @on(LibraryReader.OfficialsFound)
    def show_officials(self, event: LibraryReader.OfficialsFound) -> None:
        """Show the officials."""
        self.officials.show(event.rows, at=self.state.official)
        self.draw_lines()

    @on(LibraryReader.Said)
    def show_said(self, event: LibraryReader.Said) -> None:
        """Show what the official under the cursor said."""
        if self.official and self.official.id == event.official:
            self.show_detail(of_official(self.official, event.said))

    # Filtering

    def open_filter(self) -> None:
        """Open the line to type a filter in."""
        if not self._bar:
            self._before = self.state.query
            self._bar = FilterBar(self.state.query, vocabulary(self.looked.meetings, self.officials.rows))
            self.mount(self._bar, after="#top")

    @on(FilterBar.Typed)
    def filter_typed(self, event: FilterBar.Typed) -> None:
        """Look up with every key."""
        self.change(filtered(self.state, event.query))

    @on(FilterBar.Done)
    def filter_done(self, event: FilterBar.Done) -> None:
        """Close the line; a filter that cannot be understood is not kept."""
        kept = event.kept and not self._wrong
        bar, self._bar = self._bar, None
        # The keys leave the line before it goes, or Textual gives them to the pane that happens to be next.
        self.set_focus(self.query_one(f"#{self.state.pane}"))
        if bar:
            bar.remove()
        self.change(filtered(self.state, event.query if kept else self._before))

    def action_saved(self, number: int) -> None:
        """Call a saved filter by its digit."""
        self.call_filter(number)

    def call_filter(self, number: int) -> None:
        """Put a saved filter in force."""
        if number > len(self.memory.filters):
            self.say(f"No filter is saved as {number}: = saves the one in force.")
            return
        name, query = self.memory.filters[number - 1]
        self.say(f"Filter: {name}")
        self.change(filtered(self.state, query))

    def known_tags(self) -> list[str]:
        """Return the tags in use in what is shown, for completing."""
        shown = [tag for quote in self.detail.quotes.values() for tag in quote.tags]
        return list(dict.fromkeys([*shown, *vocabulary(self.looked.meetings, ())["tag"]]))

    # Following the cursor

    @on(LineList.Moved)
    def settle(self, event: LineList.Moved) -> None:
        """Wait until the cursor rests; then the panes on the right follow."""
        self._turn_to(event.pane)
        if self._settling:
            self._settling.stop()
        self._settling = self.set_timer(SETTLE, self.follow)

    def _turn_to(self, pane: Widget) -> None:
        """Let the right panes follow this list."""
        self.state = replace(self.state, about="officials" if pane is self.officials else "meetings")

    def follow_now(self) -> None:
        """Do not wait any longer, if anything waits."""
        if self._settling:
            self._settling.stop()
            self.follow()

    def follow(self) -> None:
        """Show what belongs to the row under the cursor."""
        self._settling = None
        if self.library is None:
            return
        if self.state.about == "officials" and (official := self.official):
            self.state = replace(self.state, official=official.id)
            self.look_at_official(official.id)
        elif meeting := self.meetings.row:
            quotes = self.library.quotes(meeting.id)
            at = self.state.quote if meeting.id == self.state.meeting else ""
            self.state = replace(self.state, meeting=meeting.id)
            self.show_detail(of_meeting(meeting, quotes), at)
        else:
            self.show_detail(Detail())

    def show_detail(self, detail: Detail, at: str = "") -> None:
        """Show quotes, and the source of the one under the cursor."""
        self.detail = detail
        self._pages.clear()
        self.quotes.border_title = Content(f"Quotes · {detail.title}" if detail.title else "Quotes")
        if not at and self.state.query:
            at = next((block.key for block in detail.blocks if block.key and self.hits(block.body)), "")
        self.quotes.show(detail.blocks, at=at, hits=self.hits)
        self.show_source()

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
            quotes = self.library.quotes(meeting.id)
            self._pages[label.id] = page_of(self.library.source(label.id), quotes)
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
            self.change(visited(focused(self.state, "source"), Spot(quote.meeting, quote.id)))
            self.source.reveal()

    @on(SourceView.Left)
    def back_to_quote(self) -> None:
        """Enter in the source: back to the quote."""
        self.change(focused(self.state, "quotes"))

    @on(SourceView.Picked)
    def pick(self, event: SourceView.Picked) -> None:
        """Go to the quote that was clicked in its source."""
        self.quotes.go_to(event.key)

    def go_to(self, meeting: int, quote: str) -> None:
        """Show a meeting and one of its quotes, wherever the cursor was; a filter that hides it is taken off."""
        self.state = replace(self.state, meeting=meeting, quote=quote, about="meetings")
        if self.meetings.place(self.meetings.rows, meeting) is None and self.state.query:
            self.change(filtered(self.state, ""))
            return
        self.meetings.show(self.meetings.rows, at=meeting)
        self.follow()

    # Reviewing

    def begin_review(self) -> None:
        """Collect what is to be reviewed, in a worker."""
        library, query = self.library, self.state.query
        if library is not None:
            self._run(lambda: self.ToReview(queue(library, query)), "review")

    @on(LibraryReader.ToReview)
    def review(self, event: LibraryReader.ToReview) -> None:
        """Show the queue, where it was left."""
        if not event.ids:
            self.say("Every quote here has been reviewed.")
        elif library := self.library:
            begin = self.memory.reviewed.get(str(library.folder), "")
            self.app.push_screen(ReviewScreen(self, library, event.ids, begin))

    def remember_review(self, quote: str) -> None:
        """Remember where the review is."""
        if self.library:
            self.memory.reviewed[str(self.library.folder)] = quote

    def next_hint(self) -> None:
        """Put this hint away."""
        self.memory.hints += 1
        self.query_one(HintLine).show(self.memory.hints)

    def action_command(self, name: str) -> None:
        """Do a command, or say why it cannot be done now."""
        wanted = command(name)
        if why := wanted.why_not(self.situation()):
            self.say(why, severity="warning")
        else:
            wanted.run(self)

    @on(KeyBar.Pressed)
    def press(self, event: KeyBar.Pressed) -> None:
        """Do what was clicked on the last line."""
        self.action_command(event.command)


def hits_of(query: str) -> Hits:
    """Return the function that finds a query's words in a text."""
    if not query:
        return no_hits
    understood = parse(query)

    def hits(text: str) -> Sequence[Span]:
        return spans(text, understood)

    return hits
