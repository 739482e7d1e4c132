"""What every part of the door stands on: the tables, what state they are in, and the index beside them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from store.keeping import undoing
from store.keeping.checking import told
from store.keeping.listed import Meetings
from store.keeping.tables import Tables
from store.outcomes import Step

if TYPE_CHECKING:
    from store.search import Index


class Door:
    """A library's tables, open."""

    def __init__(self, tables: Tables, problems: Iterable[str]) -> None:
        self._tables = tables
        self._problems = tuple(problems)
        self._listed: tuple[int, Meetings] | None = None
        self._index: Index | None = None

    def compact(self) -> None:
        """Rewrite the files without what is past the last 1,000 steps, keeping a backup. Raises `LibraryError`."""
        self._tables.log.compact()

    def close(self) -> None:
        """Let go of all files."""
        if self._index is not None:
            self._index.close()
        self._tables.close()

    @property
    def folder(self) -> Path:
        """The library's folder."""
        return self._tables.log.folder

    @property
    def read_only(self) -> bool:
        """Whether the folder can only be read; every change then raises `LibraryError`."""
        return self._tables.log.read_only

    @property
    def problems(self) -> tuple[str, ...]:
        """Sentences for the person about what is wrong with this library, as far as has been noticed."""
        with self._tables.log.threads:
            log = self._tables.log
            damaged = (told(self._tables, damage) for damage in log.all_damage())
            return tuple(dict.fromkeys((*self._problems, *log.notices, *damaged)))

    @property
    def version(self) -> int:
        """The number of the last step; changes whenever anything did."""
        return self._tables.log.steps.last

    def refresh(self) -> bool:
        """Take over what other processes wrote; tell whether there was anything. Cheap when there was not."""
        return self._tables.log.follow()

    def _last(self) -> Step:
        made = self._tables.log.last_step
        return undoing.step_of(made) if made else undoing.history(self._tables, 1)[0]
