"""A comparison set in lines: a column for each source, or under each other where there is no room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from store.harmless import one_line
from store.insight.compare import Comparison, Point, single_points
from store.insight.evidence import Evidence, label_name
from store.model import SourceLabel
from store.wording import counted
from tui.typeset.wrapping import fit

from .lines import BLANK, Line, Part, attributed, beside, changed, flow, of_place, part, sentences

NARROWEST = 24
"""Cells a column needs; with less, the accounts stand under each other."""
_GAP = 3


Accounts = Sequence[Sequence[Evidence]]


def _said(place: Evidence, width: int, lead: str, *, named: bool) -> list[Line]:
    opening = (part(lead, "muted"), Part(" ")) if lead else ()
    speaker = place.speaker or "speaker unknown" if named else None
    return flow([*opening, *attributed(place, speaker), part(place.text, goal=of_place(place))], width, 2)


def _accounts(accounts: Accounts, sources: Sequence[SourceLabel], width: int, *, named: bool) -> list[Line]:
    """Set what each source tells beside that of the others; ``named`` puts the speaker before each statement."""
    column = _column(width, len(sources))
    if column >= NARROWEST:
        told = [
            [line for place in account for line in _said(place, column, "", named=named)]
            for account in accounts
        ]
        return beside([lines or [(Part("—", "muted"),)] for lines in told], column)
    return [
        line
        for number, (source, account) in enumerate(zip(sources, accounts, strict=True), 1)
        for place in account
        for line in _said(place, width, f"{number} {label_name(source)}:", named=named)
    ]


def _column(width: int, sources: int) -> int:
    return (width - _GAP * (sources - 1)) // max(1, sources)


def _shared(point: Point, sources: Sequence[SourceLabel], width: int) -> list[Line]:
    """Set a point that several sources tell, and what differs in the words."""
    heading: Line = (
        Part("= " if point.wording == "same words" else "≈ ", "strong"),
        part(point.speaker or "speaker unknown", "strong"),
        *((Part(" · ", "muted"), part(", ".join(point.topics), "muted")) if point.topics else ()),
    )
    lines = [heading, *_accounts(point.accounts, sources, width, named=False)]
    if point.wording == "other words":
        lines += flow([Part("words: ", "muted"), *changed(point.changes)], width, 2)
    return [*lines, BLANK]


def _single(comparison: Comparison, width: int) -> Iterator[Line]:
    """Set topic by topic what only one source tells, so that each one's stress is seen beside the others'."""
    for topic, accounts in single_points(comparison):
        yield (Part("· ", "strong"), part(topic, "strong"))
        yield from _accounts(accounts, comparison.sources, width, named=True)
        yield BLANK


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
    when = Part(f"{meeting.date or 'no date':<12}", "heading")
    lines = flow([part(meeting.title, "heading")], width, 12, when)
    lines += flow([part(summary(comparison), "muted")], width)
    lines += sentences(comparison.remarks, width)
    signs = "= same words   ≈ other words   · topics one source tells of   [-gone-] {+new+}"
    lines += [*flow([Part(signs, "muted")], width), BLANK]
    column = _column(width, len(comparison.sources))
    if column >= NARROWEST and comparison.sources:
        lines += beside([_heading(n, s, column) for n, s in enumerate(comparison.sources, 1)], column)
    for point in comparison.points:
        if point.told != "one":
            lines += _shared(point, comparison.sources, width)
    lines += _single(comparison, width)
    return [*lines, *(_table(comparison, width) if comparison.table else [])]
