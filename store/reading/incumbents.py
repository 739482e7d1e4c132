"""Who held an office on a day, for texts that name only the office: *The Prime Minister spoke to …*."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from store.reading.offices import office_words
from store.reading.persons import People, Person, bare
from store.reading.phrase import ROLE, Phrase
from store.reading.tables import rows
from store.reading.tokens import Tokens, tokenise


class Incumbent(NamedTuple):
    """One term of office. ``since`` and ``until`` are days (``until`` is empty while it lasts)."""

    name: str
    country: str
    office: str
    since: str
    until: str
    words: frozenset[str]  # of the office, in their common form
    names: tuple[str, ...]  # the words of the name, in lower case

    def serves(self, day: str | None) -> bool:
        """Tell whether the term holds on a day; on an unknown day every term may."""
        return day is None or (self.since <= day and (not self.until or day < self.until))


@cache
def terms() -> list[Incumbent]:
    """Return all known terms of office."""
    found = []
    for name, country, office, since, *until in rows("incumbents"):
        called, named = tokenise(office), tokenise(name)
        words, names = office_words(called, 0, len(called.words)), bare(named, 0, len(named.words))
        found.append(Incumbent(name, country, office, since, until[0] if until else "", words, names))
    return found


@cache
def _by_family() -> dict[str, list[Incumbent]]:
    found: dict[str, list[Incumbent]] = {}
    for term in terms():
        found.setdefault(term.names[-1], []).append(term)
    return found


def name_incumbents(
    tokens: Tokens, people: People, lead: list[Phrase], house: str | None, day: str | None
) -> None:
    """Give persons the office they are known to hold on ``day``, and the house's unnamed official a name.

    Only an office of the house itself that the ``lead`` names is looked up, and only when nobody in the text can hold
    it: *The Prime Minister spoke to …* of a release from Downing Street. ``day`` is the one of publication.
    """
    for person in people.all:
        _know(person, day)
    if house is None or day is None or any(not person.office_words for person in people.all):
        return
    roles = (phrase for phrase in lead if phrase.kind == ROLE and phrase.first not in people.of)
    for phrase in roles:
        term = _term(tokens, people, phrase, house, day)
        if term is not None:
            people.all.insert(0, person := _person(term, phrase, tokens))
            people.of[phrase.first], people.ends[phrase.first] = person, phrase.last
            return


def _know(person: Person, day: str | None) -> None:
    """Learn the office of somebody known whose office the text does not tell."""
    if person.office_words:
        return
    namesakes = _by_family().get(person.words[-1], ())
    known = [term for term in namesakes if set(term.names).issuperset(person.words)]
    held = {term.words for term in known if term.serves(day) and person.country in (None, term.country)}
    if len(held) == 1:
        person.office_words = held.pop()


def _term(tokens: Tokens, people: People, phrase: Phrase, house: str, day: str) -> Incumbent | None:
    """Return who is meant by an office of the house that nobody in the text holds."""
    words = office_words(tokens, *phrase.office)
    if phrase.country not in (None, house) or tokens.low[phrase.first] in ("a", "an", "his", "her", "their"):
        return None
    holders = [person for person in people.all if words <= person.office_words]
    if any(person.country in (None, house) or person.first < phrase.first for person in holders):
        return None
    fits = [term for term in terms() if term.country == house and term.words == words and term.serves(day)]
    return fits[0] if len(fits) == 1 else None


def _person(term: Incumbent, phrase: Phrase, tokens: Tokens) -> Person:
    person = Person(term.names, term.name, phrase.first)
    person.office, person.office_words = tokens.slice(*phrase.office), term.words
    person.country = term.country
    return person
