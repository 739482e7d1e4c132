"""The screen follows the library: what was changed here, by an import or by another program, is said and shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.timer import Timer

from store.harmless import one_line
from store.wording import counted

from ..marking import all_marks, settled
from ..rubbish import look_at_new
from ..widgets.top_bar import TopBar, TopLine
from .following import Following
from .importer import added_said, import_said
from .looking import Likely
from .reader import LibraryReader, Opener, Put

if TYPE_CHECKING:
    from store.library import Library

    from ..memory import Memory
    from ..settings import Settings

GROWTH = 3.0
"""Seconds between two looks at what an import has added: to list a large library anew holds the keys up."""
LISTEN = 2.0
"""Seconds between two looks at what other programs wrote into the library."""

CHECKING = "Ctrl+p “Check the library” lists all that is wrong with it."


class Renewing(Following):
    """What the library tells of changes becomes what is shown."""

    _growth: Timer | None = None

    def __init__(self, opener: Opener, memory: Memory, settings: Settings) -> None:
        super().__init__(opener, memory, settings)
        self._told: set[str] = set()

    @on(LibraryReader.Indexed)
    def show_indexed(self, event: LibraryReader.Indexed) -> None:
        """Show what an index that was behind could not find yet."""
        self._indexing = False
        if event.news:
            self.look_for_officials(self.state.query)
            if self.state.query:
                self.look(self.state)

    @on(LibraryReader.Refused)
    def tell_why(self, event: LibraryReader.Refused) -> None:
        """Say an expected failure as a sentence."""
        why = event.why
        if event.opening and self.library:
            why = f"{why.rstrip('.')}; the library that is open stays open."
            self.draw_lines()
        elif event.opening:
            self.query_one(TopBar).show(TopLine(busy="no library is open"))
        self.say(why, severity="error")

    @on(LibraryReader.Done)
    def tell(self, event: LibraryReader.Done) -> None:
        """Say what was done."""
        self.say(event.said)

    @on(LibraryReader.Importing)
    def show_progress(self, event: LibraryReader.Importing) -> None:
        """Tell how far the import is, and now and then show what has come so far."""
        progress = event.progress
        if event.ended:
            self.importing, self._import, self._busy = False, None, ""
            self.say(
                import_said(progress),
                severity="warning" if progress.failed or progress.error else "information",
            )
            self.reload()
            return
        self._busy = progress.told()
        self.draw_lines()
        if self._growth is None:
            self._growth = self.set_timer(GROWTH, self.show_growth)

    def show_growth(self) -> None:
        """Show the meetings that have come so far; all that hangs on them waits for the end of the import."""
        self._growth = None
        if self.importing:
            self.look(self.state)

    @on(LibraryReader.Changed)
    def show_change(self, event: LibraryReader.Changed) -> None:
        """Say what was stored, and show it."""
        from store.outcomes import Added

        result = event.result
        if isinstance(result, Added):
            self.say(added_said(result))
            self.state = replace(self.state, meeting=result.meeting_id)
        elif event.said:
            self.app.clear_notifications()
            self.say(event.said)
        if isinstance(result, Put):
            self.state = replace(self.state, quote=result.quote, meeting=result.meeting or self.state.meeting)
        if self._review:
            self._review.show_again()
        self.reload()

    def switch_library(self, opener: Opener) -> None:
        """Open another library, saying so meanwhile."""
        super().switch_library(opener)
        self.query_one(TopBar).show(TopLine(busy="opening the library …"))

    def leave_library(self) -> None:
        """Let the library go, and who may be whom in it."""
        super().leave_library()
        self.likely = Likely()
        self._told.clear()
        self.deleted.clear()
        self._made.clear()

    @on(LibraryReader.Arrived)
    def take_arrived(self, event: LibraryReader.Arrived) -> None:
        """Take in what has come into the folder that is watched."""
        if self.importing:  # what was told once is not told again: it waits its turn
            self.set_timer(LISTEN, lambda: self.take_arrived(event))
        else:
            self.take_all(event.paths)

    def listen(self) -> None:
        """Show what another program added meanwhile, and look into the folder that is watched."""
        look_at_new()
        self.look_into_folder()
        library = self.library
        if library and not self.importing:
            self._run(lambda: self._heard(library), "listen")

    def _heard(self, library: Library) -> Message | None:
        """Look what is new in a library, and what reading it has shown to be wrong; in a worker."""
        changed = library.refresh()
        if problems := [one for one in library.problems if one not in self._told]:
            self.post_message(self.Noticed(library, problems))
        return self.Changed("") if changed else None

    @on(LibraryReader.Noticed)
    def tell_problems(self, event: LibraryReader.Noticed) -> None:
        """Say what is wrong with the library, each thing once, and where all of it is listed."""
        new = [one for one in event.problems if one not in self._told]
        if event.library is self.library and new:
            self._told.update(new)
            more = f" … and {counted(len(new) - 1, 'other thing')}." if new[1:] else ""
            self.say(f"{one_line(new[0])}{more}\n{CHECKING}", severity="warning")

    def reload(self) -> None:
        """Look everything up again."""
        self.look(self.state)
        self.look_for_officials(self.state.query)
        if not self.importing:  # which takes nothing away
            self.look_for_marked(all_marks(self.state))
            self.look_for_likely(self.likely)
        self.keep_index()

    @on(LibraryReader.MarksFound)
    def settle_marks(self, event: LibraryReader.MarksFound) -> None:
        """Count no mark whose thing is gone, and those again that came back."""
        self.change(settled(self.state, event.asked, event.there))

    @on(LibraryReader.LikelyFound)
    def show_likely(self, event: LibraryReader.LikelyFound) -> None:
        """Mark the officials who may be one person."""
        if event.likely is not self.likely:
            self.likely = event.likely
            self.officials.perhaps = event.likely.pairs
            self.officials.refresh()
            self.show_perhaps()
