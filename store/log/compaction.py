"""Rewriting a folder's files without what nobody can ask for any more.

Kept are the newest line of every document and, for undo, all lines of the last steps with what stood before them.
Each file is written anew beside the old one and takes its name in one moment; a process that dies in between leaves
every file either old or new, and both hold the same documents.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from store.log.backups import back_up
from store.log.file import LogFile, sync_folder
from store.log.line import glance, moved, was_of, whole
from store.log.rows import Rows
from store.log.steps import Steps, first_line_of

KEPT_STEPS = 1000
"""How many of the newest steps can still be undone after a compaction."""
WORTH = 1 << 20
"""Bytes below which a file is never compacted by itself."""


def worth_while(tables: list[Rows], steps: Steps) -> bool:
    """Tell whether compaction would at least halve the files."""
    size = sum(rows.end for rows in tables)
    alive = sum(rows.alive for rows in tables)
    if size < WORTH or alive * 2 > size:
        return False
    oldest = oldest_kept(steps)
    return 2 * (alive + sum(rows.end - first_line_of(rows.file, rows.end, oldest) for rows in tables)) < size


def oldest_kept(steps: Steps) -> int:
    """Return the first of the steps that stay undoable."""
    return max(1, steps.last - KEPT_STEPS + 1)


def compact(folder: Path, tables: list[Rows], steps: Steps, name: str) -> None:
    """Rewrite all files, after keeping a backup called ``name``; the caller holds the lock. Raises `OSError`."""
    oldest = oldest_kept(steps)
    fresh: dict[LogFile, Path] = {}
    try:
        # The steps come first: a table must never hold less than what the steps say of it.
        start = first_line_of(steps.file, steps.end, oldest)
        fresh[steps.file] = _write(steps.file.path, (line for _, line in steps.file.lines(start, steps.end)))
        for rows in tables:
            fresh[rows.file] = _write(rows.file.path, _kept(rows, oldest))
        back_up(folder, name)
        for file, path in fresh.items():
            file.close()  # Windows does not replace a file that is open
            path.replace(file.path)
        sync_folder(folder)
    finally:
        for path in fresh.values():
            path.unlink(missing_ok=True)


def _write(path: Path, lines: Iterator[bytes]) -> Path:
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    return fresh


def _kept(rows: Rows, oldest: int) -> Iterator[bytes]:
    """Yield the lines of the new file: what stood before the oldest step kept, then everything since."""
    base: dict[int, int] = {}
    since = first_line_of(rows.file, rows.end, oldest)
    for at, line in rows.file.lines(0, since):
        if whole(line):
            doc_id, _, gone = glance(line)
            # The highest id is kept even when it is deleted: ids are never given twice.
            if not gone or doc_id == rows.last_id:
                base[doc_id] = at
            else:
                base.pop(doc_id, None)
    new_places: dict[int, int] = {}
    end = 0
    for at in base.values():
        line = moved(rows.file.line_bytes(at), None, closing=False)
        new_places[at] = end
        end += len(line)
        yield line
    for at, old in rows.file.lines(since, rows.end):
        if whole(old):
            was = was_of(old)
            line = moved(old, None if was is None else new_places.get(was), closing=True)
            new_places[at] = end
            end += len(line)
            yield line
