"""Noun phrases that can name someone: offices, names, countries, bodies, groups and pronouns, as they stand.

The phrases are raw: who a role or pronoun stands for is settled later, against the people of the text.
"""

from __future__ import annotations

from typing import NamedTuple

from store.reading.cues import forms
from store.reading.gazetteer import Match, Place, known
from store.reading.tables import classes, office_class, word_class
from store.reading.tokens import Tokens

_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "our", "both", "two", "three", "all", "these"}
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "both", "we", "i"})
_SIDE = frozenset(
    {"side", "government", "delegation", "authorities", "administration", "leadership", "party"}
)
_BODY = classes("nouns")["body"]
_NOT_PERSONS = classes("nouns")["thing"]


class Phrase(NamedTuple):
    """A noun phrase, tokens ``first`` to ``last``, exclusive.

    ``kind`` is ``person``, ``role``, ``country``, ``body``, ``group``, ``pronoun`` or ``maybe`` (capitals
    that may be a name). ``name`` are the tokens of the name (a range), ``office`` the tokens of the office;
    ``country`` the country named with them; ``word`` the word that decides: a head, a pronoun, a canonical body.
    """

    first: int
    last: int
    kind: str
    name: tuple[int, int] = (0, 0)
    office: tuple[int, int] = (0, 0)
    country: str | None = None
    word: str = ""


class _Element(NamedTuple):
    kind: str  # office, place, honorific, name
    first: int
    last: int
    place: Place | None = None


def phrases(
    tokens: Tokens, first: int, last: int, starts: frozenset[int], lower: frozenset[str]
) -> list[Phrase]:
    """Find the phrases of tokens ``first`` to ``last``.

    ``starts`` are the tokens that open a sentence; ``lower`` the words the text also writes in lower case: a capital
    at the start of a sentence says nothing about those.
    """
    found: list[Phrase] = []
    reader = _Reader(tokens, last, starts, lower)
    at = first
    while at < last:
        low = tokens.low[at]
        word = tokens.words[at]
        if low in _PRONOUNS and not (
            low == "both" and at + 1 < last and tokens.low[at + 1] in office_class("group")
        ):
            found.append(Phrase(at, at + 1, "pronoun", word=low))
            at += 1
        elif word[0].isupper() or low in _DETERMINERS or low in _HEADS or low in _GROUPS:
            phrase = reader.phrase(at)
            if phrase is None:
                at += 1
            else:
                found.append(phrase)
                at = phrase.last
        else:
            at += 1
    return found


_OFFICE = classes("offices")
_HEADS = _OFFICE["head"]
_GROUPS = _OFFICE["group"]
_INNER = _OFFICE["modifier"] | _OFFICE["portfolio"]
_CLOSED = frozenset().union(
    *(
        classes("words")[name]
        for name in ("determiner", "preposition", "conjunction", "subordinator", "pronoun")
    ),
    *(classes("words")[name] for name in ("auxiliary", "modal", "adverb", "negation", "month", "weekday")),
)
_PARTICLES = word_class("particle")
_HONORIFICS = word_class("honorific")
_SUFFIXES = word_class("suffix")


