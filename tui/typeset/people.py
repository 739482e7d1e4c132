"""Names of people in little room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.harmless import one_line

if TYPE_CHECKING:
    from store.model import Meeting, Participant

FAMILY_NAME_FIRST = frozenset(
    {
        "China",
        "Taiwan",
        "North Korea",
        "South Korea",
        "Republic of Korea",
        "Vietnam",
        "Viet Nam",
        "Cambodia",
    }
)
"""Countries whose officials are written family name first in English readouts; Japan's are mostly turned."""
THREE_WORDS_FIRST = frozenset({"Singapore", "Malaysia", "Hong Kong"})
"""Countries where a Chinese name of three words begins with the family's, and others are as in Europe."""
_AFTER_A_NAME = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_BEFORE_A_NAME = frozenset({"bin", "ibn", "al", "بن", "ابن", "آل"})


def short_name(name: str, country: str | None = None) -> str:
    """Return the part of a name by which headlines call the person: *Zhao*, *Volodin*, *von der Leyen*."""
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return name
    capitals = [word for word in words if len(word) > 2 and word.isupper() and word.isalpha()]
    if capitals and len(capitals) < len(words) and capitals[0].casefold() not in _AFTER_A_NAME:
        return capitals[0].capitalize()  # KISHIDA Fumio: the capitals say which is the family's
    eastern = country in FAMILY_NAME_FIRST or (country in THREE_WORDS_FIRST and len(words) == 3)
    if eastern and len(words[0]) <= 6 and max(map(len, words)) <= 9 and words[0][:1].isupper():
        return words[0]
    last = len(words) - (words[-1].casefold() in _AFTER_A_NAME)
    first = max(0, last - 1)
    while first > 1 and (words[first - 1].islower() or words[first - 1].casefold() in _BEFORE_A_NAME):
        first -= 1
    return " ".join(words[first:last])


def short_names(people: Iterable[Participant], between: str = " · ") -> str:
    """Join the short names: *Zhao · Volodin*."""
    return between.join(one_line(short_name(person.name, person.country)) for person in people)


def who_met(meeting: Meeting, between: str = " · ") -> str:
    """Name a meeting by its people, or by its title where nobody is known."""
    return short_names(meeting.participants, between) or one_line(meeting.title)


def described(*parts: str | None) -> str:
    """Join what is known of name, office and country with middle dots."""
    return " · ".join(one_line(part) for part in parts if part)
