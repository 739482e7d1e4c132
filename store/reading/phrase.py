"""A noun phrase that can name someone, and the kinds of them."""

from __future__ import annotations

from dataclasses import dataclass

PERSON, MAYBE, ROLE, BARE, COUNTRY, BODY, GROUP, PRONOUN, PEOPLE, CITY, NOUN = (
    "person",
    "maybe",
    "role",
    "bare",
    "country",
    "body",
    "group",
    "pronoun",
    "people",
    "city",
    "noun",
)


@dataclass(slots=True)
class Phrase:
    """A noun phrase, tokens ``first`` to ``last``, exclusive.

    ``kind`` is one of the constants above; ``maybe`` are capitals that may be a name, ``bare``
    an office without article (*general secretary*). ``name`` and ``office`` are the
    tokens of the name and of the office (ranges; empty where there is none); ``country`` is the country named with
    them; ``word`` the word that decides: a head, a pronoun, a known name; ``own`` a possessive before it (*his*).
    """

    first: int
    last: int
    kind: str
    name: tuple[int, int] = (0, 0)
    office: tuple[int, int] = (0, 0)
    country: str | None = None
    word: str = ""
    own: str = ""
