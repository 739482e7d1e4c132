"""Whose release a text is: the country that *the President* without more belongs to, and that the others lack."""

from __future__ import annotations

from functools import cache

from store.reading.persons import People, Person, office_words
from store.reading.phrases import ROLE, Phrase
from store.reading.tables import office_class, rows
from store.reading.tokens import Tokens

_EDGE = 600  # characters at both ends of a text where a house names itself
_HEADS = office_class("head")


@cache
def _signs() -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in rows("houses")]


def house_of(text: str, *hints: str | None) -> str | None:
    """Return the country whose release ``text`` is, from hints (publisher, address), its ends, then all of it."""
    hint = " ".join(filter(None, hints)).casefold()
    for sign, country in _signs():
        if hint and sign.strip().casefold() in hint:
            return country
    edges = text[:_EDGE] + "\n" + text[-_EDGE:]
    for part in (edges, text):
        found = [(part.find(sign), country) for sign, country in _signs() if sign in part]
        if found:
            return min(found)[1]
    return None


def give_roles(tokens: Tokens, people: People, met: list[Person], found: list[Phrase]) -> None:
    """Give the office *the President of Russia* to the one who met and has none, when nobody else holds it."""
    for phrase in found:
        if phrase.kind != ROLE or phrase.country is None or phrase.first in people.of:
            continue
        words = office_words(tokens, *phrase.office)
        if (
            not words & _HEADS
            or "counterpart" in words
            or any(p.country == phrase.country for p in people.all)
        ):
            continue
        free = [person for person in met if person.office is None and person.country is None]
        if len(free) == 1:
            free[0].office, free[0].office_words = tokens.slice(*phrase.office), words
            free[0].country = phrase.country


def give_countries(people: People, met: list[Person], house: str | None, named: list[str]) -> None:
    """Give a country to those without: the house's own, else the one left of those ``named`` in the lead."""
    taken = {person.country for person in people.all if person.country}
    left = [country for country in dict.fromkeys(named) if country not in taken]
    for person in people.all:
        if person.country is None and (person.office or person in met):
            person.country = house or (left[0] if left else None) if person.office_words & _OFFICIAL else None


_OFFICIAL = _HEADS - {"economist", "analyst", "strategist"}
