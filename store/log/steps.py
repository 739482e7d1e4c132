"""The steps of a library: what was done, when, and in which tables.

A step is a line of ``steps.jsonl``; its number is its id, and numbers go up by one. Only the end of the file is read
at opening; a step is found by halving, because numbers ascend.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from store.log.file import LogFile
from store.log.line import Json, Line, decode, encode, glance, whole

NAME = "steps"
_NEAR = 1 << 13
"""Bytes that are looked through line by line, where halving would only read the same block again."""
_SEALS = 64
"""Steps of which the sums are kept in memory."""


class StepRecord(NamedTuple):
    """One step. ``tables`` tells how many lines it has in each table; ``at`` is an ISO time in UTC."""

    number: int
    what: str
    at: str
    tables: dict[str, int]
    undoes: int | None = None
    redoes: int | None = None

    def packed(self) -> dict[str, Json]:
        """Return the document of this step, without what is ``None`` and without the number, which is its id."""
        kept: dict[str, Json] = {"what": self.what, "at": self.at, "tables": self.tables}
        if self.undoes is not None:
            kept["undoes"] = self.undoes
        if self.redoes is not None:
            kept["redoes"] = self.redoes
        return kept


def unpacked(number: int, document: dict[str, Json]) -> StepRecord:
    """Return the step that a document of ``steps.jsonl`` holds."""
    known = (document.get("what", ""), document.get("at", ""), document.get("tables", {}))
    return StepRecord(number, *known, document.get("undoes"), document.get("redoes"))


class Steps:
    """The steps as they lie in their file.

    ``last`` is the number of the last one that counts.
    """

    def __init__(self, folder: Path) -> None:
        self.file = LogFile(folder / f"{NAME}.jsonl")
        self.end = 0
        self.last = 0
        self._seals: dict[int, str] = {}

    def follow(self) -> bool:
        """Read what was appended; tell whether anything was."""
        if self.file.replaced() or self.file.size() < self.end:
            self.start_over()
        size, before = self.file.size(), self.last
        if size > self.end:
            if not self.end:
                self._find_last(size)
            for at, line in self.file.lines(self.end, size):
                # A step whose line was damaged later counts all the same: its number follows from its neighbour's.
                self.count(glance(line)[0] if whole(line) else self.last + 1, _seal(line))
                self.end = at + len(line)
        return self.last != before

    def start_over(self) -> None:
        """Forget all that is known of the file, before it is read anew."""
        self.file.close()
        self.end = self.last = 0
        self._seals.clear()

    def count(self, number: int, seal: str = "") -> None:
        """Let a step count as the last one, with the sum of its line in the file if it has one there.

        The sums of a few are kept in memory, as whoever follows the log asks for the one before at each step.
        """
        self.last = number
        self._seals[number] = seal
        if len(self._seals) > _SEALS:
            del self._seals[next(iter(self._seals))]

    def _find_last(self, size: int) -> None:
        """Start from the last intact line, so that opening does not cost more with every step ever made."""
        for at, line in self.file.lines_back(size):
            if whole(line):
                self.end = at
                return

    def append(self, number: int, record: bytes) -> None:
        """Write a step's packed record behind the last one that counts. Raises `OSError`, with the file as before.

        It is not synced: what a step is called stands in the tables too, and that is.
        """
        line = encode(number, record, number)
        try:
            self.file.append(line)
        except OSError:
            self.file.cut(self.end)
            raise
        self.count(number, _sum(line))
        self.end += len(line)

    def seal(self, number: int) -> str:
        """Return the sum of a step's line, which no other step of that number has; empty if it is not there."""
        if (known := self._seals.get(number)) is not None:
            return known
        start = first_line_of(self.file, self.end, number)
        line = next((line for _, line in self.file.lines(start, self.end)), b"")
        return _seal(line) if line and glance(line)[0] == number else ""

    def newest_first(self) -> Iterator[StepRecord]:
        """Yield the steps from the last one back; damaged ones are left out."""
        for _, text in self.file.lines_back(self.end):
            if whole(text):
                line = decode(text)
                yield unpacked(line.id, line.document or {})


def _seal(line: bytes) -> str:
    """Return the sum that a whole line ends with, empty for a damaged one."""
    return _sum(line) if whole(line) else ""


def _sum(line: bytes) -> str:
    return line[-11:-3].decode("ascii", "replace")


def first_line_of(file: LogFile, end: int, step: int) -> int:
    """Return the offset of the first line of ``step`` or a later one; ``end`` if there is none.

    It is sought from the end in growing strides, for it is mostly the last few steps that are asked for, and then
    by halving.
    """
    low, high, stride = 0, end, _NEAR
    while stride < end and not low:
        found = next(_whole_lines_from(file, end - stride, end), None)
        if found is not None and glance(found[1])[1] < step:
            low = found[0] + len(found[1])
        elif found is not None:
            high = found[0]
        stride *= 8
    while high - low > _NEAR:
        middle = (low + high) // 2
        found = next(_whole_lines_from(file, middle, high), None)
        if found is None or glance(found[1])[1] >= step:
            high = middle
        else:
            low = found[0] + len(found[1])
    return next((at for at, line in _whole_lines_from(file, low, end) if glance(line)[1] >= step), end)


def _whole_lines_from(file: LogFile, at: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Yield the intact lines that start at or behind ``at``, which may lie within a line, and before ``end``."""
    size = _NEAR
    start = at - 1 if at else 0
    while at:
        text = file.read(start, size)
        newline = text.find(b"\n")
        if newline >= 0:
            at = start + newline + 1
            break
        if len(text) < size:
            return
        size *= 8
    for place, line in file.lines(at, file.size()):
        if place >= end:
            return
        if whole(line):
            yield place, line


def lines_of(file: LogFile, end: int, step: int) -> Iterator[Line]:
    """Yield the intact lines of one step in a table's file; they lie together, because steps ascend."""
    for _, text in file.lines(first_line_of(file, end, step), end):
        if not whole(text):
            continue
        line = decode(text)
        if line.step > step:
            return
        yield line
