"""Tables of counts set in text cells: bars for tallies, shaded numbers for matrices."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from store.harmless import one_line
from store.insight.tables import Cell, Table
from store.wording import counted
from tui.typeset.wrapping import fit

from .lines import BLANK, Line, Part, of_cell, part

SHADES = " ░▒▓█"
"""How dark a number stands, by its share of the highest; the number itself says it too."""
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LABEL = 24
_STEP = 4
"""Cells of a bar that one meeting may take: a column of ones does not fill the screen."""


def shade(count: int, most: int) -> str:
    """Return the sign for a count: blank for none, then four steps up to the highest."""
    return SHADES[-(-count * (len(SHADES) - 1) // most)] if most else SHADES[0]


def bar(count: int, most: int, width: int) -> str:
    """Return a bar of at most ``width`` cells, to an eighth of a cell; something is never nothing."""
    eighths = max(1, round(count * width * 8 / most)) if count else 0
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _tally(table: Table, width: int) -> list[Line]:
    label = min(_LABEL, max((cell_len(one_line(row)) for row in table.rows), default=0))
    room = max(4, min(width - label - 10, _STEP * table.most))
    most = table.most
    lines: list[Line] = []
    for row, (cell,) in zip(table.rows, table.cells, strict=True):
        name = Part(fit(one_line(row), label), goal=of_cell(cell))
        lines.append((name, Part(f" {cell.count:>7,} "), Part(bar(cell.count, most, room), "strong")))
    return lines


def _number(cell: Cell, most: int, width: int) -> Part:
    text = f"{cell.count:,}{shade(cell.count, most)}" if cell.count else "· "
    return Part(text.rjust(width), "plain" if cell.count else "muted", of_cell(cell))


def _matrix(table: Table, width: int) -> list[Line]:
    """Set a matrix with numbered columns; their names stand in the rows when those are the same, else below.

    Columns for which there is no room stand further down, under headings of their own.
    """
    same = table.rows == table.columns
    names = [
        f"{rank:>2} {one_line(row)}" if same else one_line(row) for rank, row in enumerate(table.rows, 1)
    ]
    label = min(_LABEL, max(map(cell_len, names), default=0))
    cell = max(5, len(f"{table.most:,}") + 2)
    shown = max(1, (width - label) // cell)
    lines: list[Line] = []
    for first in range(0, len(table.columns), shown):
        columns = range(first, min(first + shown, len(table.columns)))
        lines.append(
            (Part(" " * label), Part("".join(f"{rank + 1:>{cell - 1}} " for rank in columns), "muted"))
        )
        lines += _block(table, names, columns, label, cell)
        if not same:
            headings = ((rank + 1, one_line(table.columns[rank])) for rank in columns)
            lines += [(Part(f"{rank:>2} {name}", "muted"),) for rank, name in headings]
    return lines


def _block(table: Table, names: Sequence[str], columns: range, label: int, cell: int) -> list[Line]:
    """Set some columns of a matrix; all rows under the first ones, and under others those that have a number."""
    lines: list[Line] = []
    most = table.most  # looks at every cell: once is enough
    for name, row in zip(names, table.cells, strict=True):
        counts = [row[rank] for rank in columns]
        if columns.start == 0 or any(one.count for one in counts):
            lines.append((Part(fit(name, label)), *(_number(one, most, cell) for one in counts)))
    return lines


def lay_out_table(table: Table, width: int) -> list[Line]:
    """Set one table at a width in cells; every count leads to what it counts."""
    lines: list[Line] = [(part(table.title, "heading"), Part(f"  in {table.counted}", "muted"))]
    if not table.rows:
        lines.append((Part("nothing to count", "muted"),))
    else:
        lines += _matrix(table, width) if table.shape == "matrix" else _tally(table, width)
    if table.left_out:
        lines.append((Part(f"   not shown: {counted(table.left_out, 'more row')}", "muted"),))
    return lines


def lay_out(tables: Sequence[Table], width: int, remark: str | None = None) -> list[Line]:
    """Set tables one under the other."""
    lines: list[Line] = [(part(remark, "muted"),)] if remark else []
    for table in tables:
        lines += [*lay_out_table(table, width), BLANK]
    return lines
