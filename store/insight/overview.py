"""A library counted: meetings by month, country, kind and place, who met whom, and who speaks of what.

Every number is a `store.insight.tables.Cell`: it knows which meetings or quotes it counts, and the filter that
finds them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from store.insight.evidence import Progress, Shelf, heard, quiet
from store.insight.tables import EMPTY, Cell, Shape, Table
from store.insight.topics import Topics, topics_of
from store.model import Meeting, Official, Quote
from store.query.editing import term
from store.wording import counted

UNKNOWN = "unknown"
MOST_ROWS = 20
"""Rows and columns of a matrix, and rows of a tally other than months, where no other number is asked for."""
LEAST_MEETINGS = 5
"""Meetings below which an overview says little."""


def _tally(
    title: str,
    found: dict[str, list[int]],
    query: Callable[[str], str],
    rows: Sequence[str],
    shape: Shape = "tally",
) -> Table:
    cells = tuple((Cell(len(found[row]), tuple(found[row]), query=query(row)),) for row in rows)
    return Table(title, "meetings", tuple(rows), ("meetings",), cells, shape, len(found) - len(rows))


def _grouped(
    meetings: Iterable[Meeting], names: Callable[[Meeting], Iterable[str | None]]
) -> dict[str, list[int]]:
    """Return the ids of the meetings under each name; a meeting without any name is under `UNKNOWN`."""
    found: dict[str, list[int]] = defaultdict(list)
    for meeting in meetings:
        for name in dict.fromkeys(name or UNKNOWN for name in names(meeting)) or (UNKNOWN,):
            found[name].append(meeting.id)
    return found


def _by_size(found: dict[str, list[int]], most: int) -> list[str]:
    return sorted(found, key=lambda name: (name == UNKNOWN, -len(found[name]), name))[:most]


def _filter(field: str) -> Callable[[str], str]:
    return lambda name: "" if name == UNKNOWN else term(field, name)


def by_month(meetings: Iterable[Meeting]) -> Table:
    """Count meetings by the month (``2023-11``) of their first day, newest first, months without any left out."""
    found = _grouped(meetings, lambda meeting: (meeting.date and meeting.date[:7],))
    months = sorted((name for name in found if name != UNKNOWN), reverse=True)
    rows = [*months, *([UNKNOWN] if UNKNOWN in found else [])]
    return _tally("Meetings by month", found, _filter("on"), rows, "months")


def by_country(meetings: Iterable[Meeting], most: int = MOST_ROWS) -> Table:
    """Count the meetings in which each country took part."""
    found = _grouped(meetings, lambda meeting: (person.country for person in meeting.participants))
    return _tally("Meetings by country", found, _filter("country"), _by_size(found, most))


def by_kind(meetings: Iterable[Meeting], most: int = MOST_ROWS) -> Table:
    """Count meetings by kind."""
    found = _grouped(meetings, lambda meeting: (meeting.kind,))
    return _tally("Meetings by kind", found, _filter("kind"), _by_size(found, most))


def by_place(meetings: Iterable[Meeting], most: int = MOST_ROWS) -> Table:
    """Count meetings by place."""
    found = _grouped(meetings, lambda meeting: (meeting.place,))
    return _tally("Meetings by place", found, _filter("place"), _by_size(found, most))


def tallies(meetings: Sequence[Meeting], most: int = MOST_ROWS) -> tuple[Table, ...]:
    """Return the counts of meetings by month, and by country, kind and place with the ``most`` largest of each."""
    by_name = (by_country, by_kind, by_place)
    return (by_month(meetings), *(table(meetings, most) for table in by_name))


def who_met_whom(meetings: Sequence[Meeting], officials: Sequence[Official], most: int = MOST_ROWS) -> Table:
    """Return at how many meetings each two of the ``most`` officials who meet most met; the diagonal is empty."""
    names = {official.id: official.name for official in officials}
    often = Counter(
        official for meeting in meetings for official in {person.official for person in meeting.participants}
    )
    ranked = sorted((o for o in often if o in names), key=lambda o: (-often[o], names[o]))
    shown = ranked[:most]
    place = {official: rank for rank, official in enumerate(shown)}
    met: dict[tuple[int, int], list[int]] = defaultdict(list)
    for meeting in meetings:
        present = sorted(
            {place[person.official] for person in meeting.participants if person.official in place}
        )
        for pair in combinations(present, 2):
            met[pair].append(meeting.id)

    def cell(row: int, column: int) -> Cell:
        found = met.get((min(row, column), max(row, column)))
        if row == column or not found:
            return EMPTY
        query = " ".join(term("official", names[shown[rank]]) for rank in (row, column))
        return Cell(len(found), tuple(found), query=query)

    headings = tuple(names[official] for official in shown)
    cells = tuple(tuple(cell(row, column) for column in range(len(shown))) for row in range(len(shown)))
    return Table("Who met whom", "meetings", headings, headings, cells, "matrix", len(ranked) - len(shown))


def who_speaks_of_what(
    said_at: Iterable[tuple[Meeting, Sequence[Quote]]],
    officials: Sequence[Official],
    topics: Topics,
    most: int = MOST_ROWS,
) -> Table:
    """Return how many quotes each official has on each topic: topics down, officials across, the largest first."""
    names = {official.id: official.name for official in officials}
    said: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    tags = set[str]()
    for _meeting, quotes in said_at:
        for quote in quotes:
            tags.update(quote.tags)
            for topic in topics.of(quote) if quote.officials else ():
                for official in quote.officials:
                    said[topic, official].append((quote.meeting, quote.number))
    of_topic, of_official = Counter[str](), Counter[int]()
    for (topic, official), places in said.items():
        of_topic[topic] += len(places)
        of_official[official] += len(places)
    across = sorted((o for o in of_official if o in names), key=lambda o: (-of_official[o], names[o]))[:most]
    down = sorted(of_topic, key=lambda topic: (-of_topic[topic], topic))[:most]

    def cell(topic: str, official: int) -> Cell:
        found = said.get((topic, official))
        if not found:
            return EMPTY
        query = f"{term('tag', topic)} {term('official', names[official])}" if topic in tags else ""
        ids = tuple(f"{meeting}.{number}" for meeting, number in found)
        return Cell(len(found), tuple(dict.fromkeys(meeting for meeting, _ in found)), ids, query)

    cells = tuple(tuple(cell(topic, official) for official in across) for topic in down)
    headings = tuple(names[official] for official in across)
    return Table(
        "Who speaks of what", "quotes", tuple(down), headings, cells, "matrix", len(of_topic) - len(down)
    )


def meeting_tables(shelf: Shelf, meetings: Sequence[Meeting], most: int = MOST_ROWS) -> tuple[Table, ...]:
    """Return the tables that need no quotes, each with the ``most`` largest rows."""
    return (*tallies(meetings, most), who_met_whom(meetings, shelf.officials(), most))


def all_tables(
    shelf: Shelf, meetings: Sequence[Meeting], progress: Progress = quiet, *, most: int = MOST_ROWS
) -> tuple[Table, ...]:
    """Return every table of the given meetings, each with the ``most`` largest rows.

    The quotes are gone through twice: for the topics, and to count.
    """
    people = shelf.officials()
    topics = topics_of(shelf, meetings, progress)
    spoken = who_speaks_of_what(heard(shelf, meetings, progress), people, topics, most)
    return (*meeting_tables(shelf, meetings, most), spoken)


def remark(meetings: Sequence[Meeting]) -> str | None:
    """Return a sentence when there are too few meetings for counts to say anything."""
    if len(meetings) >= LEAST_MEETINGS:
        return None
    if not meetings:
        return "There are no meetings here to count."
    return f"Only {counted(len(meetings), 'meeting')} here: counts say little yet."
