"""A line's text cut where its style changes."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style

Run = tuple[int, int, Style]
"""Start and end in the text the line is cut from, and the style between them."""


def paint(text: str, start: int, end: int, base: Style, runs: Iterable[Run]) -> list[Segment]:
    """Write ``text[start:end]``, each run in its style. Runs come in order; where two meet, the first wins."""
    segments: list[Segment] = []
    at = start
    for first, last, style in runs:
        first, last = max(first, at), min(last, end)
        if first >= last:
            continue
        if first > at:
            segments.append(Segment(text[at:first], base))
        segments.append(Segment(text[first:last], style))
        at = last
    if at < end:
        segments.append(Segment(text[at:end], base))
    return segments
