"""What a query means, as a small tree of frozen records. Equality is equality of meaning, not of spelling."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.folding import words


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words that must stand side by side; with ``prefix`` the last may go on. ``typed`` is the spelling."""

    folded: tuple[str, ...]
    prefix: bool = False
    typed: str = field(default="", compare=False)

    @classmethod
    def of(cls, typed: str, *, prefix: bool = False) -> Words:
        """Fold what was typed."""
        return cls(tuple(words(typed)), prefix, typed)

    @property
    def pattern(self) -> str:
        """What occurs in a text folded to ``" word word "`` exactly when these words do."""
        return f" {' '.join(self.folded)}{'' if self.prefix else ' '}"


@dataclass(frozen=True, slots=True)
class Field:
    """A named property that must hold the words: ``official:"Wang Yi"``."""

    name: str
    value: Words


@dataclass(frozen=True, slots=True)
class Period:
    """A bound on the day. ``relation`` is ``after``, ``before`` or ``on``; ``value`` a year, month or day."""

    relation: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not match."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """All parts must match; without parts, everything does."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """One of the parts must match."""

    parts: tuple[Node, ...]


Node = Words | Field | Period | Not | And | Or


def fields_of(node: Node) -> frozenset[str]:
    """Return the names of all fields that a query asks for."""
    match node:
        case Field(name):
            return frozenset((name,))
        case Not(part):
            return fields_of(part)
        case And(parts) | Or(parts):
            return frozenset().union(*map(fields_of, parts))
    return frozenset()


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood. ``text`` is what was typed."""

    root: Node
    text: str = field(default="", compare=False)

    @property
    def everything(self) -> bool:
        """Whether nothing is asked for, so that all is found."""
        return self.root == And()
