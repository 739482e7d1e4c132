"""A folder watched by looking at it now and then: which files are new since the last look, and finished.

Looking works everywhere, network folders included, and a folder of readouts is small. A file still being written
changes between two looks; it is told of only when two looks in a row have found it the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from store.sources.folders import expand

Stamp = tuple[int, int]
"""A file's size and the nanosecond of its last change."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a folder found: every file's stamp, and those that have been told of with theirs."""

    found: dict[str, Stamp]
    told: dict[str, Stamp]


def first_look(folder: str, *, pattern: str | None = None) -> Look:
    """Look for the first time: what is there already counts as told."""
    found = _stamps(folder, pattern)
    return Look(found, found)


def look_again(folder: str, before: Look, *, pattern: str | None = None) -> tuple[Look, list[str]]:
    """Look once more; returns the look and the files that are new or changed since they were told, and finished."""
    found = _stamps(folder, pattern)
    finished = [
        path
        for path, stamp in found.items()
        if stamp == before.found.get(path) and stamp != before.told.get(path)
    ]
    return Look(found, before.told | {path: found[path] for path in finished}), finished


def _stamps(folder: str, pattern: str | None) -> dict[str, Stamp]:
    stamps = {}
    for where in expand([folder], pattern=pattern):
        try:
            status = Path(where).stat()
        except OSError:  # gone between finding and looking
            continue
        if where != folder and status.st_size:
            stamps[where] = (status.st_size, status.st_mtime_ns)
    return stamps
