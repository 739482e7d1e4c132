"""A comparison as Markdown: the points that several sources tell, then topic by topic what only one does."""

from __future__ import annotations

from collections.abc import Iterator

from store.export.commonmark import escaped, link_target
from store.insight.compare import Comparison, Point, single_points
from store.insight.difference import Change
from store.insight.evidence import Evidence, label_name
from store.model import SourceLabel
from store.wording import attribution

_TOLD = {"all": "told by all", "some": "told by some"}
_MARKS = {"same": ("", ""), "gone": ("~~", "~~"), "new": ("**", "**")}


def comparison_as_markdown(comparison: Comparison) -> str:
    """Return the document. Every account names its place: source, and characters from – to in it."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    meeting = comparison.meeting
    yield f"# {escaped(meeting.title)}"
    yield from ("", escaped(" · ".join(part for part in (meeting.date, meeting.place) if part) or "no date"))
    yield ""
    for number, source in enumerate(comparison.sources, 1):
        yield f"{number}. {_linked(source)}"
    for remark in comparison.remarks:
        yield from ("", f"*{escaped(remark)}*")
    if comparison.table:
        yield from ("", "## Topics", "", *_table(comparison))
    shared = [point for point in comparison.points if point.told != "one"]
    yield from ("", "## Told by several" if shared else "## No point is told by several")
    for point in shared:
        yield from ("", *_point(point, comparison.sources))
    yield from ("", "## Told by one only")
    for topic, accounts in single_points(comparison):
        yield from ("", f"### {escaped(topic)}", "")
        for source, account in zip(comparison.sources, accounts, strict=True):
            for place in account:
                who = attribution(place.speaker or "Speaker unknown", place.cue)
                said = f"{escaped(who)}: {escaped(place.text)}"
                yield f"- {escaped(label_name(source))} · {said} {_place(place)}"


def _linked(source: SourceLabel) -> str:
    name = escaped(label_name(source))
    title = f", {escaped(source.title)}" if source.title and source.title != label_name(source) else ""
    target = link_target(source.url)
    return f"[{name}]({target}){title}" if target else f"{name}{title}"


def _table(comparison: Comparison) -> Iterator[str]:
    names = [escaped(label_name(source)) for source in comparison.sources]
    yield f"| topic | {' | '.join(names)} |"
    yield f"| --- |{' ---: |' * len(names)}"
    for topic, row in comparison.table:
        yield f"| {escaped(topic)} | {' | '.join(str(number) for number in row)} |"


def _point(point: Point, sources: tuple[SourceLabel, ...]) -> Iterator[str]:
    about = f" · {escaped(', '.join(point.topics))}" if point.topics else ""
    told = _TOLD[point.told] + (f", in the {point.wording}" if point.wording == "same words" else "")
    yield f"### {escaped(point.speaker or 'Speaker unknown')}{about}"
    yield from ("", f"{told[0].upper()}{told[1:]}.", "")
    for source, account in zip(sources, point.accounts, strict=True):
        for place in account:
            who = attribution(label_name(source), place.cue)
            yield f"- {escaped(who)}: {escaped(place.text)} {_place(place)}"
    if point.wording == "other words":
        yield from ("", f"Words: {' '.join(_changed(change) for change in point.changes)}")


def _place(place: Evidence) -> str:
    return f"(quote {place.quote}, characters {place.start}–{place.end})"


def _changed(change: Change) -> str:
    before, after = _MARKS[change.kind]
    return f"{before}{escaped(change.text)}{after}"
