"""Where the lines of a text break, in offsets of the text itself.

A terminal line is counted in cells, and most texts have one cell a character: for those a single regular
expression finds the breaks at the speed of C. In the others each wide character is first followed by a filler, so
that again every character is one cell. Only the ends of the lines are kept; a line is cut out when it is asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import overload

from rich.cells import cell_len, get_character_cell_size

Span = tuple[int, int]
"""Start and end of a line, as offsets in characters; the blank or line break it ends at is outside."""

_CLASS = (
    "\u1100-\u115f\u231a\u231b\u2329\u232a\u23e9-\u23f3\u25fd\u25fe\u2614\u2615\u2630-\u2637\u2648-\u2653\u267f"
    "\u268a-\u268f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2-\u26f5\u26fa\u26fd"
    "\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
    "\u2e80-\u303e\u3041-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b"
    "\uff01-\uff60\uffe0-\uffe6\U00016fe0-\U0001b2fb\U0001d300-\U0001d376\U0001f004-\U0001faf8"
    "\U00020000-\U0003fffd"
)
"""All characters that may take two cells; a few among them take one, which makes a line a little short."""
_NO_FIRST = "、。，．・：；？！…」』）》〉】〕”’ーゝ々"
"""Characters that no line begins with."""
_NO_LAST = ("[「『（《〈【〔]\0", "[“‘]")
"""Characters that no line ends with, the wide ones with their fillers."""
_WIDE = re.compile(f"[{_CLASS}]")
_SURELY_NARROW = re.compile("[\0-\u10ff\u1160-\u2319\u2400-\u25f0]*")
"""Runs through a long text three times as fast as looking for a wide character does."""
_WIDE_RUN = re.compile(f"[{_CLASS}]+")
_FILLER = "\0"


@lru_cache(maxsize=64)
def _narrow_lines(width: int) -> re.Pattern[str]:
    return re.compile(rf"[^\n]{{1,{width}}}(?:[ \n]|\Z)|[^\n]{{1,{width}}}|\n")


@lru_cache(maxsize=64)
def _wide_lines(width: int) -> re.Pattern[str]:
    some = rf"[^\n]{{1,{width}}}"
    beside_wide = rf"(?:(?<=\0)|(?=[{_CLASS}]))(?<!{_NO_LAST[0]})(?<!{_NO_LAST[1]})(?![{_NO_FIRST}])"
    return re.compile(rf"{some}(?:[ \n]|\Z|{beside_wide})|{some}(?!\0)|\n")


def is_wide(text: str) -> bool:
    """Tell whether some character may take more than one cell."""
    if text.isascii():
        return False
    narrow = _SURELY_NARROW.match(text)
    return bool(_WIDE.search(text, narrow.end() if narrow else 0))


class Lines(Sequence[Span]):
    """The lines of a text at one width, in order; of an empty text one empty line."""

    def __init__(self, text: str, lengths: Sequence[int]) -> None:
        self._text = text
        self._ends = list(accumulate(lengths)) or [0]

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            return [self[at] for at in range(len(self._ends))[index]]
        at = range(len(self._ends))[index]
        start, end = self._ends[at - 1] if at else 0, self._ends[at]
        return start, end - (end > start and self._text[end - 1] in " \n")

    def line_of(self, offset: int) -> int:
        """Return the number of the line on which an offset stands; past the end it is the last."""
        return min(bisect_right(self._ends, offset), len(self._ends) - 1)


def wrap(text: str, width: int) -> Lines:
    """Break ``text`` into lines of at most ``width`` cells, at blanks and beside wide characters where there are."""
    return Lines(text, _lengths(text, width))


def count_lines(text: str, width: int) -> int:
    """Return ``len(wrap(text, width))`` without making the lines."""
    if is_wide(text):
        return len(_lengths(text, width)) or 1
    return len(_narrow_lines(max(1, width)).findall(text)) or 1


def _lengths(text: str, width: int) -> list[int]:
    """Return how many characters each line takes up, with the blank or line break it ends at."""
    if not is_wide(text):
        return list(map(len, _narrow_lines(max(1, width)).findall(text)))
    filled = _WIDE_RUN.sub(_fill, text.replace(_FILLER, " "))
    return [len(line) - line.count(_FILLER) for line in _wide_lines(max(2, width)).findall(filled)]


def _fill(run: re.Match[str]) -> str:
    return _FILLER.join(run[0]) + _FILLER


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
