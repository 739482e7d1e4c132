"""What noun phrases of names are made of: words of offices, known names, honorifics, capitals, and their links."""

from __future__ import annotations

from functools import cached_property

from store.reading.cues import forms
from store.reading.gazetteer import known
from store.reading.links import CLOSED, LINKS, Element, Links
from store.reading.sentences import SHORTS
from store.reading.tables import classes, office_class, word_class

_NOUNS = classes("nouns")
_HEADS, _GROUPS = office_class("head"), office_class("group")
_INNER = office_class("modifier") | office_class("portfolio")
_MISTERS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir"})
_HEADS_OR_INNER = _HEADS | _INNER
_BODIES = _NOUNS["body"]
_VERBS = word_class("verb")
_PARTICLES, _HONORIFICS = word_class("particle"), word_class("honorific")
_NO_NAME = word_class("no-name")
_ALSO_GIVEN = word_class("also-given")
_WITHIN_NAMES = word_class("honorific-within")
_SIDES = classes("nouns")["side"]
_ROYAL = frozenset({"king", "queen", "prince", "princess", "emperor", "empress", "duke", "duchess", "pope"})
_ALSO_FAMILY = frozenset({"to", "he", "so", "an", "do", "my"})
_GENERALS = frozenset({"senior", "major", "brigadier", "lieutenant", "colonel"})
_AFTER_YANG = frozenset({"berhormat", "amat", "berusaha", "berbahagia", "teramat", "mulia", "di"})
_WHEN = frozenset(
    {"in", "of", "since", "until", "till", "by", "early", "late", "last", "next", "this", "and", "to"}
)
_LONGEST = 40  # elements of a phrase; longer runs of capitals are no name
_ARTICLES = word_class("arabic-article")
_TABLED = _HEADS | _GROUPS | _INNER | _BODIES | _HONORIFICS | _SIDES
_ALSO_TITLES = frozenset({"amir", "emir"})  # … and given names
_PATRONYMS = _ALSO_TITLES | {"sultan"}
# What an element can begin with, beside capitals, hyphenated words and known names; and what never begins one.
OPENING = _TABLED | _PARTICLES
NEVER_OPENING = CLOSED - _ALSO_GIVEN - OPENING - _ALSO_FAMILY


def without_article(low: str) -> str:
    """Return *hadi* for *al-hadi*: the article is written with and without its sign."""
    if "-" not in low:
        return low
    article, _, rest = low.partition("-")
    return rest if rest and article in _ARTICLES else low


class Elements(Links):
    """Reads the elements of one phrase after the other. ``starts`` are the tokens that open a sentence.

    ``written`` are the words of the text: at the start of a sentence a capital says nothing about those that it also
    writes in lower case.
    """

    def elements(self, at: int) -> list[Element]:
        """Return the elements of the phrase that begins at token ``at``; none when no phrase does."""
        low, words, capital = self.tokens.low, self.tokens.words, self.tokens.capital
        found: list[Element] = []
        while at < self.last and len(found) < _LONGEST:
            if found and at in self.starts and self.tokens.words[at - 1] in SHORTS:
                break  # *met in Washington, D.C. Keller said*
            element: Element | None = None
            if low[at] in _TABLED or words[at] in self.known:
                element = self._element(at, found)
            elif capital[at] or low[at] in _PARTICLES or "-" in words[at]:  # most words are none of these
                element = self._name(at)
            if element is not None:
                found.append(element)
                at = element.last
                continue
            onward = self._link(at, found) if found and low[at] in LINKS else 0
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
        general |= low == "general" and tokens.low[at + 1 : at + 2] != [] and tokens.low[at + 1] in _BODIES
        honoured = capital and low in _HONORIFICS and not general and self._honours(at)
        if honoured and not (match and match.last > at + 1):
            dot = at + 1 < self.last and tokens.words[at + 1] in (".", "'", "’")
            if named:
                return Element("name", at, at + 1) if low in _WITHIN_NAMES else None
            return Element("honorific", at, at + 1 + dot)
        if match and match.place.kind == "city" and before and tokens.low[before[-1].first] in _MISTERS:
            return Element("name", at, at + 1)  # *Ms Clark*
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
        if low == "under" and not capital:
            return None  # *the cabinet in Tokyo under Prime Minister X*
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
        if low in CLOSED and len(word) == 1 and more and self._initial(at):
            return Element("name", at, at + 1)
        if low in CLOSED and at not in self.starts and low in _ALSO_GIVEN and self._within_name(at):
            return Element("name", at, at + 1)
        if low == "may" and self._surname(at):
            return Element("name", at, at + 1)
        if low in CLOSED and not (
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

    def _initial(self, at: int) -> bool:
        """Tell whether *A* and *I* are initials here: *A K Antony*, *Minister I K Gujral*."""
        following = self.tokens.words[at + 1]
        another = len(following) == 1 and following.isupper()
        after_office = at > 0 and self.tokens.low[at - 1] in _HEADS and self.tokens.capital[at - 1]
        return at not in self.starts and self.tokens.capital[at + 1] and (another or after_office)

    def _between_office_and_name(self, at: int) -> bool:
        """Tell whether *To* is a family name here: *General Secretary To Lam*, *Vice Premier He Lifeng*."""
        return not self.title and at > 0 and self.tokens.low[at - 1] in _HEADS and self._plain_capital(at + 1)

    def _surname(self, at: int) -> bool:
        """Tell whether *May* stands for who was named in full: *Theresa May … Mrs May said*, *May has said*."""
        low, after = self.tokens.low, self.tokens.low[at + 1] if at + 1 < self.last else "."
        if self.tokens.words[at] != "May" or after[0].isdigit() or not self._a_may:
            return False
        return not (low[at - 1][0].isdigit() or low[at - 1] in _WHEN)

    @cached_property
    def _a_may(self) -> bool:
        """Tell whether somebody of the text has this name: a name or office stands before it, and no day after."""
        tokens = self.tokens
        places = [at for at, word in enumerate(tokens.words) if word == "May"] if self.written["May"] else []
        return any(
            at > 0
            and tokens.capital[at - 1]
            and tokens.low[at - 1] not in CLOSED
            and not "".join(tokens.low[at + 1 : at + 2])[:1].isdigit()
            for at in places
        )

    def _within_name(self, at: int) -> bool:
        """Tell whether a month is a given name here: *Minister Jan Lipavsky*, *Theresa May*."""
        capital, low = self.tokens.capital, self.tokens.low
        after = at + 1 < self.last and capital[at + 1]
        return capital[at - 1] and low[at - 1] not in CLOSED and (after or low[at] in ("may", "jun"))
