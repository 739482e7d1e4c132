"""A timeline set in lines: positions in order of date, what each changes, and the phrases that recur."""

from __future__ import annotations

from itertools import groupby

from store.folding import fold
from store.insight.difference import Change
from store.insight.evidence import Evidence
from store.insight.timeline import PhraseUse, Position, Timeline
from store.wording import attribution, counted

from .lines import BLANK, Line, Part, attributed, changed, flow, of_place, part, sentences

_INDENT = 12
"""Cells of the column of dates."""


def _heading(position: Position, width: int) -> list[Line]:
    place = position.place
    when = Part(f"{place.date or 'no date':<{_INDENT}}", "strong")
    where = [
        part(position.office or "office unknown", "muted"),
        Part(" · ", "muted"),
        part(position.title, "muted"),
    ]
    return flow(where, width, _INDENT, when)


def _position(position: Position, width: int) -> list[Line]:
    place = position.place
    margin = Part(" " * _INDENT)  # below the date
    if position.takes_up:
        words = changed(position.changes, of_place(place))
        return flow([Part("≈ "), *_cue(position), *words], width, _INDENT, margin)
    return flow(
        [Part("+ "), *attributed(place), part(place.text, goal=of_place(place))], width, _INDENT, margin
    )


def _cue(position: Position) -> list[Part]:
    """Set the cue of a position that takes up an earlier one, and what changed in it."""
    before, now = attribution(None, position.cue_before), attribution(None, position.place.cue)
    if fold(before) == fold(now):
        return attributed(position.place)
    changes = [Change("gone", before)] * bool(before) + [Change("new", now)] * bool(now)
    return [*changed(changes), Part(": ", "muted")]


def _use(label: str, place: Evidence) -> Part:
    return part(f"{label} {place.date or 'no date'}", "muted", of_place(place))


def _phrase(phrase: PhraseUse, width: int) -> list[Line]:
    often = Part(f"{phrase.quotes:>4} ×  ", "strong")
    uses = [Part("  "), _use("first", phrase.first), Part("  "), _use("last", phrase.last)]
    return flow([often, part(phrase.phrase, "formula"), *uses], width, 8)


def lay_out(timeline: Timeline, width: int, most: int | None = None) -> list[Line]:
    """Set a timeline at a width in cells; positions and uses lead to their places. ``most`` keeps only the newest."""
    official = timeline.official
    on = f" on {timeline.topic}" if timeline.topic else ""
    title = f"{official.name}{on}: {counted(len(timeline.positions), 'statement')}"
    lines: list[Line] = [*flow([part(title, "heading")], width), *sentences(timeline.remarks, width)]
    lines += flow(
        [Part("+ new point   ≈ takes up an earlier one: [-words gone-] {+words new+}", "muted")], width
    )
    lines.append(BLANK)
    shown = timeline.positions if most is None else timeline.positions[-most:]
    if len(shown) < len(timeline.positions):
        earlier = counted(len(timeline.positions) - len(shown), "earlier statement")
        lines += sentences([f"{earlier} not shown: narrow to a topic."], width)
    for _, positions in groupby(shown, key=lambda one: (one.place.meeting, one.office)):
        together = list(positions)
        lines += _heading(together[0], width)
        for position in together:
            lines += _position(position, width)
    if timeline.phrases:
        lines += [BLANK, (Part("Phrases that recur", "heading"),)]
        for phrase in timeline.phrases:
            lines += _phrase(phrase, width)
    return lines
