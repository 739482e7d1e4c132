"""The door to the library for the main screen: everything slow in a worker, every answer a message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from store.errors import DiploError
from store.finding import OfficialRow
from store.model import Meeting, Quote

from ..state import Order
from .looking import Looked, look_up, officials_of, said_by

if TYPE_CHECKING:
    from store.library import Library

Opener = Callable[[], "Library"]
"""Opens a library; raises `DiploError` where there is none to open."""
Change = Callable[["Library"], Any]
"""A change to the library; what it returns is a step, something holding one, or nothing."""


class LibraryReader(Screen[None]):
    """A screen with a library that is opened, asked and changed without making the keys wait."""

    @dataclass
    class Opened(Message):
        """The library is open."""

        library: Library

    @dataclass
    class Refused(Message):
        """Something could not be done: the sentence to show; ``opening`` when there is no library at all."""

        why: str
        opening: bool = False

    @dataclass
    class Answered(Message):
        """What a query found."""

        looked: Looked

    @dataclass
    class OfficialsFound(Message):
        """The officials a query found."""

        rows: Sequence[OfficialRow]

    @dataclass
    class Said(Message):
        """What an official said."""

        official: int
        said: list[tuple[Meeting, Quote]]

    @dataclass
    class Changed(Message):
        """A change was stored: what to say, and what the change returned."""

        said: str
        result: Any = None

    def __init__(self, opener: Opener) -> None:
        super().__init__()
        self._opener = opener
        self.library: Library | None = None
        # One change after the other; looking does not wait for it.
        self._changing = Lock()

    def _run(self, work: Callable[[], Message | None], group: str, *, exclusive: bool = True) -> None:
        """Do work in a thread and post its message, unless newer work of the group has taken its place."""

        def worker() -> None:
            try:
                answer = work()
            except DiploError as error:
                answer = self.Refused(str(error))
            if answer is not None and not get_current_worker().is_cancelled:
                self.post_message(answer)

        self.run_worker(worker, thread=True, exclusive=exclusive, group=group, exit_on_error=True)

    def open_library(self) -> None:
        """Open the library."""

        def work() -> Message:
            try:
                return self.Opened(self._opener())
            except DiploError as error:
                return self.Refused(str(error), opening=True)

        self._run(work, "open")

    def look(self, query: str, order: Order) -> None:
        """Look the meetings up; only the newest question is answered."""
        if library := self.library:
            self._run(lambda: self.Answered(look_up(library, query, order)), "look")

    def look_for_officials(self, query: str) -> None:
        """Look the officials up."""
        if library := self.library:
            self._run(lambda: self.OfficialsFound(officials_of(library, query)), "officials")

    def look_at_official(self, official: int) -> None:
        """Collect what an official said."""
        if library := self.library:
            self._run(lambda: self.Said(official, said_by(library, official)), "said")

    def change_library(self, change: Change, said: str = "") -> None:
        """Store a change in a worker; afterwards `Changed` says what the step was, or ``said``."""
        library = self.library
        if library is None:
            return

        def work() -> Message:
            with self._changing:
                result = change(library)
            return self.Changed(said or str(getattr(result, "what", "")), result)

        self._run(work, "change", exclusive=False)
