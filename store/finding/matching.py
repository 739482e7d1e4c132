"""Whether a row answers a query: the plain and slow definition that every quicker way must agree with.

The same query is asked of quotes and of meetings. Of a quote, ``official:`` and ``country:`` ask who said it; of a
meeting, who was there or was quoted. All other terms ask the same of both: a meeting is found when one of its rows
answers.
"""

from __future__ import annotations

from typing import Literal

from store.finding.people import People
from store.finding.rows import Row
from store.query.periods import in_period
from store.query.spellings import patterns
from store.query.tree import And, Field, Node, Not, Or, Period, Words

View = Literal["quotes", "meetings"]
"""What a query is asked of."""


def matches(node: Node, row: Row, people: People, view: View) -> bool:
    """Tell whether the row answers the query, or the part of one."""
    match node:
        case Words():
            return node.pattern in row.words or node.pattern in row.shared.words
        case Field(name, value):
            return _holds(name, value, row, people, view)
        case Period(relation, day):
            return in_period(row.shared.days, relation, day)
        case Not(part):
            return not matches(part, row, people, view)
        case And(parts):
            return all(matches(part, row, people, view) for part in parts)
        case Or(parts):
            return any(matches(part, row, people, view) for part in parts)


def _holds(name: str, value: Words, row: Row, people: People, view: View) -> bool:
    if view == "meetings" and name == "official":
        there = not people.named(value).isdisjoint(row.shared.present.keys())
        return there or value.pattern in row.shared.voices
    if view == "meetings" and name == "country":
        spelled = patterns(name, value)
        return any(pattern in country for country in row.shared.present.values() for pattern in spelled)
    if name == "official" and not people.named(value).isdisjoint(row.speakers):
        return True
    spelled = patterns(name, value)
    return any(pattern in known for known in row.values(name) for pattern in spelled)
