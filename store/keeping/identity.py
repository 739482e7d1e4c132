"""Who is meant by a name: one person under several spellings, over all meetings.

Two names are taken for one person only if the country agrees and the names are the same words in any order, apart
from case, accents, initials and *Jr.*, one of them perhaps being a spelling already seen; or if one only leaves out
what the other has between the first word and the last (*Rodrigo Roa Duterte*). Anything looser is a suggestion for a
person to decide on (`likely_same`), never done by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import combinations
from typing import NamedTuple

from store.folding import fold, words
from store.model import FoundOfficial, Office, Official

LIKELY = 86
"""How alike two names must be, of 100, to be suggested as one person."""


_NAMES = 20_000
"""Names whose words are kept in memory: a bulk import meets the same few thousand again and again."""
_COMMON = 50
"""A word that more officials than this bear is a given name that tells nothing."""
_IDLE = {"of", "the", "for", "and"}
_GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}


@lru_cache(maxsize=_NAMES)
def core(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without initials and *Jr.*, if at least two are left; else all of them."""
    every = tuple(words(name))
    kept = tuple(word for word in every if len(word) > 1 and word not in _GENERATIONS)
    return kept if len(kept) > 1 else every


@lru_cache(maxsize=_NAMES)
def name_key(name: str) -> str:
    """Return what two spellings of one name share: its words as `core` has them, in the order of the alphabet."""
    return " ".join(sorted(core(name)))


@lru_cache(maxsize=_NAMES)
def _outer_key(name: str) -> str:
    """Return the first and the last word of a name, in the order of the alphabet."""
    inner = core(name)
    return " ".join(sorted((inner[0], inner[-1]))) if len(inner) > 1 else ""


class Identities:
    """All officials of a library, and whom a name belongs to."""

    def __init__(self, officials: Iterable[Official]) -> None:
        self.officials = {official.id: official for official in officials}
        self._answers: dict[tuple[str, tuple[str, ...], str | None], int | None] = {}

    @cached_property
    def _by_name(self) -> dict[str, set[int]]:
        return self._by(name_key)

    @cached_property
    def _by_outer(self) -> dict[str, set[int]]:
        return self._by(_outer_key)

    def _by(self, key: Callable[[str], str]) -> dict[str, set[int]]:
        """Return who bears a name, by what it is known by; made when first asked for."""
        known: dict[str, set[int]] = {}
        for official in self.officials.values():
            for name in (official.name, *official.aliases):
                known.setdefault(key(name), set()).add(official.id)
        return known

    def put(self, official: Official) -> None:
        """Add an official, or take over what changed of them."""
        by_name, by_outer = self._by_name, self._by_outer
        old = self.officials.get(official.id)
        if old and (old.name, old.aliases, old.country) == (
            official.name,
            official.aliases,
            official.country,
        ):
            self.officials[official.id] = official
            return
        self.drop(official.id)
        self.officials[official.id] = official
        for name in (official.name, *official.aliases):
            by_name.setdefault(name_key(name), set()).add(official.id)
            by_outer.setdefault(_outer_key(name), set()).add(official.id)

    def drop(self, official_id: int) -> None:
        """Forget an official."""
        by_name, by_outer = self._by_name, self._by_outer
        self._answers.clear()
        old = self.officials.pop(official_id, None)
        for name in (old.name, *old.aliases) if old else ():
            by_name[name_key(name)].discard(official_id)
            by_outer[_outer_key(name)].discard(official_id)

    def named(self, name: str) -> list[Official]:
        """Return the officials who bear a name, as name or as another spelling, in order of their ids."""
        return [self.officials[one] for one in sorted(self._by_name.get(name_key(name), ()))]

    def who(self, found: FoundOfficial) -> Official | None:
        """Return the one official that a text means, or ``None``: nobody known, or more than one."""
        asked = found.name, tuple(found.aliases), found.country
        if asked not in self._answers:
            meant = self._meant(found)
            self._answers[asked] = meant.id if meant else None
        known = self._answers[asked]
        return None if known is None else self.officials[known]

    def _meant(self, found: FoundOfficial) -> Official | None:
        for name in (found.name, *spellings(found.name, found.aliases)):
            same = [one for one in self.named(name) if _same_country(one.country, found.country)]
            exact = [one for one in same if one.country and found.country]
            if len(exact or same) == 1:
                return (exact or same)[0]
        return self._without_middle(found)

    def _without_middle(self, found: FoundOfficial) -> Official | None:
        """Return the one compatriot whose name differs only by a middle name that one of the two leaves out."""
        key = _outer_key(found.name)
        near = (
            [self.officials[one] for one in sorted(self._by_outer.get(key, ()))]
            if key and found.country
            else []
        )
        same = [
            one
            for one in near
            if one.country
            and _same_country(one.country, found.country)
            and any(
                _outer_key(name) == key and 2 in (len(core(name)), len(core(found.name)))
                for name in (one.name, *one.aliases)
            )
        ]
        return same[0] if len(same) == 1 else None


