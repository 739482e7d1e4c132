"""Telling in a few calls whether anybody else has written to a folder since this process did."""

from __future__ import annotations

import os
from pathlib import Path

Seen = dict[str, tuple[int, int]]
"""Size and identity of each file. All writes but a compaction make a file longer, and that makes it another file."""


class Watch:
    """The tables' files as they were when this process last knew all about them."""

    def __init__(self, folder: Path) -> None:
        # Asked at every step: pathlib would cost four times as much.
        self._folder = str(folder)
        self._seen: Seen = {}
        self._sure = False

    def quiet(self) -> bool:
        """Tell whether every file is as it was when last remembered; the caller knows that no writer came by.

        So there is no new file to look for, only damage done to those there are.
        """
        return self._sure and all(map(self._as_seen, self._seen))

    def _as_seen(self, name: str) -> bool:
        try:
            found = os.stat(f"{self._folder}/{name}")  # noqa: PTH116
        except FileNotFoundError:
            return False
        return self._seen[name] == (found.st_size, found.st_ino)

    def remember(self) -> None:
        """Take the files as they are now for known."""
        self._seen, self._sure = self._look(), True

    def forget(self) -> None:
        """Take nothing for known, until it is remembered anew or told by `grown`."""
        self._sure = False

    def grown(self, sizes: dict[str, int]) -> None:
        """Take over the sizes of files that this process, and none else, has written to."""
        if not sizes.keys() <= self._seen.keys():
            self.remember()
            return
        self._seen.update({name: (size, self._seen[name][1]) for name, size in sizes.items()})
        self._sure = True

    def _look(self) -> Seen:
        seen: Seen = {}
        for name in os.listdir(self._folder):  # noqa: PTH208
            if name.endswith(".jsonl"):
                found = os.stat(f"{self._folder}/{name}")  # noqa: PTH116
                seen[name] = (found.st_size, found.st_ino)
        return seen
