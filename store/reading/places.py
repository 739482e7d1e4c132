"""Where a meeting was: named where the text tells of meeting, in its dateline, or in its date line."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from store.reading.dateline import from_date_line, usual
from store.reading.gazetteer import Match, known
from store.reading.layout import HEADING, TITLE
from store.reading.sentences import Sentence
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens, tokenise
from store.reading.venues import building, described, of_people, unlisted

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
_LAST = 3  # the last headings, one of which can be a city
_SENTENCES = 6  # the first ones, in which the place of the meeting is told
_ANOTHER_TIME = frozenset(
    {"ahead", "before", "will", "upcoming", "forthcoming", "planned", "scheduled", "next", "since", "invited"}
)
_HOUSES = _NOUNS["institution"] | _NOUNS["building"]
_LONGEST_NAME = 6  # words of a house before a city
_SPANS = frozenset({"day", "days", "week", "weeks", "month", "months", "hours"})  # … *after a visit to Kyiv*
_ISLAND = 6  # words of *on the small Honduran island*
_NEAR = 10  # tokens before a place, within its clause, that can put it at another time


def place_of(seen: Page, persons: Container[int]) -> tuple[str | None, bool]:
    """Return where the meeting was, and whether the text says so itself (a dateline or a letterhead only hints).

    ``persons`` holds the tokens where persons are named: *place his trust in Trump* tells of no place.
    """
    lines = (place for line in seen.date_lines() if (place := from_date_line(line)))
    titled = (place for part in seen.titles if (place := place_titled(seen.tokens, part.first, part.last)))
    hinted = next((line.place for line in seen.datelines if line.place), None)
    if named := next(chain(lines, titled), None):
        return named, True
    if hinted and any("here" in seen.tokens.low[s.first : s.last] for s in seen.told[:_SENTENCES]):
        return hinted, True  # *after receiving her at his office here*
    rank, told = place_told(seen.tokens, seen.told, persons)
    if told and (rank <= _NEW or not hinted):
        return told, True
    went = next(filter(None, (visited(seen.tokens, part.first, part.last) for part in seen.titles)), None)
    headings = seen.lines(HEADING)
    alone = next(filter(None, map(_city_line, [*headings[-_LAST:], *headings[:_LAST]])), None)
    return hinted or went or alone or _pictured(seen) or _closing(seen), False


def _closing(seen: Page) -> str | None:
    """Return the city that closes a title in capitals: *PRESS CONFERENCE BOROBUDUR HOTEL, JAKARTA*."""
    for text in seen.lines(TITLE):
        last = text.rpartition(",")[2].strip()
        if text.isupper() and "," in text and (city := _city_line(last)):
            return city
    return None


def _pictured(seen: Page) -> str | None:
    """Return the place of the first caption that tells one: *X meets Y in Putrajaya, July 3, 2024*."""
    pictured = (_best(_places(seen.tokens, part.first, part.last)) for part in seen.captions)
    return next((place[1] for place in pictured if place), None)


def _city_line(line: str) -> str | None:
    """Return the city that stands alone in a line, or with a house: *New Delhi*, *The Kremlin, Moscow*."""
    line = usual(line) if line.isupper() else line
    words = tokenise(line)
    comma = words.words.index(",") + 1 if words.words.count(",") == 1 else 0
    named = all(words.capital[at] or words.words[at].isdigit() for at in range(comma - 1))
    housed = 1 < comma < len(words.words) <= _LONGEST_NAME + 1 and named
    match = known(words, comma if housed else 0) if words.words else None
    alone = (
        match is not None
        and match.last == len(words.words)
        and match.place.kind in ("city", "capital", "metonym")
    )
    return line if alone else None


def in_person(seen: Page) -> bool:
    """Tell whether a line of its own names where it was, as *The Kremlin, Moscow* does above a talk."""
    return any(map(_city_line, seen.lines(HEADING)[-_LAST:]))


def place_told(tokens: Tokens, told: list[Sentence], persons: Container[int]) -> tuple[int, str | None]:
    """Return the place that the first sentence to name one tells of, and its rank: a city, a venue, a country.

    A country waits for a city in a later sentence: *on a visit to France* says less than *met in Paris*.
    """
    telling = (s for s in told[:_SENTENCES] if not _MEETING.isdisjoint(tokens.low[s.first : s.last]))
    first: tuple[int, str | None] = (0, None)
    for sentence in telling:
        if host := _hosting(tokens, sentence):
            return _CITY, host
        place = _best(_places(tokens, sentence.first, sentence.last, persons))
        if place and place[0] < _COUNTRY:
            return place
        first = place if place and first[1] is None else first
    return first


def _hosting(tokens: Tokens, sentence: Sentence) -> str | None:
    """Return the city of *Astana hosted the sixth summit*."""
    match = known(tokens, sentence.first)
    hosts = match is not None and tokens.low[match.last : match.last + 1] in (["hosted"], ["hosts"])
    city = match is not None and match.place.kind in ("city", "capital")
    return match.place.name if match is not None and hosts and city else None


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


_WELCOMED = frozenset(
    {"welcomed", "came", "visit", "visited", "trip", "arrived", "flew", "travelled", "traveled"}
)
_BEFORE = frozenset({"in", "at", "on", "to", "visited", "visiting", ",", "of", "for"})
_LEFT, _LEAVING = frozenset({"left", "leaves", "departed", "departs"}), 4  # tokens of *left on Wednesday for*
_BESIDE = frozenset({"margins", "sidelines", "fringes"})  # … *of the Munich Security Conference*
_OF = _BESIDE | {"office", "room", "hall", "garden"}  # … *of the White House*
_EVENTS = frozenset({"conference", "forum", "summit", "dialogue"})
_EVENT = 4  # tokens of *the Halifax International Security Forum* after its place
_CITY, _NEW, _VENUE, _COUNTRY = 0, 1, 2, 3


def _places(tokens: Tokens, first: int, last: int, persons: Container[int] = ()) -> Iterator[tuple[int, str]]:
    """Yield the places after *in*, *at*, *to* and commas, each with how good a place of meeting it is."""
    low = tokens.low
    welcomed = not _WELCOMED.isdisjoint(low[first:last])
    for at in [at for at in range(first, last - 1) if low[at] in _BEFORE]:
        if _elsewhere(tokens, first, at) or (low[at] == "of" and low[at - 1] not in _OF):
            continue
        onto = low[at] == "on" and "island" in low[at + 2 : at + _ISLAND]
        if (
            (low[at] == "in" or onto)
            and low[at + 1] in ("the", "a")
            and (city := described(tokens, at + 2, last))
        ):
            yield _CITY, city
        if low[at] == "for" and _LEFT.isdisjoint(low[max(first, at - _LEAVING) : at]):
            continue
        if low[at] == "on":
            continue  # *on the island of Roatán* is a place, *sanctions on Moscow* are none
        onward = at + 2 if low[at + 1] in ("the", "both") and at + 2 < last else at + 1
        onward += low[onward] == "capital" and onward + 1 < last  # *in the capital Ankara*
        match = known(tokens, onward)
        reached = low[at] == "at" or (low[at] == "to" and welcomed)
        where = match is not None and low[match.last : match.last + 2] == [",", "where"]
        if reached and (end := building(tokens, onward, last)):
            yield _VENUE, tokens.slice(onward, end)
        if match is None:
            if (
                low[at] == "in"
                and onward == at + 1
                and onward not in persons
                and (end := unlisted(tokens, onward, last))
            ):
                yield _NEW, tokens.slice(onward, end)
            continue
        after = low[match.last] if match.last < last else "."
        if low[at : at + 2] == ["at", "the"] and _named_event(tokens, match):
            yield _VENUE, match.place.name
        elif match.place.kind == "people":
            if low[at] in ("in", "to") and (city := of_people(tokens, match, after, last)):
                yield _CITY, city
        elif (
            low[at] == "of"
            or match.last >= last
            or not tokens.capital[match.last]
            or after in _TIMES
            or match.last in persons  # *met in Vienna Chilean Minister X*
        ):
            rank = _rank(tokens, at, match, welcomed=welcomed or where)
            if rank is not None and after != "'s":
                yield rank, match.place.name if rank == _COUNTRY else tokens.slice(onward, match.last)


def _named_event(tokens: Tokens, match: Match) -> bool:
    """Tell *the Munich Security Conference* from *the Munich talks*."""
    at, low = match.last, tokens.low
    while at < len(low) and tokens.capital[at] and at < match.last + _EVENT and low[at] not in _EVENTS:
        at += 1
    named = low[at : at + 1] != [] and tokens.capital[at] and low[at] in _EVENTS
    return named and match.place.kind in ("city", "capital")


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
