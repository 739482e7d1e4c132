"""Counts that know what they count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


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

Shape = Literal["months", "tally", "matrix"]
"""How a table is best drawn: months in order, names by size, or names against names."""


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
    shape: Shape = "tally"
    left_out: int = 0

    @property
    def most(self) -> int:
        """The highest count, 0 of an empty table."""
        return max((cell.count for row in self.cells for cell in row), default=0)
