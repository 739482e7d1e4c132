"""How often officials met and spoke, counted from what the index notes of each meeting."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from store.finding.page import Presence
from store.query.tree import And, Field, Node, Period, Words


class Tally(NamedTuple):
    """Meetings and quotes of one official, and the first and last day of those meetings."""

    meetings: int
    quotes: int
    first: str | None
    last: str | None


NEVER = Tally(0, 0, None, None)

_COUNT = "select official, count(*), sum(quotes), min(nullif(day, 0)), max(nullif(day, 0)) from spoke"


def tallies(db: sqlite3.Connection, meetings: Iterable[int] | None) -> dict[int, Tally]:
    """Count over some meetings, or all, for every official who was in one of them."""
    within = "" if meetings is None else "where meeting in (select value from json_each(?))"
    parameters = () if meetings is None else (json.dumps(list(meetings)),)
    rows = db.execute(f"{_COUNT} {within} group by official", parameters)
    return {official: Tally(met, said, _day(first), _day(last)) for official, met, said, first, last in rows}


def presences(db: sqlite3.Connection, official: int, meetings: Iterable[int]) -> list[Presence]:
    """Return where one official was, of the meetings where they can have been."""
    within = "select value from json_each(?)"
    sql = f"select day, meeting, quotes from spoke where meeting in ({within}) and official = ?"  # noqa: S608
    return [Presence(*row) for row in db.execute(sql, (json.dumps(list(meetings)), official))]


def apart(root: Node) -> tuple[And, list[Words]] | None:
    """Part a query that only asks who, when and where into when and where, and the names; ``None`` for others."""
    where, who = [], []
    for part in root.parts if isinstance(root, And) else (root,):
        match part:
            case Field("official", value):
                who.append(value)
            case Period() | Field("place"):
                where.append(part)
            case _:
                return None
    return And(tuple(where)), who


def _day(ordinal: int | None) -> str | None:
    return date.fromordinal(ordinal).isoformat() if ordinal else None
