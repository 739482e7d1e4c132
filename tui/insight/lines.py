"""Lines made of parts, each with its look and with what it leads to; nothing here draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, NamedTuple

from rich.cells import cell_len

from store.harmless import one_line
from store.insight.difference import Change
from store.insight.evidence import Evidence
from store.insight.tables import Cell
from store.wording import attribution
from tui.typeset.wrapping import wrap

Look = Literal["plain", "heading", "strong", "muted", "gone", "new", "formula"]

SIGNS: dict[str, tuple[str, str]] = {"gone": ("[-", "-]"), "new": ("{+", "+}"), "same": ("", "")}
"""What stands around words that went and words that came, so that no colour is needed (the signs of wdiff)."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a part leads to: quotes, or where none are named, meetings; ``query`` is a filter that finds the same."""

    meetings: tuple[int, ...] = ()
    quotes: tuple[str, ...] = ()
    query: str = ""


class Part(NamedTuple):
    """A stretch of a line. ``text`` is harmless and without line breaks."""

    text: str
    look: Look = "plain"
    goal: Goal | None = None


Line = tuple[Part, ...]
BLANK: Line = ()


def part(text: str, look: Look = "plain", goal: Goal | None = None) -> Part:
    """Make a part of any text, imported ones too."""
    return Part(one_line(text), look, goal)


def of_place(place: Evidence) -> Goal:
    """Return the way to a quote in its source."""
    return Goal((place.meeting,), (place.quote,))


def attributed(place: Evidence, speaker: str | None = None) -> list[Part]:
    """Set who said something (when given) and its cue, with a colon and a blank; nothing where both are empty."""
    told = one_line(attribution(speaker, place.cue))
    return [Part(f"{told}: ", "muted")] if told else []


def of_cell(cell: Cell) -> Goal | None:
    """Return the way to what a number counts; there is none to nothing."""
    return Goal(cell.meetings, cell.quotes, cell.query) if cell.count else None


def text_of(line: Line) -> str:
    """Return a line as it is printed."""
    return "".join(piece.text for piece in line).rstrip()


def sentences(texts: Iterable[str], width: int) -> list[Line]:
    """Set remarks, each on lines of its own."""
    return [line for text in texts for line in flow([part(text, "muted")], width)]


def flow(parts: Sequence[Part], width: int, indent: int = 0, lead: Part | None = None) -> list[Line]:
    """Break parts, set one after the other, into lines of at most ``width`` cells, all but the first indented.

    With a ``lead``, which is ``indent`` cells wide, the first line begins with it and all lines are equally long.
    """
    text = "".join(piece.text for piece in parts)
    lines: list[Line] = []
    for start, end in wrap(text, max(8, width - indent)):
        margin = Part(" " * indent) if lines else lead
        lines.append((*([margin] if margin and indent else []), *_cut(parts, start, end)))
    return lines


def _cut(parts: Sequence[Part], start: int, end: int) -> Iterable[Part]:
    at = 0
    for piece in parts:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            yield piece._replace(text=piece.text[first:last])
        at += len(piece.text)


def beside(columns: Sequence[Sequence[Line]], width: int, gap: str = " │ ") -> list[Line]:
    """Set columns of lines side by side, each ``width`` cells wide."""
    rows: list[Line] = []
    for row in zip_longest(*columns, fillvalue=BLANK):
        cells: list[Part] = []
        for rank, line in enumerate(row):
            cells += [Part(gap, "muted")] if rank else []
            cells += [*line, Part(" " * max(0, width - cell_len("".join(piece.text for piece in line))))]
        rows.append(tuple(cells))
    return rows


def changed(changes: Iterable[Change], goal: Goal | None = None) -> list[Part]:
    """Set a word-level difference: ``[-gone-] {+new+} same``."""
    parts: list[Part] = []
    for change in changes:
        before, after = SIGNS[change.kind]
        look: Look = "plain" if change.kind == "same" else change.kind
        parts += [Part(" ")] if parts else []
        parts.append(part(f"{before}{change.text}{after}", look, goal))
    return parts
