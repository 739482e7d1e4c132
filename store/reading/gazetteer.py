"""Names known beforehand — countries, their peoples, capitals and metonyms, cities, bodies — found word by word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from store.reading.tables import rows
from store.reading.tokens import Tokens, words_of


@dataclass(slots=True)
class Place:
    """What a known name stands for.

    ``kind`` is ``country``, ``people`` (a demonym or adjective), ``capital``, ``metonym``, ``city`` or ``body``;
    ``name`` the canonical name; ``country`` the common English name of the country, if it has one.
    """

    kind: str
    name: str
    country: str | None


@dataclass(slots=True)
class Match:
    """A known name in a text: tokens ``first`` up to ``last``, exclusive."""

    first: int
    last: int
    place: Place


_SHORT = 3  # letters up to which a word in capitals may be an acronym
_Index = dict[str, list[tuple[list[str], Place]]]
"""The first word of each name → the words after it, and the place."""


def _add(index: _Index, names: Iterable[str], place: Place) -> None:
    for name in names:
        if name:
            for spelling in {name, name.replace("'", "’")}:
                word, *rest = words_of(spelling)
                index.setdefault(word, []).append((rest, place))
                if place.kind in ("country", "people") and len(word) > _SHORT and not word.isupper():
                    index.setdefault(word.upper(), []).append(([one.upper() for one in rest], place))


@cache
def index() -> _Index:
    """Return all known names by their first word, the longest first."""
    found: _Index = {}
    for name, others, peoples, capital, metonyms in rows("countries"):
        _add(found, [name, *others.split("|")], Place("country", name, name))
        _add(found, peoples.split("|"), Place("people", name, name))
        _add(found, [capital], Place("capital", capital, name))
        _add(found, metonyms.split("|"), Place("metonym", name, name))
    for city, others, country in rows("cities"):
        _add(found, [city, *others.split("|")], Place("city", city, country or None))
    for body, others, country in rows("bodies"):
        names = [body, *others.split("|")]
        names += [name.title() for name in names if name.isupper() and len(name) > _SHORT]  # *Nato*, *Unesco*
        _add(found, dict.fromkeys(names), Place("body", body, country or None))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def known(tokens: Tokens, at: int) -> Match | None:
    """Return the longest known name that starts at token ``at``."""
    words = tokens.words
    entries = index().get(words[at])
    if entries is None:
        return None
    following = words[at + 1] if at + 1 < len(words) else ""
    for rest, place in entries:
        if not rest:
            return Match(at, at + 1, place)
        if rest[0] == following:
            last = at + 1 + len(rest)
            if words[at + 1 : last] == rest:
                return Match(at, last, place)
    return None


@cache
def capitals() -> dict[str, str]:
    """Return the capital of each country."""
    return {row[0]: row[3] for row in rows("countries")}
