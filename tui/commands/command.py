"""What every command is: a name, a key, a help sentence, when it is possible, and what it does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..state import State

if TYPE_CHECKING:
    from ..screens.browser import Browser


@dataclass(frozen=True, slots=True)
class Situation:
    """What is there to work on now, as far as a command has to know."""

    state: State
    open: bool = False
    read_only: bool = False
    meetings: int = 0
    meeting: bool = False
    official: bool = False
    perhaps: bool = False
    quote: bool = False
    page: bool = False
    importing: bool = False

    @property
    def something(self) -> bool:
        """Whether there is anything marked, or anything under the cursor."""
        if len(self.state.marks):
            return True
        return {"meetings": self.meeting, "officials": self.official}.get(self.state.pane, self.quote)


class Command(ABC):
    """A thing to do. The class is the command; ``id`` names it in settings, its docstring is its help."""

    id: ClassVar[str]
    keys: ClassVar[str] = ""
    title: ClassVar[str]
    group: ClassVar[str]
    footer: ClassVar[str] = ""

    @classmethod
    def help(cls) -> str:
        """Return the sentence that help and palette show."""
        return " ".join((cls.__doc__ or "").split())

    def why_not(self, now: Situation) -> str:
        """Return why this cannot be done now, as a sentence; nothing when it can."""
        return ""

    @abstractmethod
    def run(self, browser: Browser) -> None:
        """Do it."""


LOADING = "The library is still being opened."
READ_ONLY = "This library can only be read here."


class OpenCommand(Command):
    """A command that needs an open library, and else nothing."""

    def why_not(self, now: Situation) -> str:
        """Needs a library."""
        return "" if now.open else LOADING


def unchangeable(now: Situation) -> str:
    """Return why nothing can be stored now, or nothing."""
    if not now.open:
        return LOADING
    return READ_ONLY if now.read_only else ""
