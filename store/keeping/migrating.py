"""The format a library is written in, and how an older one becomes the one this program knows.

======  =====================================================================================
format  what a table looks like
======  =====================================================================================
0       a line is ``{"id": document}`` and nothing else; no steps, no mark
1       lines end with step, place of the version before, and checksum (`store.log.line`)
======  =====================================================================================
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from store.log.backups import back_up
from store.log.file import sync_folder
from store.log.line import Json, encode, pack, unpack, whole
from store.log.lock import WriterLock

MARK = "library.json"
FORMAT = 1
_FIRST_STEP = 2


def format_of(folder: Path) -> int | None:
    """Return the format that a library's mark tells; 0 if it has lines of that format, ``None`` if nothing tells."""
    try:
        mark = json.loads((folder / MARK).read_text(encoding="utf-8"))
        return int(mark["format"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0 if any(_is_plain(path) for path in folder.glob("*.jsonl")) else None


def write_mark(folder: Path, version: int = FORMAT) -> None:
    """Say in the folder that it is a library of a format. Raises `OSError`."""
    fresh = folder / f"{MARK}.new"
    fresh.write_text(f'{{"program": "diplo-tui", "format": {version}}}\n', encoding="utf-8")
    fresh.replace(folder / MARK)
    sync_folder(folder)


def migrate(folder: Path, now: str) -> None:
    """Bring an older library to this format, after keeping a backup; each file changes in one moment.

    Begun again where it was left, should the machine stop in between. Raises `OSError` and `LibraryError`.
    """
    version = format_of(folder)
    if version is None or version >= FORMAT:
        return
    lock = WriterLock(folder / ".lock")
    try:
        with lock.held():
            back_up(folder, f"format-{version}-{now[:19].replace(':', '-')}")
            write_mark(folder, version)  # so that a migration left half-way is known for one
            for step in range(version, FORMAT):
                _MIGRATIONS[step](folder, now)
            write_mark(folder)
    finally:
        lock.close()


def _is_plain(path: Path) -> bool:
    """Tell whether a table's first line is one of format 0."""
    with path.open("rb") as lines:
        first = lines.readline()
    try:
        return not whole(first) and all(key.isdigit() for key in unpack(first))
    except ValueError:
        return False


def _add_tails(folder: Path, now: str) -> None:
    """From 0 to 1: the newest document of each id becomes a line of the library's second step."""
    tables = {path: _newest(path) for path in sorted(folder.glob("*.jsonl")) if path.stem != "steps"}
    counts = {path.stem: len(documents) for path, documents in tables.items() if documents}
    what = {"what": "Taken over from format 0", "at": now, "tables": counts}
    for path, documents in tables.items():
        if _is_plain(path):
            _replace(path, _lines(documents, pack(what if path.stem == max(counts, default="") else True)))
    # Its step names no table: taking a whole library back is not what anyone wants of undo.
    begun = encode(1, pack({"what": "Library begun", "at": now, "tables": {}}), 1)
    _replace(folder / "steps.jsonl", [begun, encode(_FIRST_STEP, pack(what | {"tables": {}}), _FIRST_STEP)])


def _lines(documents: dict[int, Json], closes: bytes) -> list[bytes]:
    """Return a table's lines, of which the last closes the step with what is packed."""
    return [
        encode(doc_id, pack(document), _FIRST_STEP, None, closes if place == len(documents) else b"")
        for place, (doc_id, document) in enumerate(documents.items(), 1)
    ]


def _newest(path: Path) -> dict[int, Json]:
    newest: dict[int, Json] = {}
    with path.open("rb") as lines:
        for line in lines:
            try:
                doc_id, document = next(iter(unpack(line).items()))
                newest[int(doc_id)] = document
            except (ValueError, StopIteration, AttributeError):
                continue  # a torn or damaged line; the backup has it
    return {doc_id: document for doc_id, document in newest.items() if document is not None}


def _replace(path: Path, lines: list[bytes]) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


_MIGRATIONS: dict[int, Callable[[Path, str], None]] = {0: _add_tails}
