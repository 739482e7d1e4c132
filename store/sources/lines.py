"""Printed lines back to running text: running heads dropped, paragraphs found, hyphenation undone. Pure functions.

PDF knows neither words nor paragraphs, only where on the page which letters stand. A paragraph begins where the gap
above is larger than usual, where the size of the letters changes, where the line is indented, or after a short line
that ends a sentence.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its page, its text, and where it begins: ``x`` from the left, ``y`` from the bottom."""

    page: int
    text: str
    x: float
    y: float
    size: float


_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_PAGE_NUMBER = re.compile(r"\W*(?:(?:page|seite|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?\W*", re.I)
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-\u2010]$")
_EDGE = 3  # lines at the top and the bottom of a page among which its head and foot are
_LONGEST_WORD = 60  # letters
_SAME_HEIGHT = 3.0  # points by which the height of a running head may differ between pages
_WIDER_GAP = 1.3  # times the usual gap between two lines
_OTHER_SIZE = 0.04  # share by which the letters of a heading differ
_SHORT = 0.8  # of the usual length of a line
# First parts after which a hyphen at the end of a line was there before the line was broken.
_KEEPING = re.compile(
    r"(?:self|ex|non|vice|long|short|high|low|well|mid|cross|third|two|three|multi|inter|co)", re.I
)


def running_text(lines: Sequence[Line]) -> str:
    """Return the text of all lines, paragraphs separated by an empty line."""
    kept = list(without_running_heads(lines))
    words = Counter(
        word.lower() for line in kept for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text)
    )
    return "\n\n".join(joined(paragraph, words) for paragraph in paragraphs(kept))


def without_running_heads(lines: Sequence[Line]) -> Iterator[Line]:
    """Drop from the edges of pages their numbers, and what at least half of them have there but for its numbers."""
    heights: dict[int, list[float]] = defaultdict(list)
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in lines:
        heights[line.page].append(line.y)
        seen[_shape(line), round(line.y / _SAME_HEIGHT)].add(line.page)
    often = max(2, len(heights) / 2)
    running = {
        (shape, height)
        for shape, height in seen
        if len(set().union(*(seen.get((shape, height + step), ()) for step in (-1, 0, 1)))) >= often
    }
    edges = {page: _edges(found) for page, found in heights.items()}
    for line in lines:
        repeated = (_shape(line), round(line.y / _SAME_HEIGHT)) in running
        if line.y not in edges[line.page] or not (repeated or _PAGE_NUMBER.fullmatch(line.text.strip())):
            yield line


def paragraphs(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Group lines into paragraphs."""
    if not lines:
        return
    usual = _usual_gap(lines)
    length = quantiles([len(line.text) for line in lines], n=4)[2] if len(lines) > 1 else 0.0
    group = [lines[0].text]
    for before, line in itertools.pairwise(lines):
        if _begins_paragraph(before, line, usual, length):
            yield group
            group = []
        group.append(line.text)
    yield group


def joined(lines: Iterable[str], words: Counter[str]) -> str:
    """Join the lines of a paragraph; ``words`` of the document decide whether a hyphen belongs to the word."""
    parts: list[str] = []
    for line in (" ".join(line.split()) for line in lines):
        last = parts[-1] if parts else ""
        broken = _BROKEN_WORD.search(last[-_LONGEST_WORD:])
        if last.endswith("\u00ad"):
            parts[-1] = last[:-1]
        elif broken and line[:1].islower():
            rest = re.match(r"[^\W\d_]*", line)
            assert rest is not None
            parts[-1] = last if _hyphenated(broken[1], rest[0], words) else last[:-1]
        elif parts and not (broken and line[:1].isalpha()):
            parts.append(" ")
        parts.append(line)
    return "".join(parts).replace("\u00ad", "").translate(_LIGATURES)


def _edges(heights: list[float]) -> set[float]:
    """Return the heights of the outermost lines of a page."""
    found = sorted(set(heights))
    return {*found[:_EDGE], *found[-_EDGE:]}


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _usual_gap(lines: Sequence[Line]) -> float:
    """Return the gap between two lines of a paragraph, in sizes of their letters: the lower quartile of all gaps."""
    gaps = [
        (before.y - line.y) / line.size
        for before, line in itertools.pairwise(lines)
        if before.page == line.page and 0 < before.y - line.y < 4 * line.size
    ]
    return quantiles(gaps, n=4)[0] if len(gaps) > 1 else 1.5


def _begins_paragraph(before: Line, line: Line, usual: float, length: float) -> bool:
    ended = _SENTENCE_END.search(before.text.rstrip()) is not None
    if abs(before.size - line.size) > _OTHER_SIZE * before.size:
        return True
    if before.page != line.page or line.y > before.y:  # the next page or column
        return ended
    if (before.y - line.y) / line.size > _WIDER_GAP * usual:
        return True
    indented = 0.8 * line.size < line.x - before.x < 6 * line.size
    return ended and (indented or len(before.text) < _SHORT * length)


def _hyphenated(first: str, rest: str, words: Counter[str]) -> bool:
    whole, parts = (first + rest).lower(), f"{first}-{rest}".lower()
    if words[whole] or words[parts]:
        return words[parts] > words[whole]
    return _KEEPING.fullmatch(first) is not None
