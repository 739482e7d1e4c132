"""Whose release a text is: the country that *the President* without more belongs to, and that the others lack."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, islice, pairwise

from store.reading.gazetteer import index, known
from store.reading.offices import office_words
from store.reading.persons import People, Person
from store.reading.phrase import ROLE, Phrase
from store.reading.tables import office_class, rows
from store.reading.tokens import Tokens, tokenise, where

_LEAD = 60  # tokens within which a lead names the holder of the office it began with
_ROLES = 200  # roles looked at: those of a text that tells of one meeting, and no more
_TAIL, _SHORTEST = 250, 4  # where a letterhead stands; letters of a name that can be told from an acronym
_PEOPLE = 12  # characters before an office in which a people can stand
_PEOPLES = "U.S. US UK American British Canadian Chinese Indian Japanese Malaysian Philippine Russian"
_OTHERS_SAY = tuple(f"{people} " for people in _PEOPLES.split())
_GUEST_AFTER = (" with", " by", " to", " met", " and", ",")
_OFFICES = (
    "counterpart",
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Defence Minister",
    "Defense Minister",
)
_EDGE = 600  # characters at both ends of a text where a house names itself
_GOVERNMENT = re.compile(
    r"\b(?:ministry|government|embassy|presidency|cabinet|prime minister|president)\b", re.IGNORECASE
)
_ADDRESS = r"\.[a-z]{2}"  # is in every address: *state.gov*
_HEADS, _SOVEREIGN = office_class("head"), office_class("sovereign")


@cache
def signs() -> list[tuple[str, str]]:
    """Return the words that name a house, each with its country."""
    return [(row[0], row[1]) for row in rows("houses")]


@cache
def _folded() -> list[tuple[str, str]]:
    return [(sign.strip().casefold(), country) for sign, country in signs()]


@cache
def _agencies() -> list[tuple[str, str]]:
    return [(sign, country) for sign, country in signs() if sign.endswith(")")]


def house_of(text: str, *hints: str | None) -> str | None:
    """Return the country whose release ``text`` is, from hints (publisher, address), then its ends."""
    hint = " ".join(filter(None, hints)).casefold()
    hinted = (country for sign, country in _folded() if sign in hint)
    if hint and (country := next(hinted, None)):
        return country
    if country := _of_government(" ".join(filter(None, hints[:1]))):
        return country
    start, end = text[:_TAIL], text[-_TAIL:]
    agency = (country for sign, country in _agencies() if sign in start)
    heads = (_letterhead(part) for part in (end, start))
    return next(filter(None, chain(agency, heads)), None) or _named(text)


def _of_government(publisher: str) -> str | None:
    """Return the only country in *Ministry of Foreign Affairs, Singapore*; an agency writes of others."""
    if not _GOVERNMENT.search(publisher):
        return None
    tokens = tokenise(publisher)
    named = {match.place.country for at in where(tokens.words, index()) if (match := known(tokens, at))}
    return named.pop() if len(named) == 1 else None


def _named(text: str) -> str | None:
    """Return the country of the first sign at the ends of a text."""
    edges = text[:_EDGE] + "\n" + text[-_EDGE:]
    pattern, others = _at_a_glance()
    if not pattern.search(edges) and not any(sign in edges for sign in others):
        return None  # as for most texts
    return next((country for sign, country in signs() if sign in edges and _says(edges, sign)), None)


@cache
def _at_a_glance() -> tuple[re.Pattern[str], list[str]]:
    """Return one pattern for all signs that begin with a capital and for addresses, and the signs it leaves out."""
    small = [sign for sign, _ in signs() if sign[0].islower()]
    capitals = [re.escape(sign) for sign, _ in signs() if not sign[0].islower()]
    return re.compile("|".join([*capitals, _ADDRESS])), [s for s in small if not re.search(_ADDRESS, s)]


def named_in(text: str, countries: set[str | None]) -> str | None:
    """Return the first of ``countries`` that a sign anywhere in a text names."""
    return next((country for sign, country in signs() if country in countries and sign in text), None)


def _says(part: str, sign: str) -> bool:
    """Tell whether a part has a sign, and no people before it: only others write *U.S. Secretary of State*.

    *Secretary of State for Defence* is a British one. A house does not call its own minister *Russian*, either, and
    it names them first: who was met is another's.
    """
    people, side = sign.split()[0], sign.endswith(" side")
    if side and any(f"{people} {office}" in part for office in _OFFICES):
        return False
    at = part.find(sign)
    if at < 0 or part.startswith(("for ", " of "), at + len(sign)):
        return False
    before = part[max(at - _PEOPLE, 0) : at]
    return not before.endswith(_OTHERS_SAY) and not before.rstrip().removesuffix(" the").endswith(
        _GUEST_AFTER
    )


def give_offices(
    tokens: Tokens, people: People, met: list[Person], found: list[Phrase], house: str | None
) -> None:
    """Settle offices the text gives apart from the names.

    *The President of Russia* is the one who met and has no office when nobody else holds it; a counterpart holds the
    office of the one named before; who signs a release of the house holds the first office it names without a name.
    """
    given: Person | None = None
    for phrase in islice((p for p in found if p.kind == ROLE), _ROLES):
        if phrase.first in people.of or tokens.low[phrase.first] in ("a", "an"):
            continue
        words = office_words(tokens, *phrase.office)
        if not words & _HEADS or "counterpart" in words:
            continue
        title = tokens.slice(*phrase.office)
        if phrase.country is None:
            _introduced(tokens, people, phrase, words, title)
            _give(next((p for p in people.all if p.signed and p.office is None), None), title, words, house)
            continue
        known = [person for person in people.all if person.country == phrase.country]
        free = [person for person in met if person.office is None and person.country is None]
        if not known and len(free) == 1:
            given = free[0]
            _give(given, title, words, phrase.country)
        elif given is not None and known == [given]:
            given.office = title if words & _SOVEREIGN else given.office
            given.office_words |= words
    before: Person | None = None
    for person in people.all:
        if person.office_words == {"counterpart"} and before is not None:
            person.office_words = before.office_words
            person.office = _without_country(before.office or "") or person.office
        elif person.office:
            before = person


def _without_country(office: str) -> str:
    """Return *Foreign Minister* for *Austrian Foreign Minister* and for *Foreign Minister of Austria*."""
    tokens = tokenise(office)
    places = [match for at in where(tokens.words, index()) if (match := known(tokens, at))]
    first = next((match.last for match in places if match.first == 0), 0)
    first += tokens.low[first : first + 1] == ["'s"]
    last = next((match.first for match in places if match.first > first), len(tokens.words))
    while last > first and tokens.low[last - 1] in ("of", "the", "for"):
        last -= 1
    return tokens.slice(first, last)


def _introduced(tokens: Tokens, people: People, role: Phrase, words: frozenset[str], title: str) -> None:
    """Join *the former health secretary* of a lead with *Martin Hale*, whom it names later."""
    if role.first > _LEAD or any(words <= person.office_words for person in people.all):
        return
    near = (p for p in people.all if p.office is None and role.last < p.first < role.last + _LEAD)
    person = next((p for p in near if tokens.words[p.first - 1] in (".", ",", "”", '"')), None)
    if person is not None and not any(p.signed for p in people.all):
        person.office, person.office_words = title, words


def _give(person: Person | None, title: str, words: frozenset[str], country: str | None) -> None:
    if person is not None:
        person.office, person.office_words, person.country = title, words, country


@cache
def _letterheads() -> dict[str, str]:
    """Return the countries by their name and their capital as letterheads print them."""
    return {
        name.upper(): row[0]
        for row in rows("countries")
        for name in (row[0], row[3])
        if len(name) > _SHORTEST
    }


def _letterhead(part: str) -> str | None:
    """Return the country that stands in a line of its own capitals; a dateline before a report is no letterhead."""
    lines = (line for line in part.splitlines() if line.isupper())
    words = [word.strip(".,:;()/") for line in lines for word in line.split()]
    pairs = (" ".join(pair) for pair in pairwise(words))
    names = chain(pairs, words)
    return next((country for name in names if (country := _letterheads().get(name))), None)
