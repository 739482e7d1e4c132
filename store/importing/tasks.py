"""What an import is made of: a task for each source, a result of reading it, an outcome of storing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from store.model import Reading, Source
from store.sources import Feed


@dataclass(frozen=True, slots=True)
class Task:
    """A source to be read. ``entry`` is a feed entry's key; ``data`` are bytes read already (standard input).

    ``found`` is what ``read --json`` printed of the source, when that was done before, perhaps elsewhere.
    """

    where: str
    entry: str | None = None
    data: bytes | None = None
    found: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What reading gave: exactly one of ``made``, ``feed``, ``error`` and ``known`` (a meeting that has this text).

    ``key`` is what the receipt will be written under: the feed entry's key or the hash of the file's bytes.
    """

    task: Task
    key: str | None = None
    made: tuple[Source, Reading] | None = None
    feed: Feed | None = None
    error: str | None = None
    known: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source. ``status`` as in the library, or ``failed`` with ``error``, one sentence."""

    where: str
    status: Literal["added", "joined", "duplicate", "failed"]
    meeting_id: int | None = None
    quotes: int = 0
    error: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is, and what happened since the last record.

    ``done`` counts every source that has an outcome, ``failed`` those of them that failed; ``left`` may grow when
    a feed is opened. ``rate`` is sources a second since the start. ``remarks`` are sentences about the import itself.
    """

    done: int
    left: int
    failed: int
    rate: float
    outcomes: tuple[Outcome, ...] = ()
    remarks: tuple[str, ...] = ()
