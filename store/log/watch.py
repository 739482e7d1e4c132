"""Telling in a few calls whether anybody else has written to a folder since this process did."""

from __future__ import annotations

import os
from collections.abc import Iterable
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

    def quiet(self) -> bool:
        """Tell whether every file is as it was when last remembered; the caller knows that no writer came by.

        So there is no new file to look for, only damage done to those there are.
        """
        if not self._sure:
            return False
        try:
            for name, (size, identity) in self._seen.items():
                found = os.stat(name)  # noqa: PTH116
                if found.st_size != size or found.st_ino != identity:
                    return False
        except FileNotFoundError:
            return False
        return True

    def remember(self) -> None:
        """Take the files as they are now for known."""
        self._seen, self._sure = self._look(), True

    def forget(self) -> None:
        """Take nothing for known, until it is remembered anew or told by `grown`."""
        self._sure = False

    def grown(self, written: Iterable[Grown]) -> None:
        """Take over how far the files go to which this process, and none else, has written."""
        for one in written:
            known = self._seen.get(one.file.name)
            if known is None:
                self.remember()
                return
            self._seen[one.file.name] = one.end, known[1]
        self._sure = True

    def _look(self) -> Seen:
        seen: Seen = {}
        for name in os.listdir(self._folder):  # noqa: PTH208
            if name.endswith(".jsonl"):
                path = str(self._folder / name)
                found = os.stat(path)  # noqa: PTH116
                seen[path] = (found.st_size, found.st_ino)
        return seen
