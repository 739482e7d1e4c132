"""Where in a text the words stand that a query asked for."""

from __future__ import annotations

from collections.abc import Iterator

from store.folding import words_at
from store.query.tree import And, Field, Node, Or, Query, Words


def spans(text: str, query: Query, field: str | None = None) -> list[tuple[int, int]]:
    """Return start and end of every hit in ``text``, in order and without overlap; what is excluded is no hit.

    ``field`` tells what the text is, so that ``place:beijing`` shows in a place and not in a quote.
    """
    standing = words_at(text)
    found = sorted(hit for sought in _sought(query.root, field) for hit in _hits(sought, standing))
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _sought(node: Node, field: str | None) -> Iterator[Words]:
    match node:
        case Words():
            yield node
        case Field(name, value) if name == field:
            yield value
        case And(parts) | Or(parts):
            for part in parts:
                yield from _sought(part, field)


def _hits(sought: Words, standing: list[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
    length = len(sought.folded)
    for at in range(len(standing) - length + 1):
        window = standing[at : at + length]
        *whole, last = (word for word, _, _ in window)
        if (*whole, last[: len(sought.folded[-1])] if sought.prefix else last) == sought.folded:
            yield window[0][1], window[-1][2]
