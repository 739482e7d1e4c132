"""A query written out again, so that `parse` gives back the same meaning."""

from __future__ import annotations

import re
from collections.abc import Callable

from store.query.lexer import CLOSING
from store.query.parser import parse
from store.query.tree import And, Field, Node, Not, Or, Period, Query, Words

_PLAIN = re.compile(r"(?!OR$)\w[\w.'’-]*")
_UNQUOTABLE = {ord(sign): " " for opening, closing in CLOSING.items() for sign in opening + closing}


def quoted(text: str) -> str:
    """Return ``text`` as a phrase. Quotation marks inside become blanks: no word holds one."""
    return f'"{text.translate(_UNQUOTABLE)}"'


def plain(text: str) -> str:
    """Return ``text`` without quotation marks where it can stand as one word, else as a phrase."""
    return text if _PLAIN.fullmatch(text) else quoted(text)


def render(query: Query) -> str:
    """Write the query in its plainest form; the empty text for the query that finds everything.

    A whole word gets quotation marks only where it would else be taken for the beginning of one.
    """
    written = _write(query.root, plain)
    return written if parse(written) == query else _write(query.root, quoted)


def _write(node: Node, whole: Callable[[str], str], *, nested: bool = False) -> str:
    match node:
        case Words(_, prefix, typed):
            return typed if prefix else whole(typed)
        case Field(name, value):
            return f"{name}:{value.typed if value.prefix else quoted(value.typed)}"
        case Period(relation, day):
            return f"{relation}:{day}"
        case Not(part):
            written = _write(part, whole, nested=True)
            # "-word" is a whole word and "--word" no exclusion at all: only in parentheses are they what they were.
            inside = isinstance(part, Not) or (isinstance(part, Words) and part.prefix)
            return f"-({written})" if inside else f"-{written}"
        case And(parts):
            joined = " ".join(_write(part, whole, nested=True) for part in parts)
        case Or(parts):
            joined = " OR ".join(_write(part, whole, nested=True) for part in parts)
    return f"({joined})" if nested else joined