class _Reader:
    """Reads one phrase at a time; keeps what all phrases of a stretch share."""

    def __init__(self, tokens: Tokens, last: int, starts: frozenset[int], lower: frozenset[str]) -> None:
        self.tokens, self.last, self.starts, self.lower = tokens, last, starts, lower

    def phrase(self, first: int) -> Phrase | None:
        tokens = self.tokens
        at = first
        determiner = ""
        while at < self.last and at < first + 3 and tokens.low[at] in _DETERMINERS:
            if known(tokens, at):
                break
            determiner = tokens.low[at]
            at += 1
        elements = self._elements(at)
        if not elements:
            return None
        return self._made(first, determiner, elements)

    def _elements(self, at: int) -> list[_Element]:
        found: list[_Element] = []
        begin = at
        while at < self.last:
            element = self._element(at, found, begin)
            if element is not None:
                found.append(element)
                at = element.last
                continue
            onward = self._link(at, found) if found else 0
            if not onward:
                break
            at = onward
        return found

    def _element(self, at: int, before: list[_Element], begin: int) -> _Element | None:
        tokens = self.tokens
        low, word = tokens.low[at], tokens.words[at]
        capital = word[0].isupper()
        named = bool(before) and before[-1].kind == "name"
        if low in _HONORIFICS and capital and not (low == "general" and before):
            dot = at + 1 < self.last and tokens.words[at + 1] == "."
            return None if named else _Element("honorific", at, at + 1 + dot)
        if match := known(tokens, at):
            if (match.place.kind == "city" or match.place.kind == "capital") and named:
                return _Element("name", at, at + 1)
            return None if named else _Element("place", at, match.last, match.place)
        if named:
            return self._name(at)
        if (low in _HEADS or low in _GROUPS) and (True):
            return _Element("office", at, at + 1)
        if low in _INNER and (capital or before or at == begin):
            if capital or self._head_follows(at):
                return _Element("office", at, at + 1)
            return None
        if low in _BODY and capital:
            return _Element("office", at, at + 1)
        return self._name(at)

    def _head_follows(self, at: int) -> bool:
        low = self.tokens.low
        for place in range(at, min(at + 5, self.last)):
            if low[place] in _HEADS or low[place] in _GROUPS:
                return True
            if low[place] not in _INNER and low[place] != "and":
                return False
        return False

    def _name(self, at: int) -> _Element | None:
        tokens = self.tokens
        low, word = tokens.low[at], tokens.words[at]
        if low in _PARTICLES and at + 1 < self.last and tokens.words[at + 1][0].isupper():
            return _Element("name", at, at + 1)
        if not word[0].isupper() or not word[0].isalpha():
            return None
        if len(word) == 1 and at + 1 < self.last and tokens.words[at + 1] == ".":
            return _Element("name", at, at + 2)
        if low in _CLOSED and low not in ("may", "march", "will"):
            return None
        if at in self.starts and (low in self.lower or low in forms() or low.endswith(("ing", "ed"))):
            return None
        return _Element("name", at, at + 1)

    def _link(self, at: int, before: list[_Element]) -> int:
        """Return the token after a connecting word at ``at``, or 0 when the phrase ends here."""
        tokens = self.tokens
        low = tokens.low[at]
        previous = before[-1]
        if at + 1 >= self.last:
            return 0
        following = tokens.low[at + 1]
        if low == "'s":
            return at + 1 if previous.kind == "place" and self._office_at(at + 1) else 0
        if previous.kind == "name":
            if low == "," and following in _SUFFIXES and tokens.words[at + 1][0].isupper():
                return at + 1
            return at + 1 if low == "." and tokens.low[at - 1] in _SUFFIXES else 0
        if low in ("of", "for", "to", "on") and previous.kind == "office":
            if low in ("to", "on") and tokens.low[at - 1] not in _TO_HEADS:
                return 0
            onward = at + 2 if following == "the" else at + 1
            return onward if onward < self.last and tokens.words[onward][0].isupper() else 0
        if low in ("and", "&") and previous.kind == "office" and len(before) + at > 1:
            onward = at + 2 if following in ("the", "his", "her") else at + 1
            return onward if self._office_at(onward) and self._joined(at, onward) else 0
        if low == "," and previous.kind == "office" and tokens.low[at - 1] not in _HEADS:
            return at + 1 if self._portfolio_at(at + 1) else 0
        return 0

    def _office_at(self, at: int) -> bool:
        if at >= self.last:
            return False
        low = self.tokens.low[at]
        return low in _HEADS or low in _INNER or low in _GROUPS or low in _BODY

    def _portfolio_at(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word[0].isupper() and self.tokens.low[at] in _OFFICE["portfolio"]

    def _joined(self, at: int, onward: int) -> bool:
        """Tell whether two offices around *and* can be one person's: both capitalised or both not."""
        left, right = self.tokens.words[at - 1], self.tokens.words[onward]
        return left[0].isupper() == right[0].isupper() and self.tokens.low[at - 1] not in _GROUPS

    def _made(self, first: int, determiner: str, elements: list[_Element]) -> Phrase | None:
        tokens = self.tokens
        names = len(elements)
        while names and elements[names - 1].kind == "name":
            names -= 1
        office = [e for e in elements[:names] if e.kind == "office"]
        places = [e.place for e in elements[:names] if e.place]
        country = next((p.country for p in places if p.country), None)
        last = elements[-1].last
        span = (elements[0].first, elements[names - 1].last) if names else (0, 0)
        if names < len(elements):
            name = (elements[names].first, last)
            titled = any(e.kind == "honorific" for e in elements[:names]) or any(
                tokens.low[e.first] in _HEADS for e in office
            )
            after = self._of_country(last)
            if after:
                last, country = after.last, country or after.place.country
            kind = "person" if titled else "maybe"
            if any(tokens.low[e.first] in _NOT_PERSONS for e in elements[names:]):
                return None
            return Phrase(first, last, kind, name, span if titled else (0, 0), country)
        return self._unnamed(first, last, determiner, elements, office, places, span, country)

    def _unnamed(
        self,
        first: int,
        last: int,
        determiner: str,
        elements: list[_Element],
        office: list[_Element],
        places: list[Place],
        span: tuple[int, int],
        country: str | None,
    ) -> Phrase | None:
        tokens = self.tokens
        heads = [tokens.low[e.first] for e in office if tokens.low[e.first] in _HEADS]
        ending = tokens.low[elements[-1].last - 1]
        group = next((tokens.low[e.first] for e in office if tokens.low[e.first] in _GROUPS), "")
        if group and (determiner or first in self.starts):
            return Phrase(first, last, "group", office=span, country=country, word=determiner + " " + group)
        if office and not heads and ending in _BODY:
            return Phrase(first, last, "body", name=(elements[0].first, last), country=country)
        if heads and (determiner or country or tokens.words[office[0].first][0].isupper()):
            return Phrase(first, last, "role", office=span, country=country, word=heads[0])
        if not places or office:
            return None
        place = places[-1]
        if last < self.last and tokens.low[last] in _SIDE and place.kind in ("people", "country"):
            return Phrase(first, last + 1, "country", country=place.country, word=place.name)
        if place.kind == "people":
            return Phrase(first, last, "people", country=place.country, word=place.name)
        kind = "body" if place.kind == "body" else "city" if place.kind == "city" else "country"
        end = self._of_country(last) if kind == "body" else None
        return Phrase(first, end.last if end else last, kind, country=place.country, word=place.name)

    def _of_country(self, at: int) -> Match | None:
        tokens = self.tokens
        if at + 1 >= self.last or tokens.low[at] != "of":
            return None
        onward = at + 2 if tokens.low[at + 1] == "the" and at + 2 < self.last else at + 1
        match = known(tokens, onward)
        return match if match and match.place.kind == "country" else None


_TO_HEADS = frozenset(
    {"ambassador", "envoy", "representative", "adviser", "advisor", "delegate", "commissioner"}
)
