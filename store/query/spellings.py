"""The names by which one country is asked for: ``country:usa``, ``country:türkiye`` mean what a row calls it."""

from __future__ import annotations

from functools import cache

from store.folding import words
from store.query.tree import Words
from store.reading.tables import rows


def patterns(field: str, value: Words) -> tuple[str, ...]:
    """Return what a field's folded value holds when it answers ``value`` (see `Words.pattern`).

    For a country these are all its names, once one of them is typed in full; for all other fields the words alone.
    """
    if field != "country":
        return (value.pattern,)
    others = _names().get(value.folded, ())
    return (value.pattern, *(f" {' '.join(name)} " for name in others if name != value.folded))


@cache
def _names() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return each folded name of a country with all names of that country."""
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for name, others, *_ in rows("countries"):
        folded = tuple(dict.fromkeys(tuple(words(one)) for one in (name, *others.split("|")) if one))
        for one in folded:
            found.setdefault(one, folded)
    return found
