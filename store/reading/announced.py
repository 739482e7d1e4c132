"""Speech that stands in paragraphs of its own, without marks: *Foreign Secretary Ann Hill said:* and what follows.

British releases print what their ministers say so. The first paragraph after such a line is speech, and those after
it as long as they sound like it.
"""

from __future__ import annotations

from store.reading.phrase import MAYBE, PERSON, ROLE, Phrase
from store.reading.quotation import Quotation
from store.reading.read_out import announces, tells
from store.reading.tables import word_class
from store.reading.tokens import Tokens
from store.reading.turns import Turn

_SAYING = frozenset({"said", "says", "added", "commented", "continued"})
_FIRST_PERSON = frozenset({"i", "we", "our", "my", "us", "me"})
_AHEAD, _TOLD = frozenset({"will", "must", "should", "can"}), _SAYING | {"told", "was", "were", "had"}
_ADVERBS = word_class("adverb")
_LOOK = 12  # tokens before the colon in which the speaker is named


def announced(
    tokens: Tokens,
    ranges: list[tuple[int, int]],
    found: dict[int, Phrase],
    opened: dict[int, Quotation],
    items: frozenset[int],
) -> list[Turn]:
    """Find such speech as turns of whoever the line before it names.

    ``ranges`` are the tokens of the paragraphs, ``items`` the numbers of those that belong to a list; ``found`` are
    the phrases and ``opened`` the quotations by their first token.
    """
    turns: list[Turn] = []
    number = 0
    while number + 1 < len(ranges):
        line = ranges[number]
        number += 1
        who = _speaker(tokens, *line, found)
        first = ranges[number][0]
        if who is None or number in items or first in opened or first >= ranges[number][1]:
            continue
        if announces(tokens, *line) and tells(tokens, *ranges[number]):
            continue  # *A spokesperson said:* and then of others
        last = ranges[number][1]
        number += 1
        while number < len(ranges) and _goes_on(tokens, *ranges[number]):
            last = ranges[number][1]
            number += 1
        turns.append(Turn(line[0], first, last, who, question=False))
    return turns


def _speaker(tokens: Tokens, first: int, last: int, found: dict[int, Phrase]) -> Phrase | None:
    """Return who is named before the *said:* a paragraph ends with, if it does."""
    at = last - 2
    if at <= first or tokens.words[last - 1] != ":" or tokens.low[at] not in _SAYING:
        return None
    while at > first and (tokens.low[at - 1] in _ADVERBS or tokens.low[at - 1] == ","):
        at -= 1
    named = (found[place] for place in range(at - 1, max(first, at - _LOOK) - 1, -1) if place in found)
    return next(
        (phrase for phrase in named if phrase.kind in (PERSON, ROLE, MAYBE) and phrase.last == at), None
    )


def _goes_on(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a paragraph speaks on: in the first person, or of what will be and tells of nobody's words."""
    low = tokens.low[first:last]
    if tokens.words[last - 1] == ":":
        return False
    ahead = not _AHEAD.isdisjoint(low) and _TOLD.isdisjoint(low)
    return ahead or not _FIRST_PERSON.isdisjoint(low)
