"""The meetings: when, where, who, and how much was said."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment

from store.harmless import one_line

from ..typeset.people import who_met
from ..typeset.wrapping import fit
from .ink import Ink
from .line_list import LineList

if TYPE_CHECKING:
    from store.model import Meeting


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in cells; 0 leaves a column out. The people get what the others leave."""

    day: int
    place: int
    people: int
    kind: int
    quotes: int


@lru_cache(maxsize=16)
def columns(width: int) -> Columns:
    """Share out a row: the day always, then people, then place, number of quotes and kind as room allows."""
    place = 0 if width < 40 else min(16, width // 4)
    quotes = 5 if width >= 46 else 0
    kind = 10 if width >= 78 else 0
    day = 12 if width >= 24 else 0
    return Columns(day, place, max(1, width - day - place - kind - quotes), kind, quotes)


def ids_of(rows: Sequence[Meeting]) -> Sequence[int]:
    """Return the ids of meetings, from where long lists have them without reading any."""
    known: Sequence[int] | None = getattr(rows, "ids", None)
    return [row.id for row in rows] if known is None else known


class MeetingList(LineList["Meeting"]):
    """Meetings, one a line."""

    @property
    def ids(self) -> Sequence[int]:
        """The ids of all rows, in order."""
        return ids_of(self.rows)

    def key(self, row: Meeting) -> int:
        """Name a meeting by its id."""
        return row.id

    def place(self, rows: Sequence[Meeting], key: Hashable) -> int | None:
        """Look the name up among the ids where the rows have them, without reading a hundred thousand meetings."""
        try:
            return ids_of(rows).index(key)
        except ValueError:
            return None

    def write(self, row: Meeting, width: int, ink: Ink) -> list[Segment]:
        """Write day, place, people, kind and number of quotes."""
        room = columns(width)
        day = (row.date or "undated") + ("?" if "date" in row.unsure and row.date else "")
        who = fit(who_met(row), room.people - 1) + " "
        cells = [Segment(fit(day, room.day), ink.muted)] if room.day else []
        if room.place:
            cells += self.with_hits(
                fit(one_line(row.place or ""), room.place - 1) + " ", ink.muted, ink, "place"
            )
        cells += self.with_hits(who, ink.base if row.participants else ink.muted, ink, "official")
        if room.kind:
            cells.append(Segment(fit(row.kind or "", room.kind), ink.muted))
        if room.quotes:
            cells.append(Segment(f"{row.quotes or '·':>{room.quotes - 1}} ", ink.muted))
        return cells
