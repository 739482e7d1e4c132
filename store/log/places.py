"""Where a table's newest lines lie, kept from one start to the next, so that a large table is not gone over again.

What is kept is a convenience and never the truth: it is taken only if the table still has the same line at the place
where it ended and was not otherwise touched since; lines behind that place are read as ever. A line is still checked
against its sum whenever it is read, and `store.log.rows` goes over the whole table if one is damaged.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from store.log.file import LogFile
from store.log.line import Json, pack, unpack

FOLDER = ".places"
_VERSION = 1
_SEAL = 19
"""Bytes at the end of a line that hold its sum."""


class Remembered(NamedTuple):
    """What is known of a table up to the byte ``end``. ``more`` is what the table's peek wants to remember."""

    end: int
    last_id: int
    last_step: int
    lines: int
    alive: int
    places: dict[int, int]
    more: bytes


def remember(file: LogFile, known: Remembered) -> None:
    """Keep what is known of a table. Raises `OSError`; nothing depends on it."""
    ids = array("q", known.places)
    starts = array("q", (place >> 32 for place in known.places.values()))
    sizes = array("q", (place & 0xFFFFFFFF for place in known.places.values()))
    body = b"".join((ids.tobytes(), starts.tobytes(), sizes.tobytes(), known.more))
    head = {
        "version": _VERSION,
        "order": sys.byteorder,
        "count": len(ids),
        "sum": crc32(body),
        "seal": file.read(known.end - _SEAL, _SEAL).decode("ascii", "replace"),
        "touched": file.path.stat().st_mtime_ns,
        **{name: getattr(known, name) for name in ("end", "last_id", "last_step", "lines", "alive")},
    }
    path = _path(file)
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(pack(head) + b"\n" + body)
    fresh.replace(path)


def recall(file: LogFile) -> Remembered | None:
    """Return what was kept of a table, ``None`` if there is nothing or it may not be so any more."""
    try:
        head_line, _, body = _path(file).read_bytes().partition(b"\n")
        head = unpack(head_line)
        return _checked(file, head, body)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _checked(file: LogFile, head: Mapping[str, Json], body: bytes) -> Remembered | None:
    end, size = head["end"], file.size()
    fits = (
        head["version"] == _VERSION
        and head["order"] == sys.byteorder
        and head["sum"] == crc32(body)
        and size >= end
        and (size > end or head["touched"] == file.path.stat().st_mtime_ns)
        and head["seal"].encode() == file.read(end - _SEAL, _SEAL)
    )
    if not fits:
        return None
    width = 8 * head["count"]
    parts = [array("q", body[start : start + width]) for start in (0, width, 2 * width)]
    places = {one: start << 32 | length for one, start, length in zip(*parts, strict=True)}
    more = body[3 * width :]
    return Remembered(end, head["last_id"], head["last_step"], head["lines"], head["alive"], places, more)


def _path(file: LogFile) -> Path:
    return file.path.parent / FOLDER / file.path.stem
