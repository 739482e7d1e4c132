"""Counts that know what they count."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A count and what it counts: ids of meetings, and of quotes (``"12.3"``) where quotes are counted.

    ``query`` is the filter that finds them, empty where none can.
    """

    count: int
    meetings: tuple[int, ...] = ()
    quotes: tuple[str, ...] = ()
    query: str = ""


EMPTY = Cell(0)


@dataclass(frozen=True, slots=True)
class Table:
    """Counts (of what, tells ``counted``) under row and column headings; a plain tally has one column.

    ``left_out`` tells how many rows did not fit.
    """

    title: str
    counted: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    left_out: int = 0

    @property
    def most(self) -> int:
        """The highest count, 0 of an empty table."""
        return max((cell.count for row in self.cells for cell in row), default=0)
