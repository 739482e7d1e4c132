"""What was typed, cut into terms, ``OR`` and parentheses, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from store.errors import QueryError

CLOSING = {'"': '"', "“": "”", "„": "“”"}
"""Quotation marks that open a phrase, and those that close it. Curly ones come from pasted text."""

_BLANK = re.compile(r"\s*")
_WORD = re.compile(r"[^\s\"“„()]+")
_FIELD = re.compile(r"([A-Za-z]+):")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, phrase or field with its value, not yet judged.

    ``start`` and ``end`` bound the whole term, ``value_at`` the value without its quotation mark.
    """

    value: str
    quoted: bool
    field: str | None
    excluded: bool
    start: int
    value_at: int
    end: int


@dataclass(frozen=True, slots=True)
class Sign:
    """``OR`` or a parenthesis; ``excluded`` for ``-(``."""

    what: Literal["OR", "(", ")", "end"]
    start: int
    end: int
    excluded: bool = False


Token = Term | Sign


def tokens(text: str) -> Iterator[Token]:
    """Cut ``text`` into tokens; the last is always the sign ``end``. Raises `QueryError` for an unclosed quote."""
    at = _skip(text, 0)
    while at < len(text):
        token = _token(text, at)
        yield token
        at = _skip(text, token.end)
    yield Sign("end", len(text), len(text))


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _token(text: str, start: int) -> Token:
    at, excluded = start, False
    if text[at] == "-" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] != ")":
        at, excluded = at + 1, True
    if text[at] == "(" or text[at] == ")":
        return Sign("(" if text[at] == "(" else ")", start, at + 1, excluded)
    if text[at] in CLOSING:
        return _phrase(text, start, at, None, excluded)
    if named := _FIELD.match(text, at):
        after = named.end()
        if after < len(text) and text[after] in CLOSING:
            return _phrase(text, start, after, named[1], excluded)
        value = _WORD.match(text, after)
        return Term(
            value[0] if value else "",
            False,
            named[1],
            excluded,
            start,
            after,
            value.end() if value else after,
        )
    word = _WORD.match(text, at)
    assert word, "every other sign begins a word"
    if word[0] == "OR" and not excluded:
        return Sign("OR", start, word.end())
    return Term(word[0], False, None, excluded, start, at, word.end())


def _phrase(text: str, start: int, opening: int, field: str | None, excluded: bool) -> Term:
    closing = CLOSING[text[opening]]
    at = next((place for place in range(opening + 1, len(text)) if text[place] in closing), None)
    if at is None:
        raise QueryError("The quotation mark that opens here is never closed.", opening)
    return Term(text[opening + 1 : at], True, field, excluded, start, opening + 1, at + 1)
