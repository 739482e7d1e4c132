"""A query's tree as an expression of the full-text table and bounds on the day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from store.finding.matching import View
from store.finding.people import People
from store.query.spellings import patterns
from store.query.tree import And, Field, Node, Not, Or, Period, Words
from store.search import terms
from store.search.properties import Properties

_NOWHERE = '"\ue002"'


class Question(NamedTuple):
    """What the table is asked. ``first`` and ``end`` bound the ordinal of the day, 0 being unknown."""

    expression: str
    first: int
    end: int


class Translation(NamedTuple):
    """What is needed to write a query as an expression: ``people`` and ``years``, the first and last, when asked for.

    With ``also``, the expression is a loose one that finds more: words may as well be those of an official who is
    there, whom ``also`` gives for them (``None`` for too many to be sought), and nothing is excluded.
    """

    view: View
    people: Callable[[], People]
    properties: Properties
    years: Callable[[], tuple[int, int]]
    also: Callable[[Words], Collection[int] | None] | None = None

    def question(self, root: Node) -> Question:
        """Translate a whole query. Bounds that all hits must keep become a range, which costs nothing."""
        first, end, rest = 0, date.max.toordinal() + 1, []
        for part in root.parts if isinstance(root, And) else (root,):
            if isinstance(part, Period) and part.relation == "after":
                first = max(first, _start(part.value))
            elif isinstance(part, Period) and part.relation == "before":
                first, end = max(first, 1), min(end, _start(part.value))
            else:
                rest.append(part)
        return Question(self.expression(And(tuple(rest))), first, end)

    def expression(self, node: Node) -> str:
        """Translate a part of a query."""
        match node:
            case Words(folded, prefix):
                phrase = _phrase(folded, prefix)
                theirs = self.also(node) if self.also else ()
                if theirs is None:
                    return _one(terms.EVERY)
                return f"({phrase} OR {_any(map(terms.present_term, theirs))})" if theirs else phrase
            case Field("source") if self.also:
                return _one(
                    terms.EVERY
                )  # an official who is not quoted is told of by every source of the meeting
            case Field("source", value):
                title = _phrase(map(terms.source_term, value.folded), value.prefix)
                return f"({title} OR {_any(self._numbered('publisher', value))})"
            case Field("official", value) if self.view == "meetings":
                known = map(terms.present_term, sorted(self.people().named(value)))
                return _any((*self._numbered(terms.VOICE, value), *known))
            case Field("official", value):
                known = map(terms.speaker_term, sorted(self.people().named(value)))
                return _any((*self._numbered("official", value), *known))
            case Field("country", value) if self.view == "meetings":
                return _any(self._numbered(terms.PRESENT, value))
            case Field(name, value):
                return _any(self._numbered(name, value))
            case Period(relation, value):
                return _any(self._period(relation, value))
            case Not():
                return self.expression(And((node,)))
            case Or(parts):
                return f"({' OR '.join(map(self.expression, parts))})"
            case And(parts):
                wanted = [self.expression(part) for part in parts if not isinstance(part, Not)]
                unwanted = [
                    self.expression(part.part) for part in parts if isinstance(part, Not) and not self.also
                ]
                found = " AND ".join(wanted) or _one(terms.EVERY)
                return f"(({found}) NOT ({' OR '.join(unwanted)}))" if unwanted else f"({found})"

    def _numbered(self, field: str, value: Words) -> Iterator[str]:
        asked = "country" if field == terms.PRESENT else field
        return map(terms.value_term, self.properties.holding(field, patterns(asked, value)))

    def _period(self, relation: str, value: str) -> Iterator[str]:
        months = _months(int(value)) if len(value) == 4 else [value]
        if relation == "on":
            for period in months:
                yield terms.begun_term(period)
                yield terms.lasted_term(period)
            return
        start = (value + "-01-01")[:10]
        year, month, day = map(int, start.split("-"))
        earliest, latest = self.years()
        after = relation == "after"
        for other in range(year + 1, latest + 1) if after else range(earliest, year):
            yield from map(terms.begun_term, _months(other))
        for other in range(month + 1, 13) if after else range(1, month):
            yield terms.begun_term(f"{year:04}-{other:02}")
        for other in range(day, 32) if after else range(1, day):
            yield terms.begun_term(f"{year:04}-{month:02}-{other:02}")


def begun_in(question: Question, periods: Iterable[str]) -> Question:
    """Narrow a question to meetings that began in one of some months, or on one of some days."""
    return question._replace(expression=f"({question.expression} AND {_any(map(terms.begun_term, periods))})")


def _months(year: int) -> list[str]:
    return [f"{year:04}-{month:02}" for month in range(1, 13)]


def _start(value: str) -> int:
    return date.fromisoformat((value + "-01-01")[:10]).toordinal()


def _phrase(words: Iterable[str], prefix: bool) -> str:
    return f'"{" ".join(words)}"{" *" if prefix else ""}'


def _one(term: str) -> str:
    return f'"{term}"'


def _any(found: Iterable[str]) -> str:
    return f"({' OR '.join(map(_one, found)) or _NOWHERE})"


def asks_of_meetings(root: Node) -> bool:
    """Tell whether the meetings found are known from the terms of whole slots, without looking at single rows.

    They are if no two properties of single quotes are asked for together, and none is excluded: then it does not
    matter which of the quotes has it.
    """
    return (count := _of_quotes(root)) is not None and count <= 1


def _of_quotes(node: Node) -> int | None:
    match node:
        case Period() | Field("official" | "country" | "place"):
            return 0
        case Words(folded):
            return 1 if len(folded) == 1 else None
        case Field(name, value) if name != "source" or len(value.folded) == 1:
            return 1
        case Not(part):
            return 0 if _of_quotes(part) == 0 else None
        case And(parts) | Or(parts):
            counts = [count for part in parts if (count := _of_quotes(part)) is not None]
            if len(counts) < len(parts):
                return None
            return sum(counts) if isinstance(node, And) else max(counts)
    return None
