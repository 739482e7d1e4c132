"""What could be meant by what is typed so far: names of fields, and the values a library knows for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from store.errors import QueryError
from store.folding import fold, words
from store.query.editing import term
from store.query.fields import FIELDS
from store.query.lexer import CLOSING, Term, tokens

Vocabulary = Mapping[str, Sequence[str]]
"""The values known for each field, the likeliest first."""

MOST = 20
"""Suggestions given at once: more would not be read."""

_OPENED = re.compile(r"(?:(?<=[\s(])|^)(-?)([A-Za-z]+):$")
_FREE = ("official", "country", "tag", "place")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Put ``text`` in the place of ``query[start:end]``."""

    text: str
    start: int
    end: int

    def applied(self, query: str) -> str:
        """Return the query with the suggestion taken."""
        return query[: self.start] + self.text + query[self.end :]


@dataclass(frozen=True, slots=True)
class _Begun:
    """The term the cursor stands behind."""

    field: str | None
    value: str
    start: int


def complete(text: str, cursor: int, vocabulary: Vocabulary) -> tuple[Suggestion, ...]:
    """Suggest how the term before the cursor goes on; nothing where no term has been begun.

    A bare word may become the name of a field, or an official, country, tag or place the library knows.
    Suggestions whose beginning was typed come before those with the words further on; what stands there is none.
    """
    begun = _begun(text[:cursor])
    if begun is None:
        return ()
    end = cursor
    while end < len(text) and not text[end].isspace() and text[end] not in "()":
        end += 1
    offered = _first(_goes_on(begun, vocabulary))
    there = text[begun.start : end]
    return tuple(Suggestion(written, begun.start, end) for written in offered if written != there)


def _first(written: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(written))[:MOST]


def _begun(before: str) -> _Begun | None:
    try:
        found = list(tokens(before))[:-1]
    except QueryError as error:
        opening = error.position
        if before[opening] not in CLOSING:
            return None
        named = _OPENED.search(before[:opening])
        return _Begun(named[2].lower(), before[opening + 1 :], named.start(2)) if named else None
    last = found[-1] if found else None
    if not isinstance(last, Term) or last.quoted or last.end != len(before):
        return None
    return _Begun(last.field.lower() if last.field else None, last.value, last.start + last.excluded)


def _goes_on(begun: _Begun, vocabulary: Vocabulary) -> Iterator[str]:
    if begun.field is not None:
        for value in _values(begun.field, begun.value, vocabulary):
            yield term(begun.field, value)
        return
    typed = fold(begun.value)
    yield from (f"{name}:" for name in FIELDS if typed and name.startswith(typed))
    if len(typed) > 1:
        for field in _FREE:
            for value in _values(field, begun.value, vocabulary):
                yield term(field, value)


def _values(field: str, typed: str, vocabulary: Vocabulary) -> list[str]:
    if field not in FIELDS:
        return []
    sought = " ".join(words(typed))
    known = FIELDS[field].values or vocabulary.get(field, ())
    folded = [(value, _folded(value)) for value in known]
    opening = [value for value, text in folded if text.startswith(" " + sought)]
    return opening + [value for value, text in folded if sought and " " + sought in text[1:]]


@lru_cache(maxsize=20_000)
def _folded(value: str) -> str:
    return f" {' '.join(words(value))}"
