"""Tables of counts as SVG, to stand within an HTML page: bars, columns by month, and grids shaded by count.

Numbers are written out wherever there is room, so that no chart depends on colour. Sizes are in pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from store.export.page import text
from store.insight.tables import Cell, Table

Link = Callable[[Cell], str | None]
"""Returns the address within the page that a cell leads to."""

SHADES = 5
_ROW, _LABEL, _BAR = 22, 190, 420
_MONTH, _HEIGHT = 16, 140
_CELL, _HEAD = 34, 150
_LETTER = 7
"""Rough width of a letter, to cut labels that would run into the chart."""


def _svg(width: float, height: float, label: str, parts: Iterator[str]) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    return f'<svg {size} role="img" aria-label="{text(label)}">{"".join(parts)}</svg>'


def _cut(label: str, room: int) -> str:
    most = room // _LETTER
    return label if len(label) <= most else label[: most - 1] + "…"


def _linked(inner: str, target: str | None) -> str:
    return f'<a href="{text(target)}">{inner}</a>' if target else inner


def shade(count: int, most: int) -> int:
    """Return the class of a count, 0 for none to `SHADES` for the highest."""
    return -(-count * SHADES // most) if most else 0


def bars(table: Table, link: Link) -> str:
    """Draw a tally as bars, one under the other."""

    def parts() -> Iterator[str]:
        for rank, (name, (cell,)) in enumerate(zip(table.rows, table.cells, strict=True)):
            y, length = rank * _ROW, max(1.0, _BAR * cell.count / max(1, table.most))
            label = f'<text x="{_LABEL - 8}" y="{y + 15}" class="end">{text(_cut(name, _LABEL - 8))}</text>'
            bar = f'<rect x="{_LABEL}" y="{y + 3}" width="{length:.1f}" height="{_ROW - 6}" class="bar"/>'
            number = f'<text x="{_LABEL + length + 6:.1f}" y="{y + 15}">{cell.count:,}</text>'
            yield _linked(f"<title>{text(name)}: {cell.count:,}</title>{label}{bar}{number}", link(cell))

    return _svg(_LABEL + _BAR + 80, _ROW * len(table.rows), table.title, parts())


def months_between(first: str, last: str) -> list[str]:
    """Return every month from one to the other, both included, as ``2023-11``."""
    low, high = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(low, high + 1)]


def columns(table: Table, link: Link) -> str:
    """Draw a tally by month as columns, oldest first, months without anything left empty."""
    counts = {row: cell for row, (cell,) in zip(table.rows, table.cells, strict=True) if row[:4].isdigit()}
    months = months_between(min(counts), max(counts)) if counts else []

    def parts() -> Iterator[str]:
        for rank, month in enumerate(months):
            x, cell = rank * _MONTH, counts.get(month)
            if month.endswith("-01") or rank == 0:
                yield f'<text x="{x}" y="{_HEIGHT + 30}">{month[:4]}</text>'
            if cell is None:
                continue
            height = max(1.0, (_HEIGHT - 16) * cell.count / max(1, table.most))
            top = _HEIGHT - height
            bar = f'<rect x="{x + 2}" y="{top:.1f}" width="{_MONTH - 4}" height="{height:.1f}" class="bar"/>'
            middle = x + _MONTH / 2
            number = f'<text x="{middle:.0f}" y="{top - 3:.1f}" class="small middle">{cell.count:,}</text>'
            yield _linked(f"<title>{month}: {cell.count:,}</title>{bar}{number}", link(cell))
        yield f'<line x1="0" y1="{_HEIGHT}" x2="{len(months) * _MONTH}" y2="{_HEIGHT}" class="axis"/>'

    return _svg(max(200, len(months) * _MONTH + 30), _HEIGHT + 40, table.title, parts())


def grid(table: Table, link: Link) -> str:
    """Draw a matrix as a grid of numbers on shaded squares."""

    def parts() -> Iterator[str]:
        for rank, name in enumerate(table.columns):
            x = _LABEL + rank * _CELL + _CELL // 2
            turned = f'transform="rotate(-60 {x} {_HEAD - 6})"'
            yield f'<text x="{x}" y="{_HEAD - 6}" {turned}>{text(_cut(name, _HEAD))}</text>'
        for rank, (name, row) in enumerate(zip(table.rows, table.cells, strict=True)):
            y = _HEAD + rank * _CELL
            yield f'<text x="{_LABEL - 8}" y="{y + 22}" class="end">{text(_cut(name, _LABEL - 8))}</text>'
            for place, (across, cell) in enumerate(zip(table.columns, row, strict=True)):
                yield _square(table, f"{name} – {across}", cell, (_LABEL + place * _CELL, y), link)

    width = _LABEL + _CELL * len(table.columns) + _HEAD // 2
    return _svg(width, _HEAD + _CELL * len(table.rows), table.title, parts())


def _square(table: Table, name: str, cell: Cell, at: tuple[int, int], link: Link) -> str:
    x, y = at
    kind = f"shade{shade(cell.count, table.most)}"
    square = f'<rect x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_CELL - 2}" class="{kind}"/>'
    if not cell.count:
        return square
    number = f'<text x="{x + _CELL // 2}" y="{y + 22}" class="middle on{kind}">{cell.count:,}</text>'
    return _linked(f"<title>{text(name)}: {cell.count:,}</title>{square}{number}", link(cell))
