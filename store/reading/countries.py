"""Which country a person is of, when neither an office nor a demonym before the name says so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from itertools import pairwise

from store.folding import fold
from store.reading.gazetteer import capitals, index, known
from store.reading.house import signs
from store.reading.opposite import Opposite
from store.reading.page import Page
from store.reading.persons import People, Person
from store.reading.phrase import BODY, COUNTRY, Phrase
from store.reading.tables import office_class, rows
from store.reading.tokens import Tokens, joined, tokenise, where

_OFFICIAL = office_class("head") - {"economist", "analyst", "strategist"}
_TOGETHER = frozenset(
    {"met", "meets", "with", "hosted", "hosts", "received", "receives", "called", "welcomed", "welcomes"}
)
_SITUATIONS = frozenset({"situation", "war", "conflict", "crisis", "developments", "peace", "fighting"})
_ABOUT = frozenset({"on", "over", "regarding", "concerning", "about"})
_TOPIC = _ABOUT | {"in", "from", "against", "to"}
_ALLIANCES = frozenset({"Association", "Organization", "Organisation", "League", "Alliance", "Community"})
_LOCAL = frozenset({"mayor", "governor"})  # … are at home where they receive
_TITLED = 3  # what being named in the title counts
_JOINED = str.maketrans("-–/", "   ")  # *Japan-U.S. talks*


def countries_in(title: str) -> list[str]:
    """Return the countries a title names, also joined ones."""
    tokens = tokenise(title.translate(_JOINED))
    found = (known(tokens, at) for at in where(tokens.words, index()))
    return [match.place.country for match in found if match and match.place.country]


def weighed(tokens: Tokens, found: list[Phrase]) -> Counter[str]:
    """Return the countries of a text with how much they count as one of those that met.

    *Relations between Chile and Peru* and *Chile-Peru trade* tell more than *Peru's wish*, and that more than *the
    war in Sudan*.
    """
    counted: Counter[str] = Counter()
    low = tokens.low
    for phrase in found:
        if phrase.country and phrase.kind != BODY:
            before = low[phrase.first - 1] if phrase.first else ""
            paired = before == "between" or (before == "and" and phrase.kind == COUNTRY)
            owning = low[phrase.last : phrase.last + 1] == ["'s"]
            counted[phrase.country] += 6 if paired else 1 if before in _TOPIC else 4 if owning else 3
    for word in (tokens.words[at] for at in joined(tokens) if tokens.capital[at]):
        if any(part in index() for part in word.translate(_JOINED).split()):
            counted.update(dict.fromkeys(countries_in(word), 8))
    return counted


def beside(seen: Page, people: People, phrases: list[Phrase], house: str | None) -> dict[int, str]:
    """Return, for persons first named as those a house's own met, the foreign country they are named with.

    It is the one country of their sentence, else that of the person named before them in the list of those met. A
    text of no house has only such lists: *met President X of Austria and Prime Minister Y*.
    """
    found: dict[int, str] = {}
    begins, firsts = [sentence.first for sentence in seen.told], [phrase.first for phrase in phrases]
    for before, person in pairwise(people.all):
        at = bisect_right(begins, person.first) - 1
        if at < 0 or person.first >= seen.told[at].last:
            continue
        first, last = seen.told[at].first, seen.told[at].last
        low = seen.tokens.low
        if _TOGETHER.isdisjoint(low[first : person.first]):
            continue
        between = low[before.first : person.first]
        joined = "and" in between and _TOGETHER.isdisjoint(between)
        if not house and not joined:
            continue  # *X of Austria met Y* is not *met X of Austria and Y*
        inside = phrases[bisect_left(firsts, first) : bisect_left(firsts, last)]
        named = {
            p.country
            for p in inside
            if p.country in _nations()
            and p.country != house
            and p.first not in people.of
            and not _spoken_of(low, p.first)
        }
        both = joined and before.country != house  # *called on Qatari Minister X and Minister Y*
        listed = before.country if (named or both or not house) and first <= before.first else None
        country = named.pop() if house and len(named) == 1 else listed
        if country and country != house:
            found[person.first] = country
    return found


def sole_country(named: Counter[str], others: list[str]) -> str | None:
    """Return the only country that a text tells of, its dateline and captions (``others``) included."""
    if len(named) > 1:
        return None
    countries = {*named, *(country for other in others for country in countries_in(other))}
    return countries.pop() if len(countries) == 1 else None


def _spoken_of(low: list[str], at: int) -> bool:
    """Tell of *the situation in Ukraine* and *on Sudan*: nobody comes from what was only spoken about."""
    return low[at - 1] in _ABOUT or (low[at - 1] == "in" and low[at - 2] in _SITUATIONS)


@cache
def _leaders() -> dict[str, tuple[str, str]]:
    return {fold(row[0]): (row[1], row[2]) for row in rows("leaders")}


def give_countries(
    people: People,
    met: list[Person],
    house: str | None,
    titled: list[str],
    named: Counter[str],
    beside: dict[int, str],
    host: str | None,
    opposite: Opposite,
    *,
    visit: bool,
    sole: str | None,
) -> None:
    """Give a country to those without: by an office or honour of one country, the house's own, else from ``named``.

    ``named`` are the countries of the text, one for each mention; the most frequent that nobody else has is taken.
    ``titled`` are those of its title: of two, the one that nobody has is the other principal's. ``beside`` are
    foreign countries in which or with which a person is first named (by the token of the name); ``host`` is the
    country of the place, which is all that is known of where a ``visit`` was to; who is of no other country known is
    of it. ``sole`` is the country of news that names no other. Nobody who took part gets a country that ``opposite``
    rules out.
    """
    _know_leaders(people)
    taking_part = {id(person) for person in met}
    officials = (one for one in people.all if one.office_words or id(one) in taking_part)
    taken = {person.country for person in officials if person.country}
    counted = named + Counter(dict.fromkeys(titled, _TITLED))
    free = [country for country in titled if country not in taken] if len(set(titled)) == 2 else []
    free = free or ([host] if visit and host and host not in taken else [])
    left = [country for country, _ in counted.most_common() if country not in taken and country in _nations()]
    only = titled[0] if len(set(titled)) == 1 else sole
    guess = left[0] if left else host if taken else next((one for one in counted if one in _nations()), sole)
    ranked = sorted(
        (one for one in counted if one in _nations()),
        key=lambda country: -counted[country] * (2 if country in taken else 3),
    )
    most = next((country for country in ranked if country in capitals()), None)
    for person in people.all:
        principal = id(person) in taking_part
        if person.country is None and (principal or person.office_words & _OFFICIAL):
            other = free[0] if len(free) == 1 and principal else None
            own = _of_office(person.office) if person.office else None
            if own is None and _of_no_country(person.office or ""):
                continue
            home = other if other and house in taken else house
            local = host if person.office_words & _LOCAL else None
            barred = opposite.countries(person) if principal and not sole else set()
            guesses = [local, *ranked] if barred else [guess or most if principal else only]
            likely = [beside.get(person.first), home, other, *guesses]
            person.country = (
                own or person.honoured or next((one for one in likely if one and one not in barred), None)
            )


@cache
def _nations() -> frozenset[str]:
    """Return the countries, and the union that has ministers of its own: nobody is of a pact by guess."""
    return frozenset(capitals()) | {"European Union"}


def _know_leaders(people: People) -> None:
    for person in people.all:
        country, sex = _leaders().get(person.words[-1], (None, ""))
        if person.country in (None, country):
            person.country = country
            person.female = (sex == "f") if sex and person.female is None else person.female


def _of_no_country(office: str) -> bool:
    """Tell of *Executive Secretary of the Association of Caribbean States*, a body that no table lists."""
    return " of the " in office and not _ALLIANCES.isdisjoint(office.split())


def _of_office(office: str) -> str | None:
    """Return the country that alone has such an office: *External Affairs Minister*."""
    if not office.startswith(_offices()):
        return None
    sign, country = next(pair for pair in signs() if office.startswith(pair[0].strip()))
    elsewhere = office.startswith(
        " for ", len(sign.strip())
    )  # *Secretary of State for Europe* is not the American
    return None if elsewhere else country


@cache
def _offices() -> tuple[str, ...]:
    return tuple(sign.strip() for sign, _ in signs())
