"""Releases that somebody reads out: *A Downing Street spokesperson said:* and then the readout itself.

What follows such a line tells of others in the third person, between marks or without. It is then the text, and
whoever reads it out is nobody's speaker in it.
"""

from __future__ import annotations

from itertools import pairwise

from store.reading.quotation import Quotation
from store.reading.tables import classes, office_class
from store.reading.tokens import Tokens

_READERS = frozenset({"official", "officials", "readout", "sources"})
_HEADS = office_class("head")
_TELLING = classes("nouns")["meeting-verb"] | {"urged", "told", "welcomed", "congratulated", "thanked"}
_FIRST_PERSON = frozenset({"i", "we", "my"})
_LOOK, _NEAR = 30, 14  # tokens in which it tells of meeting; in which it names the first official


def announces(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a paragraph (tokens ``first`` to ``last``) only says that a spokesperson says what follows."""
    if last <= first or tokens.words[last - 1] != ":":
        return False
    return any(low.startswith("spokes") or low in _READERS for low in tokens.low[first:last])


def tells(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a paragraph tells of an official's meeting in the third person."""
    low = tokens.low[first : min(last, first + _LOOK)]
    named = not _HEADS.isdisjoint(low[:_NEAR])
    return named and not _TELLING.isdisjoint(low) and _FIRST_PERSON.isdisjoint(low)


def unquoted(
    tokens: Tokens, ranges: list[tuple[int, int]], opened: dict[int, Quotation]
) -> tuple[list[tuple[int, int]], dict[int, Quotation]]:
    """Take the marks off a readout quoted whole; return the paragraphs without them, and what stays quoted."""
    paragraphs, left = list(ranges), dict(opened)
    for number, (line, readout) in enumerate(pairwise(ranges), start=1):
        begins = readout[0] in left and announces(tokens, *line) and tells(tokens, readout[0] + 1, readout[1])
        while begins and number < len(paragraphs) and (mark := paragraphs[number][0]) in left:
            closed = left[mark].closed and left[mark].last == paragraphs[number][1]
            paragraphs[number] = (mark + 1, paragraphs[number][1] - closed)
            del left[mark]
            number += 1
    return paragraphs, left
