"""A file of lines that only grows at its end, on any system.

Everything that touches the disk goes through here. Nothing is mapped into memory: a map would crash the reader when
another process cuts the file, and would keep Windows from cutting it at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from errno import EACCES
from pathlib import Path
from threading import Lock

BINARY = getattr(os, "O_BINARY", 0)
_FIRST_BLOCK = 1 << 14
_BLOCK = 1 << 18
"""Bytes read at once where all is: of larger pieces each would be new memory, which costs more than the reading."""


def sync(fd: int) -> None:
    """Return when all that was written to an open file is on the disk.

    Where the system can leave out what reading does not need, such as the time of the change, that takes a fifth of
    the time.
    """
    getattr(os, "fdatasync", os.fsync)(fd)


def sync_folder(folder: Path) -> None:
    """Make a created or renamed file's name durable. Windows does so by itself, and cannot open a folder."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


class LogFile:
    """One file, opened when it is first there. Offsets and sizes are in bytes; methods raise `OSError`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = str(path)
        """The path, as the system takes it."""
        self._fd: int | None = None
        self._writable = False
        self._seat = Lock()

    def open(self) -> bool:
        """Open the file unless it is; tell whether it exists. For reading only where no more is allowed."""
        if self._fd is None:
            for flags, writable in ((os.O_RDWR | os.O_APPEND, True), (os.O_RDONLY, False)):
                try:
                    self._fd, self._writable = os.open(self.path, flags | BINARY), writable
                    break
                except FileNotFoundError:
                    return False
                except OSError:
                    if not writable:
                        raise
        return True

    def close(self) -> None:
        """Let go of the file; the next use opens it anew."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    @property
    def fd(self) -> int:
        """The open file's descriptor."""
        if self._fd is None and not self.open():
            raise FileNotFoundError(2, "No such file", str(self.path))
        assert self._fd is not None
        return self._fd

    def replaced(self) -> bool:
        """Tell whether the name no longer leads to the open file: compacted by another process, moved or deleted."""
        if self._fd is None:
            return False
        try:
            there = self.path.stat()
        except FileNotFoundError:
            return True
        ours = os.fstat(self._fd)
        return (there.st_ino, there.st_dev) != (ours.st_ino, ours.st_dev)

    def size(self) -> int:
        """Return the size now, 0 if there is no such file."""
        return os.fstat(self.fd).st_size if self.open() else 0

    def read(self, start: int, size: int) -> bytes:
        """Return up to ``size`` bytes from ``start``; fewer at the end of the file."""
        if hasattr(os, "pread"):
            return os.pread(self.fd if self._fd is None else self._fd, size, start)
        with self._seat:  # without pread, seeking and reading are two calls that must not mix between threads
            os.lseek(self.fd, start, os.SEEK_SET)
            return os.read(self.fd, size)

    def create(self) -> None:
        """Make the file, durably, if it is not there."""
        if not self.open():
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | BINARY, 0o644))
            sync_folder(self.path.parent)

    def append(self, blob: bytes) -> None:
        """Write at the end. On failure some of it may stand there: `cut` is the caller's business."""
        if self._fd is None:
            self.create()
            self.open()
        if not self._writable:
            raise PermissionError(EACCES, "only reading is allowed", str(self.path))
        fd = self.fd if self._fd is None else self._fd
        written = os.write(fd, blob)
        while written < len(blob):
            written += os.write(fd, blob[written:])

    def sync(self) -> None:
        """Return when all that was written is on the disk."""
        sync(self.fd)

    def cut(self, size: int) -> None:
        """Drop everything behind ``size``."""
        if self.open() and self.size() > size:
            os.ftruncate(self.fd, size)

    def blocks(self, start: int, stop: int) -> Iterator[tuple[int, bytes]]:
        """Yield offset and bytes of runs of whole lines that begin and end between two offsets."""
        size = _FIRST_BLOCK
        while start < stop and (block := self.read(start, min(size, stop - start))):
            end = block.rfind(b"\n") + 1
            if end:
                yield start, block[:end]
            elif len(block) < size:
                return
            start += end
            size = min(2 * size, _BLOCK) if end else 2 * size

    def lines(self, start: int, stop: int) -> Iterator[tuple[int, bytes]]:
        """Yield offset and bytes, newline included, of each line that begins and ends between two offsets."""
        for at, block in self.blocks(start, stop):
            for line in block[:-1].split(b"\n"):
                yield at, line + b"\n"
                at += len(line) + 1

    def line_bytes(self, at: int) -> bytes:
        """Return the line that starts at an offset, newline included; without one if the file ends before it."""
        size = _FIRST_BLOCK
        while True:
            text = self.read(at, size)
            if (newline := text.find(b"\n")) >= 0:
                return text[: newline + 1]
            if len(text) < size:
                return text
            size *= 4

    def lines_back(self, stop: int) -> Iterator[tuple[int, bytes]]:
        """Yield offset and bytes of each line ending before ``stop``, last first. A torn last line is left out."""
        block, start, torn = b"", stop, True
        while start:
            step = min(max(_FIRST_BLOCK, len(block)), start)
            start -= step
            block = self.read(start, step) + block
            while (newline := block.rfind(b"\n", 0, len(block) - (not torn))) >= 0:
                if not torn:
                    yield start + newline + 1, block[newline + 1 :]
                block, torn = block[: newline + 1], False
        if block and not torn:
            yield 0, block
