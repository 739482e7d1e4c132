"""Names of people in little room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import dropwhile
from typing import TYPE_CHECKING

from store.folding import fold
from store.harmless import one_line

from .naming import (
    AFTER_A_NAME,
    BEFORE_A_NAME,
    CALLED,
    FAMILIES,
    JAPANESE_GIVEN,
    KNOWN_AS,
    SECOND_GIVEN,
    THREE_WORDS_FIRST,
    TITLES,
    Called,
)

if TYPE_CHECKING:
    from store.model import Meeting, Participant


@lru_cache(maxsize=10_000)
def short_name(name: str, country: str | None = None) -> str:
    """Return the part of a name by which headlines call the person: *Zhao*, *Volodin*, *von der Leyen*.

    The library keeps no short forms that mean the person in one text only, and a list's row knows but name and
    country: so custom decides (`naming`), unless the name itself tells by capitals, hyphens or a well-known family.
    """
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return name
    capitals = [word for word in words if len(word) > 2 and word.isupper() and word.isalpha()]
    if capitals and len(capitals) < len(words) and capitals[0].casefold() not in AFTER_A_NAME:
        return capitals[0].capitalize()  # KISHIDA Fumio: the capitals say which is the family's
    if country == "Japan" and fold(words[-1]) in JAPANESE_GIVEN:
        return words[0]
    for word in words:
        if known := KNOWN_AS.get(word.casefold()):
            return known
    return _PARTS[_custom(words, country)](words)


def _custom(words: list[str], country: str | None) -> Called | None:
    """Tell how the person is called; ``None`` for the last word and what belongs to it."""
    custom = CALLED.get(country or "")
    if custom != "family first":
        first = country in THREE_WORDS_FIRST and len(words) == 3
        first = first or (country is None and len(words) < 4 and (words[0] in FAMILIES or _joined(words[-1])))
        custom = "family first" if first else custom
    return None if custom == "family first" and not _eastern(words) else custom


def _joined(word: str) -> bool:
    """Tell a given name of two syllables, as Koreans and Taiwanese join them: *Ki-moon*."""
    one, _, other = word.partition("-")
    return one.istitle() and one.casefold() not in BEFORE_A_NAME and other.isalpha() and other.islower()


def _eastern(words: list[str]) -> bool:
    """Tell whether the words can be a Chinese or Korean name with the family's first, not turned or a European's."""
    short = len(words[0]) <= 6 and max(map(len, words)) <= 10
    return short and words[0][:1].isupper() and "-" not in words[0]


def _first_word(words: list[str]) -> str:
    named = list(dropwhile(lambda word: word.casefold() in TITLES, words))
    return (named or words)[0]


def _whole(words: list[str]) -> str:
    named = list(dropwhile(lambda word: word.casefold() in TITLES, words))
    return " ".join(named or words)


def _last_word(words: list[str]) -> str:
    return words[-1]


def _with_particles(words: list[str]) -> str:
    last = len(words) - (words[-1].casefold() in AFTER_A_NAME)
    first = max(0, last - 1)
    while first > 1 and (words[first - 1].islower() or words[first - 1].casefold() in BEFORE_A_NAME):
        first -= 1
    return " ".join(words[first:last])


def _of_the_father(words: list[str]) -> str:
    given = 2 if len(words) > 2 and fold(words[1]) in SECOND_GIVEN else 1
    family = words[given:]
    if len(family) != 2 or any(word.islower() or word.casefold() in BEFORE_A_NAME for word in family):
        return _with_particles(words)
    common = family[0].casefold().endswith("ez") or family[0].casefold().startswith("garc")
    return " ".join(family) if common else family[0]


_PARTS: dict[Called | None, Callable[[list[str]], str]] = {
    None: _with_particles,
    "family first": lambda words: words[0],
    "own name": _first_word,
    "last word": _last_word,
    "whole": _whole,
    "father's": _of_the_father,
}


def short_names(people: Iterable[Participant], between: str = " · ") -> str:
    """Join the short names: *Zhao · Volodin*."""
    return between.join(one_line(short_name(person.name, person.country)) for person in people)


def who_met(meeting: Meeting, between: str = " · ") -> str:
    """Name a meeting by its people, or by its title where nobody is known."""
    return short_names(meeting.participants, between) or one_line(meeting.title)


def described(*parts: str | None) -> str:
    """Join what is known of name, office and country with middle dots."""
    return " · ".join(one_line(part) for part in parts if part)