def _same_country(one: str | None, other: str | None) -> bool:
    """Tell whether two countries can be one; a text need not name it."""
    return not one or not other or fold(one) == fold(other)


def spellings(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return the aliases that tell the person by themselves, and not only inside one text, as *Zhao* does."""
    aliases = [alias for alias in dict.fromkeys(aliases) if alias != name]
    known = set(words(name)) if aliases else set()
    return tuple(
        alias
        for alias in aliases
        if (own := set(words(alias))) and not (own < known) and not (len(own) == 1 and own & known)
    )


def with_office(official: Official, title: str | None, day: str | None) -> Official:
    """Return the official with an office shown held on a day; the first and last such day are kept."""
    if not title or any(
        one.title == title and day and one.first and one.last and one.first <= day <= one.last
        for one in official.offices
    ):
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
    if found.name == official.name and not found.aliases and (official.country or not found.country):
        return with_office(official, found.office, day)  # as nearly always
    seen = [alias for alias in (found.name, *spellings(found.name, found.aliases)) if alias != official.name]
    aliases = tuple(dict.fromkeys((*official.aliases, *spellings(official.name, seen))))
    country = official.country or found.country
    if (aliases, country) != (official.aliases, official.country):
        official = replace(official, aliases=aliases, country=country)
    return with_office(official, found.office, day)


class LikelySame(NamedTuple):
    """Two officials who may be one person, and how alike their names are, of 100."""

    one: Official
    other: Official
    likeness: float

    @property
    def fuller(self) -> Official:
        """Which of the two has the name to keep: the one of more words, else the one known longer."""
        return max(self.one, self.other, key=lambda official: (len(core(official.name)), -official.id))

    @property
    def apart(self) -> bool:
        """Whether a person has said that they are two."""
        return self.other.id in self.one.apart or self.one.id in self.other.apart

    def than(self, official_id: int) -> Official:
        """Return the one of the two that does not have this id."""
        return self.one if self.other.id == official_id else self.other


def likely_same(officials: Iterable[Official]) -> Iterator[LikelySame]:
    """Yield pairs of officials who may be one person, the likeliest first. Nothing is ever merged by itself.

    Compatriots are compared with each other; one of no known country with all who share a word of the name. Where
    the given names differ (*Joe Biden*, *Joseph R. Biden, Jr.*), the family name and an office must agree. Those who
    were told apart are two persons.
    """
    countries: dict[str, list[Official]] = {}
    sharing: dict[str, list[Official]] = {}
    for official in officials:
        countries.setdefault(fold(official.country or ""), []).append(official)
        for word in core(official.name):
            sharing.setdefault(word, []).append(official)
    pairs: list[LikelySame] = []
    for one in countries.pop("", ()):
        telling = (sharing[word] for word in core(one.name) if len(sharing[word]) <= _COMMON)
        near = {other.id: other for bearers in telling for other in bearers}
        others = [
            other for other in near.values() if other is not one and (other.country or other.id > one.id)
        ]
        pairs += _alike(one, others)
    for compatriots in countries.values():
        for place, one in enumerate(compatriots):
            pairs += _alike(one, compatriots[place + 1 :])
        pairs += _namesakes(compatriots)
    yield from sorted((pair for pair in pairs if not pair.apart), key=lambda pair: -pair.likeness)


def _namesakes(compatriots: Iterable[Official]) -> Iterator[LikelySame]:
    """Yield the pairs that share a family name and an office, though their names are not alike."""
    from rapidfuzz import fuzz

    families: dict[str, list[Official]] = {}
    for official in compatriots:
        if official.offices and len(name := core(official.name)) > 1:
            families.setdefault(name[-1], []).append(official)
    for family in families.values():
        for one, other in combinations(family, 2) if len(family) <= _COMMON else ():
            likeness = fuzz.token_set_ratio(name_key(one.name), name_key(other.name))
            if likeness < LIKELY and any(
                mine <= theirs or theirs <= mine for mine in _offices(one) for theirs in _offices(other)
            ):
                yield LikelySame(one, other, likeness)


def _offices(official: Official) -> list[set[str]]:
    """Return the words of each office, without those that name the country or tell nothing."""
    idle = {*words(official.country or ""), *_IDLE}
    found = ({word for word in words(one.title) if len(word) > 1} - idle for one in official.offices)
    return [office for office in found if office]


def _alike(one: Official, others: Sequence[Official]) -> Iterator[LikelySame]:
    """Yield the pairs of one official with those of others whose names are alike."""
    from rapidfuzz import fuzz, process

    names = [name_key(other.name) for other in others]
    found = process.extract(
        name_key(one.name), names, scorer=fuzz.token_set_ratio, score_cutoff=LIKELY, limit=None
    )
    for _, likeness, at in found:
        yield LikelySame(one, others[at], likeness)
