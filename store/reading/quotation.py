"""Quotation marks as a state machine over blocks: which words stand between marks.

An opener without a closer goes on into the next block when that one begins with an opener again, as printers do with
long speeches; otherwise it ends with its block, so that a lost mark never derails the rest.
"""

from __future__ import annotations

from typing import NamedTuple

from store.reading.tokens import Tokens

_CLOSER = {"“": "”", "«": "»", "„": "“”", "»": "«", "「": "」", "『": "』"}
_OPENING_CONTEXT = frozenset("([{—–-/:“‘«")


class Quotation(NamedTuple):
    """Words between marks: tokens ``first`` (the opening mark) to ``last`` (after the closing mark).

    ``start`` and ``end`` are the offsets of what stands between. ``closed`` tells whether a closing mark was found.
    """

    first: int
    last: int
    start: int
    end: int
    closed: bool


def quotations(tokens: Tokens, ranges: list[tuple[int, int]]) -> list[Quotation]:
    """Find the quotations in the token ``ranges`` (one a block, in order). Nested marks stay inside."""
    found: list[Quotation] = []
    carried: int | None = None
    for number, (first, last) in enumerate(ranges):
        singles = not any(word in '"“”«»„' for word in tokens.words[first:last])
        opener, mark, at = carried, "”" if carried is not None else "", first
        if carried is not None:
            at, mark = first + 1, _closer_of(tokens, first)
            carried = None
        while at < last:
            word = tokens.words[at]
            if opener is None:
                if closer := _opens(tokens, at, first, singles):
                    opener, mark = at, closer
            elif word in mark and _closes(tokens, at, first, last):
                found.append(_made(tokens, opener, at, True))
                opener = None
            at += 1
        if opener is not None:
            if number + 1 < len(ranges) and _opens(
                tokens, ranges[number + 1][0], ranges[number + 1][0], False
            ):
                carried = opener
            elif mark not in "'’":
                found.append(_made(tokens, opener, last, False))
    return found


def _made(tokens: Tokens, opener: int, closer: int, closed: bool) -> Quotation:
    start = tokens.ends[opener]
    end = tokens.starts[closer] if closed else tokens.ends[closer - 1]
    return Quotation(opener, closer + closed, start, max(start, end), closed)


def _closer_of(tokens: Tokens, at: int) -> str:
    return _CLOSER.get(tokens.words[at], tokens.words[at])


def _before(tokens: Tokens, at: int) -> str:
    start = tokens.starts[at]
    return tokens.text[start - 1] if start else " "


def _after(tokens: Tokens, at: int) -> str:
    return tokens.text[tokens.ends[at] : tokens.ends[at] + 1] or " "


def _opens(tokens: Tokens, at: int, first: int, singles: bool) -> str:
    """Return the marks that would close what token ``at`` opens, or nothing."""
    word = tokens.words[at]
    if word in _CLOSER and word != "»":
        return _CLOSER[word]
    if word not in ('"', "‘", "'"):
        return ""
    if word != '"' and not (singles or word == "‘"):
        return ""
    before, after = _before(tokens, at), _after(tokens, at)
    if at != first and not (before.isspace() or before in _OPENING_CONTEXT):
        return ""
    if after.isspace() or (word != '"' and not (after.isupper() or (singles and after.isalpha()))):
        return ""
    return {'"': '"', "‘": "’'", "'": "'"}[word]


def _closes(tokens: Tokens, at: int, first: int, last: int) -> bool:
    word = tokens.words[at]
    if word not in "'’\"":
        return True
    before, after = _before(tokens, at), _after(tokens, at)
    if word == '"':
        return not before.isspace() or after.isspace() or after in ".,;:)?!"
    return not before.isspace() and not after.isalnum()
