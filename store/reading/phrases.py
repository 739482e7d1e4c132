"""Noun phrases that can name someone: offices, names, countries, bodies, groups and pronouns, as they stand.

The phrases are raw: who a role or a pronoun stands for is settled later, against the people of the text.
"""

from __future__ import annotations

from typing import NamedTuple

from store.reading.cues import forms
from store.reading.gazetteer import Match, Place, known
from store.reading.tables import classes, office_class, word_class
from store.reading.tokens import Tokens

PERSON, MAYBE, ROLE, BARE, COUNTRY, BODY, GROUP, PRONOUN, PEOPLE, CITY, NOUN = (
    "person",
    "maybe",
    "role",
    "bare",
    "country",
    "body",
    "group",
    "pronoun",
    "people",
    "city",
    "noun",
)
_OFFICE = classes("offices")
_NOUNS = classes("nouns")
_HEADS, _GROUPS = office_class("head"), office_class("group")
_INNER = office_class("modifier") | office_class("portfolio")
_BODIES, _THINGS, _SIDES = _NOUNS["body"], _NOUNS["thing"], _NOUNS["side"]
_CLOSED = frozenset().union(
    *(word_class(name) for name in ("determiner", "preposition", "conjunction", "subordinator", "pronoun")),
    *(word_class(name) for name in ("auxiliary", "modal", "adverb", "negation", "month", "weekday")),
)
_POSTNOMINALS = word_class("suffix") - {"jr", "sr", "ii", "iii", "iv"}
_VERBS = word_class("verb")
_PARTICLES, _HONORIFICS, _SUFFIXES = word_class("particle"), word_class("honorific"), word_class("suffix")
_DETERMINERS = word_class("before-noun")
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "both", "we", "i"})
_INSTITUTIONS = _NOUNS["institution"]
_ALSO_GIVEN = word_class("also-given")
_SOVEREIGN = office_class("sovereign")
_LONGEST = 40  # elements of a phrase; longer runs of capitals are no name
_SENT_TO = frozenset(
    {"ambassador", "envoy", "representative", "adviser", "advisor", "delegate", "commissioner"}
)


_STARTS = _DETERMINERS | _HEADS | _GROUPS
_ANY = _STARTS | _PRONOUNS | _INNER  # what a phrase can begin with, beside capitals


class Phrase(NamedTuple):
    """A noun phrase, tokens ``first`` to ``last``, exclusive.

    ``kind`` is one of the constants above; ``maybe`` are capitals that may be a name, ``bare``
    an office without article (*general secretary*). ``name`` and ``office`` are the
    tokens of the name and of the office (ranges; empty where there is none); ``country`` is the country named with
    them; ``word`` the word that decides: a head, a pronoun, a known name; ``own`` a possessive before it (*his*).
    """

    first: int
    last: int
    kind: str
    name: tuple[int, int] = (0, 0)
    office: tuple[int, int] = (0, 0)
    country: str | None = None
    word: str = ""
    own: str = ""


def _country(places: list[Place]) -> str | None:
    """Return the country of an office: of *Greek Cypriot* the last, of *French European Affairs* the first."""
    named = [place for place in places if place.country]
    if (
        len(named) > 1
        and all(place.kind == "people" for place in named)
        and named[-1].country != "European Union"
    ):
        return named[-1].country
    return named[0].country if named else None


