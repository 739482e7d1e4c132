"""What noun phrases of names are made of: words of offices, known names, honorifics, capitals, and their links."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from store.reading.cues import forms
from store.reading.gazetteer import Place, index, known
from store.reading.tables import classes, office_class, word_class
from store.reading.tokens import Tokens

_OFFICE = classes("offices")
_NOUNS = classes("nouns")
_HEADS, _GROUPS = office_class("head"), office_class("group")
_INNER = office_class("modifier") | office_class("portfolio")
_HEADS_OR_INNER = _HEADS | _INNER
_BODIES = _NOUNS["body"]
_CLOSED = frozenset().union(
    *(word_class(name) for name in ("determiner", "preposition", "conjunction", "subordinator", "pronoun")),
    *(word_class(name) for name in ("auxiliary", "modal", "adverb", "negation", "month", "weekday")),
)
_VERBS = word_class("verb")
_PARTICLES, _HONORIFICS, _SUFFIXES = word_class("particle"), word_class("honorific"), word_class("suffix")
_NO_NAME = word_class("no-name")
_ALSO_GIVEN = word_class("also-given")
_WITHIN_NAMES = word_class("honorific-within")
_SOVEREIGN = office_class("sovereign")
_SIDES = classes("nouns")["side"]
_ROYAL = frozenset({"king", "queen", "prince", "princess", "emperor", "empress", "duke", "duchess", "pope"})
_ALSO_FAMILY = frozenset({"to", "he", "so", "an", "do", "my"})
_GENERALS = frozenset({"senior", "major", "brigadier", "lieutenant", "colonel"})
_AFTER_YANG = frozenset({"berhormat", "amat", "berusaha", "berbahagia", "teramat", "mulia", "di"})
_PEERS = frozenset({"lord", "lady", "baroness", "viscount"})  # … *Ahmad of Wimbledon*
_BRACKET = 7  # tokens that a portfolio in brackets takes
_LONGEST = 40  # elements of a phrase; longer runs of capitals are no name
_SENT_TO = frozenset(
    {"ambassador", "envoy", "representative", "adviser", "advisor", "delegate", "commissioner"}
)
_ARTICLES = word_class("arabic-article")
_TABLED = _HEADS | _GROUPS | _INNER | _BODIES | _HONORIFICS | _SIDES
_ALSO_TITLES = frozenset({"amir", "emir"})  # … and given names
_PATRONYMS = _ALSO_TITLES | {"sultan"}
# What an element can begin with, beside capitals, hyphenated words and known names; and what never begins one.
OPENING = _TABLED | _PARTICLES
NEVER_OPENING = _CLOSED - _ALSO_GIVEN - OPENING - _ALSO_FAMILY
_MARKS = frozenset({"“", '"', "‘"})
_CLOSING = (["”"], ['"'], ["’"], ["'"])
_LINKS = _MARKS | frozenset(
    {"'s", ".", ",", "of", "for", "to", "on", "the", "his", "her", "/", "and", "&", "(", "'", "’"}
)


def without_article(low: str) -> str:
    """Return *hadi* for *al-hadi*: the article is written with and without its sign."""
    if "-" not in low:
        return low
    article, _, rest = low.partition("-")
    return rest if rest and article in _ARTICLES else low


@dataclass(slots=True)
class Element:
    """Tokens ``first`` to ``last`` of a phrase: an ``office``, a known ``place``, an ``honorific`` or a ``name``."""

    kind: str
    first: int
    last: int
    place: Place | None = None


class Elements:
    """Reads the elements of one phrase after the other. ``starts`` are the tokens that open a sentence.

    ``written`` are the words of the text: at the start of a sentence a capital says nothing about those that it also
    writes in lower case.
    """

    def __init__(self, tokens: Tokens, starts: frozenset[int], written: Counter[str]) -> None:
        self.tokens, self.starts, self.written = tokens, starts, written
        self.known = index()
        self.last = 0
        self.title = False
        self.apposed = False  # the phrase is the office of the name before it: *X, President of Peru, …*

    def elements(self, at: int) -> list[Element]:
        """Return the elements of the phrase that begins at token ``at``; none when no phrase does."""
        low, words, capital = self.tokens.low, self.tokens.words, self.tokens.capital
        found: list[Element] = []
        while at < self.last and len(found) < _LONGEST:
            element: Element | None = None
            if low[at] in _TABLED or words[at] in self.known:
                element = self._element(at, found)
            elif capital[at] or low[at] in _PARTICLES or "-" in words[at]:  # most words are none of these
                element = self._name(at)
            if element is not None:
                found.append(element)
                at = element.last
                continue
            onward = self._link(at, found) if found and low[at] in _LINKS else 0
            if not onward:
                break
            at = onward
        return found

    def _element(self, at: int, before: list[Element]) -> Element | None:
        tokens = self.tokens
        low = tokens.low[at]
        match = known(tokens, at) if tokens.words[at] in self.known else None
        capital = tokens.capital[at]
        named = bool(before) and before[-1].kind == "name"
        general = low == "general" and bool(before) and tokens.low[at - 1] not in _GENERALS  # of a secretary
        honoured = capital and low in _HONORIFICS and not general and self._honours(at)
        if honoured and not (match and match.last > at + 1):
            dot = at + 1 < self.last and tokens.words[at + 1] in (".", "'", "’")
            if named:
                return Element("name", at, at + 1) if low in _WITHIN_NAMES else None
            return Element("honorific", at, at + 1 + dot)
        after_office = bool(before) and before[-1].kind == "office"
        if match and not (match.last - at == 1 and self._given_name(at, after_office=after_office)):
            if named:
                return Element("name", at, at + 1) if match.place.kind in ("city", "capital") else None
            return Element("place", at, match.last, match.place)
        if named and capital and low in _BODIES:
            return Element("office", at, at + 1)
        if named and len(before) == 1 and capital and self._titles(at):
            return Element("office", at, at + 1)  # *Kajiado Senator Gideon Lema*
        if named or (before and low in _HEADS and self._patronymic(at, after_office=after_office)):
            return self._name(at)
        if low in _HEADS or low in _GROUPS or (capital and low in _BODIES):
            return Element("office", at, at + 1)
        headed = low == "government" and bool(before) and tokens.low[before[0].first] in ("head", "heads")
        if headed:
            return Element("office", at, at + 1)
        if before and before[-1].kind == "place" and low in _SIDES and not self._spokes(at + 1):
            return None  # *the Russian delegation* is Russia
        if low in _INNER and (
            capital or self._head_follows(at) or (before and before[-1].kind in ("office", "place"))
        ):
            return Element("office", at, at + 1)
        return self._name(at)

    def _titles(self, at: int) -> bool:
        """Tell whether the capitals from ``at`` are an office and then a name."""
        begin = at
        while at < self.last and self.tokens.capital[at] and self.tokens.low[at] in _HEADS_OR_INNER:
            at += 1
        return at > begin and self.tokens.low[at - 1] in _HEADS - _PATRONYMS and self._plain_capital(at)

    def _spokes(self, at: int) -> bool:
        """Tell *the Rwandan government spokesman X* from the government."""
        return at < self.last and self.tokens.low[at].startswith("spokes")

    def _patronymic(self, at: int, *, after_office: bool) -> bool:
        """Tell whether *Sultan* is a name here: *King Sultan bin Faisal*, *his counterpart Amir Khan*."""
        if after_office and self.tokens.low[at] in _ALSO_TITLES and self.tokens.low[at - 1] != "the":
            return True
        if self.tokens.low[at] not in _PATRONYMS:
            return False
        return at + 1 < self.last and self.tokens.low[at + 1] in ("bin", "bint", "ibn", "al")

    def _honours(self, at: int) -> bool:
        """Tell whether an honorific stands before a name or another honorific, and not for itself."""
        following = at + 1
        if self.tokens.low[at] == "yang":  # also a Chinese family name
            return following < self.last and self.tokens.low[following] in _AFTER_YANG
        if self.tokens.low[at] == "tan" and (
            following >= self.last or self.tokens.low[following] not in ("sri", "seri")
        ):
            return False
        if following < self.last and self.tokens.words[following] in (".", "'", "’"):
            following += 1
        if following < self.last and self.tokens.words[following] == "(":
            return self._after_bracket(following) > 0
        return following < self.last and self.tokens.capital[following]

    def _given_name(self, at: int, *, after_office: bool) -> bool:
        """Tell whether a country's or city's name is a person's here: *Jordan Brown*, *Secretary Aden Duale*."""
        if self.tokens.low[at - 1] in ("of", "in", "for"):
            return False
        if after_office and self.tokens.low[at - 1] in _ROYAL:
            return True  # *Crown Princess Victoria*
        holds = after_office and self.tokens.low[at - 1] in _HEADS_OR_INNER and not self._head_follows(at)
        if self.tokens.low[at] not in _ALSO_GIVEN and not holds:
            return False
        return at + 1 < self.last and self._plain_capital(at + 1)

    def _plain_capital(self, at: int) -> bool:
        if at >= self.last:
            return False
        low = self.tokens.low[at]
        return self.tokens.capital[at] and not (
            low in _CLOSED or low in _HEADS or low in _INNER or low in _BODIES
        )

    def _head_follows(self, at: int) -> bool:
        low = self.tokens.low
        for place in range(at, min(at + 5, self.last)):
            if low[place] in _HEADS or low[place] in _GROUPS:
                return True
            if low[place] not in _INNER and low[place] != "and" and not self.tokens.capital[place]:
                return False
        return False

    def _name(self, at: int) -> Element | None:
        tokens = self.tokens
        low, word = tokens.low[at], tokens.words[at]
        more = at + 1 < self.last
        if low in _PARTICLES and more and (tokens.capital[at + 1] or tokens.low[at + 1] in _PARTICLES):
            return Element("name", at, at + 1)
        capital = word[-len(without_article(low)) :][0].isupper() if "-" in low else tokens.capital[at]
        if not capital or not word[0].isalpha() or word[-1].isdigit():
            return None
        if len(word) == 1 and more and tokens.words[at + 1] == ".":
            return Element("name", at, at + 2)
        if low in _CLOSED and at not in self.starts and low in _ALSO_GIVEN and self._within_name(at):
            return Element("name", at, at + 1)
        if low in _CLOSED and not (
            low in _ALSO_FAMILY and word[1:].islower() and self._between_office_and_name(at)
        ):
            return None
        if low in _NO_NAME:
            return None
        if self.title and (low in _VERBS or low in forms()):
            return None
        if at in self.starts and (
            (low in self.written and low[0].islower())
            or low in forms()
            or (low.endswith(("ing", "ed")) and self.written[word] < 2)  # … but *Castaing*
        ):
            return None
        return Element("name", at, at + 1)

    def _between_office_and_name(self, at: int) -> bool:
        """Tell whether *To* is a family name here: *General Secretary To Lam*, *Vice Premier He Lifeng*."""
        return not self.title and at > 0 and self.tokens.low[at - 1] in _HEADS and self._plain_capital(at + 1)

    def _within_name(self, at: int) -> bool:
        """Tell whether a month is a given name here: *Minister Jan Lipavsky*, *Theresa May*."""
        capital, low = self.tokens.capital, self.tokens.low
        after = at + 1 < self.last and capital[at + 1]
        return capital[at - 1] and low[at - 1] not in _CLOSED and (after or low[at] in ("may", "jun"))

    def _link(self, at: int, before: list[Element]) -> int:
        """Return the token after the connecting word at ``at`` (of `_LINKS`), or 0 when the phrase ends here."""
        tokens = self.tokens
        low, previous = tokens.low[at], before[-1]
        if at + 1 >= self.last:
            return 0
        following = tokens.low[at + 1]
        if low == "'s":
            owned = (
                self._office_ahead(at + 1)
                or self._sent_to_body(at + 1)
                or (self._plain_capital(at + 1) and self._plain_capital(at + 2))
            )
            return at + 1 if previous.kind == "place" and owned else 0
        if low == "." and tokens.low[at - 1] in _SUFFIXES and previous.kind == "name":
            return at + 1
        if previous.kind == "name" and low in _MARKS:  # *Joko “Jokowi” Widodo*
            nickname = self._plain_capital(at + 1) and tokens.low[at + 2 : at + 3] in _CLOSING
            return at + 3 if nickname and self._plain_capital(at + 3) else 0
        if low == "," and previous.kind == "name":
            return at + 1 if following in _SUFFIXES and tokens.capital[at + 1] else 0
        if low in ("'", "’"):
            workers = previous.kind == "office" and self._office_at(at + 1) and tokens.capital[at + 1]
            return at + 1 if workers else 0
        if previous.kind == "name":
            if low == "of" and tokens.low[before[0].first] in _PEERS and self._plain_capital(at + 1):
                return at + 1
            inner = tokens.low[self._first_name(before) - 1] in ("of", "for", "the") and len(before) > 1
            onward = at + 2 if following == "the" else at + 1
            country = known(tokens, onward) if low == "of" and inner and onward < self.last else None
            return onward if country and country.place.kind == "country" else 0
        if low in ("the", "his", "her", ",") and previous.kind in ("office", "honorific", "place"):
            if low == "," and (self.apposed or not any(tokens.low[e.first] in _HEADS for e in before)):
                return 0  # *the Committee, Dr Nkansah*: a body is nobody's office
            onward = at + 2 if low == "," and following in ("the", "his", "her") else at + 1
            if onward < self.last and tokens.low[onward] in _HONORIFICS and tokens.capital[onward]:
                return onward
        if low == "(":
            return self._after_bracket(at) if previous.kind in ("office", "honorific") else 0
        if low == "for" and previous.kind == "place" and len(before) > 1:
            return at + 1 if self._office_at(at + 1) and tokens.capital[at + 1] else 0
        if previous.kind != "office":
            return 0
        if low in ("of", "for", "to", "on"):
            if low in ("to", "on") and tokens.low[at - 1] not in _SENT_TO:
                return 0
            if tokens.low[at - 1] in ("head", "heads") and following in ("state", "government", "diplomacy"):
                return at + 1
            onward = at + 2 if following == "the" else at + 1
            return onward if onward < self.last and tokens.capital[onward] else 0
        if low == "/":
            return at + 1 if self._office_at(at + 1) else 0
        if low in ("and", "&"):
            two = tokens.low[before[0].first - 1] == "the" and self._names_holder(at + 1)
            return at + 1 if self._office_at(at + 1) and self._joined(at, at + 1) and not two else 0
        if low == "," and tokens.low[at - 1] not in _HEADS and tokens.capital[at + 1]:
            return at + 1 if following in _OFFICE["portfolio"] else 0
        return 0

    def _after_bracket(self, at: int) -> int:
        """Return the token after *(Foreign Affairs)* between an office and its holder; 0 if it is none such."""
        tokens = self.tokens
        for place in range(at + 1, min(at + _BRACKET, self.last - 1)):
            if tokens.low[place] == ")":
                return place + 1 if place > at + 1 and self._plain_capital(place + 1) else 0
            if not tokens.capital[place] and tokens.low[place] not in ("and", "&"):
                return 0
        return 0

    @staticmethod
    def _first_name(before: list[Element]) -> int:
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
        return self._office_at(at) and (self.tokens.capital[at] or self._head_follows(at))

    def _sent_to_body(self, at: int) -> bool:
        """Tell *Turkey's U.N. ambassador* by the body at ``at`` and the office after it."""
        match = known(self.tokens, at) if self.tokens.words[at] in self.known else None
        return match is not None and match.place.kind == "body" and self._office_ahead(match.last)

    def _names_holder(self, at: int) -> bool:
        """Tell whether an office at ``at`` is followed by a name: *the Deputy Secretary and Foreign Minister Nam*."""
        while at < self.last and self._office_at(at):
            at += 1
        return self._plain_capital(at)

    def _joined(self, at: int, onward: int) -> bool:
        """Tell whether two offices around *and* can be one person's: both capitalised or both not."""
        tokens = self.tokens
        if tokens.capital[at - 1] != tokens.capital[onward] or tokens.low[at - 1] in _GROUPS:
            return False
        if tokens.words[at - 1].isupper() and self._names_holder(onward):
            return False  # *EAM and Foreign Minister X co-chaired*
        return not (self._rank(at - 1, at - 2) and self._rank(onward, onward))

    def _rank(self, at: int, first: int) -> bool:
        """Tell whether nobody holds this office beside another such: *the Prime Minister and President X*."""
        low = self.tokens.low
        return low[at] in _SOVEREIGN or (
            low[first] == "prime" and first + 1 < self.last and low[first + 1] == "minister"
        )
