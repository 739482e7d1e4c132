"""Names listed after an office in the plural: *the foreign ministers of Kenya and Somalia, X and Y*.

Each of the named holds that office. With as many countries as names, the first name is of the first country; with one
country, all are of it: *their Australian counterparts, X and Y*. Where each has a country of its own, that is theirs:
*Presidents X of Kenya and Y of Somalia*.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from store.reading.gazetteer import index, known
from store.reading.offices import office_words, singular
from store.reading.phrase import MAYBE, PERSON, Phrase
from store.reading.tables import office_class
from store.reading.tokens import Tokens, where

_HEADS, _INNER = office_class("head"), office_class("modifier") | office_class("portfolio")
_PLURALS = frozenset(word for word in office_class("group") if singular(word) in _HEADS)
_BETWEEN = frozenset({",", "and", "the", "&"})
_LONGEST = 12  # tokens of *the Kenyan, Somali and Ethiopian* before an office


class Holder(NamedTuple):
    """What the list tells of one name."""

    country: str | None
    office: str
    words: frozenset[str]  # of the office, in their common form


def at_plural(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether the office of a phrase is in the plural."""
    first, last = phrase.office
    return first < last and tokens.low[last - 1] in _PLURALS


def title_of_one(tokens: Tokens, phrase: Phrase) -> str:
    """Return the office of a phrase as one person holds it: *President* of *Presidents*."""
    first, last = phrase.office
    if not at_plural(tokens, phrase):
        return tokens.slice(first, last)
    return " ".join([*tokens.words[first : last - 1], singular(tokens.words[last - 1])])


class Listed:
    """Finds such lists in one text. ``of`` tells, by the first token of a name, what its holder is."""

    def __init__(self, tokens: Tokens, body: list[Phrase]) -> None:
        self.tokens = tokens
        self._names = {phrase.name[0]: phrase for phrase in body if phrase.kind in (PERSON, MAYBE)}
        self.of: dict[int, Holder] = {}
        for at in where(tokens.low, _PLURALS):
            self._read(at)
        for phrase in body:
            if phrase.kind == PERSON and at_plural(tokens, phrase):
                self._titled(phrase)

    def _read(self, at: int) -> None:
        low = self.tokens.low
        first = at
        while first and low[first - 1] in _INNER:
            first -= 1
        title = [*self.tokens.words[first:at], singular(self.tokens.words[at])]
        words = frozenset(map(singular, office_words(self.tokens, first, at + 1)))
        each = self._each(at + 1)
        if len(each) > 1:
            self.of.update((name, Holder(country, " ".join(title), words)) for name, country in each)
            return
        after, countries = self._countries_after(at + 1)
        countries = countries or self._countries_before(first)
        names = self._named(after + (low[after : after + 1] == [","]))
        if len(names) < 2 or len(countries) not in (1, len(names)):
            return
        for name, country in zip(names, countries * (len(names) if len(countries) == 1 else 1), strict=True):
            self.of[name] = Holder(country, " ".join(title), words)

    def _titled(self, leading: Phrase) -> None:
        """Give the office before the first of the names to all: *Presidents X of Kenya and Y of Somalia*."""
        first, last = leading.office
        title, words = title_of_one(self.tokens, leading), frozenset(office_words(self.tokens, first, last))
        for name in self._named(leading.name[0]):
            self.of.setdefault(name, Holder(self._names[name].country, title, words))

    def _each(self, at: int) -> list[tuple[int, str]]:
        """Return the names after their countries: *of Kenya (X) and Somalia (Y)*, *of Kenya, X, and Somalia, Y*."""
        low, found = self.tokens.low, list[tuple[int, str]]()
        if low[at : at + 1] != ["of"]:
            return found
        at += 1
        while at < len(low):
            at += low[at] == "the"
            match = known(self.tokens, at) if at < len(low) else None
            if match is None or match.place.country is None:
                break
            mark = low[match.last : match.last + 1]
            phrase = self._names.get(match.last + 1)
            if mark not in ([","], ["("]) or phrase is None:
                break
            found.append((match.last + 1, match.place.country))
            at = phrase.last + (low[phrase.last : phrase.last + 1] == [")"])
            at += sum(1 for _ in takewhile(lambda place: low[place] in _BETWEEN, range(at, len(low))))
        return found

    def _countries_after(self, at: int) -> tuple[int, list[str]]:
        """Return the countries in *of Kenya and Somalia* from token ``at``, and where that ends."""
        low, found = self.tokens.low, list[str]()
        if low[at : at + 1] != ["of"]:
            return at, []
        end = at
        while end + 1 < len(low):
            joining = takewhile(lambda place: low[place] in _BETWEEN, range(end + 1, len(low)))
            onward = end + 1 + sum(1 for _ in joining)
            match = known(self.tokens, onward) if onward < len(low) else None
            if match is None or match.place.country is None or (found and low[end] not in _BETWEEN):
                break
            found.append(match.place.country)
            end = match.last
        return end, found

    def _countries_before(self, at: int) -> list[str]:
        """Return the countries of *Kenyan and Somali* that end before token ``at``."""
        words, low, first = self.tokens.words, self.tokens.low, at
        while first and at - first < _LONGEST and (words[first - 1] in index() or low[first - 1] in _BETWEEN):
            first -= 1
        matches = (known(self.tokens, place) for place in range(first, at))
        return [
            match.place.country for match in matches if match and match.place.country and match.last <= at
        ]

    def _named(self, at: int) -> list[int]:
        """Return the first tokens of the names listed from token ``at``."""
        low, found = self.tokens.low, list[int]()
        while (phrase := self._names.get(at)) is not None:
            found.append(at)
            at = phrase.last
            if low[at : at + 2] == [",", "and"]:
                at += 2
            elif at < len(low) and low[at] in (",", "and"):
                at += 1
            else:
                break
        return found
