"""Where a table's newest lines lie, kept from one start to the next, so that a large table is not gone over again.

What is kept is a convenience and never the truth: it is taken only if the table still has the same line at the place
where it ended and was not otherwise touched since; lines behind that place are read as ever. A line is still checked
against its sum whenever it is read, and `store.log.rows` goes over the whole table if one is damaged.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from store.log.file import LogFile
from store.log.line import SEAL, Json, pack, unpack

FOLDER = ".places"
_VERSION = 3


class Places:
    """Where documents lie, as it was kept: one can be sought without making a mapping of all.

    Ids nearly always ascend. Only a document that was deleted, and came back by undo, stands behind later ones.
    """

    def __init__(self, ids: memoryview[int], places: memoryview[int], *, ascending: bool) -> None:
        self._ids, self._places, self.ascending = ids, places, ascending

    def find(self, doc_id: int) -> int | None:
        """Return a document's place, ``None`` without one; where ids ascend."""
        at = bisect_left(self._ids, doc_id)
        return self._places[at] if at < len(self._ids) and self._ids[at] == doc_id else None

    def __len__(self) -> int:
        return len(self._ids)

    def all(self) -> dict[int, int]:
        """Return the places of all documents."""
        return dict(zip(self._ids.tolist(), self._places.tolist(), strict=True))


class Extent(NamedTuple):
    """How far a table was read: up to which byte, the highest id, the last step, all lines, the bytes alive."""

    end: int
    last_id: int
    last_step: int
    lines: int
    alive: int


class Remembered(NamedTuple):
    """What is known of a table as far as it was read. ``more`` is what the table's peek wanted to remember."""

    extent: Extent
    places: Places
    more: memoryview


def remember(file: LogFile, extent: Extent, places: Mapping[int, int], more: bytes) -> None:
    """Keep what is known of a table. Raises `OSError`; nothing depends on it."""
    ids = list(places)
    body = b"".join((array("q", ids).tobytes(), array("q", places.values()).tobytes(), more))
    keep(file, file.path.stem, body, count=len(ids), ascending=ids == sorted(ids), **extent._asdict())


def recall(file: LogFile) -> Remembered | None:
    """Return what was kept of a table, ``None`` if there is nothing or it may not be so any more."""
    if (found := kept(file, file.path.stem)) is None:
        return None
    head, body = found
    width = 8 * head["count"]
    places = Places(body[:width].cast("q"), body[width : 2 * width].cast("q"), ascending=head["ascending"])
    return Remembered(Extent(*(head[name] for name in Extent._fields)), places, body[2 * width :])


def keep(file: LogFile, name: str, body: bytes, *, end: int, **more: int) -> None:
    """Keep under a name what was learnt of a table up to the byte ``end``. Raises `OSError`."""
    head = {
        "version": _VERSION,
        "order": sys.byteorder,
        "sum": crc32(body),
        "seal": seal(file, end),
        "touched": file.path.stat().st_mtime_ns,
        "end": end,
        **more,
    }
    path = _path(file, name)
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(pack(head) + b"\n" + body)
    fresh.replace(path)


def kept(file: LogFile, name: str) -> tuple[dict[str, Any], memoryview] | None:
    """Return what was kept under a name and what was said with it; ``None`` if it may not be so any more."""
    try:
        found = _path(file, name).read_bytes()
        head_end = found.index(b"\n")
        head, body = unpack(found[:head_end]), memoryview(found)[head_end + 1 :]
        return (head, body) if _fits(file, head, body) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def seal(file: LogFile, end: int) -> str:
    """Return the sum of the line that ends at a byte: it tells a log from another, and from itself rewritten."""
    return file.read(end - SEAL, SEAL).decode("ascii", "replace") if end else ""


def _fits(file: LogFile, head: Mapping[str, Json], body: memoryview) -> bool:
    end, size = head["end"], file.size()
    return bool(
        head["version"] == _VERSION
        and head["order"] == sys.byteorder
        and head["sum"] == crc32(body)
        and size >= end
        and (size > end or head["touched"] == file.path.stat().st_mtime_ns)
        and head["seal"] == seal(file, end)
    )


def _path(file: LogFile, name: str) -> Path:
    return file.path.parent / FOLDER / name
