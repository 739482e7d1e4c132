"""Telling in a few calls whether anybody else has written to a folder since this process did."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from store.log.file import LogFile

Seen = dict[str, tuple[int, int]]
"""Size and identity of each file. All writes but a compaction make a file longer, and that makes it another file."""


class Grown(Protocol):
    """What knows how far its file goes."""

    file: LogFile
    end: int


class Watch:
    """The tables' files as they were when this process last knew all about them."""

    def __init__(self, folder: Path) -> None:
        # By their names: pathlib, at every step, would cost four times as much.
        self._folder = folder
        self._seen: Seen = {}
        self._sure = False

    def as_seen(self, name: str) -> bool:
        """Tell whether a file is as it was when last remembered: there or not, as long, and the same.

        The caller knows that no writer came by: there is only damage to look for, not what is new.
        """
        seen = self._seen.get(name)
        try:
            found = os.stat(name)  # noqa: PTH116
        except FileNotFoundError:
            return self._sure and seen is None
        return self._sure and seen is not None and found.st_size == seen[0] and found.st_ino == seen[1]

    def remember(self) -> None:
        """Take the files as they are now for known."""
        self._seen, self._sure = self._look(), True

    def forget(self) -> None:
        """Take nothing for known, until it is remembered anew or told by `grown`."""
        self._sure = False

    def grown(self, written: Grown) -> None:
        """Take over how far a file goes to which this process, and none else, has written."""
        name = written.file.name
        known = self._seen.get(name)
        self._seen[name] = written.end, os.stat(name).st_ino if known is None else known[1]  # noqa: PTH116
        self._sure = True

    def _look(self) -> Seen:
        seen: Seen = {}
        for name in os.listdir(self._folder):  # noqa: PTH208
            if name.endswith(".jsonl"):
                path = str(self._folder / name)
                found = os.stat(path)  # noqa: PTH116
                seen[path] = (found.st_size, found.st_ino)
        return seen
