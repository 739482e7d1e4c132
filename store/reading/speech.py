"""A text that is one speech: *Remarks by High Representative Ana Nordal*, and then her words, without marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from store.reading.persons import People
from store.reading.phrase import PERSON, Phrase
from store.reading.quotation import Quotation
from store.reading.tables import classes
from store.reading.tokens import Tokens
from store.reading.turns import Turn

_SPEECHES = frozenset({"remarks", "statement", "speech", "address", "intervention", "keynote"})
_FIRST_PERSON = frozenset({"i", "we", "our", "my"})
_ASKING = classes("nouns")["asking"]
_HEAD = 12  # tokens of a title within which *remarks* and *by* stand
_BEGINNING, _ENOUGH = 400, 3  # tokens at the beginning, and how many of them are *I* or *we*


def speech(
    tokens: Tokens,
    titles: Iterable[tuple[int, int]],
    ranges: list[tuple[int, int]],
    people: People,
    opened: dict[int, Quotation],
) -> list[Turn]:
    """Return the speech as one turn of who is named after *by* in the title; nothing where a text is none.

    ``titles`` and ``ranges`` are the tokens of titles and paragraphs, ``opened`` the quotations by their first token:
    what is said in the first person within marks makes no speech.
    """
    who = next(filter(None, (_speaker(tokens, *title, people) for title in titles)), None)
    if who is None or not ranges:
        return []
    first, last = ranges[0][0], ranges[-1][1]
    begun = min(first + _BEGINNING, last)
    quoted = {
        at for one in opened.values() if one.first < begun for at in range(one.first, min(one.last, begun))
    }
    own = sum(tokens.low[at] in _FIRST_PERSON and at not in quoted for at in range(first, begun))
    asked = next((start for start, _ in ranges if tokens.low[start] in _ASKING), last)
    return [Turn(first, first, asked, who, question=False)] if own >= _ENOUGH and asked > first else []


def _speaker(tokens: Tokens, first: int, last: int, people: People) -> Phrase | None:
    """Return who is named after *by* in *Opening remarks by Minister Ana Keller at …*."""
    head = tokens.low[first : min(first + _HEAD, last)]
    if "by" not in head or _SPEECHES.isdisjoint(head[: head.index("by")]):
        return None
    firsts = sorted(people.of)
    at = bisect_left(firsts, first + head.index("by") + 1)
    named = at < len(firsts) and firsts[at] < last
    return Phrase(firsts[at], people.ends[firsts[at]], PERSON) if named else None
