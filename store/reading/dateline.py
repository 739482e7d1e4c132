"""Where a dateline and a line with a date say that something was: *BEIJING, Oct. 21 (Xinhua) --*."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.reading.gazetteer import known
from store.reading.tables import word_class
from store.reading.tokens import Tokens, tokenise

_MONTHS, _WEEKDAYS = word_class("month"), word_class("weekday")
_TIME = re.compile(r"\b\d{1,2}:\d{2}\b(?:\s*[ap]\.?m\b\.?)?")
_DASHES = frozenset({"-", "–", "—", "--", ":"})
_VERBS = (word_class("auxiliary") | word_class("modal") | {"said", "met", "held"}) - {"may"}
_SMALL = word_class("particle") | {"of", "the", "and", "st", "nd", "rd", "th", "correspondent"}
_DATELINE = 16  # tokens at the start of a paragraph that a dateline may take


class Dateline(NamedTuple):
    """The place before a paragraph (*BEIJING, Oct. 21 (Xinhua) --*) and the token where the paragraph begins."""

    place: str | None
    begin: int


def dateline(tokens: Tokens, first: int, last: int) -> Dateline:
    """Read the dateline of the paragraph of tokens ``first`` to ``last``; without one, it begins at ``first``."""
    words, low = tokens.words, tokens.low
    none = Dateline(None, first)
    if _DASHES.isdisjoint(words[first : first + _DATELINE]):
        return none
    dash = next(
        (
            at
            for at in range(first, min(first + _DATELINE, last - 1))
            if words[at] in _DASHES and _parts(tokens, at)
        ),
        -1,
    )
    if dash < 0:
        return none
    before = range(first, dash)
    if any(words[at][0].islower() and low[at] not in _SMALL for at in before):
        return none
    agency = any(words[at] == "(" for at in before)
    dated = any(low[at] in _MONTHS for at in before)
    city = _city_first(tokens, first, dash)
    if words[dash] == ":" and not city:
        return none
    capitals_only = words[first].isupper() and len(words[first]) > 2 and dash - first <= 5
    if not (agency or dated or capitals_only or city) or any(low[at] in _VERBS for at in before):
        return none
    begin = dash + 1
    while begin < last and words[begin] in _DASHES:
        begin += 1
    if begin < last and words[begin] == "(":  # 21st November 2023 – (Beijing) Zhao Leji …
        close = next((at for at in range(begin, min(begin + 6, last)) if words[at] == ")"), begin)
        return Dateline(_named(tokens, begin + 1, close), close + 1)
    return Dateline(_named(tokens, first, dash), begin)


def _parts(tokens: Tokens, at: int) -> bool:
    """Tell a dash before what is told from that of *26-27 October*."""
    words = tokens.words
    return not (words[at - 1][0].isdigit() and words[at + 1][0].isdigit())


def _city_first(tokens: Tokens, first: int, dash: int) -> bool:
    """Tell whether a city begins the words before a dash, alone or with a comma or an agency's name after it."""
    match = known(tokens, first)
    capitalised = (
        match is None
        and tokens.words[first].isupper()
        and known(tokenise(usual(tokens.slice(first, dash))), 0)
    )
    if capitalised:
        return capitalised.place.kind in ("city", "capital")
    if match is None or match.place.kind not in ("city", "capital"):
        return False
    return match.last == dash or tokens.words[match.last] in (",", "(", "[", "/")


def _named(tokens: Tokens, first: int, last: int) -> str | None:
    """Return the place that tokens name, in the usual spelling."""
    stops = (at for at in range(first, last) if _ends_place(tokens, at))
    text = tokens.slice(first, next(stops, last))
    return usual(text) if text and text[0].isalpha() else None


def _ends_place(tokens: Tokens, at: int) -> bool:
    return (
        tokens.words[at][0].isdigit() or tokens.low[at] in _MONTHS or tokens.words[at] in ("(", "[", ",", "/")
    )


def usual(text: str) -> str:
    """Return words in capitals as they are usually written."""
    return " ".join(
        word.capitalize() if word.isupper() and (len(word) > 2 or word == "ST") else word
        for word in text.split()
    )


def from_date_line(text: str) -> str | None:
    """Return the place after the date in a line such as *2020-09-17, Bocharov Ruchei, Sochi*."""
    head, _, rest = (part.strip() for part in text.partition(","))
    if head and head.replace(" ", "").replace("-", "").isalpha():  # LAS VEGAS, Dec. 15, 2022
        return usual(head) if head.split()[0].lower() not in _WEEKDAYS else None
    first = known(tokenise(text), 0) if text[:1].isalpha() else None
    if first is not None and first.place.kind in ("city", "capital"):
        return first.place.name  # New Delhi 27 August 2024
    if time := _TIME.search(text):
        rest = text[time.end() :].strip(" ,-–—|")  # March 5, 2024 17:40 Novo-Ogaryovo, Moscow Region
    words = rest.replace(",", " ").split()
    if any(word.isupper() for word in words):
        return None  # a zone of time: IST, GMT
    fits = (
        words
        and len(words) <= 6
        and all(word[0].isupper() and word.replace("-", "").isalpha() for word in words)
    )
    return rest if fits and not any(word.lower() in _MONTHS for word in words) else None
