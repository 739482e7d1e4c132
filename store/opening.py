"""Opening a library: whether a folder is one, may be written, and in which format it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.errors import LibraryError
from store.log.file import sync_folder
from store.tables import Tables

MARK = "library.json"
FORMAT = 1
_IGNORED = {".lock", ".DS_Store", "desktop.ini", "Thumbs.db"}


def open_tables(
    folder: Path, *, create: bool, clock: Callable[[], str], on_wait: Callable[[str], None] | None
) -> tuple[Tables, list[str]]:
    """Return the tables of a library's folder and what is to be said about it. Raises `LibraryError`."""
    try:
        _make(folder, create=create)
        tables = Tables(folder, clock, on_wait)
        problems = _settle(tables)
        tables.log.rows("meetings")
    except OSError as error:
        raise LibraryError(f"The library {folder} cannot be opened: {error.strerror or error}") from error
    return tables, problems


def _make(folder: Path, *, create: bool) -> None:
    """Make a new library, or make sure that there is one."""
    if folder.exists() and not folder.is_dir():
        raise LibraryError(f"{folder} is a file; a library is a folder")
    if not folder.exists():
        if not create:
            raise LibraryError(f"There is no library {folder}")
        folder.mkdir(parents=True)
        sync_folder(folder.parent)
    names = {path.name for path in folder.iterdir()} - _IGNORED
    if MARK in names:
        return
    if names and "steps.jsonl" not in names and "meetings.jsonl" not in names:
        raise LibraryError(f"{folder} is not a diplo-tui library: it holds other files, and no {MARK}")
    if not names and not create:
        raise LibraryError(f"There is no library in {folder}")
    text = f'{{"program": "diplo-tui", "format": {FORMAT}}}\n'
    (folder / MARK).write_text(text, encoding="utf-8")
    sync_folder(folder)


def _settle(tables: Tables) -> list[str]:
    """Put right what a writer that died left behind, unless somebody is writing, or nobody may."""
    try:
        tables.log.settle_if_free()
    except PermissionError:
        tables.log.read_only = True
        return [f"{tables.log.folder} can only be read: changes are not possible"]
    return []
