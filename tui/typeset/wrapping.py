"""Where the lines of a text break, in offsets of the text itself.

A terminal line is counted in cells, and most texts have one cell a character: for those a single regular
expression finds the breaks at the speed of C. Only texts with wide characters are measured one by one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

Span = tuple[int, int]
"""Start and end of a line, as offsets in characters; the blank or line break it ends at is outside."""

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)
_ASTRAL = re.compile("[\u231a-\u23ff\u25fd-\u2bff\U0001f000-\U0003fffd]")


@lru_cache(maxsize=64)
def _lines_of(width: int) -> re.Pattern[str]:
    return re.compile(rf"([^\n]{{1,{width}}})(?:[ \n]|\Z)|[^\n]{{1,{width}}}|\n")


def is_wide(text: str) -> bool:
    """Tell whether some character may take more than one cell."""
    return not text.isascii() and bool(_WIDE.search(text) or _ASTRAL.search(text))


def wrap(text: str, width: int) -> list[Span]:
    """Break ``text`` into lines of at most ``width`` cells, at blanks where there are any. Never empty."""
    width = max(1, width)
    if is_wide(text):
        return _wrap_cells(text, max(2, width))
    found = [_without_break(match) for match in _lines_of(width).finditer(text)]
    return found or [(0, 0)]


def count_lines(text: str, width: int) -> int:
    """Return ``len(wrap(text, width))`` without making the lines."""
    width = max(1, width)
    if is_wide(text):
        return len(_wrap_cells(text, max(2, width)))
    return len(_lines_of(width).findall(text)) or 1


def _without_break(match: re.Match[str]) -> Span:
    if match.lastindex:
        return match.span(1)
    start, end = match.span()
    return (start, start) if match[0] == "\n" else (start, end)


def _wrap_cells(text: str, width: int) -> list[Span]:
    lines: list[Span] = []
    offset = 0
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(text, offset, offset + len(paragraph), width))
        offset += len(paragraph) + 1
    if text.endswith("\n"):
        lines.pop()
    return lines or [(0, 0)]


def _wrap_paragraph(text: str, start: int, end: int, width: int) -> list[Span]:
    """Fill lines greedily; a line without a blank, as in Chinese, breaks anywhere."""
    lines: list[Span] = []
    cells, blank, at = 0, -1, start
    while at < end:
        size = get_character_cell_size(text[at])
        if cells + size > width:
            stop = at if text[at] == " " or blank < start else blank
            lines.append((start, stop))
            start = stop + 1 if text[stop] == " " else stop
            at, cells, blank = start, 0, -1
            continue
        if text[at] == " ":
            blank = at
        cells += size
        at += 1
    lines.append((start, end))
    return lines


def fit(text: str, width: int) -> str:
    """Return ``text`` in exactly ``width`` cells: padded with blanks, or cut with an ellipsis."""
    if width <= 0:
        return ""
    if text.isascii():
        return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"
    return _fit_cells(text, width)


@lru_cache(maxsize=4096)
def _fit_cells(text: str, width: int) -> str:
    size = cell_len(text)
    if size <= width:
        return text + " " * (width - size)
    kept, cells = 0, 0
    for character in text:
        cells += get_character_cell_size(character)
        if cells > width - 1:
            break
        kept += 1
    cut = text[:kept]
    # Joined characters can measure less together than one by one: fill what is left.
    return cut + "…" + " " * max(0, width - 1 - cell_len(cut))
