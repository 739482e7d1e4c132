"""Where a meeting was: named where the text tells of meeting, in its dateline, or in its date line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from store.reading.gazetteer import Match, capitals, known
from store.reading.layout import HEADING
from store.reading.sentences import Sentence
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from store.reading.page import Page

_NOUNS = classes("nouns")
_MEETING = (
    _NOUNS["meeting-verb"]
    | _NOUNS["talks"]
    | {"ceremony", "visit", "arrived", "signed", "welcomed", "held", "signing", "here"}
)
_MONTHS, _WEEKDAYS = word_class("month"), word_class("weekday")
_TIMES = _MONTHS | _WEEKDAYS
_TIME = re.compile(r"\b\d{1,2}:\d{2}\b(?:\s*[ap]\.?m\b\.?)?")
_DASHES = frozenset({"-", "–", "—", "--", ":"})
_VERBS = (word_class("auxiliary") | word_class("modal") | {"said", "met", "held"}) - {"may"}
_AFTER = frozenset({",", ".", "on", "today", "yesterday", "with", "for", "and", "where", "to", "as", "after"})
_SMALL = word_class("particle") | {"of", "the", "and", "st", "nd", "rd", "th", "correspondent"}
_DATELINE = 16  # tokens at the start of a paragraph that a dateline may take
_LAST = 3  # the last headings, one of which can be a city
_SENTENCES = 6  # the first ones, in which the place of the meeting is told
_ANOTHER_TIME = frozenset(
    {"ahead", "before", "will", "upcoming", "forthcoming", "planned", "scheduled", "next", "since", "invited"}
)
_HOUSES = _NOUNS["institution"] | _NOUNS["building"]
_BUILDINGS, _LONGEST_NAME = _NOUNS["building"], 6  # words of a building's name
_ARTICLES = word_class("arabic-article")
_REGIONS = frozenset(
    {"africa", "asia", "europe", "america", "pacific", "east", "west", "gulf", "caribbean", "balkans"}
)
_SPANS = frozenset({"day", "days", "week", "weeks", "month", "months", "hours"})  # … *after a visit to Kyiv*
_SETTLEMENTS = frozenset({"city", "town", "resort", "port", "village", "capital", "district", "island"})
_DESCRIPTION = 5  # words of *the Black Sea resort of*
_NO_VENUE = (_NOUNS["body"] | _NOUNS["thing"] | _NOUNS["talks"] | _NOUNS["gathered"]) - _NOUNS["building"]
_NEAR = 10  # tokens before a place, within its clause, that can put it at another time


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
        and known(tokenise(_usual(tokens.slice(first, dash))), 0)
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
    return _usual(text) if text and text[0].isalpha() else None


def _ends_place(tokens: Tokens, at: int) -> bool:
    return (
        tokens.words[at][0].isdigit() or tokens.low[at] in _MONTHS or tokens.words[at] in ("(", "[", ",", "/")
    )


def _usual(text: str) -> str:
    return " ".join(
        word.capitalize() if word.isupper() and (len(word) > 2 or word == "ST") else word
        for word in text.split()
    )


def from_date_line(text: str) -> str | None:
    """Return the place after the date in a line such as *2020-09-17, Bocharov Ruchei, Sochi*."""
    head, _, rest = (part.strip() for part in text.partition(","))
    if head and head.replace(" ", "").replace("-", "").isalpha():  # LAS VEGAS, Dec. 15, 2022
        return _usual(head) if head.split()[0].lower() not in _WEEKDAYS else None
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


def place_of(seen: Page) -> tuple[str | None, bool]:
    """Return where the meeting was, and whether the text says so itself (a dateline or a letterhead only hints)."""
    lines = (place for line in seen.date_lines() if (place := from_date_line(line)))
    titled = (place for part in seen.titles if (place := place_titled(seen.tokens, part.first, part.last)))
    hinted = next((line.place for line in seen.datelines if line.place), None)
    if named := next(chain(lines, titled), None):
        return named, True
    if hinted and any("here" in seen.tokens.low[s.first : s.last] for s in seen.told[:_SENTENCES]):
        return hinted, True  # *after receiving her at his office here*
    rank, told = place_told(seen.tokens, seen.told)
    if told and (rank <= _NEW or not hinted):
        return told, True
    went = next(filter(None, (visited(seen.tokens, part.first, part.last) for part in seen.titles)), None)
    headings = seen.lines(HEADING)
    alone = next(filter(None, map(_city_line, [*headings[-_LAST:], *headings[:_LAST]])), None)
    return hinted or went or alone, False


def _city_line(line: str) -> str | None:
    """Return the city that stands alone in a line, or with a house: *New Delhi*, *The Kremlin, Moscow*."""
    words = tokenise(line)
    comma = words.words.index(",") + 1 if words.words.count(",") == 1 else 0
    housed = 1 < comma < len(words.words) <= _LONGEST_NAME + 1 and all(words.capital[: comma - 1])
    match = known(words, comma if housed else 0) if words.words else None
    alone = (
        match is not None
        and match.last == len(words.words)
        and match.place.kind in ("city", "capital", "metonym")
    )
    return line if alone else None


def place_told(tokens: Tokens, told: list[Sentence]) -> tuple[int, str | None]:
    """Return the place that the first sentence to name one tells of, and its rank: a city, a venue, a country.

    A country waits for a city in a later sentence: *on a visit to France* says less than *met in Paris*.
    """
    telling = (s for s in told[:_SENTENCES] if not _MEETING.isdisjoint(tokens.low[s.first : s.last]))
    first: tuple[int, str | None] = (0, None)
    for sentence in telling:
        place = _best(_places(tokens, sentence.first, sentence.last))
        if place and place[0] < _COUNTRY:
            return place
        first = place if place and first[1] is None else first
    return first


def _best(places: Iterable[tuple[int, str]]) -> tuple[int, str] | None:
    return min(places, default=None, key=lambda place: place[0])


def _elsewhere(tokens: Tokens, first: int, at: int) -> bool:
    """Tell whether the words before a place say that one goes there at another time."""
    for place in range(at - 1, max(first, at - _NEAR) - 1, -1):
        if tokens.words[place] in (",", ";"):
            return False
        if tokens.low[place] in _ANOTHER_TIME or (
            tokens.low[place] == "after" and tokens.low[place - 1] in _SPANS
        ):
            return True
    return False


def place_titled(tokens: Tokens, first: int, last: int) -> str | None:
    """Return the city a title names after *in* or *to*."""
    best = _best(place for place in _places(tokens, first, last) if place[0] < _COUNTRY)
    return best[1] if best else None


def visited(tokens: Tokens, first: int, last: int) -> str | None:
    """Return where a title says somebody went: *Visit to Panama and Colombia*."""
    for at in range(first, last - 2):
        if tokens.low[at] in ("visit", "trip", "travel") and tokens.low[at + 1] == "to":
            match = known(tokens, at + 2)
            if match and tokens.low[match.last : match.last + 1] == ["and"]:
                further = known(tokens, match.last + 1)
                return tokens.slice(match.first, further.last if further else match.last)
            return match.place.name if match else None
    return None


_WELCOMED = frozenset({"welcomed", "came", "visit", "visited", "trip", "arrived"})
_BEFORE = frozenset({"in", "at", "on", "to", "visited", "visiting", ",", "of"})
_BESIDE = frozenset({"margins", "sidelines", "fringes"})  # … *of the Munich Security Conference*
_OF = _BESIDE | {"office", "room", "hall", "garden"}  # … *of the White House*
_CITY, _NEW, _VENUE, _COUNTRY = 0, 1, 2, 3


def _places(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Yield the places after *in*, *at*, *to* and commas, each with how good a place of meeting it is."""
    low = tokens.low
    welcomed = not _WELCOMED.isdisjoint(low[first:last])
    for at in [at for at in range(first, last - 1) if low[at] in _BEFORE]:
        if _elsewhere(tokens, first, at) or (low[at] == "of" and low[at - 1] not in _OF):
            continue
        if (
            low[at] in ("in", "on")
            and low[at + 1] in ("the", "a")
            and (city := _described(tokens, at + 2, last))
        ):
            yield _CITY, city
        if low[at] == "on":
            continue  # *on the island of Roatán* is a place, *sanctions on Moscow* are none
        onward = at + 2 if low[at + 1] in ("the", "both") and at + 2 < last else at + 1
        onward += low[onward] == "capital" and onward + 1 < last  # *in the capital Ankara*
        match = known(tokens, onward)
        reached = low[at] == "at" or (low[at] == "to" and welcomed)
        where = match is not None and low[match.last : match.last + 2] == [",", "where"]
        if reached and (end := _building(tokens, onward, last)):
            yield _VENUE, tokens.slice(onward, end)
        if match is None:
            if low[at] == "in" and onward == at + 1 and (end := _unknown(tokens, onward, last)):
                yield _NEW, tokens.slice(onward, end)
            continue
        after = low[match.last] if match.last < last else "."
        if match.place.kind == "people":
            if low[at] in ("in", "to") and (city := _of_people(tokens, match, after, last)):
                yield _CITY, city
        elif low[at] == "of" or match.last >= last or not tokens.capital[match.last] or after in _TIMES:
            rank = _rank(tokens, at, match, welcomed=welcomed or where)
            if rank is not None and after != "'s":
                yield rank, match.place.name if rank == _COUNTRY else tokens.slice(onward, match.last)


