"""What the next writer puts right after one that died, and what it can tell of damage done to the files' ends.

Only the ends of the files are looked at: everything further up is behind a step that counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from store.log.damage import Damage
from store.log.file import LogFile
from store.log.line import decode, glance, pack, whole
from store.log.steps import StepRecord, Steps, unpacked

_LOOK_BACK = 500
"""How many steps back the ends of the tables are compared with what the steps say."""


class Found(NamedTuple):
    """What is damaged, and what a person should hear although nothing is."""

    damage: list[Damage]
    notices: list[str]


@dataclass(slots=True)
class Tail:
    """The end of one table: the lines whose steps do not count yet, and the last line that does.

    ``starts`` and ``counts`` tell per step beyond the last that counts where its lines start and how many there
    are; ``records`` are those that closing lines hold. ``last`` is the step of the last line that counts, ``whole``
    whether that line is the last its step has here, ``end`` where the last complete line ends.
    """

    file: LogFile
    starts: dict[int, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    records: dict[int, StepRecord] = field(default_factory=dict)
    last: int = 0
    whole: bool = True
    end: int = 0

    @property
    def name(self) -> str:
        """The table's name."""
        return self.file.path.stem


def settle(folder: Path, names: Iterable[str], steps: Steps, now: str, *, write: bool = True) -> Found:
    """Count the steps that are complete, drop the one that is not, and name what is missing.

    The caller holds the lock, and ``steps`` has followed its file. Afterwards every file ends with a line that
    counts. Without ``write`` nothing on the disk changes. Raises `OSError`.
    """
    tails = [_tail(LogFile(folder / f"{name}.jsonl"), steps.last) for name in names]
    try:
        found = _count(tails, steps, now, write=write)
        lost = _lost_ends(tails, steps)
        if write:
            _mend(tails, {damage.file for damage in lost})
        return Found(found.damage + lost, found.notices)
    finally:
        for tail in tails:
            tail.file.close()


def _tail(file: LogFile, committed: int) -> Tail:
    """Look at a table from its end back to the last line that counts."""
    tail = Tail(file)
    for at, line in file.lines_back(file.size()):
        tail.end = tail.end or at + len(line)
        if not whole(line):
            continue
        step = glance(line)[1]
        closing = b',"closes":' in line
        if step <= committed:
            tail.last, tail.whole = step, closing
            break
        if closing and isinstance(closes := decode(line).closes, dict):
            tail.records[step] = unpacked(step, closes)
        tail.starts[step] = at
        tail.counts[step] = tail.counts.get(step, 0) + 1
    return tail


def _count(tails: list[Tail], steps: Steps, now: str, *, write: bool) -> Found:
    """Bring the steps up to what the tables hold. One writer at a time leaves at most one unfinished, the last."""
    counts: dict[int, dict[str, int]] = {}
    for tail in tails:
        for number, lines in tail.counts.items():
            counts.setdefault(number, {})[tail.name] = lines
    records = {number: record for tail in tails for number, record in tail.records.items()}
    beyond = sorted(counts)
    unfinished = None
    if beyond and (beyond[-1] not in records or records[beyond[-1]].tables != counts[beyond[-1]]):
        unfinished = beyond.pop()
    damaged = steps.last == 0 and bool(beyond)
    if write:
        steps.file.cut(steps.end)
    for tail in tails:
        start = tail.starts.pop(unfinished, None) if unfinished else None
        if write and start is not None:
            tail.file.cut(start)
            tail.end = start
        elif write and beyond:
            tail.file.sync()
    for number in beyond:
        lost = StepRecord(number, "A step whose description was lost", now, counts[number])
        if write:
            steps.append(number, pack(records.get(number, lost).packed()))
        else:
            steps.count(number)
    if unfinished is not None:
        return Found([], ["The last change had not been finished when the program stopped, and is not there"])
    if damaged:
        anew = f"was lost, and has been made anew from the tables ({len(beyond)} steps)"
        return Found([Damage(steps.file.path.name, 0, anew)], [])
    return Found([], [])


def _lost_ends(tails: list[Tail], steps: Steps) -> list[Damage]:
    """Name each table that ends before, or within, the last step that changed it."""
    newest: dict[str, StepRecord] = {}
    for record in islice(steps.newest_first(), _LOOK_BACK):
        for name in record.tables:
            newest.setdefault(name, record)
    ends = {tail.name: max(tail.starts, default=tail.last if tail.whole else 0) for tail in tails}
    return [
        Damage(
            f"{name}.jsonl", 0, f"is cut off: it lacks all or some of step {record.number} ({record.what})"
        )
        for name, record in newest.items()
        if ends.get(name, 0) < record.number
    ]


def _mend(tails: list[Tail], damaged: set[str]) -> None:
    """End each table with a whole line: a torn one is dropped, or kept as a damaged line where its step counts."""
    for tail in tails:
        size = tail.file.size()
        if size and tail.file.read(size - 1, 1) != b"\n":
            if tail.file.path.name in damaged:
                tail.file.append(b"\n")
            else:
                tail.file.cut(tail.end)
            tail.file.sync()
