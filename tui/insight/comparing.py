"""A comparison set in lines: a column for each source, or under each other where there is no room."""

from __future__ import annotations

from collections import Counter

from store.insight.compare import Comparison, Point
from store.insight.evidence import Evidence, counted, label_name
from store.model import SourceLabel

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
        for source, account in zip(sources, point.accounts, strict=True)
        for place in account
        for line in _said(place, width, f"{label_name(source)}:")
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


def _table(comparison: Comparison, width: int) -> list[Line]:
    names = [label_name(source) for source in comparison.sources]
    column = max(6, min(24, (width - 20) // max(1, len(names)) - 2))
    heads = [[(part(name[:column], "strong"),)] for name in names]
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
    lines: list[Line] = [(Part(f"{meeting.date or 'no date'}  ", "heading"), part(meeting.title, "heading"))]
    lines += flow([part(summary(comparison), "muted")], width)
    lines += sentences(comparison.remarks, width)
    lines.append((Part("= same words   ≈ other words   · one only   [-gone-] {+new+}", "muted"),))
    lines.append(BLANK)
    column = (width - _GAP * (len(comparison.sources) - 1)) // max(1, len(comparison.sources))
    if column >= NARROWEST and comparison.sources:
        lines += beside([[(part(label_name(s)[:column], "strong"),)] for s in comparison.sources], column)
    for point in comparison.points:
        lines += _point(point, comparison.sources, width)
    return [*lines, *(_table(comparison, width) if comparison.table else [])]
