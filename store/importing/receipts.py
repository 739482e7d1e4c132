"""What has been taken in already, kept beside the library, so that nothing is read twice.

A line of ``receipts.ndjson`` in the library's folder names a file by the SHA-256 of its bytes, or a feed's entry by
feed and id, and the meeting it became part of. A file's receipt holds while that meeting is there. A feed entry's
holds for ever: what a person has deleted, the feed must not bring back. Lines are appended after the library has
stored the text; should the program end between the two, the text is found to be a duplicate when it is read again.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import orjson

from store.sources import Entry, Feed

NAME = "receipts.ndjson"  # not .jsonl: those are the library's tables


class Receipts:
    """The receipts of one library. A file that is missing, damaged or cannot be written costs time, nothing else."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._meetings: dict[str, int] = {}
        with suppress(OSError), self._path.open("rb") as lines:
            for line in lines:
                with suppress(ValueError, KeyError, TypeError):
                    record = orjson.loads(line)
                    self._meetings[record["key"]] = int(record["meeting"])

    def meeting(self, key: str) -> int | None:
        """Return the meeting that ``key`` became part of, or ``None``."""
        return self._meetings.get(key)

    def new_entries(self, feed: Feed) -> list[Entry]:
        """Return the entries of a feed that have not been taken in yet, in the feed's order."""
        return [entry for entry in feed.entries if entry_key(feed, entry) not in self._meetings]

    def write(self, receipts: Iterable[tuple[str, int]]) -> None:
        """Remember keys and their meetings."""
        lines = []
        for key, meeting in receipts:
            self._meetings[key] = meeting
            lines.append(orjson.dumps({"key": key, "meeting": meeting}) + b"\n")
        # One write of whole lines at the end of the file: other processes may be doing the same.
        with suppress(OSError), self._path.open("ab", buffering=0) as file:
            if lines:
                file.write(b"".join(lines))


def entry_key(feed: Feed, entry: Entry) -> str:
    """Name an entry by feed and id: ids are unique within one feed only."""
    return f"{feed.where} {entry.id}"
