"""A comparison set in lines: a column for each source, or under each other where there is no room."""

from __future__ import annotations

from collections import Counter

from store.harmless import one_line
from store.insight.compare import Comparison, Point
from store.insight.evidence import Evidence, counted, label_name
from store.model import SourceLabel
from tui.typeset.wrapping import fit

from .lines import BLANK, Line, Part, beside, changed, flow, of_place, part, sentences

NARROWEST = 24
"""Cells a column needs; with less, the accounts stand under each other."""
_GAP = 3


def _sign(point: Point) -> str:
    if point.told == "one":
        return "·"
    return "=" if point.wording == "same words" else "≈"


def _said(place: Evidence, width: int, lead: str = "") -> list[Line]:
    return flow(
        [part(lead, "muted"), Part(" " if lead else ""), part(place.text, goal=of_place(place))], width, 2
    )


def _accounts(point: Point, sources: tuple[SourceLabel, ...], width: int) -> list[Line]:
    column = (width - _GAP * (len(sources) - 1)) // max(1, len(sources))
    if column >= NARROWEST:
        told = [
            [line for place in account for line in _said(place, column)] or [(Part("—", "muted"),)]
            for account in point.accounts
        ]
        return beside(told, column)
    return [
        line
        for number, (source, account) in enumerate(zip(sources, point.accounts, strict=True), 1)
        for place in account
        for line in _said(place, width, f"{number} {label_name(source)}:")
    ]


def _point(point: Point, sources: tuple[SourceLabel, ...], width: int) -> list[Line]:
    heading: Line = (
        Part(_sign(point) + " ", "strong"),
        part(point.speaker or "speaker unknown", "strong"),
        *((Part(" · ", "muted"), part(", ".join(point.topics), "muted")) if point.topics else ()),
    )
    lines = [heading, *_accounts(point, sources, width)]
    if point.wording == "other words":
        lines += flow([Part("words: ", "muted"), *changed(point.changes)], width, 2)
    return [*lines, BLANK]


def summary(comparison: Comparison) -> str:
    """Return how many points all, some and single sources tell, in a sentence."""
    told = Counter(point.told for point in comparison.points)
    same = sum(point.wording == "same words" for point in comparison.points)
    some = f"{told['some']} by several, " if len(comparison.sources) > 2 else ""
    points = counted(len(comparison.points), "point")
    return f"{points}: {told['all']} told by all, {some}{told['one']} by one only; {same} in the same words."


def _heading(number: int, source: SourceLabel, width: int) -> list[Line]:
    return [(Part(fit(f"{number} {one_line(label_name(source))}", width), "strong"),)]


def _table(comparison: Comparison, width: int) -> list[Line]:
    sources = comparison.sources
    column = max(8, min(24, width // (len(sources) + 1) - 2))
    heads = [_heading(number, source, column) for number, source in enumerate(sources, 1)]
    lines = beside([[(Part("topic", "strong"),)], *heads], column, "  ")
    for topic, row in comparison.table:
        numbers = [
            [(Part(str(number) if number else "—", "plain" if number else "muted"),)] for number in row
        ]
        lines += beside([[(part(topic[:column]),)], *numbers], column, "  ")
    return lines


def lay_out(comparison: Comparison, width: int) -> list[Line]:
    """Set a comparison at a width in cells; statements lead to their places."""
    meeting = comparison.meeting
    when = Part(f"{meeting.date or 'no date'}  ", "heading")
    lines = flow([when, part(meeting.title, "heading")], width, 12)
    lines += flow([part(summary(comparison), "muted")], width)
    lines += sentences(comparison.remarks, width)
    lines += flow([Part("= same words   ≈ other words   · one only   [-gone-] {+new+}", "muted")], width)
    lines.append(BLANK)
    column = (width - _GAP * (len(comparison.sources) - 1)) // max(1, len(comparison.sources))
    if column >= NARROWEST and comparison.sources:
        lines += beside([_heading(n, s, column) for n, s in enumerate(comparison.sources, 1)], column)
    for point in comparison.points:
        lines += _point(point, comparison.sources, width)
    return [*lines, *(_table(comparison, width) if comparison.table else [])]
