"""Where a meeting was: named after *in* or *at* where the text tells of it, or in its dateline."""

from __future__ import annotations

from store.reading.gazetteer import known
from store.reading.layout import Block
from store.reading.sentences import Sentence
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens

_MEETING = classes("nouns")["meeting-verb"] | {"visit", "arrived", "talks", "summit", "conference", "session"}
_MONTHS = word_class("month")
_DASHES = frozenset({"-", "–", "—", "--", ":"})
_DATELINE = 14  # tokens at the start of a paragraph that a dateline may take


class Dateline:
    """The place before a paragraph (*BEIJING, Oct. 21 (Xinhua) --*) and the token where the paragraph begins."""

    __slots__ = ("begin", "place")

    def __init__(self, place: str | None, begin: int) -> None:
        self.place, self.begin = place, begin


def dateline(tokens: Tokens, first: int, last: int) -> Dateline:
    """Read the dateline of the paragraph of tokens ``first`` to ``last``; without one, it begins at ``first``."""
    words, low = tokens.words, tokens.low
    none = Dateline(None, first)
    dash = next((at for at in range(first, min(first + _DATELINE, last - 1)) if words[at] in _DASHES), -1)
    if dash < 0 or dash + 1 >= last:
        return none
    before = range(first, dash)
    agency = any(words[at] == "(" for at in before)
    dated = any(low[at] in _MONTHS for at in before)
    capitals = words[first].isupper() and len(words[first]) > 2
    if not (agency or dated or (capitals and dash - first <= 4)) or any(low[at] in _VERBS for at in before):
        return none
    begin = dash + 1
    while begin < last and words[begin] in _DASHES:
        begin += 1
    if begin < last and words[begin] == "(":  # 21st November 2023 – (Beijing) Zhao Leji …
        close = next((at for at in range(begin, min(begin + 6, last)) if words[at] == ")"), begin)
        return Dateline(_named(tokens, begin + 1, close), close + 1)
    return Dateline(_named(tokens, first, dash), begin)


_VERBS = word_class("auxiliary") | word_class("modal") | {"said", "met", "held"}


def _named(tokens: Tokens, first: int, last: int) -> str | None:
    """Return the place that tokens name, in the usual spelling."""
    for at in range(first, last):
        if tokens.words[at].isdigit() or tokens.low[at] in _MONTHS or tokens.words[at] in ("(", ",", "/"):
            if at > first:
                last = at
                break
            return None
    text = tokens.slice(first, last)
    return _title(text) if text and text[0].isalpha() else None


def _title(text: str) -> str:
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in text.split())


def place_of(tokens: Tokens, told: list[Sentence]) -> str | None:
    """Return the city named after *in* or *at* in the first of the sentences ``told`` that tell of meeting."""
    for sentence in told:
        low = tokens.low
        if not any(low[at] in _MEETING for at in range(sentence.first, sentence.last)):
            continue
        for at in range(sentence.first, sentence.last - 1):
            if low[at] in ("in", "at", "to", "visited") and (place := _after(tokens, at, sentence)):
                return place
    return None


def _after(tokens: Tokens, at: int, sentence: Sentence) -> str | None:
    low = tokens.low
    onward = at + 2 if low[at + 1] == "the" and at + 2 < sentence.last else at + 1
    match = known(tokens, onward)
    if match is None:
        return None
    kind = match.place.kind
    if kind == "people" and match.last < sentence.last and low[match.last] == "capital":
        return _capital_of(match.place.country)
    if low[at] in ("to", "visited"):
        visit = low[at] == "visited" or low[at - 1] in ("visit", "trip", "visits")
        return tokens.slice(onward, match.last) if visit and kind in ("city", "capital", "country") else None
    return tokens.slice(onward, match.last) if kind in ("city", "capital", "metonym") else None


def _capital_of(country: str | None) -> str | None:
    from store.reading.gazetteer import capitals

    return capitals().get(country or "")


def in_block(tokens: Tokens, block: Block, first: int, last: int) -> str | None:
    """Return the city named after *in* in a title."""
    for at in range(first, last - 1):
        if (
            tokens.low[at] == "in"
            and (match := known(tokens, at + 1))
            and match.place.kind in ("city", "capital")
        ):
            return match.place.name
    return None
