"""What the newest steps wrote, once more and all in one place: a step waits for the disk once, and not for long.

Each file that is synced costs a wait of its own: of four, a third of the time in which a meeting is added. And where
a file has grown the system notes its new length, besides what was written. So the lines of a small step go to their
tables unsynced, and to the journal, which has room ahead and is synced. The tables are synced when the journal is
full, when another process takes over, before compaction, and when the library is closed; should the power fail
before, the next writer puts the lines back where they belong. Who reads the tables needs no journal: as long as the
machine runs, they are whole.

An entry is a line ``{"step":57,"tables":{"quotes":[10234,511,"9f3a01bc"],…},"sum":"…"}``, and behind it the lines:
of each table where they begin, how many bytes they are, and the sum that the line before them ends with. ``sum`` is
the CRC-32 of everything else in the entry. Steps ascend; what stands behind one that does not is of an earlier round.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from store.log.file import BINARY, sync, sync_folder
from store.log.line import SEAL, pack, unpack, whole
from store.log.steps import Steps, lines_of

NAME = ".journal"
_FULL = 1 << 20
"""Bytes after which the journal begins anew."""
_AHEAD = 1 << 16
"""Bytes by which the file is made longer at once. A table cannot have room ahead: its readers go to its end."""
_LARGE = 1 << 18
"""Bytes from which a step is better written once, to its tables alone."""


class Part(NamedTuple):
    """The lines of one table: where they begin in its file, and the sum before them, empty at the beginning."""

    table: str
    at: int
    seal: str
    lines: bytes


class Journal:
    """The journal of one folder, in the hands of whoever holds the lock. Methods raise `OSError`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fd: int | None = None
        self._end = 0
        self._room = 0
        """Bytes that the file has, of which those behind the end are of an earlier round, or nothing."""
        self._newest = 0, 0
        """The step that was written last, and where its entry begins."""
        self._unsynced: set[str] = set()

    @staticmethod
    def takes(parts: list[Part]) -> bool:
        """Tell whether a step is small."""
        size = 0
        for part in parts:
            size += len(part.lines)
        return size < _LARGE

    def write(self, step: int, parts: list[Part]) -> None:
        """Return when a step that stands in its tables stands here durably."""
        entry = _encoded(step, parts)
        if self._end + len(entry) > _FULL:
            self.settle()
        self._newest = step, self._end
        fd, end = self._opened(), self._end + len(entry)
        if end > self._room:
            self._room = end + _AHEAD - end % _AHEAD
            entry += bytes(self._room - end)
        os.lseek(fd, self._end, os.SEEK_SET)
        written = os.write(fd, entry)
        while written < len(entry):
            written += os.write(fd, entry[written:])
        sync(fd)
        self._end = end
        for part in parts:
            self._unsynced.add(part.table)

    def take_back(self, step: int) -> None:
        """Drop the entry, or what there is of it, of a step that failed."""
        if self._fd is not None and self._newest[0] == step:
            self._end = self._room = self._newest[1]
            os.ftruncate(self._fd, self._end)

    def settle(self) -> None:
        """Sync the tables that have not been, so that what stands here is not needed any more."""
        for table in sorted(self._unsynced):
            _sync(self._folder / f"{table}.jsonl")
        self._unsynced.clear()
        self._end = 0

    def clear(self) -> None:
        """Do that and empty the journal, durably."""
        if self._end:
            self.settle()
            fd = self._opened()
            os.ftruncate(fd, 0)
            sync(fd)
            self._room = 0

    def recover(self, steps: Steps) -> None:
        """Put back into the tables what they lack of the steps that somebody left here, and empty the journal.

        Up to the first step since which the tables, or ``steps``, have gone another way.
        """
        self.close()
        self._end, self._newest = 0, (0, 0)
        self._unsynced.clear()
        try:
            known = (self._folder / NAME).read_bytes()
        except FileNotFoundError:
            return
        entries = list(_entries(known))
        self._unsynced.update(part.table for _, parts in entries for part in parts)
        for step, parts in entries:
            places = [_Place(self._folder / f"{part.table}.jsonl", part) for part in parts]
            if any(one.other for one in places) or not _is_known(step, {part.table for part in parts}, steps):
                break
            for one in places:
                one.fill()
        if known:
            self._end = len(known)
            self.clear()

    def close(self) -> None:
        """Let go of the file."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _opened(self) -> int:
        if self._fd is None:
            path = self._folder / NAME
            try:
                self._fd = os.open(path, os.O_RDWR | BINARY)
            except FileNotFoundError:
                self._fd = os.open(path, os.O_RDWR | os.O_CREAT | BINARY, 0o644)
                sync_folder(self._folder)
            self._room = os.fstat(self._fd).st_size
        return self._fd


def _encoded(step: int, parts: list[Part]) -> bytes:
    tables, body = {}, b""
    for table, at, seal, lines in parts:
        tables[table] = at, len(lines), seal
        body += lines
    head = b'{"step":%d,"tables":%b' % (step, pack(tables))
    return b'%b,"sum":"%08x"}\n%b' % (head, crc32(body, crc32(head)), body)


def _entries(known: bytes) -> Iterator[tuple[int, list[Part]]]:
    """Yield the whole entries from the first on, as long as their steps ascend."""
    at = last = 0
    while (newline := known.find(b"\n", at)) > 0:
        head, start = known[at : newline + 1], newline + 1
        try:
            told = unpack(head)
            step, tables = int(told["step"]), dict(told["tables"])
            at = start + sum(length for _, length, _ in tables.values())
        except (ValueError, KeyError, TypeError):
            return
        if step <= last or head[-SEAL:] != b',"sum":"%08x"}\n' % crc32(known[start:at], crc32(head[:-SEAL])):
            return
        parts = []
        for table, (place, length, seal) in tables.items():
            parts.append(Part(table, place, seal, known[start : start + length]))
            start += length
        last = step
        yield step, parts


def _is_known(step: int, tables: set[str], steps: Steps) -> bool:
    """Tell whether a step is the one of this number that is known, if one is."""
    known = next(lines_of(steps.file, steps.end, step), None)
    return known is None or known.step != step or (known.document or {}).get("tables", {}).keys() == tables


class _Place:
    """Where lines stand, or stood. ``other`` tells that the file has gone another way there."""

    def __init__(self, path: Path, part: Part) -> None:
        self._path, self._part = path, part
        try:
            with path.open("rb") as file:
                file.seek(max(0, part.at - SEAL))
                before = file.read(min(part.at, SEAL))
                self._there = file.read(len(part.lines))
        except FileNotFoundError:
            before, self._there = b"", b""
        first = self._there[: self._there.find(b"\n") + 1]
        follows = before.endswith(b',"sum":"%b"}\n' % part.seal.encode()) if part.at else True
        self.other = not follows or (whole(first) and not part.lines.startswith(first))

    def fill(self) -> None:
        """Put the lines there, unless they are."""
        if self._there != self._part.lines:
            with self._path.open("r+b" if self._path.exists() else "wb") as file:
                file.seek(self._part.at)
                file.write(self._part.lines)


def _sync(path: Path) -> None:
    with suppress(FileNotFoundError):
        fd = os.open(path, os.O_RDWR | BINARY)
        try:
            sync(fd)
        finally:
            os.close(fd)
