"""Transcripts: who has the floor, from the labels before the words (*Vladimir Putin: …*, *Question: …*).

A text is read as a transcript when it has two labels or more. A turn lasts, over paragraphs, until the next label.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from store.reading.phrase import MAYBE, PERSON, ROLE, Phrase
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens

_ASKING = classes("nouns")["asking"]
_ANSWERING = frozenset({"a", "answer", "response", "reply"})
_SMALL = word_class("particle") | {
    "of",
    "the",
    "and",
    "for",
    "to",
    "in",
    "on",
    "(",
    ")",
    ",",
    ".",
    "'s",
    "-",
    "&",
    "at",
}
_PAPERS = frozenset({"readout", "statement", "summary", "update", "correction", "photo", "video", "related"})
_ENTRIES = frozenset(
    {"subject", "subjects", "topic", "topics", "date", "title", "venue", "location", "agenda", "participants"}
)
_OURS = frozenset({"i", "we", "our", "my", "us"})
_LANGUAGES = frozenset(
    {"retranslated", "interpreted", "translated", "russian", "english", "interpreter"}
    | {"interpretation", "translation"}
)
_GLANCE = 40  # tokens of a lone turn that are looked at
_DASHES = frozenset({"-", "–", "—", "."})  # *Q - Did she raise it?*
_LEFT_OUT = frozenset("<>[]()…*") | {"..."}
_NOTES = frozenset({"note", "reference", "end", "unofficial", "provisional"})
_LONGEST = 24  # tokens of a label
_BEFORE = frozenset({".", "!", "?", "*", "…", ">", "”", '"', ")", "]"})


class Turn(NamedTuple):
    """Tokens ``first`` to ``last`` of what is said, and who says it: a phrase, ``None`` for the one who answers.

    ``question`` turns are a journalist's or moderator's.
    """

    label: int
    first: int
    last: int
    who: Phrase | None
    question: bool


def turns(tokens: Tokens, ranges: list[tuple[int, int]], found: dict[int, Phrase]) -> list[Turn]:
    """Find the turns in the paragraphs ``ranges``; ``found`` are the phrases by their first token."""
    alone = {before[1]: after[0] for before, after in pairwise(ranges)}  # where a lone label's words begin
    every = (label for first, last in ranges for label in _labels(tokens, first, last, found))
    labels = [label._replace(first=alone.get(label.first, label.first)) for label in every]
    if (len(labels) < 2 and not any(_speech(tokens, label) for label in labels)) or all(
        label.question for label in labels
    ):
        return []
    closing = [*_notes(tokens, ranges), ranges[-1][1]]
    ends = [
        min(label.label, closing[bisect_right(closing, before.first)]) for before, label in pairwise(labels)
    ]
    ends.append(closing[min(bisect_right(closing, labels[-1].first), len(closing) - 1)])
    return [label._replace(last=end) for label, end in zip(labels, ends, strict=True)]


def _notes(tokens: Tokens, ranges: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the paragraphs that are the editor's and end a turn: *(Note) The following …*, and after *<…>*."""
    before = ranges[0][0]
    for first, last in ranges:
        left_out = before < first and _LEFT_OUT.issuperset(tokens.words[before:first])
        noted = last - first > 1 and tokens.words[first] == "(" and tokens.low[first + 1] in _NOTES
        if left_out or noted:
            yield first
        before = last


def _speech(tokens: Tokens, turn: Turn) -> bool:
    """Tell whether what follows a single label is said in the first person, at some length."""
    low = tokens.low[turn.first : turn.first + _GLANCE]
    return (
        tokens.low[turn.label : turn.first].count(":") == 1 and len(low) == _GLANCE and bool(_OURS & set(low))
    )


def _labels(tokens: Tokens, first: int, last: int, found: dict[int, Phrase]) -> list[Turn]:
    labels: list[Turn] = []
    if last - first > 2 and tokens.words[first] == "Q" and tokens.capital[first + 1]:
        labels.append(Turn(first, first + 1, last, None, question=True))
    elif last - first > 3 and tokens.words[first] in ("Q", "A") and tokens.words[first + 1] in _DASHES:
        labels.append(Turn(first, first + 2, last, None, question=tokens.words[first] == "Q"))
    colons = (
        [at for at in range(first + 1, last) if tokens.words[at] == ":"]
        if ":" in tokens.words[first:last]
        else []
    )
    for at in colons:
        begin = _begin(tokens, first, at)
        if begin < 0 or (begin != first and tokens.words[begin - 1] not in _BEFORE):
            continue
        low = tokens.low[begin:at]
        if not _PAPERS.isdisjoint(low) or low[-1] in _ENTRIES:
            continue  # *Official Readout: …*, *Main topics: …*
        opened = next((place for place in range(at - 1, begin, -1) if tokens.words[place] == "("), -1)
        medium = low[-1] == ")" and opened > 0 and tokens.capital[opened + 1]
        question = bool(_ASKING & set(low)) or (medium and low[-2] not in _LANGUAGES)
        who = None
        for place in range(begin, at):
            phrase = found.get(place)
            if phrase is not None and phrase.kind in (PERSON, MAYBE, ROLE):
                who = phrase if who is None or phrase.kind == PERSON else who
        if question or who is not None or (len(low) == 1 and low[0] in _ANSWERING):
            labels.append(Turn(begin, at + 1, last, who, question))
    return labels


def _begin(tokens: Tokens, first: int, colon: int) -> int:
    """Return where the label that ends at ``colon`` begins, or -1 when what stands there is no label."""
    at = colon
    while at > first and colon - at < _LONGEST:
        word, low = tokens.words[at - 1], tokens.low[at - 1]
        if word in (".", "!", "?", "…", "*", ">") and not (
            len(low) == 1 and tokens.low[at - 2] in _ABBREVIATED
        ):
            break
        if not (word[0].isupper() or low in _SMALL or low in _LANGUAGES):
            return -1
        at -= 1
    return at if at < colon and tokens.capital[at] else -1


_ABBREVIATED = word_class("abbreviation")
