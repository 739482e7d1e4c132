"""A step under way, as a block of ``with``."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol


class Log(Protocol):
    """Where the step is made."""

    def begin(self) -> bool:
        """Begin a step; tell whether it is one, and not part of another."""

    def end(self, what: str, kind: dict[str, int], error: BaseException | None) -> None:
        """Write the step that runs, or let go of it where there was an error."""


class Running:
    """The step that is made of what the block does. A generator for this would cost as much as reading a document."""

    __slots__ = ("_kind", "_log", "_outermost", "_what")

    def __init__(self, log: Log, what: str, kind: dict[str, int]) -> None:
        self._log, self._what, self._kind = log, what, kind
        self._outermost = False

    def __enter__(self) -> None:
        self._outermost = self._log.begin()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._outermost:
            self._log.end(self._what, self._kind, error)
