"""Noun phrases that can name someone: offices, names, countries, bodies, groups and pronouns, as they stand.

The phrases are raw: who a role or a pronoun stands for is settled later, against the people of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from store.reading.cues import forms
from store.reading.elements import NEVER_OPENING, OPENING, without_article
from store.reading.making import Making
from store.reading.phrase import (
    BARE,
    BODY,
    CITY,
    COUNTRY,
    MAYBE,
    PERSON,
    PRONOUN,
    ROLE,
    Phrase,
)
from store.reading.tables import office_class, word_class
from store.reading.tokens import Tokens, joined

_OPENING = 12  # tokens before a role, within the words that open a sentence
_ADVERBS = word_class("adverb")

_HEADS, _GROUPS = office_class("head"), office_class("group")
_INNER = office_class("modifier") | office_class("portfolio")
_DETERMINERS = word_class("before-noun")
_HOUSES_FIRST = frozenset({"qasr", "villa", "palazzo", "palais", "schloss", "casa", "dar", "bayt"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "both", "we", "i"})
_GAP = 7  # words between an office and its holder: *the head of the army's delegation, Admiral X*


_STARTS = _DETERMINERS | _HEADS | _GROUPS
_ANY = _STARTS | _PRONOUNS | _INNER  # what a phrase can begin with, beside capitals
_PARTICLES = frozenset(
    {"von", "van", "de", "di", "da", "del", "du", "la", "le", "al", "el", "bin", "ibn", "dos"}
)
_ALL_PARTICLES = word_class("particle")
_BEGINNING = _ANY | _PARTICLES
_NEVER = NEVER_OPENING - _ANY
_DETERMINED = frozenset({"men", "women"}) | OPENING | _DETERMINERS | {"latter", "former", "host"}


def _with_article(word: str) -> bool:
    """Tell a name that begins with its article in small letters: *al-Mahmeed*."""
    return "-" in word and word[0] in "ae" and without_article(word)[:1].isupper()


class Reader(Making):
    """Reads the phrases of a text."""

    def __init__(self, tokens: Tokens, starts: frozenset[int], written: Counter[str]) -> None:
        super().__init__(tokens, starts, written)
        low = tokens.low  # a phrase can begin with these:
        places = [at for at, capital in enumerate(tokens.capital) if capital or low[at] in _BEGINNING]
        with_article = [at for at in joined(tokens) if _with_article(tokens.words[at])]
        self.places = sorted({*places, *with_article}) if with_article else places

    def phrases(self, first: int, last: int, *, title: bool = False) -> list[Phrase]:
        """Find the phrases of tokens ``first`` to ``last``, in order, never overlapping.

        In a ``title`` verbs have capitals too and are no names: *President Biden Meets …*.
        """
        found: list[Phrase] = []
        low, capital = self.tokens.low, self.tokens.capital
        self.last, self.title, after, apposed = last, title, first, False
        for at in self.places[bisect_left(self.places, first) : bisect_left(self.places, last)]:
            if at < after:
                continue
            if low[at] in _PRONOUNS and not self._counts(at):
                after = at + 3 if low[at : at + 3] == ["both", "of", "them"] else at + 1
                found.append(Phrase(at, after, PRONOUN, word=low[at]))
                continue
            if self._hopeless(at):
                continue
            if low[at] in _HOUSES_FIRST and low[at - 1] == "at":
                after = (
                    at + 2 + (low[at + 1 : at + 2] == ["al"])
                )  # *received at Qasr Al Watan X, Prime Minister of …*
                continue
            self.apposed = self._follows_name(found, at)
            named = capital[at] or _with_article(self.tokens.words[at]) or self._by_particle(at)
            opens = named or low[at] in _STARTS or self._head_follows(at)
            phrase = self._phrase(at) if opens else None
            if phrase is None or (phrase.kind == MAYBE and self._bracketed(at)):
                continue
            joined = self._member(found[-1], phrase) if found else None
            if joined is None and found and (not apposed or self._has_office(found[:-1])):
                at_post = len(found) > 1 and self._posted(found[-2], found[-1])
                joined = self._named(found[-2 if at_post else -1], phrase)
                if joined is not None and at_post:
                    place = found.pop()  # *the UN coordinator in Dili, Catherine Mbeki,*
                    if low[place.first - 1] == "from":  # *her counterpart from Chile, Paul Tan,*
                        joined = replace(joined, country=place.country)
            if joined is not None:
                found[-1] = joined
            else:
                found.append(phrase)
            apposed, after = self.apposed, phrase.last
        return found

    def _bracketed(self, at: int) -> bool:
        """Tell the short name after a long one: *the head of the Peace Agency (PA), Ann Hill, said*."""
        return self.tokens.words[at - 1 : at + 2 : 2] == ["(", ")"] and self.tokens.words[at].isupper()

    def _posted(self, role: Phrase, place: Phrase) -> bool:
        """Tell an office and where it is held: *the UN coordinator in Dili*."""
        between = self.tokens.low[role.last : place.first]
        return (
            role.kind in (ROLE, BARE)
            and place.kind in (CITY, COUNTRY)
            and between in (["in"], ["to"], ["at"], ["from"])
        )

    @staticmethod
    def _has_office(found: list[Phrase]) -> bool:
        """Tell whether the name before an office has its own: *Prime Minister X, the President of Peru, Y, met*."""
        return bool(found) and found[-1].office[0] < found[-1].office[1]

    def _by_particle(self, at: int) -> bool:
        """Tell whether a family's name begins with a small word at ``at``: *“…,” von der Leyen said*."""
        low = self.tokens.low
        if low[at] not in _PARTICLES or self.tokens.capital[at - 1]:  # *Davao del Norte*
            return False
        while at < self.last - 1 and low[at] in _ALL_PARTICLES and not self.tokens.capital[at]:
            at += 1
        return self._plain_capital(at)

    def _hopeless(self, at: int) -> bool:
        """Tell at a glance that no name follows, as after most articles: *the importance*, *In a word*."""
        tokens, following = self.tokens, at + 1
        if tokens.low[at] not in _DETERMINERS:
            return tokens.low[at] in _NEVER and tokens.words[at] not in self.known
        if following >= self.last or tokens.capital[following]:
            return following >= self.last
        word = tokens.words[following]
        return tokens.low[following] not in _DETERMINED and "-" not in word and not word.isdigit()

    def _counts(self, at: int) -> bool:
        """Tell whether *both* stands before a noun here."""
        return self.tokens.low[at] == "both" and at + 1 < self.last and self._noun_ahead(at + 1)

    def _noun_ahead(self, at: int) -> bool:
        low = self.tokens.low
        return low[at] in ("men", "women") or any(
            low[place] in _GROUPS for place in range(at, min(at + 4, self.last))
        )

    def _member(self, role: Phrase, name: Phrase) -> Phrase | None:
        """Join *Member of the Political Bureau and Foreign Minister Shao Yunfei*: both are his."""
        joins = role.kind in (ROLE, BARE) and role.word == "member" and role.own == ""
        if not joins or name.kind != PERSON or self.tokens.low[role.last : name.first] != ["and"]:
            return None
        return replace(name, first=role.first, country=name.country or role.country)

    def _follows_name(self, found: list[Phrase], at: int) -> bool:
        """Tell whether what begins at ``at`` is the office of the name before: *X, President of Peru, Y, …*."""
        if not found or found[-1].last != at - 1 or self.tokens.words[at - 1] != ",":
            return False
        return found[-1].kind in (PERSON, MAYBE)

    def _in_opening(self, at: int) -> bool:
        """Tell whether token ``at`` stands in words before a main clause: *Handing the list to the President, …*."""
        begin = next(
            (place for place in range(at - 1, max(at - _OPENING, 0) - 1, -1) if place in self.starts), at
        )
        low = self.tokens.low[begin]
        return begin < at and (low.endswith("ing") or low in ("in", "during", "at", "after"))

    def _named(self, role: Phrase, name: Phrase) -> Phrase | None:
        """Join *the finance minister, Marijke van Dalen*: an office and, after a comma, who holds it."""
        tokens = self.tokens
        if role.kind not in (ROLE, BARE, BODY) or tokens.words[name.first - 1] != ",":
            return None
        if tokens.low[max(role.first - 2, 0) : role.first] == ["according", "to"]:
            return None
        if role.kind == BODY and tokens.low[role.first - 1] in ("on", "of", "for", "in"):
            return None  # *the ranking member on the Committee, Yaw Nkansah*
        between = tokens.low[role.last : name.first - 1]
        if between and not (
            between[0] in ("of", "for", "at", "in", "on", "from")
            and len(between) <= _GAP
            and "," not in between
        ):
            return None
        if name.kind == MAYBE:
            if name.name[1] - name.name[0] < 2 or role.kind == BODY:
                return None
        elif name.kind != PERSON or (role.kind == BODY and name.office[0] < name.office[1]):
            return None
        after = tokens.low[name.last] if name.last < self.last else "."
        further = tokens.low[name.last + 1] if name.last + 1 < self.last else "."
        another = name.last + 2
        another += not _DETERMINERS.isdisjoint(tokens.low[another : another + 1])
        if after in ("and", "'s") or (after == "," and further == "as"):
            return None
        titled = name.office[0] < name.office[1]
        acts = after in forms() or after in _ADVERBS
        parted = name.word != role.word if titled else self._in_opening(role.first)
        if acts and parted and tokens.low[role.first - 1] in ("with", "from", "to"):
            return None  # *In his meeting with the new ambassador, President Rouhani said*
        goes_on = (
            tokens.words[min(name.last + 2, self.last - 1)] in forms()
        )  # *…, Ana Keller, and expressed …*
        if after == "," and further == "and" and not goes_on and (titled or not self._office_at(another)):
            return None  # *the minister, Ana Keller, and …* lists three, unless a title follows
        office = name.office if titled and "counterpart" in tokens.low[slice(*role.office)] else role.office
        country = role.country or name.country
        return Phrase(role.first, name.last, PERSON, name.name, office, country, role.word, role.own)
