"""The main screen: meetings and officials left, quotes and their source right.

The state is one value (`tui.state`). Whatever happens makes a new one and hands it to `Browser.change`, which draws
what differs; answers of the library come back from workers as messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from store.errors import DiploError

from ..commands.registry import bindings, command
from ..state import PANES, State, filtered, focused, spot
from ..typeset.wrapping import Span
from ..vocabulary import officials_known, vocabulary
from ..widgets.filter_bar import FilterBar
from ..widgets.hints import HintLine
from ..widgets.hits import Hits, no_hits
from ..widgets.key_bar import KeyBar
from ..widgets.top_bar import TopBar, TopLine
from .looking import Looked, look_up, unhurried
from .reader import LibraryReader, superseded
from .renewing import LISTEN, Renewing

if TYPE_CHECKING:
    from store.model import Meeting, Official

MORE = 0.15
"""Seconds without a key after which all that a filter finds is looked up; the first meetings follow every key."""
TYPING = 0.2
"""Seconds without a key after which the officials follow what is typed."""
FILTERING_ACTIONS = {"keep": "leave(True)", "complete": "take", "cancel": "leave(False)"}
"""What a click on the last line does while a filter is typed."""


class Browser(Renewing):
    """Browse, find, mark, correct and give out."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

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
        first = self.library is None
        self.leave_library()
        self.library = event.library
        before, self.state = self.state, self.memory.place(event.library.folder)
        if first and before.pane != State().pane:
            self.state = focused(self.state, before.pane)  # keys that were pressed meanwhile count
        self.place_panes()
        self.tell_problems(self.Noticed(event.library, list(event.library.problems)))
        self.reload()

    def keep_place(self) -> None:
        """Remember where one is in this library."""
        if self.library:
            self.memory.keep_place(self.library.folder, self.state)
            self.memory.save()

    def on_unmount(self) -> None:
        """Remember the place, and let the library go."""
        self.keep_place()
        self.stop_importing()
        if self.library:
            self.library.close()

    # State

    def change(self, state: State) -> None:
        """Take a new state and draw what it changes."""
        old, self.state = self.state, state
        if (state.pane, state.zoomed) != (old.pane, old.zoomed):
            self.place_panes()
        if (state.query, state.order) != (old.query, old.order):
            self.look(state)
            if state.query != old.query:
                self.look_for_officials(state.query, delay=TYPING if self.bar.is_open else 0.0)
        if state.marks != old.marks:
            self.show_marks()
        if state.trail_at != old.trail_at and spot(state) != spot(old):
            self.arrive(spot(state))
        self.draw_lines()

    # Answers

    @on(LibraryReader.Answered)
    def show_meetings(self, event: LibraryReader.Answered) -> None:
        """Show what the query found, unless another was asked for meanwhile."""
        looked = event.looked
        if (looked.query, looked.order) != (self.state.query, self.state.order):
            return
        self._wrong, self._more = looked.error, looked.more
        if looked.error:
            if self.bar.is_open:
                self.bar.show_error(looked.error, looked.position)
            else:
                self.say(looked.error, severity="warning")
            return
        self.hits = self.meetings.hits = hits_of(looked.query)
        if looked.more:
            self.show_first(looked)
        else:
            self.show_all(looked)

    def show_first(self, looked: Looked) -> None:
        """Show the beginning of a long answer; how much it is, and what belongs to it, comes with the whole."""
        if self.meetings.place(looked.meetings, self.state.meeting) is None:
            self.meetings.cursor = 0
        self.meetings.show(looked.meetings, at=self.state.meeting)
        self.meetings.border_title = Content("Meetings …")
        self.look_on(self.state, delay=MORE if self.bar.is_open else 0.0)

    def show_all(self, looked: Looked) -> None:
        """Show a whole answer and, once it is painted, what belongs to it."""
        if self.bar.is_open:
            self.bar.show_found(len(looked.meetings), looked.all_meetings)
        self.looked = looked
        self.set_class(not looked.all_meetings, "-empty")
        self.query_one(HintLine).show(self.memory.hints)
        self.officials.hits = self.hits
        self.meetings.show(looked.meetings, at=self.state.meeting)
        self.meetings.border_title = Content("Meetings")
        self.show_marks()
        self.draw_lines()
        if looked.all_meetings:
            self.place_panes()
        if self.state.about == "meetings" or not self.officials_due:
            self._behind = True
            self.once_painted(self.follow_now)

    def list_all(self) -> None:
        """Wait for the whole of a list that is not shown to its end yet."""
        if self._more and self.library:
            self.show_meetings(self.Answered(look_up(self.library, self.state.query, self.state.order)))

    @on(LibraryReader.OfficialsFound)
    def show_officials(self, event: LibraryReader.OfficialsFound) -> None:
        """Show the officials."""
        looked = event.looked
        self.officials.show(looked.rows, at=self.state.official)
        self.counted_in = f" in the newest {looked.newest:,} meetings" if looked.newest else ""
        self.show_perhaps()
        self.draw_lines()
        self.officials_due = False
        if self.state.about == "officials":
            self.follow()

    # Filtering

    def open_filter(self) -> None:
        """Open the line to type a filter in."""
        if not self.bar.is_open:
            self._before = self.state.query
            self.bar.open(self.state.query)
            self.draw_lines()
            self.gather_words()

    def gather_words(self) -> None:
        """Gather what completing can offer from what is shown: the officials at once, the rest beside the keys."""
        meetings, officials = self.looked.meetings, self.officials.rows
        self.bar.vocabulary = {**self.bar.vocabulary, **officials_known(officials)}
        self._run(lambda: self.Words(vocabulary(unhurried(meetings, superseded()), officials)), "words")

    @on(LibraryReader.Words)
    def offer_words(self, event: LibraryReader.Words) -> None:
        """Let the line complete what the library knows."""
        self.bar.vocabulary = event.known

    @on(FilterBar.Typed)
    def filter_typed(self, event: FilterBar.Typed) -> None:
        """Look up with every key."""
        self.change(filtered(self.state, event.query))

    @on(FilterBar.Done)
    def filter_done(self, event: FilterBar.Done) -> None:
        """Close the line; a filter that cannot be understood is not kept."""
        kept = event.kept and not self._wrong
        if event.kept and self._wrong:
            self.say(f"Not kept: {self._wrong}", severity="warning")
        self.place_panes()
        self.change(filtered(self.state, event.query if kept else self._before))
        if self._more:
            self.look_on(self.state)

    def action_saved(self, number: int) -> None:
        """Call a saved filter by its digit."""
        self.call_filter(number)

    def call_filter(self, number: int) -> None:
        """Put a saved filter in force."""
        if number > len(self.memory.filters):
            self.say(f"No filter is saved as {number}: W saves the one in force.")
            return
        name, query = self.memory.filters[number - 1]
        self.say(f"Filter: {name}")
        self.change(filtered(self.state, query))

    def known_tags(self) -> list[str]:
        """Return the tags in use in what is shown, for completing."""
        shown = [tag for quote in self.detail.quotes.values() for tag in quote.tags]
        return list(dict.fromkeys([*shown, *self.bar.vocabulary.get("tag", ())]))

    # Reviewing

    def begin_review(self) -> None:
        """Collect what is to be reviewed, in a worker."""
        from .queue import queue

        library, query = self.library, self.state.query
        if library is not None:
            pairs = dict.fromkeys(self.likely.pairs.values())
            self._run(lambda: self.ToReview(queue(library, query, pairs)), "review")

    @on(LibraryReader.ToReview)
    def review(self, event: LibraryReader.ToReview) -> None:
        """Show the queue, where it was left."""
        if not event.ids:
            some = self.looked.all_quotes
            self.say("Every quote here has been reviewed." if some else "There is no quote to review yet.")
        elif library := self.library:
            from .review import ReviewScreen

            begin = self.memory.reviewed.get(str(library.folder), "")
            self._review = ReviewScreen(self, library, event.ids, begin)
            self.app.push_screen(self._review, self._reviewed)

    def _reviewed(self, nothing: None) -> None:
        self._review = None

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
        self.state = at_cursor(self.state, self.meetings.row, self.official)
        if why := wanted.why_not(self.situation()):
            self.app.clear_notifications()
            self.say(why, severity="warning")
            return
        try:
            wanted.run(self)
        except DiploError as error:  # what it was about may be gone since it was shown
            self.say(str(error), severity="error")

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """Do what was clicked on the last line."""
        if self.bar.is_open:
            await self.bar.run_action(FILTERING_ACTIONS[event.command])
        else:
            self.action_command(event.command)


def at_cursor(state: State, meeting: Meeting | None, official: Official | None) -> State:
    """Take over what is under the cursor of the pane with the keys, though the right panes may not follow yet."""
    if state.pane == "officials":
        return replace(state, official=official.id if official else 0)
    if state.pane == "meetings" and meeting and meeting.id != state.meeting:
        return replace(state, meeting=meeting.id, quote="")
    return state


def hits_of(query: str) -> Hits:
    """Return the function that finds a query's words in a text."""
    if not query:
        return no_hits
    from store.finding import spans
    from store.query import parse

    understood = parse(query)

    def hits(text: str, field: str | None = None) -> Sequence[Span]:
        return spans(text, understood, field)

    return hits
