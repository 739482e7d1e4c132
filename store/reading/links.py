"""What links the elements of a noun phrase: *of*, *and*, *'s*, commas, brackets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from store.reading.gazetteer import Place, index, known
from store.reading.tables import classes, office_class, word_class
from store.reading.tokens import Tokens

_NOUNS = classes("nouns")
_PORTFOLIOS, _PREPOSITIONS = office_class("portfolio"), frozenset({"of", "for", "to", "on"})
_TO_STYLE = frozenset({"the", "his", "her", ","})
_HEADS, _GROUPS = office_class("head"), office_class("group")
_INNER = office_class("modifier") | office_class("portfolio")
_BODIES = _NOUNS["body"]
CLOSED = frozenset().union(
    *(word_class(name) for name in ("determiner", "preposition", "conjunction", "subordinator", "pronoun")),
    *(word_class(name) for name in ("auxiliary", "modal", "adverb", "negation", "month", "weekday")),
)
_HONORIFICS, _SUFFIXES = word_class("honorific"), word_class("suffix")
_SOVEREIGN = office_class("sovereign")
_PEERS = frozenset({"lord", "lady", "baroness", "viscount"})  # … *Ahmad of Wimbledon*
_BRACKET = 7  # tokens that a portfolio in brackets takes
_SENT_TO = frozenset(
    {"aide", "ambassador", "envoy", "representative", "adviser", "advisor", "delegate", "commissioner"}
)
_MARKS = frozenset({"“", '"', "‘"})
_CLOSING = (["”"], ['"'], ["’"], ["'"])
LINKS = _MARKS | frozenset(
    {"'s", ".", ",", "of", "for", "to", "on", "the", "his", "her", "/", "and", "&", "(", "'", "’"}
)


@dataclass(slots=True)
class Element:
    """Tokens ``first`` to ``last`` of a phrase: an ``office``, a known ``place``, an ``honorific`` or a ``name``."""

    kind: str
    first: int
    last: int
    place: Place | None = None


class Links:
    """Tells for one text whether a phrase goes on over a connecting word."""

    def __init__(self, tokens: Tokens, starts: frozenset[int], written: Counter[str]) -> None:
        self.tokens, self.starts, self.written = tokens, starts, written
        self.known = index()
        self.last = 0
        self.title = False
        self.apposed = False  # the phrase is the office of the name before it: *X, President of Peru, …*

    def _plain_capital(self, at: int) -> bool:
        if at >= self.last:
            return False
        low = self.tokens.low[at]
        return self.tokens.capital[at] and not (
            low in CLOSED or low in _HEADS or low in _INNER or low in _BODIES
        )

    def _head_follows(self, at: int) -> bool:
        low = self.tokens.low
        for place in range(at, min(at + 5, self.last)):
            if low[place] in _HEADS or low[place] in _GROUPS:
                return True
            if low[place] not in _INNER and low[place] != "and" and not self.tokens.capital[place]:
                return False
        return False

    def _link(self, at: int, before: list[Element]) -> int:
        """Return the token after the connecting word at ``at`` (of `LINKS`), or 0 when the phrase ends here.

        So do the methods that know what can stand after a name, an office and a place.
        """
        if at + 1 >= self.last:
            return 0
        kind = before[-1].kind
        if kind == "name":
            return self._after_name(at, before)
        if styled := self._before_style(at, before):
            return styled
        if kind == "office":
            return self._after_office(at, before)
        return self._after_place(at, before) if kind == "place" else self._after_bracket(at)

    def _after_name(self, at: int, before: list[Element]) -> int:
        """Link *Joseph Hale, Jr.*, *Joko “Jodo” Widarto*, *Lord Hale of Winton*, *Minister for Trade X of Chile*."""
        low, capital = self.tokens.low, self.tokens.capital
        word, following = low[at], low[at + 1]
        if word == ".":
            return at + 1 if low[at - 1] in _SUFFIXES else 0
        if word == ",":
            return at + 1 if following in _SUFFIXES and capital[at + 1] else 0
        if word in _MARKS:
            nickname = self._plain_capital(at + 1) and low[at + 2 : at + 3] in _CLOSING
            return at + 3 if nickname and self._plain_capital(at + 3) else 0
        if word != "of":
            return 0
        if low[before[0].first] in _PEERS and self._plain_capital(at + 1):
            return at + 1
        onward = at + 2 if following == "the" else at + 1
        inner = len(before) > 1 and low[self._first_name(before) - 1] in ("of", "for", "the")
        country = known(self.tokens, onward) if inner and onward < self.last else None
        return onward if country and country.place.kind == "country" else 0

    def _before_style(self, at: int, before: list[Element]) -> int:
        """Link *the Minister, H.E. Dr Ana Keller*: an office and the styles of its holder."""
        low = self.tokens.low
        if low[at] not in _TO_STYLE:
            return 0
        if low[at] == "," and (self.apposed or not any(low[e.first] in _HEADS for e in before)):
            return 0  # *the Committee, Dr Nkansah*: a body is nobody's office
        onward = at + 2 if low[at] == "," and low[at + 1] in _TO_STYLE else at + 1
        styled = onward < self.last and low[onward] in _HONORIFICS and self.tokens.capital[onward]
        return onward if styled else 0

    def _after_place(self, at: int, before: list[Element]) -> int:
        """Link *Brazil's President*, *Turkey's U.N. ambassador*, *Aide to the President of Chile for Trade*."""
        word, capital = self.tokens.low[at], self.tokens.capital
        inside = self.tokens.words[at + 1 : at + 3]
        if word == "(" and len(inside) == 2 and inside[0].isupper() and inside[1] == ")":
            return (
                at + 3 if self._office_ahead(at + 3) else 0
            )  # *African Union Commission (AUC) Chairperson X*
        if word == "to" and any(self.tokens.low[e.first] in _SENT_TO for e in before):
            onward = at + 1 + (self.tokens.low[at + 1] == "the")
            return (
                onward if onward < self.last and known(self.tokens, onward) else 0
            )  # *Ambassador of Norway to India*
        if word == "for" and len(before) > 1:
            return at + 1 if self._office_at(at + 1) and capital[at + 1] else 0
        owned = word == "'s" and (
            self._office_ahead(at + 1)
            or self._sent_to_body(at + 1)
            or (self._plain_capital(at + 1) and self._plain_capital(at + 2))
        )
        return at + 1 if owned else 0

    def _after_office(self, at: int, before: list[Element]) -> int:
        """Link *Minister of Trade*, *Minister and Deputy Premier*, *Secretary (Trade)*, *Workers' Affairs*."""
        low, capital = self.tokens.low, self.tokens.capital
        word, following = low[at], low[at + 1]
        if word in _PREPOSITIONS:
            return self._after_preposition(at)
        if word == "(":
            return self._after_bracket(at)
        if word in ("'", "’"):
            return at + 1 if self._office_at(at + 1) and capital[at + 1] else 0
        if word == "/":
            return at + 1 if self._office_at(at + 1) else 0
        if word in ("and", "&"):
            two = low[before[0].first - 1] == "the" and self._names_holder(at + 1)
            return at + 1 if self._office_at(at + 1) and self._joined(at, at + 1) and not two else 0
        if word == "," and low[at - 1] not in _HEADS and capital[at + 1]:
            return at + 1 if following in _PORTFOLIOS else 0
        return 0

    def _after_preposition(self, at: int) -> int:
        low = self.tokens.low
        if low[at] in ("to", "on") and low[at - 1] not in _SENT_TO:
            return 0
        if low[at - 1] in ("head", "heads") and low[at + 1] in ("state", "government", "diplomacy"):
            return at + 1
        onward = at + 2 if low[at + 1] == "the" else at + 1
        return onward if onward < self.last and self.tokens.capital[onward] else 0

    def _after_bracket(self, at: int) -> int:
        """Return the token after *(Foreign Affairs)* between an office and its holder; 0 if it is none such."""
        tokens = self.tokens
        if tokens.low[at] != "(":
            return 0
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
