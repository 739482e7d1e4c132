"""What changed from one wording to another, word by word."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Literal, NamedTuple

from rapidfuzz.distance import LCSseq, Opcode

from store.insight.words import Word, words

ChangeKind = Literal["same", "gone", "new"]


class Change(NamedTuple):
    """A stretch of words. ``text`` is as written: in the new wording, or, where ``gone``, in the old one."""

    kind: ChangeKind
    text: str


def _stretch(text: str, found: list[Word], first: int, last: int) -> str:
    return text[found[first].start : found[last - 1].end]


def _steps(before: list[Word], after: list[Word]) -> Iterable[Opcode]:
    return LCSseq.opcodes([word.stem for word in before], [word.stem for word in after])


def difference(old: str, new: str) -> tuple[Change, ...]:
    """Return the stretches of words that ``new`` keeps of ``old``, drops and adds, in reading order.

    Words are compared by their stems, so a change of spelling, case or tense alone is none. The method is the
    longest common subsequence. Signs between two stretches are left out.
    """
    before, after = words(old), words(new)
    changes: list[Change] = []
    for _, steps in groupby(_steps(before, after), key=lambda step: step.tag == "equal"):
        stretch = list(steps)
        first, last = stretch[0], stretch[-1]
        if first.tag == "equal":
            changes.append(Change("same", _stretch(new, after, first.dest_start, last.dest_end)))
            continue
        if last.src_end > first.src_start:
            changes.append(Change("gone", _stretch(old, before, first.src_start, last.src_end)))
        if last.dest_end > first.dest_start:
            changes.append(Change("new", _stretch(new, after, first.dest_start, last.dest_end)))
    return tuple(changes)


def kept(changes: tuple[Change, ...]) -> float:
    """Return the share of words, 0 to 1, that both wordings have; 1 for two empty ones."""
    count = {"same": 0, "gone": 0, "new": 0}
    for change in changes:
        count[change.kind] += len(words(change.text))
    both = 2 * count["same"]
    total = both + count["gone"] + count["new"]
    return both / total if total else 1.0
