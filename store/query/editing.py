"""Filter steps: the parts of a query that can be shown one by one, added and peeled off, as text."""

from __future__ import annotations

from dataclasses import dataclass

from store.errors import QueryError
from store.query.fields import FIELDS
from store.query.lexer import Sign, tokens
from store.query.render import plain


@dataclass(frozen=True, slots=True)
class FilterStep:
    """One part of a query that narrows what is found, with its place in the query's text."""

    text: str
    start: int
    end: int


def steps(text: str) -> tuple[FilterStep, ...]:
    """Return the steps that all must hold, in order. Alternatives, and what cannot be understood, are one step."""
    try:
        found = list(tokens(text))[:-1]
    except QueryError:
        return _whole(text)
    result, depth, start = [], 0, 0
    for token in found:
        if depth == 0:
            if isinstance(token, Sign) and token.what == "OR":
                return _whole(text)
            start = token.start
        if isinstance(token, Sign) and token.what in "()":
            depth += 1 if token.what == "(" else -1
        if depth < 0:
            return _whole(text)
        if depth == 0:
            result.append(FilterStep(text[start : token.end], start, token.end))
    return tuple(result) if depth == 0 else _whole(text)


def _whole(text: str) -> tuple[FilterStep, ...]:
    bare = text.strip()
    start = text.find(bare)
    return (FilterStep(bare, start, start + len(bare)),) if bare else ()


def term(field: str, value: str) -> str:
    """Write one term: ``term("official", "Wang Yi")`` is ``official:"Wang Yi"``."""
    return f"{field}:{value if FIELDS[field].period or FIELDS[field].values else plain(value)}"


def add_term(text: str, field: str, value: str) -> str:
    """Return the query narrowed by one more step; unchanged when that step is there already."""
    added = term(field, value)
    present = steps(text)
    if any(step.text == added for step in present):
        return text
    bare = text.strip()
    alternatives = len(present) == 1 and any(isinstance(t, Sign) and t.what == "OR" for t in _top(bare))
    return f"({bare}) {added}" if alternatives else f"{bare} {added}".strip()


def _top(text: str) -> list[Sign]:
    """Return the signs outside of all parentheses; none where the text cannot be cut."""
    try:
        signs = [token for token in tokens(text) if isinstance(token, Sign)]
    except QueryError:
        return []
    depth, result = 0, []
    for sign in signs:
        depth -= sign.what == ")"
        if depth == 0:
            result.append(sign)
        depth += sign.what == "("
    return result


def peel(text: str, number: int = -1) -> str:
    """Return the query without the step of that number, by default the last; the rest keeps its spelling."""
    present = list(steps(text))
    if present:
        del present[number]
    return " ".join(step.text for step in present)
