"""Quotation marks as a state machine over blocks: which words stand between marks.

An opener without a closer goes on into the next block when that one begins with an opener again, as printers do with
long speeches; otherwise it ends with its block, so that a lost mark never derails the rest.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from store.reading.tokens import Tokens

_CLOSER = {"“": "”", "«": "»", "„": "“”", "»": "«", "「": "」", "『": "』"}
_DOUBLE = frozenset('"“”«»„')
MARKS = _DOUBLE | frozenset("'‘’「」『』")
_OPENING_CONTEXT = frozenset("([{—–-/:“‘«")


@dataclass(slots=True)
class Quotation:
    """Words between marks: tokens ``first`` (the opening mark) to ``last`` (after the closing mark).

    ``start`` and ``end`` are the offsets of what stands between, in this block alone. ``closed`` tells whether a
    closing mark was found, ``carried`` that this is a later piece of one begun in a block before.
    """

    first: int
    last: int
    start: int
    end: int
    closed: bool
    carried: bool = False


def quotations(tokens: Tokens, ranges: list[tuple[int, int]], signs: list[int]) -> list[Quotation]:
    """Find the quotations in the token ``ranges`` (one a block, in order). Nested marks stay inside.

    ``signs`` are the tokens that are `MARKS`, and perhaps others.
    """
    found: list[Quotation] = []
    marks = [at for at in signs if tokens.words[at] in MARKS]
    whole = -1  # the place in ``found`` of the quotation that goes on over blocks
    for number, (first, last) in enumerate(ranges):
        inside = marks[bisect_left(marks, first) : bisect_left(marks, last)]
        if not inside and whole < 0:
            continue
        curly = max((at for at in inside if tokens.words[at] == "”"), default=-1)
        singles = _DOUBLE.isdisjoint(tokens.words[at] for at in inside)
        opener, mark = (first, _closer_of(tokens, first)) if whole >= 0 else (-1, "")
        for at in inside:
            if at == opener:
                continue
            word = tokens.words[at]
            if opener < 0:
                if closer := _opens(tokens, at, first, singles):
                    opener, mark = at, closer
            elif word == "“" and mark == '"”':
                mark = '"'  # marks of two sorts: the curly ones are nested
            elif (word in mark or (word == '"' and mark == "”" and at > curly)) and _closes(tokens, at):
                whole = _add(found, _made(tokens, opener, at, closed=True), whole)
                opener, whole = -1, -1
        if opener < 0:
            continue
        following, end = ranges[number + 1] if number + 1 < len(ranges) else (0, 0)
        goes_on = following < end and bool(_opens(tokens, following, following, singles=False))
        if goes_on or whole >= 0 or mark not in "'’":
            whole = _add(found, _made(tokens, opener, last, closed=False), whole)
        whole = whole if goes_on else -1
    return found


def _add(found: list[Quotation], piece: Quotation, whole: int) -> int:
    """Add a piece to the quotation at ``whole``, or as a new one; return the place of the whole."""
    if whole < 0:
        found.append(piece)
        return len(found) - 1
    piece.carried = True
    found.append(piece)
    return whole


def _made(tokens: Tokens, opener: int, closer: int, *, closed: bool) -> Quotation:
    start = tokens.end(opener)
    end = tokens.starts[closer] if closed else tokens.end(closer - 1)
    return Quotation(opener, closer + closed, start, max(start, end), closed)


def _closer_of(tokens: Tokens, at: int) -> str:
    return _CLOSER.get(tokens.words[at], tokens.words[at])


def _before(tokens: Tokens, at: int) -> str:
    start = tokens.starts[at]
    return tokens.text[start - 1] if start else " "


def _after(tokens: Tokens, at: int) -> str:
    end = tokens.end(at)
    return tokens.text[end : end + 1] or " "


def _opens(tokens: Tokens, at: int, first: int, singles: bool) -> str:
    """Return the marks that would close what token ``at`` opens, or nothing."""
    word = tokens.words[at]
    if word in _CLOSER and word != "»":
        return _CLOSER[word]
    if word == "”" and _after(tokens, at).isalnum() and (at == first or _before(tokens, at).isspace()):
        return "”"  # the wrong way round
    if word not in ('"', "‘", "'"):
        return ""
    if word != '"' and not (singles or word == "‘"):
        return ""
    before, after = _before(tokens, at), _after(tokens, at)
    if at != first and not (before.isspace() or before in _OPENING_CONTEXT):
        return ""
    if after.isspace() or (word != '"' and not (after.isupper() or (singles and after.isalpha()))):
        return ""
    return {'"': '"”', "‘": "’'", "'": "'"}[word]


def _closes(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if word not in "'’\"":
        return True
    before, after = _before(tokens, at), _after(tokens, at)
    if word == '"':
        return not before.isspace() or after.isspace() or after in ".,;:)?!"
    return not before.isspace() and not after.isalnum()
