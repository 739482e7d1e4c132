"""What the library answers when it has done something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OnDuplicate = Literal["skip", "join", "add"]
"""A text of a meeting already there: leave it out, put it with that meeting, or keep it apart all the same."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source: the meeting it now belongs to, how, and how many quotes came with it."""

    meeting_id: int
    status: Literal["added", "joined", "duplicate"]
    quotes: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would become of a source if it were added: how, and the meeting there already that it would go with."""

    status: Literal["added", "joined", "duplicate"]
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One change as a person sees it. ``at`` is an ISO time in UTC; ``undoes`` the step it took back."""

    number: int
    what: str
    at: str
    undoes: int | None = None
    redoes: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a library holds."""

    meetings: int
    officials: int
    quotes: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that `Library.check` found: where, what, and what a person can do about it."""

    where: str
    what: str
    advice: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.advice}"
