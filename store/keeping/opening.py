"""Opening a library: whether a folder is one, may be written, and in which format it is."""

from __future__ import annotations

from collections.abc import Callable
from errno import EACCES, EPERM, EROFS
from pathlib import Path

from store.errors import LibraryError
from store.keeping.migrating import FORMAT, MARK, format_of, migrate, write_mark
from store.keeping.tables import Tables
from store.log.file import sync_folder

_FORBIDDEN = {EACCES, EPERM, EROFS}
_IGNORED = {f"{MARK}.new", ".lock", ".journal", ".places", ".DS_Store", "desktop.ini", "Thumbs.db"}


def open_tables(
    folder: Path, *, create: bool, clock: Callable[[], str], on_wait: Callable[[str], None] | None
) -> tuple[Tables, list[str]]:
    """Return the tables of a library's folder and what is to be said about it. Raises `LibraryError`."""
    try:
        problems = _look(folder, create=create)
        migrate(folder, clock())
        tables = Tables(folder, clock, on_wait)
        unmarked = bool(problems)
        problems += _settle(tables)
        if unmarked and not tables.log.read_only:
            write_mark(folder)
        tables.log.rows("meetings")
    except OSError as error:
        raise LibraryError(f"The library {folder} cannot be opened: {error.strerror or error}") from error
    return tables, problems


def _look(folder: Path, *, create: bool) -> list[str]:
    """Make a new library, or make sure that there is one that can be read; return what is odd about it."""
    if folder.exists() and not folder.is_dir():
        raise LibraryError(f"{folder} is a file; a library is a folder")
    if not folder.exists() and not create:
        raise LibraryError(f"There is no library {folder}")
    if not folder.exists():
        folder.mkdir(parents=True)
        sync_folder(folder.parent)
    names = {path.name for path in folder.iterdir()} - _IGNORED
    if not names and not create:
        raise LibraryError(f"There is no library in {folder}")
    if not names:
        write_mark(folder)
    elif not names & {MARK, "steps.jsonl", "meetings.jsonl"}:
        raise LibraryError(f"{folder} is not a diplo-tui library: it holds other files")
    version = format_of(folder)
    if version is not None and version > FORMAT:
        raise LibraryError(
            f"{folder} was written by a newer diplo-tui (format {version}, this one knows {FORMAT}): please update"
        )
    return [f"{MARK} was missing or damaged; format {FORMAT} is assumed"] if version is None else []


def _settle(tables: Tables) -> list[str]:
    """Put right what a writer that died left behind, unless somebody is writing, or nobody may."""
    try:
        tables.log.settle_if_free()
    except OSError as error:
        if error.errno not in _FORBIDDEN:
            raise
        tables.log.read_only = True
        tables.log.settle(write=False)
        return [f"{tables.log.folder} can only be read: nothing can be changed"]
    return []
