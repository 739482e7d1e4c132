"""A program in a terminal of our own: keys go in, and what it paints is timed to its last byte."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GAP = 0.012
"""Seconds without a byte that end a frame of a program that does not mark where its frames end."""
REST = 0.2
"""Seconds without a byte after which nothing more is expected."""
ASKED, SUPPORTED = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""How a program asks whether the terminal shows a frame only when it is whole, and that it does."""
END_OF_FRAME = b"\x1b[?2026l"


@dataclass(frozen=True, slots=True)
class Painted:
    """Seconds from the key to the end of the first frame, and to the last byte before the program rested."""

    first: float
    last: float
    size: int


class Terminal:
    """A child process that believes in its terminal, which is one that can be told where a frame ends."""

    def __init__(
        self, command: Sequence[str], columns: int = 120, rows: int = 40, env: Mapping[str, str] | None = None
    ) -> None:
        self.began = time.perf_counter()
        self.marks_frames = False
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})})
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execvp(command[0], list(command))
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resized(self, columns: int, rows: int) -> Painted:
        """Give it another size, of which the system tells it, and time what is painted."""
        began = time.perf_counter()
        self.resize(columns, rows)
        return self.painted(began)

    def read(self, wait: float) -> bytes:
        """Return what comes within ``wait`` seconds, at once when something is there."""
        if not select.select([self.fd], [], [], wait)[0]:
            return b""
        try:
            data = os.read(self.fd, 1 << 18)
        except OSError:
            return b""
        if ASKED in data:
            os.write(self.fd, SUPPORTED)
            self.marks_frames = True
        return data

    def send(self, keys: str) -> None:
        """Write keys."""
        os.write(self.fd, keys.encode())

    def press(self, keys: str, rest: float = REST) -> Painted:
        """Write keys and time what is painted."""
        began = time.perf_counter()
        self.send(keys)
        return self.painted(began, rest)

    def painted(self, began: float, rest: float = REST) -> Painted:
        """Time frames until the program rests. Without any paint both times are those of the waiting."""
        first = last = 0.0
        size = 0
        seen = b""
        while data := self.read(rest if last else 2.0):
            now = time.perf_counter()
            seen = seen[-len(END_OF_FRAME) :] + data
            if first:
                pass
            elif self.marks_frames:
                first = now - began if END_OF_FRAME in seen else 0.0
            elif last and now - last > GAP:
                first = last - began
            last, size = now, size + len(data)
        end = (last or time.perf_counter()) - began
        return Painted(first or end, end, size)

    def comes(self, sign: bytes, within: float) -> bool:
        """Wait until bytes are painted; tell whether they came in time."""
        seen, end = b"", time.perf_counter() + within
        while sign not in seen and time.perf_counter() < end:
            seen = seen[-64:] + self.read(end - time.perf_counter())
        return sign in seen

    def until(self, text: bytes, within: float = 60.0) -> float:
        """Wait until a text was painted; return the seconds since the start of the program."""
        seen = b""
        end = time.perf_counter() + within
        while time.perf_counter() < end:
            seen = seen[-4096:] + self.read(0.05)
            if text in seen:
                return time.perf_counter() - self.began
        raise TimeoutError(f"{text!r} was not painted within {within} s")

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