def _plain(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


class _Element(NamedTuple):
    kind: str  # office, place, honorific, name
    first: int
    last: int
    place: Place | None = None


class Reader:
    """Reads the phrases of a text. ``starts`` are the tokens that open a sentence.

    ``lower`` are the words the text also writes in lower case: at the start of a sentence a capital says nothing
    about those.
    """

    def __init__(self, tokens: Tokens, starts: frozenset[int], lower: frozenset[str]) -> None:
        self.tokens, self.starts, self.lower = tokens, starts, lower
        self.last = 0
        self.title = False

    def phrases(self, first: int, last: int, *, title: bool = False) -> list[Phrase]:
        """Find the phrases of tokens ``first`` to ``last``, in order, never overlapping.

        In a ``title`` verbs have capitals too and are no names: *President Biden Meets …*.
        """
        tokens, found = self.tokens, list[Phrase]()
        low, words = tokens.low, tokens.words
        self.last, self.title, after = last, title, first
        for at in [at for at in range(first, last) if low[at] in _ANY or words[at][0].isupper()]:
            if at < after:
                continue
            if low[at] in _PRONOUNS and not self._counts(at):
                found.append(Phrase(at, at + 1, PRONOUN, word=low[at]))
                continue
            opens = words[at][0].isupper() or low[at] in _STARTS or self._head_follows(at)
            phrase = self._phrase(at) if opens else None
            if phrase is None:
                continue
            if found and (joined := self._named(found[-1], phrase)):
                found[-1] = joined
            else:
                found.append(phrase)
            after = phrase.last
        return found

    def _counts(self, at: int) -> bool:
        """Tell whether *both* stands before a noun here."""
        return self.tokens.low[at] == "both" and at + 1 < self.last and self._noun_ahead(at + 1)

    def _noun_ahead(self, at: int) -> bool:
        low = self.tokens.low
        return any(low[place] in _GROUPS for place in range(at, min(at + 4, self.last)))

    def _named(self, role: Phrase, name: Phrase) -> Phrase | None:
        """Join *the finance minister, Marijke van Dalen*: an office and, after a comma, who holds it."""
        tokens = self.tokens
        if (
            role.kind not in (ROLE, BARE, BODY)
            or name.first != role.last + 1
            or tokens.words[role.last] != ","
        ):
            return None
        if name.kind == MAYBE:
            if name.name[1] - name.name[0] < 2 or role.kind == BODY:
                return None
        elif name.kind != PERSON or (role.kind == BODY and name.office[0] < name.office[1]):
            return None
        after = tokens.low[name.last] if name.last < self.last else "."
        further = tokens.low[name.last + 1] if name.last + 1 < self.last else "."
        if after in ("and", "'s") or (after == "," and further in ("and", "as")):
            return None
        office = name.office if "counterpart" in tokens.low[slice(*role.office)] else role.office
        country = role.country or name.country
        return Phrase(role.first, name.last, PERSON, name.name, office, country, role.word, role.own)

    # -- one phrase --------------------------------------------------------------------------------------------------

    def _phrase(self, first: int) -> Phrase | None:
        tokens, at = self.tokens, first
        determiner = own = ""
        while at < self.last and at < first + 3 and tokens.low[at] in _DETERMINERS and not known(tokens, at):
            determiner = tokens.low[at]
            own = determiner if determiner in _POSSESSIVES else own
            at += 1
        elements = self._elements(at)
        return self._made(first, determiner, own, elements) if elements else None

    def _elements(self, at: int) -> list[_Element]:
        found: list[_Element] = []
        while at < self.last and len(found) < _LONGEST:
            element = self._element(at, found)
            if element is not None:
                found.append(element)
                at = element.last
                continue
            onward = self._link(at, found) if found else 0
            if not onward:
                break
            at = onward
        return found

    def _element(self, at: int, before: list[_Element]) -> _Element | None:
        tokens = self.tokens
        low, word = tokens.low[at], tokens.words[at]
        capital = word[0].isupper()
        named = bool(before) and before[-1].kind == "name"
        match = known(tokens, at) if capital else None
        honoured = capital and low in _HONORIFICS and not (low == "general" and before) and self._honours(at)
        if honoured and not (match and match.last > at + 1):
            dot = at + 1 < self.last and tokens.words[at + 1] in (".", "'", "’")
            return None if named else _Element("honorific", at, at + 1 + dot)
        if match and not (match.last - at == 1 and self._given_name(at)):
            if named:
                return _Element("name", at, at + 1) if match.place.kind in ("city", "capital") else None
            return _Element("place", at, match.last, match.place)
        if named and capital and low in _BODIES:
            return _Element("office", at, at + 1)
        if named or (before and low in _HEADS and self._patronymic(at)):
            return self._name(at)
        if low in _HEADS or low in _GROUPS or (capital and low in _BODIES):
            return _Element("office", at, at + 1)
        if low in _INNER and (capital or self._head_follows(at) or (before and before[-1].kind == "office")):
            return _Element("office", at, at + 1)
        return self._name(at)

    def _patronymic(self, at: int) -> bool:
        """Tell whether *Sultan* is a name here: *King Sultan bin Faisal*."""
        return at + 1 < self.last and self.tokens.low[at + 1] in ("bin", "bint", "ibn", "al")

    def _honours(self, at: int) -> bool:
        """Tell whether an honorific stands before a name or another honorific, and not for itself."""
        following = at + 1
        if self.tokens.low[at] == "tan" and (
            following >= self.last or self.tokens.low[following] not in ("sri", "seri")
        ):
            return False
        if following < self.last and self.tokens.words[following] in (".", "'", "’"):
            following += 1
        return following < self.last and self.tokens.words[following][0].isupper()

    def _given_name(self, at: int) -> bool:
        """Tell whether a country's or city's name is a person's here (*Jordan Brown*)."""
        if self.tokens.low[at] not in _ALSO_GIVEN or self.tokens.low[at - 1] in ("of", "in"):
            return False
        return at + 1 < self.last and self._plain_capital(at + 1)

    def _plain_capital(self, at: int) -> bool:
        if at >= self.last:
            return False
        low, word = self.tokens.low[at], self.tokens.words[at]
        return word[0].isupper() and not (low in _CLOSED or low in _HEADS or low in _INNER or low in _BODIES)

    def _head_follows(self, at: int) -> bool:
        low = self.tokens.low
        for place in range(at, min(at + 5, self.last)):
            if low[place] in _HEADS or low[place] in _GROUPS:
                return True
            if low[place] not in _INNER and low[place] != "and" and not self.tokens.words[place][0].isupper():
                return False
        return False

    def _name(self, at: int) -> _Element | None:
        tokens = self.tokens
        low, word = tokens.low[at], tokens.words[at]
        following = tokens.words[at + 1] if at + 1 < self.last else "-"
        if low in _PARTICLES and (following[0].isupper() or following.lower() in _PARTICLES):
            return _Element("name", at, at + 1)
        if not word[0].isupper() or not word[0].isalpha():
            return None
        if len(word) == 1 and following == ".":
            return _Element("name", at, at + 2)
        if low in _CLOSED and not (low in _ALSO_GIVEN and at not in self.starts and self._within_name(at)):
            return None
        if self.title and (low in _VERBS or low in forms()):
            return None
        if at in self.starts and (low in self.lower or low in forms() or low.endswith(("ing", "ed"))):
            return None
        return _Element("name", at, at + 1)

    def _within_name(self, at: int) -> bool:
        """Tell whether a month is a given name here: *Minister Jan Lipavsky*, *Theresa May*."""
        words, low = self.tokens.words, self.tokens.low
        after = at + 1 < self.last and words[at + 1][0].isupper()
        return words[at - 1][0].isupper() and low[at - 1] not in _CLOSED and (after or low[at] == "may")

    def _link(self, at: int, before: list[_Element]) -> int:
        """Return the token after the connecting words at ``at``, or 0 when the phrase ends here."""
        tokens = self.tokens
        low, previous = tokens.low[at], before[-1]
        if at + 1 >= self.last:
            return 0
        following = tokens.low[at + 1]
        if low == "'s":
            owned = self._office_ahead(at + 1) or (
                self._plain_capital(at + 1) and self._plain_capital(at + 2)
            )
            return at + 1 if previous.kind == "place" and owned else 0
        if low == "." and tokens.low[at - 1] in _SUFFIXES and previous.kind == "name":
            return at + 1
        if low == "," and previous.kind == "name":
            return at + 1 if following in _SUFFIXES and tokens.words[at + 1][0].isupper() else 0
        if previous.kind == "name":
            inner = tokens.low[self._first_name(before) - 1] in ("of", "for", "the") and len(before) > 1
            onward = at + 2 if following == "the" else at + 1
            country = known(tokens, onward) if low == "of" and inner and onward < self.last else None
            return onward if country and country.place.kind == "country" else 0
        if low in ("the", "his", "her", ",") and previous.kind in ("office", "honorific", "place"):
            onward = at + 2 if low == "," and following in ("the", "his", "her") else at + 1
            if onward < self.last and tokens.low[onward] in _HONORIFICS and tokens.words[onward][0].isupper():
                return onward
        if previous.kind != "office":
            return 0
        if low in ("of", "for", "to", "on"):
            if low in ("to", "on") and tokens.low[at - 1] not in _SENT_TO:
                return 0
            onward = at + 2 if following == "the" else at + 1
            return onward if onward < self.last and tokens.words[onward][0].isupper() else 0
        if low == "/":
            return at + 1 if self._office_at(at + 1) else 0
        if low in ("and", "&"):
            onward = at + 2 if following in ("the", "his", "her") else at + 1
            return onward if self._office_at(onward) and self._joined(at, onward) else 0
        if low == "," and tokens.low[at - 1] not in _HEADS and tokens.words[at + 1][0].isupper():
            return at + 1 if following in _OFFICE["portfolio"] else 0
        return 0

    @staticmethod
    def _first_name(before: list[_Element]) -> int:
        first = before[-1].first
        for element in reversed(before):
            if element.kind != "name":
                break
            first = element.first
        return first

    def _office_at(self, at: int) -> bool:
        low = self.tokens.low[at] if at < self.last else ""
        return low in _HEADS or low in _INNER or low in _GROUPS or low in _BODIES

    def _office_ahead(self, at: int) -> bool:
        return self._office_at(at) and (self.tokens.words[at][0].isupper() or self._head_follows(at))

    def _joined(self, at: int, onward: int) -> bool:
        """Tell whether two offices around *and* can be one person's: both capitalised or both not."""
        tokens = self.tokens
        if (
            tokens.words[at - 1][0].isupper() != tokens.words[onward][0].isupper()
            or tokens.low[at - 1] in _GROUPS
        ):
            return False
        return not (self._rank(at - 1, at - 2) and self._rank(onward, onward))

    def _rank(self, at: int, first: int) -> bool:
        """Tell whether nobody holds this office beside another such: *the Prime Minister and President X*."""
        low = self.tokens.low
        return low[at] in _SOVEREIGN or (
            low[first] == "prime" and first + 1 < self.last and low[first + 1] == "minister"
        )

    # -- what the elements make --------------------------------------------------------------------------------------

    def _made(self, first: int, determiner: str, own: str, elements: list[_Element]) -> Phrase | None:
        names = len(elements)
        while names and elements[names - 1].kind == "name":
            names -= 1
        if names < len(elements):
            names += self._qualifiers(elements, names)
        if names < len(elements):
            return self._person(first, own, elements, names)
        return self._unnamed(first, determiner, own, elements)

    def _qualifiers(self, elements: list[_Element], names: int) -> int:
        """Return how many capitals right after *of* still belong to the office (*Minister of the Transition*)."""
        if not names or elements[names - 1].kind != "office":
            return 0
        between = self.tokens.low[elements[names - 1].last : elements[names].first]
        if not between or between[0] not in ("of", "for", "to", "on"):
            return 0
        return len(elements) - names if "the" in between or len(elements) - names < 3 else 1

    def _person(self, first: int, own: str, elements: list[_Element], names: int) -> Phrase | None:
        tokens = self.tokens
        if any(tokens.low[e.first] in _THINGS for e in elements[names:]):
            return None
        before, last = elements[:names], elements[-1].last
        end = self._name_end(elements[names].first, last)
        name = (elements[names].first, end)
        heads = [tokens.low[e.first] for e in before if e.kind == "office" and tokens.low[e.first] in _HEADS]
        titled = bool(heads) or any(e.kind == "honorific" for e in before)
        country = _country([e.place for e in before if e.place])
        after = self._of_country(last)
        if after:
            last, country = after.last, country or after.place.country
        offices = [e for e in before if e.kind in ("office", "place")]
        span = (offices[0].first, offices[-1].last) if heads and offices else (0, 0)
        return Phrase(
            first, last, PERSON if titled else MAYBE, name, span, country, heads[0] if heads else "", own
        )

    def _name_end(self, first: int, last: int) -> int:
        """Return where a name ends: before *MP*, after *Jr.*, and before it starts again (*Han Bo Han*)."""
        low = self.tokens.low
        for at in range(first + 1, last):
            if len(low[at]) > 1 and low[at] in low[first:at]:
                return at
        end = last
        while end > first + 1 and low[end - 1] in _POSTNOMINALS:
            end -= 1
        return (
            end + 1 if end == last < self.last and low[end - 1] in ("jr", "sr") and low[end] == "." else end
        )

    def _unnamed(self, first: int, determiner: str, own: str, elements: list[_Element]) -> Phrase | None:
        tokens, last = self.tokens, elements[-1].last
        office = [e for e in elements if e.kind == "office"]
        span = (elements[0].first, last)
        country = _country([e.place for e in elements if e.place])
        heads = [tokens.low[e.first] for e in office if tokens.low[e.first] in _HEADS]
        group = next((tokens.low[e.first] for e in office if tokens.low[e.first] in _GROUPS), "")
        if group and (not heads or group in heads):
            word = f"{determiner} {group}".strip()
            return Phrase(first, last, GROUP, office=span, country=country, word=word, own=own)
        if office and not heads and any(tokens.low[e.first] in _BODIES for e in office):
            return Phrase(first, last, BODY, name=span, country=country)
        if heads:
            named = determiner or country or tokens.words[office[0].first][0].isupper()
            return Phrase(first, last, ROLE if named else BARE, (0, 0), span, country, heads[0], own)
        places = [e.place for e in elements if e.place]
        return None if not places or office else self._place(first, last, places[-1])

    def _place(self, first: int, last: int, place: Place) -> Phrase:
        tokens = self.tokens
        side = last < self.last and tokens.low[last] in _SIDES
        if side and place.kind in ("people", "country"):
            return Phrase(first, last + 1, COUNTRY, country=place.country, word=place.name)
        if last + 1 < self.last and tokens.low[last] == "'s" and tokens.low[last + 1] in _SIDES:
            return Phrase(first, last + 2, COUNTRY, country=place.country, word=place.name)
        if place.kind == "people":
            return Phrase(first, last, PEOPLE, country=place.country, word=place.name)
        if place.kind == "body":
            end = self._of_country(last)
            return Phrase(first, end.last if end else last, BODY, country=place.country, word=place.name)
        if place.kind == "metonym" and tokens.low[last - 1] in _INSTITUTIONS:
            return Phrase(first, last, BODY, country=place.country, word=_plain(tokens.slice(first, last)))
        kind = CITY if place.kind == "city" else COUNTRY
        return Phrase(first, last, kind, country=place.country, word=place.name)

    def _of_country(self, at: int) -> Match | None:
        tokens = self.tokens
        if at + 1 >= self.last or tokens.low[at] != "of":
            return None
        onward = at + 2 if tokens.low[at + 1] == "the" and at + 2 < self.last else at + 1
        match = known(tokens, onward)
        return match if match and match.place.kind == "country" else None