def _described(tokens: Tokens, at: int, last: int) -> str | None:
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


def _of_people(tokens: Tokens, match: Match, after: str, last: int) -> str | None:
    """Return the city of *the Tunisian capital* and of *the Egyptian city of Aswan*."""
    if after == "capital":
        return capitals()[match.place.country or ""]
    named = after == "city" and match.last + 2 < last and tokens.low[match.last + 1] == "of"
    return tokens.words[match.last + 2] if named else None


def _rank(tokens: Tokens, at: int, match: Match, *, welcomed: bool) -> int | None:
    """Return how good a place of meeting a known name after the preposition ``at`` is; ``None`` for none."""
    low, kind = tokens.low, match.place.kind
    if low[at] == "of" and kind != "metonym":
        return _VENUE if low[at - 1] in _BESIDE and kind in ("city", "capital") else None
    house = kind == "metonym" and low[match.last - 1] in _HOUSES  # the Kremlin, not Delhi
    if house:
        return _VENUE if low[at] in ("in", "at", "of") or welcomed else None
    if kind in ("city", "capital") and low[match.first - 1] == "the":
        return None  # *in the Dushanbe conference*
    if kind in ("city", "capital", "metonym"):
        return _CITY if low[at] != "to" or welcomed else None
    visited = low[at] in ("visited", "visiting") or (low[at] == "to" and low[at - 1] in ("visit", "trip"))
    return _COUNTRY if kind == "country" and visited else None


def _building(tokens: Tokens, at: int, last: int) -> int:
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
    return end if end - at > 1 and (built or venue) else 0


def _is_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a word can be of a place's name: *Saint-Denis*, not *G20*."""
    return tokens.capital[at] and tokens.words[at].replace("-", "").isalpha()


def _article_inside(tokens: Tokens, at: int, last: int) -> bool:
    """Tell *Wadi al-Seer*: an article with a small letter inside a name."""
    article, sign, rest = tokens.words[at].partition("-")
    return bool(sign) and article in _ARTICLES and rest[:1].isupper() and at < last


def _unknown(tokens: Tokens, at: int, last: int) -> int:
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
