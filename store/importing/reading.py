"""One task read, in this process or in one of its own.

Where a file's bytes are known already, neither happens: hashing costs a thousandth of reading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256
from typing import Any, Protocol

from store.errors import DiploError
from store.importing.lines import reading_from
from store.importing.tasks import Result, Task
from store.model import FoundMeeting, FoundOfficial, FoundQuote, Reading, Source
from store.reading import read
from store.sources import Feed, Loader
from store.sources.box import Box
from store.sources.files import from_place
from store.sources.loading import unpacked
from store.sources.naming import is_url
from store.sources.raw import Raw

Known = Callable[[str], int | None]
"""Tells the meeting that has a text, by the SHA-256 of the text or of the file's bytes; ``None`` for a new one."""


class Reader(Protocol):
    """Reads one source after another; to be used by one thread at a time."""

    def read(self, task: Task, raw: Raw | None, day: str | None) -> tuple[Source, Reading] | Feed:
        """Read ``raw``, or fetch the task's source when there is none. Raises `SourceError`."""

    def close(self) -> None:
        """Give up what is under way and free what is held; from any thread."""


class Here:
    """Reads texts in this process, everything else in the loader's box."""

    def __init__(self) -> None:
        self._box = Box()
        self._loader = Loader(self._box)

    def read(self, task: Task, raw: Raw | None, day: str | None) -> tuple[Source, Reading] | Feed:
        """Read one source, unless it has been."""
        made = self._loader.read(raw) if raw else self._loader.open(task.where, retrieved=day)
        if isinstance(made, Feed):
            return made
        return made, (reading_from(task.found, made) if task.found else None) or read(made)

    def close(self) -> None:
        """End the box."""
        self._box.close()


class Apart:
    """Reads everything in a process of its own, so that this one is free and several processors are used."""

    def __init__(self, nice: int = 0) -> None:
        self._box = Box("store.importing.worker", str(nice))
        self._here = Here()

    def read(self, task: Task, raw: Raw | None, day: str | None) -> tuple[Source, Reading] | Feed:
        """Have one source read, unless it has been."""
        if task.found:
            return self._here.read(task, raw, day)
        known = {name: value for name, value in asdict(raw).items() if name != "data"} if raw else None
        answer = self._box.ask({"where": task.where, "raw": known, "day": day}, raw.data if raw else b"")
        made = unpacked(answer)
        return made if isinstance(made, Feed) else (made, reading_of(answer["reading"]))

    def close(self) -> None:
        """End the process."""
        self._box.close()
        self._here.close()


def perform(task: Task, reader: Reader, known: Known, day: str | None) -> Result:
    """Read one task; whatever a person can have caused becomes the result's ``error``."""
    key = task.entry
    try:
        raw = None
        if task.data is not None or not is_url(task.where):
            data = from_place(task.where) if task.data is None else task.data
            raw = Raw(task.where, data, retrieved=day)
            key = key or sha256(data).hexdigest()
            if (meeting := known(key)) is not None:
                return Result(task, key, known=meeting)
        made = reader.read(task, raw, day)
    except DiploError as error:
        return Result(task, key, error=str(error))
    return Result(task, key, feed=made) if isinstance(made, Feed) else Result(task, key, made=made)


def reading_of(record: dict[str, Any]) -> Reading:
    """Make a Reading of its JSON form."""
    meeting = record["meeting"]
    officials = {
        role: tuple(FoundOfficial(**{**one, "aliases": tuple(one["aliases"])}) for one in meeting[role])
        for role in ("officials", "speakers")
    }
    return Reading(
        meeting=FoundMeeting(**{**meeting, **officials, "unsure": tuple(meeting["unsure"])}),
        quotes=tuple(FoundQuote(**{**quote, "tags": tuple(quote["tags"])}) for quote in record["quotes"]),
        language=record["language"],
        remarks=tuple(record["remarks"]),
    )
