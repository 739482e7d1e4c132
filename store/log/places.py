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
from typing import Any, NamedTuple
from zlib import crc32

from store.log.file import LogFile
from store.log.line import SEAL, Json, pack, unpack

FOLDER = ".places"
_VERSION = 2


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
    body = b"".join(
        (array("q", known.places).tobytes(), array("q", known.places.values()).tobytes(), known.more)
    )
    fields = {name: getattr(known, name) for name in ("end", "last_id", "last_step", "lines", "alive")}
    keep(file, file.path.stem, body, count=len(known.places), **fields)


def recall(file: LogFile) -> Remembered | None:
    """Return what was kept of a table, ``None`` if there is nothing or it may not be so any more."""
    if (found := kept(file, file.path.stem)) is None:
        return None
    head, body = found
    width = 8 * head["count"]
    ids, places = array("q", body[:width]), array("q", body[width : 2 * width])
    fields = {name: head[name] for name in ("end", "last_id", "last_step", "lines", "alive")}
    return Remembered(**fields, places=dict(zip(ids, places, strict=True)), more=body[2 * width :])


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


def kept(file: LogFile, name: str) -> tuple[dict[str, Any], bytes] | None:
    """Return what was kept under a name and what was said with it; ``None`` if it may not be so any more."""
    try:
        head_line, _, body = _path(file, name).read_bytes().partition(b"\n")
        head = unpack(head_line)
        return (head, body) if _fits(file, head, body) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def seal(file: LogFile, end: int) -> str:
    """Return the sum of the line that ends at a byte: it tells a log from another, and from itself rewritten."""
    return file.read(end - SEAL, SEAL).decode("ascii", "replace") if end else ""


def _fits(file: LogFile, head: Mapping[str, Json], body: bytes) -> bool:
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
