"""The door to the library for the main screen: everything slow in a worker, every answer a message."""

from __future__ import annotations

from asyncio import sleep, to_thread
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from store.errors import DiploError

from ..importing import Import
from ..rubbish import leave_aside, look_at_all
from ..state import Marks, Order, State
from .importer import Progress, followed
from .looking import (
    Likely,
    Looked,
    LookedOfficials,
    look_for_likely,
    look_up,
    look_up_first,
    officials_of,
    read_around,
    read_on,
    said_by,
    still_there,
)
from .watching import Watch

if TYPE_CHECKING:
    from store.library import Library
    from store.model import Meeting, Quote, Reading, Source
    from store.outcomes import Added, OnDuplicate
    from store.query import Vocabulary

    from .ahead import Ready

Opener = Callable[[], "Library"]
"""Opens a library; raises `DiploError` where there is none to open."""
Change = Callable[["Library"], Any]
"""A change to the library; what it returns is a step, something holding one, or nothing."""


@dataclass(frozen=True, slots=True)
class Put:
    """What a change was, and the quote, perhaps of another meeting, that the cursor is to stand on after it."""

    what: str
    quote: str
    meeting: int = 0


class LibraryReader(Screen[None]):
    """A screen with a library that is opened, asked and changed without making the keys wait."""

    @dataclass
    class Opened(Message):
        """The library is open."""

        library: Library

    @dataclass
    class Refused(Message):
        """Something could not be done: the sentence to show; ``opening`` when that was to open a library."""

        why: str
        opening: bool = False

    @dataclass
    class Answered(Message):
        """What a query found."""

        looked: Looked

    @dataclass
    class MadeReady(Message):
        """Meetings that are set before they are looked at, by id."""

        made: dict[int, Ready]

    @dataclass
    class OfficialsFound(Message):
        """The officials a query found."""

        looked: LookedOfficials

    @dataclass
    class Said(Message):
        """What an official said."""

        official: int
        said: list[tuple[Meeting, Quote]]

    @dataclass
    class Done(Message):
        """Something was done that did not change the library: what to say."""

        said: str

    @dataclass
    class Changed(Message):
        """A change was stored: what to say, and what the change returned."""

        said: str
        result: Any = None

    @dataclass
    class Indexed(Message):
        """The index is complete; ``news`` when it was not before."""

        news: bool

    @dataclass
    class MarksFound(Message):
        """Which of the marked things that were asked for are still there."""

        asked: Marks
        there: Marks

    @dataclass
    class LikelyFound(Message):
        """Which officials may be one person."""

        likely: Likely

    @dataclass
    class Noticed(Message):
        """Things that are wrong with a library and were not told yet."""

        library: Library
        problems: list[str]

    @dataclass
    class Words(Message):
        """The values that completing a filter can offer."""

        known: Vocabulary

    @dataclass
    class ToReview(Message):
        """The quotes to be reviewed, by id."""

        ids: list[str]

    @dataclass
    class Arrived(Message):
        """New files in the folder that is watched, all of them finished."""

        paths: list[str]

    @dataclass
    class Importing(Message):
        """How far taking a folder in has come; ``ended`` when it is over."""

        progress: Progress
        ended: bool = False

    def __init__(self, opener: Opener) -> None:
        super().__init__()
        self._opener = opener
        self.importing = False
        self._import: Import | None = None
        self.watching: Watch | None = None
        self._indexing = False
        self.officials_due = False
        self.library: Library | None = None
        # One change after the other; looking does not wait for it.
        self._changing = Lock()

    def _run(
        self, work: Callable[[], Message | None], group: str, *, exclusive: bool = True, delay: float = 0.0
    ) -> None:
        """Do work in a thread and post its message, unless newer work of the group has taken its place.

        ``delay`` is how many seconds newer work may still do so before this is begun; no thread waits meanwhile, as
        there are few.
        """

        async def worker() -> None:
            await sleep(delay)
            try:
                answer = await to_thread(work)
            except DiploError as error:
                answer = self.Refused(str(error))
            if answer is not None:
                self.post_message(answer)

        _: Worker[None] = self.run_worker(worker, exclusive=exclusive, group=group, exit_on_error=True)

    def open_library(self) -> None:
        """Open the library."""
        leave_aside()

        def work() -> Message:
            # Parts of one package, first imported by several threads at a time, can lock each other out: these are
            # what every answer needs, and are whole before anything is asked.
            import store.finding
            import store.search  # noqa: F401

            try:
                return self.Opened(self._opener())
            except DiploError as error:
                return self.Refused(str(error), opening=True)

        self._run(work, "open")

    def look(self, asked: State) -> None:
        """Look the meetings up, of many the first; only the newest question is answered."""
        self._look(look_up_first, asked)

    def look_on(self, asked: State, *, delay: float = 0.0) -> None:
        """Look all of the meetings up."""
        self._look(look_up, asked, delay)

    def _look(self, find: Callable[[Library, str, Order], Looked], asked: State, delay: float = 0.0) -> None:
        library = self.library
        if library is None:
            return

        def work() -> Message:
            looked = find(library, asked.query, asked.order)
            return self.Answered(read_around(looked, asked.meeting))

        self._run(work, "look", delay=delay)

    def look_for_officials(self, query: str, *, delay: float = 0.0) -> None:
        """Look the officials up."""
        library = self.library
        self.officials_due = True

        def work() -> Message | None:
            looked = officials_of(library, query, superseded()) if library else None
            return None if looked is None else self.OfficialsFound(looked)

        self._run(work, "officials", delay=delay)

    def look_for_marked(self, marks: Marks) -> None:
        """Find out which of the marked things are still there."""
        library = self.library
        if library and len(marks):
            self._run(lambda: self.MarksFound(marks, still_there(library, marks)), "marks")

    def look_for_likely(self, known: Likely) -> None:
        """Find out which officials may be one person."""
        if library := self.library:
            self._run(lambda: self.LikelyFound(look_for_likely(library, known)), "likely")

    def keep_index(self) -> None:
        """Let the index take over what has changed, beside everything else."""
        library = self.library
        if library is None or self._indexing:
            return
        self._indexing = True

        def stopped() -> bool:
            return self.library is not library or get_current_worker().is_cancelled

        self._run(lambda: self.Indexed(read_on(library, stopped)), "index")

    def look_at_official(self, official: int, query: str) -> None:
        """Collect what an official said within a query."""
        if library := self.library:
            self._run(lambda: self.Said(official, said_by(library, official, query, superseded())), "said")

    def do_quietly(self, work: Callable[[], str]) -> None:
        """Do something that changes nothing in the library, in a worker, and say what it returns."""
        self._run(lambda: self.Done(work()), "quiet", exclusive=False)

    def change_apart(self, work: Callable[[], str]) -> None:
        """Do something long that changes the library by steps of its own, and say what it returns."""
        self._run(lambda: self.Changed(work()), "apart", exclusive=False)

    def change_library(self, change: Change, before: str = "", after: str = "") -> None:
        """Store a change in a worker; `Changed` says what the step was, between ``before`` and ``after``."""
        library = self.library
        if library is None:
            return

        def work() -> Message:
            from store.outcomes import Step

            with self._changing:
                newest = [step.number for step in library.history(1)]
                result = change(library)
            what = str(getattr(result, "what", ""))
            if isinstance(result, Step) and not before and [result.number] == newest:
                return self.Changed("Nothing was changed.", result)  # … and no step was made
            return self.Changed(f"{before}{what}{after}" if what else "", result)

        self._run(work, "change", exclusive=False)

    def store(self, made: tuple[Source, Reading], on_duplicate: OnDuplicate | None = None) -> None:
        """Store one text that was read."""

        def change(library: Library) -> Added:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            return library.add(*made, on_duplicate=on_duplicate or "join", now=now)

        self.change_library(change)

    def take_all(self, wheres: Sequence[str], on_duplicate: OnDuplicate | None = None) -> None:
        """Take files, folders and feeds in, beside everything else; one import at a time.

        Without ``on_duplicate`` texts are joined to their meetings, and the meetings of an export are kept apart.
        """
        library = self.library
        if library is None:
            return
        if self.importing:
            self.post_message(self.Refused("Something is being added already; X stops it."))
            return
        self._import = taken = Import(library.folder, wheres, on_duplicate)
        self.importing = True

        def tell(progress: Progress, *, ended: bool = False) -> None:
            if self.library is library:
                library.refresh()  # with each batch: nobody can read the library meanwhile, and many would take long
            self.post_message(self.Importing(progress, ended))

        def work() -> None:
            tell(followed(taken.told(), tell), ended=True)

        self._run(work, "import", exclusive=False)

    def stop_importing(self) -> None:
        """Have the import end that goes on, if one does; what it has stored stays."""
        if self._import:
            self._import.stop()

    def watch_folder(self, folder: str) -> None:
        """Add what comes into a folder from now on, until another library is opened; an empty name ends it."""
        self.watching = Watch(folder) if folder else None
        self.look_into_folder()

    def look_into_folder(self) -> None:
        """Look whether something new has come into the folder that is watched."""
        watching = self.watching
        if watching and not self.importing:
            self._run(lambda: self.Arrived(found) if (found := watching.look()) else None, "watch")

    def keep_place(self) -> None:
        """Remember where one is, before the library is left."""

    def switch_library(self, opener: Opener) -> None:
        """Open another library: once it is open it takes the place of this one, which else stays."""
        look_at_all()
        self._opener = opener
        self.open_library()

    def leave_library(self) -> None:
        """Let go of the library that is open, if one is, for the one that takes its place."""
        for group in ("look", "ahead", "officials", "index", "marks", "likely"):
            self.workers.cancel_group(self, group)
        self._indexing = False
        self.stop_importing()
        self.watching = None
        self.keep_place()
        if self.library:
            self.library.close()
        self.library = None


def superseded() -> Callable[[], bool]:
    """Return what tells whether newer work has taken the place of this thread's."""
    worker = get_current_worker()
    return lambda: worker.is_cancelled
