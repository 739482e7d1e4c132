"""Moving the ends of a span over a text, by character, word and sentence. Pure."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from store.model import QuoteKind
from store.reading.header import header

Side = Literal["start", "end"]
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"\S[^.!?。！？\n]*[.!?。！？]*[\"”’»]*")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of ``text``; ``side`` is the end that moves. It always holds at least one character."""

    text: str
    start: int
    end: int
    side: Side = "end"

    @property
    def words(self) -> str:
        """The part itself."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person settles of a quote: its span, who speaks, and the kind."""

    start: int
    end: int
    speaker: str | None
    kind: QuoteKind


def placed(span: Span, offset: int) -> Span:
    """Put the moving end at an offset, as far as the other end and the text allow."""
    if span.side == "start":
        return replace(span, start=max(0, min(offset, span.end - 1)))
    return replace(span, end=max(span.start + 1, min(offset, len(span.text))))


def by_character(span: Span, by: int) -> Span:
    """Move the end by characters."""
    return placed(span, (span.start if span.side == "start" else span.end) + by)


def by_word(span: Span, by: int) -> Span:
    """Move the end to the next edge of a word: the beginning of one at the start, the end of one at the end."""
    edges = [match.start() if span.side == "start" else match.end() for match in _WORD.finditer(span.text)]
    at = span.start if span.side == "start" else span.end
    ahead = [edge for edge in edges if edge > at] if by > 0 else [edge for edge in edges if edge < at][::-1]
    return placed(span, ahead[0]) if ahead else span


def by_sentence(span: Span, by: int) -> Span:
    """Take the whole of the next sentence, or of the one before."""
    found = [match.span() for match in _SENTENCE.finditer(span.text)]
    if by > 0:
        ahead = [one for one in found if one[0] > span.start]
    else:
        ahead = [one for one in found if one[0] < span.start][::-1]
    return replace(span, start=ahead[0][0], end=ahead[0][1]) if ahead else span


def unquoted(span: Span, taken: Iterable[tuple[int, int]]) -> Span:
    """Take the next whole sentence that touches nothing taken; where none is left, the first such; else the next.

    The header block of a text is none of its sentences.
    """
    free: list[tuple[int, int]] = []
    left, reach = deque(sorted(taken)), header(span.text).end
    for found in _SENTENCE.finditer(span.text):
        start, end = found.span()
        while left and left[0][0] < end:
            reach = max(reach, left.popleft()[1])
        if reach <= start and any(map(str.isalnum, found.group())):
            free.append((start, end))
    ahead = [one for one in free if one[0] >= span.start] or free
    return replace(span, start=ahead[0][0], end=ahead[0][1]) if ahead else by_sentence(span, 1)


def parting(text: str, start: int, end: int) -> int:
    """Return where a part of a text is best parted: at its second sentence, clause, or the word in its middle."""
    words = [match.start() for match in _WORD.finditer(text, start, end)][1:]
    after = {text[:word].rstrip()[-1:]: word for word in reversed(words)}
    sentences = [after[sign] for sign in ".!?。！？" if sign in after]
    clauses = [after[sign] for sign in ";,—" if sign in after]
    middle = words[len(words) // 2 : len(words) // 2 + 1]
    return min(sentences or clauses or middle or [end])


def turned(span: Span) -> Span:
    """Let the other end move."""
    return replace(span, side="end" if span.side == "start" else "start")
