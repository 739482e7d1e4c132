"""One writer at a time, over threads and processes, on every system.

The lock is the system's own on an open file, so it goes with the process that held it, however that ended.
A library for this would cost 46 ms to import and 90 µs a step, measured: as much as the step itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from os import urandom
from pathlib import Path
from threading import RLock
from time import monotonic, sleep
from typing import Any

from store.errors import LibraryError

PATIENCE = 2.0
"""Seconds after which a waiting person is told who is in the way."""
LIMIT = 60.0
"""Seconds after which waiting ends with an error."""
_BEAT = 0.01
_AWAY = 1 << 30
"""The byte that Windows locks: far behind the text, so that others can read who holds the lock."""

Try = Callable[[int], bool]
Release = Callable[[int], None]


def windows_lock(msvcrt: Any) -> tuple[Try, Release]:  # noqa: ANN401  # a module that only Windows has
    """Return how an open file is locked, if nobody holds it, and released, by Windows' means."""

    def try_lock(fd: int) -> bool:
        os.lseek(fd, _AWAY, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def release(fd: int) -> None:
        os.lseek(fd, _AWAY, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)

    return try_lock, release


def posix_lock(fcntl: Any) -> tuple[Try, Release]:  # noqa: ANN401  # a module that Windows does not have
    """Return the same by POSIX means."""

    def try_lock(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    return try_lock, lambda fd: fcntl.flock(fd, fcntl.LOCK_UN)


if os.name == "nt":
    _try_lock, _unlock = windows_lock(import_module("msvcrt"))
else:
    _try_lock, _unlock = posix_lock(import_module("fcntl"))


class WriterLock:
    """The lock of one folder. ``on_wait`` is called once, with a sentence, when a wait gets long.

    ``undisturbed`` tells, while it is held, that nobody else has held it since this one last did.
    """

    def __init__(self, path: Path, on_wait: Callable[[str], None] | None = None) -> None:
        self.path = path
        self._name = str(path)
        self.on_wait = on_wait
        self._threads = RLock()
        self._depth = 0
        self._fd: int | None = None
        self._file = (0, 0)
        self._nonce = urandom(4).hex().encode()
        self._signature = 0, b""
        self.undisturbed = False

    @contextmanager
    def held(self, patience: float = PATIENCE, limit: float = LIMIT) -> Iterator[None]:
        """Hold the lock; may be nested. Raises `LibraryError` after ``limit`` seconds, `OSError` if forbidden."""
        self.acquire(patience, limit)
        try:
            yield
        finally:
            self.release()

    def acquire(self, patience: float = PATIENCE, limit: float = LIMIT) -> None:
        """Begin to hold the lock, as `held` does."""
        self._threads.acquire()
        try:
            if not self._depth:
                fd = self._open()
                if not _try_lock(fd):
                    self._wait(fd, patience, limit)
                self._sign(fd)
            self._depth += 1
        except BaseException:
            self._depth += 1
            self.release()
            raise

    def release(self) -> None:
        """Hold the lock no longer."""
        self._depth -= 1
        try:
            if not self._depth and self._fd is not None:
                _unlock(self._fd)
        finally:
            self._threads.release()

    def close(self) -> None:
        """Let go of the file."""
        with self._threads:
            if self._fd is not None:
                os.close(self._fd)
                self._fd = None

    def _wait(self, fd: int, patience: float, limit: float) -> None:
        began, told = monotonic(), False
        while not _try_lock(fd):
            waited = monotonic() - began
            if waited >= limit:
                raise LibraryError(
                    f"{self._holder()} is still writing to {self.path.parent}; try again later"
                )
            if waited >= patience and not told and self.on_wait:
                told = True
                self.on_wait(f"Waiting for {self._holder()}, which is writing to {self.path.parent}")
            sleep(_BEAT)

    def _sign(self, fd: int) -> None:
        self.undisturbed = False
        process = os.getpid()
        if process != self._signature[0]:
            self._signature = process, b"%-10d %b" % (process, self._nonce)
        name = self._signature[1]
        try:
            os.lseek(fd, 0, os.SEEK_SET)
            if os.read(fd, len(name)) == name:
                self.undisturbed = True
            else:
                os.lseek(fd, 0, os.SEEK_SET)
                os.write(fd, name)
        except OSError:
            pass  # who holds it is a courtesy; a full disk must not keep anyone from undoing

    def _open(self) -> int:
        if self._fd is not None:
            try:
                there = os.stat(self._name)  # noqa: PTH116  # at every step
            except FileNotFoundError:
                there = None
            if there and there.st_ino == self._file[0] and there.st_dev == self._file[1]:
                return self._fd
            self.close()  # the folder was replaced by another one: a lock on the old file would keep nobody out
        self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        ours = os.fstat(self._fd)
        self._file = ours.st_ino, ours.st_dev
        return self._fd

    def _holder(self) -> str:
        try:
            return f"process {int(self.path.read_bytes()[:10])}"
        except (OSError, ValueError):
            return "another process"
