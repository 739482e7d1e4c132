"""Whether a person holds an office that a text names, and how well."""

from __future__ import annotations

from functools import cache

from store.reading.persons import Person
from store.reading.tables import office_class, rows

_HEADS = office_class("head")
_RANKS = frozenset({"vice", "deputy", "assistant", "under", "former", "acting"})
_SET_APART = frozenset({"prime", "vice", "foreign", "defence"})
_OF_A_BODY = frozenset(
    {"prime", "first", "commission", "council", "parliament", "assembly", "senate", "bank"}
)


@cache
def _meanings() -> list[tuple[frozenset[str], list[frozenset[str]]]]:
    return [
        (frozenset(role.split()), [frozenset(office.split()) for office in offices.split("|")])
        for role, offices in rows("roles")
    ]


def fits(person: Person, words: frozenset[str]) -> bool:
    """Tell whether an office in its common form can be the person's: *leader* that of a president."""
    heads, own = words & _HEADS, person.office_words
    if words <= own or (heads and heads <= own and not (words - own) & _SET_APART):
        return True
    if heads <= own and heads:
        return False
    return any(role <= words and any(office <= own for office in offices) for role, offices in _meanings())


def closeness(person: Person, words: frozenset[str]) -> tuple[bool, bool, int, int]:
    """Tell how well an office fits: itself, not only its like; no rank that the words lack; shared words; few others.

    *The Foreign Minister* is the Deputy Prime Minister and Foreign Minister before the Secretary of State.
    """
    own = person.office_words
    alike = not words & _HEADS <= own
    return not alike, not (own & _RANKS) - words, len(words & own), -len((own & _OF_A_BODY) - words)


def speaks_for_others(word: str) -> bool:
    """Tell a spokesperson's office by its word."""
    return word.startswith("spokes")
