"""Names of places that no table lists: buildings, described cities, capitals after a preposition."""

from __future__ import annotations

from store.reading.gazetteer import Match, capitals, known
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens

_NOUNS = classes("nouns")
_MONTHS, _WEEKDAYS = word_class("month"), word_class("weekday")
_TIMES = _MONTHS | _WEEKDAYS
_AFTER = frozenset({",", ".", "on", "today", "yesterday", "with", "for", "and", "where", "to", "as", "after"})
_BUILDINGS, _LONGEST_NAME = _NOUNS["building"], 6  # words of a building's name
_ARTICLES = word_class("arabic-article")
_REGIONS = frozenset(
    {
        "asian",
        "african",
        "european",
        "american",
        "africa",
        "asia",
        "europe",
        "america",
        "pacific",
        "east",
        "west",
        "gulf",
        "caribbean",
        "balkans",
    }
)
_SETTLEMENTS = frozenset({"city", "town", "resort", "port", "village", "capital", "district", "island"})
_DESCRIPTION = 5  # words of *the Black Sea resort of*
_NO_VENUE = (_NOUNS["body"] | _NOUNS["thing"] | _NOUNS["talks"] | _NOUNS["gathered"]) - _NOUNS["building"]
_BEFORE = frozenset({"in", "at", "on", "to", "visited", "visiting", ",", "of"})


def described(tokens: Tokens, at: int, last: int) -> str | None:
    """Return the name after *the southern city of*, *the Black Sea resort of*."""
    for place in range(at, min(at + _DESCRIPTION, last - 2)):
        if tokens.low[place] in _SETTLEMENTS and tokens.low[place + 1] == "of":
            end = place + 2
            while end < last and _is_name(tokens, end) and tokens.low[end] not in _TIMES:
                end += 1
            return tokens.slice(place + 2, end) if end > place + 2 else None
        if tokens.low[place] in _BEFORE:
            return None
    return None


def of_people(tokens: Tokens, match: Match, after: str, last: int) -> str | None:
    """Return the city of *the Tunisian capital* and of *the Egyptian city of Aswan*."""
    if after == "capital":
        return capitals()[match.place.country or ""]
    named = after == "city" and match.last + 2 < last and tokens.low[match.last + 1] == "of"
    return tokens.words[match.last + 2] if named else None


def building(tokens: Tokens, at: int, last: int) -> int:
    """Return where a building's name ends: *at Bogor Presidential Palace*; 0 when the capitals name none.

    *At the Old Granary* is one too, *at the Harbour Forum* is none.
    """
    end = at + tokens.words[at].isdigit()  # *10 Downing Street*
    while end < last and tokens.capital[end] and end - at < _LONGEST_NAME:
        end += 1
    if end - at == 1 and end < last and tokens.low[end] in _BUILDINGS:
        match = known(tokens, at)  # *the Novo-Ogaryovo residence*, but not *the Austrian residence*
        return end if match is None or match.place.kind in ("city", "metonym") else 0
    words = tokens.low[at:end]
    built = not _BUILDINGS.isdisjoint(words)
    venue = tokens.low[at - 1] == "the" and known(tokens, at) is None and _NO_VENUE.isdisjoint(words)
    if words and words[-1] in _REGIONS:
        return 0  # *a visit to the Southeast Asian country*
    return end if end - at > 1 and (built or venue) else 0


def _is_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a word can be of a place's name: *Saint-Denis*, not *G20*."""
    return tokens.capital[at] and tokens.words[at].replace("-", "").isalpha()


def _article_inside(tokens: Tokens, at: int, last: int) -> bool:
    """Tell *Wadi al-Seer*: an article with a small letter inside a name."""
    article, sign, rest = tokens.words[at].partition("-")
    return bool(sign) and article in _ARTICLES and rest[:1].isupper() and at < last


def unlisted(tokens: Tokens, at: int, last: int) -> int:
    """Return where a place nobody listed ends: *in Nanning,*; 0 when the capitals after *in* are no such place."""
    end = at
    while end < last and (_is_name(tokens, end) or (end > at and _article_inside(tokens, end, last))):
        end += 1
    low = tokens.low[at]
    if end > at and tokens.low[end - 1] in _REGIONS:
        return 0
    if not 0 < end - at <= 2 or low in _TIMES or end >= last or tokens.words[at].isupper():
        return 0
    return end if tokens.low[end] in _AFTER else 0
