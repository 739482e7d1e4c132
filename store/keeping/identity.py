"""Who is meant by a name: one person under several spellings, over all meetings.

Two names are taken for one person only if the country agrees and the names are the same words in any order, case and
accents aside, one of them perhaps being a spelling already seen. Anything looser is a suggestion for a person to
decide on (`likely_same`), never done by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from store.folding import fold, words
from store.model import FoundOfficial, Office, Official

LIKELY = 86
"""How alike two names must be, of 100, to be suggested as one person."""


def name_key(name: str) -> str:
    """Return what two spellings of one name share: its folded words, in the order of the alphabet."""
    return " ".join(sorted(words(name)))


class Identities:
    """All officials of a library, and whom a name belongs to."""

    def __init__(self, officials: Iterable[Official]) -> None:
        self.officials: dict[int, Official] = {}
        self._by_name: dict[str, set[int]] = {}
        for official in officials:
            self.put(official)

    def put(self, official: Official) -> None:
        """Add an official, or take over what changed of them."""
        self.drop(official.id)
        self.officials[official.id] = official
        for key in _keys(official):
            self._by_name.setdefault(key, set()).add(official.id)

    def drop(self, official_id: int) -> None:
        """Forget an official."""
        old = self.officials.pop(official_id, None)
        for key in _keys(old) if old else ():
            self._by_name[key].discard(official_id)

    def named(self, name: str) -> list[Official]:
        """Return the officials who bear a name, as name or as another spelling, in order of their ids."""
        return [self.officials[one] for one in sorted(self._by_name.get(name_key(name), ()))]

    def who(self, found: FoundOfficial) -> Official | None:
        """Return the one official that a text means, or ``None``: nobody known, or more than one."""
        for name in (found.name, *spellings(found.name, found.aliases)):
            same = [one for one in self.named(name) if _same_country(one.country, found.country)]
            exact = [one for one in same if one.country and found.country]
            if len(exact or same) == 1:
                return (exact or same)[0]
        return None


def _keys(official: Official) -> set[str]:
    return {name_key(name) for name in (official.name, *official.aliases)}


def _same_country(one: str | None, other: str | None) -> bool:
    """Tell whether two countries can be one; a text need not name it."""
    return not one or not other or fold(one) == fold(other)


def spellings(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return the aliases that tell the person by themselves, and not only inside one text, as *Zhao* does."""
    known = set(words(name))
    return tuple(
        alias
        for alias in dict.fromkeys(aliases)
        if alias != name
        and (own := set(words(alias)))
        and not (own < known)
        and not (len(own) == 1 and own & known)
    )


def with_office(official: Official, title: str | None, day: str | None) -> Official:
    """Return the official with an office shown held on a day; the first and last such day are kept."""
    if not title:
        return official
    offices = list(official.offices)
    for place, office in enumerate(offices):
        if fold(office.title) == fold(title):
            days = sorted(filter(None, (office.first, office.last, day)))
            offices[place] = replace(office, first=days[0], last=days[-1]) if days else office
            break
    else:
        offices.append(Office(title, day, day))
    offices.sort(key=lambda office: (office.first or "", office.last or ""))
    return replace(official, offices=tuple(offices))


def met(official: Official, found: FoundOfficial, day: str | None) -> Official:
    """Return the official with what one text adds: spellings, the country if it was not known, the office."""
    seen = [alias for alias in (found.name, *spellings(found.name, found.aliases)) if alias != official.name]
    aliases = tuple(dict.fromkeys((*official.aliases, *spellings(official.name, seen))))
    known = replace(official, aliases=aliases, country=official.country or found.country)
    return with_office(known, found.office, day)


class LikelySame(NamedTuple):
    """Two officials who may be one person, and how alike their names are, of 100."""

    one: Official
    other: Official
    likeness: float


def likely_same(officials: Iterable[Official]) -> Iterator[LikelySame]:
    """Yield pairs of officials who may be one person, the likeliest first. Nothing is ever merged by itself."""
    from rapidfuzz import fuzz, process

    countries: dict[str, list[Official]] = {}
    for official in officials:
        countries.setdefault(fold(official.country or ""), []).append(official)
    pairs = []
    for compatriots in countries.values():
        names = [name_key(one.name) for one in compatriots]
        for place, one in enumerate(compatriots):
            rest = names[place + 1 :]
            close = process.extract(
                names[place], rest, scorer=fuzz.token_set_ratio, score_cutoff=LIKELY, limit=None
            )
            pairs += [LikelySame(one, compatriots[place + 1 + at], likeness) for _, likeness, at in close]
    yield from sorted(pairs, key=lambda pair: -pair.likeness)
