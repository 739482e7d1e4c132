"""The one door to the database: looking, changing, undoing. The rest of the program knows no TinyDB.

A library is a folder of tables (`store.log`). Every change is one step: durable before the call returns, all of it or
nothing, and undoable. Records that come out are frozen; changing one means asking the library to.

Safe to use from several threads; several processes may open one folder, and `refresh` shows what the others did.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.keeping.identity import LikelySame
from store.keeping.opening import open_tables
from store.library.adding import Adding
from store.library.changing import Changing
from store.library.undoing import Undoing
from store.log.clock import utc_now
from store.outcomes import Added, Counts, Problem, Step

__all__ = ["Added", "Counts", "Library", "LikelySame", "Problem", "Step"]


class Library(Adding, Changing, Undoing):
    """An open library. Make one with `open`; use it in a ``with`` block or `close` it."""

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = True,
        clock: Callable[[], str] = utc_now,
        on_wait: Callable[[str], None] | None = None,
    ) -> Library:
        """Open a folder, made if it is missing and ``create``.

        ``clock`` tells the time that steps are stamped with; ``on_wait`` is given a sentence when another process
        keeps this one waiting. Raises `LibraryError` for a folder that is not a library or cannot be read. Damage
        and a folder that can only be read do not keep it from opening: see `problems`.
        """
        return cls(*open_tables(Path(folder), create=create, clock=clock, on_wait=on_wait))

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()
