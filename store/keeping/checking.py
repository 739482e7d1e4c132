"""Looking over a whole library: every line, every step, and every quote against its source.

Nothing is ever changed by it. A quote whose text no longer stands in its source is told as missing and stays where
it is: moving it to a lookalike would be worse than losing it.
"""

from __future__ import annotations

from collections.abc import Iterator

from store.keeping.tables import Tables
from store.log.damage import Damage
from store.model import Meeting
from store.outcomes import Problem

_RESTORE = (
    "Copy the file from the newest folder in backups/ if it still has the line, or add the source again"
)

_HELD = {
    "meetings": "meeting {}",
    "quotes": "the quotes of meeting {}",
    "sources": "source {}",
    "officials": "official {}",
}
"""What a line of each table holds."""


def check(tables: Tables) -> list[Problem]:
    """Return everything that is wrong, in the order of the tables and of the meetings' ids."""
    return [*_damaged(tables), *_meetings(tables)]


def _damaged(tables: Tables) -> Iterator[Problem]:
    for damage in tables.log.look_over():
        where = f"{damage.file}, line {damage.line}" if damage.line else damage.file
        yield Problem(where, damage.what + _lost(tables, damage), _RESTORE)


def told(tables: Tables, damage: Damage) -> str:
    """Return a sentence about damage, naming what was lost with it as far as that can be known."""
    return f"{damage}{_lost(tables, damage)}"


def _lost(tables: Tables, damage: Damage) -> str:
    table = damage.file.removesuffix(".jsonl")
    if damage.doc_id is None or table not in _HELD:
        return ""
    title = damage.title
    if table == "quotes" and tables.has_meeting(damage.doc_id):
        title = tables.meeting(damage.doc_id).title
    name = _HELD[table].format(damage.doc_id) + f" ({title})" * bool(title)
    place = tables.log.rows(table).place(damage.doc_id)
    if place is None:
        return f"; lost with it: {name}"
    if place < damage.at:
        return f"; the last change of {name} is lost, the version before it is there"
    return f"; only a former version of {name} is lost"


def _meetings(tables: Tables) -> Iterator[Problem]:
    officials = tables.identities.officials
    for meeting_id in sorted(tables.newest.ids()):
        meeting = tables.meeting(meeting_id)
        where = f"meeting {meeting_id} ({meeting.title})"
        for person in (*meeting.participants, *meeting.speakers):
            if person.official not in officials:
                yield Problem(where, f"official {person.official} ({person.name}) is not there", _RESTORE)
        yield from _quotes(tables, meeting, where)


def _quotes(tables: Tables, meeting: Meeting, where: str) -> Iterator[Problem]:
    texts: dict[int, str] = {}
    table = tables.table("sources")
    for label in meeting.sources:
        document = table.one(label.id)
        if document is None:
            yield Problem(where, f"its source {label.id} ({label.title or label.url}) is not there", _RESTORE)
        else:
            texts[label.id] = document["text"]
    quotes = tables.shelf(meeting.id).quotes
    if len(quotes) != meeting.quotes:
        yield Problem(where, f"{len(quotes)} quotes are there of {meeting.quotes}", _RESTORE)
    for quote in quotes:
        text = texts.get(quote.source)
        if quote.status != "missing" and text is not None and text[quote.start : quote.end] != quote.text:
            yield Problem(
                f"quote {quote.id}",
                "missing: its text no longer stands at its place in the source",
                "Correct the place, or mark the quote as missing",
            )
