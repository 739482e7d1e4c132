"""What an overview page shows, collected: counts, formulas, silences, and the first quotes behind each number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.insight.days import oldest_first
from store.insight.evidence import Progress, Shelf, heard, people, quiet
from store.insight.formulas import Formulas, formulas
from store.insight.overview import all_tables, remark
from store.insight.silence import Silence, silences
from store.insight.tables import Table
from store.insight.topics import topics_of
from store.model import Meeting, Quote
from store.wording import counted

LISTED = 5
"""Meetings or quotes shown of each number."""
MOST_FORMULAS = 30


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the page shows. ``meetings`` and ``quotes`` hold what is listed, by id."""

    title: str
    day: str
    about: str
    tables: tuple[Table, ...]
    formulas: Formulas
    silences: tuple[Silence, ...]
    meetings: dict[int, Meeting]
    quotes: dict[str, Quote]
    remarks: tuple[str, ...] = ()


def make_report(
    shelf: Shelf, meetings: Sequence[Meeting], *, title: str, today: str, progress: Progress = quiet
) -> Report:
    """Collect what the page shows of the given meetings. ``today`` is an ISO day."""
    officials = shelf.officials()
    tables = all_tables(shelf, meetings, progress)
    dated = oldest_first(meetings, today)
    topics = topics_of(shelf, dated, progress)
    silent = silences(heard(shelf, dated, progress), officials, topics, today=today)
    known = formulas(heard(shelf, meetings, progress), limit=MOST_FORMULAS, progress=progress)
    wanted = {
        quote for table in tables for row in table.cells for cell in row for quote in cell.quotes[:LISTED]
    }
    homes = {int(quote.partition(".")[0]) for quote in wanted}
    quotes = {one.id: one for home in homes for one in shelf.quotes(home) if one.id in wanted}
    known_people = {person.official for meeting in meetings for person in people(meeting)}
    spoken = sum(meeting.quotes for meeting in meetings)
    sizes = ((len(meetings), "meeting"), (len(known_people), "official"), (spoken, "quote"))
    return Report(
        title=title,
        day=today,
        about=", ".join(counted(*size) for size in sizes),
        tables=tables,
        formulas=known,
        silences=silent.silences,
        meetings={meeting.id: meeting for meeting in meetings},
        quotes=quotes,
        remarks=tuple(one for one in (remark(meetings), known.remark, silent.remark) if one),
    )
