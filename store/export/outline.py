"""Quotes under headings: by meeting, official, topic or date. The formats for people all draw this outline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from store.export import dates, phrases
from store.export.options import GroupName
from store.export.rows import ExportRow
from store.model import SourceLabel


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what is below it: further sections, or rows in the innermost.

    ``about`` is one line on the group; ``sources`` are named here, once for all quotes of the group.
    """

    heading: str
    about: str
    sources: tuple[SourceLabel, ...]
    sections: tuple[Section, ...]
    rows: tuple[ExportRow, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One way to group. A row belongs under each of its ``keys``; ``tells`` names what a heading already says."""

    keys: Callable[[ExportRow], tuple[str, ...]]
    heading: Callable[[ExportRow, str], str]
    about: Callable[[ExportRow], str] = lambda row: ""
    tells: frozenset[str] = frozenset()
    ordered: bool = False


MEETING = Level(
    keys=lambda row: (f"{row.meeting.id} {row.meeting.title}",),
    heading=lambda row, key: row.meeting.title,
    about=lambda row: phrases.meeting_facts(row.meeting),
    tells=frozenset({"meeting", "date", "place"}),
)
SPEAKER = Level(
    keys=lambda row: (phrases.person(row),),
    heading=lambda row, key: key,
    tells=frozenset({"speaker", "standing"}),
)
OFFICIAL = Level(
    keys=lambda row: (phrases.speaker(row),),
    heading=lambda row, key: key,
    tells=frozenset({"speaker"}),
    ordered=True,
)
TOPIC = Level(
    keys=lambda row: row.quote.tags or ("",),
    heading=lambda row, key: key or "Without a topic",
    ordered=True,
)
DAY = Level(
    keys=lambda row: (row.meeting.date or "",),
    heading=lambda row, key: dates.long(key) or "Date unknown",
    tells=frozenset({"date"}),
)

LEVELS: dict[GroupName, tuple[Level, ...]] = {
    "meeting": (MEETING, SPEAKER),
    "official": (OFFICIAL, MEETING),
    "topic": (TOPIC, SPEAKER),
    "date": (DAY, MEETING, SPEAKER),
}
# The level at which a group names its sources: each of its quotes then comes from one of few.
_NAMES_SOURCES: dict[GroupName, Level] = {
    "meeting": MEETING,
    "official": MEETING,
    "topic": SPEAKER,
    "date": MEETING,
}


def outline(rows: Iterable[ExportRow], group: GroupName) -> tuple[Section, ...]:
    """Arrange rows under the headings of ``group``, in the order they come or, for names, by alphabet."""
    return _sections(tuple(rows), LEVELS[group], _NAMES_SOURCES[group])


def beside(row: ExportRow, group: GroupName) -> str:
    """Return what of speaker, office, meeting, date and place the headings of ``group`` leave to say of a row."""
    told = frozenset[str]().union(*(level.tells for level in LEVELS[group]))
    facts = {
        "speaker": phrases.speaker(row),
        "standing": phrases.standing(row),
        "meeting": row.meeting.title,
        "date": dates.span(row.meeting.date, row.meeting.end_date),
        "place": row.meeting.place,
    }
    return phrases.together((fact for name, fact in facts.items() if name not in told), " · ")


def _sections(rows: Sequence[ExportRow], levels: Sequence[Level], naming: Level) -> tuple[Section, ...]:
    level, deeper = levels[0], levels[1:]
    groups: dict[str, list[ExportRow]] = {}
    for row in rows:
        for key in level.keys(row):
            groups.setdefault(key, []).append(row)
    keys = sorted(groups, key=lambda key: (not key, key.casefold(), key)) if level.ordered else list(groups)
    return tuple(
        Section(
            level.heading(groups[key][0], key),
            level.about(groups[key][0]),
            _sources(groups[key]) if level is naming else (),
            _sections(groups[key], deeper, naming) if deeper else (),
            () if deeper else tuple(groups[key]),
        )
        for key in keys
    )


def _sources(rows: Iterable[ExportRow]) -> tuple[SourceLabel, ...]:
    return tuple({row.source_label.id: row.source_label for row in rows}.values())
