"""What the sources of one meeting tell: what all of them tell, what only some do, and the same point in other words.

Statements of different sources are one point when their speakers can be the same and their content is alike
(`store.insight.similarity`), for which a shared topic speaks and a different one against. The likest are joined
first, and a statement joins a point only when it is alike to every statement of other sources in it, so that points
do not grow by chains.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from store.insight.difference import Change, difference
from store.insight.evidence import Evidence, Said, evidence, label_name, people
from store.insight.similarity import SAME_POINT, SAME_WORDS, Vector, likeness, vectors, wording
from store.insight.topics import NO_TOPIC, Topics, are_tagged
from store.model import GROUPS, Meeting, Quote, SourceLabel
from store.wording import counted

OTHER_SPEAKER = 0.15
"""Added to `SAME_POINT` when one source gives a point to one speaker and another to a group or a body."""
SAME_TOPIC, OTHER_TOPIC = -0.06, 0.10
"""Added to `SAME_POINT` when the tags of two statements share a topic, or when both have tags and share none."""
LEAST_STATEMENTS = 2
"""Statements below which a source tells too little to be compared."""

Told = Literal["all", "some", "one"]
Wording = Literal["same words", "other words"]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing said. ``accounts`` has a tuple of places for each source of the comparison, empty where it is silent.

    ``told`` says by how many sources; ``wording`` whether in the same words (``None`` when only one tells it);
    ``changes`` are the words that differ between the first two accounts.
    """

    speaker: str | None
    topics: tuple[str, ...]
    accounts: tuple[tuple[Evidence, ...], ...]
    told: Told
    wording: Wording | None = None
    likeness: float | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sources of a meeting and the points they tell, in the order of the first source that tells each.

    ``table`` has for each topic the number of statements in each source. ``remarks`` say where there is too little.
    """

    meeting: Meeting
    sources: tuple[SourceLabel, ...]
    points: tuple[Point, ...]
    table: tuple[tuple[str, tuple[int, ...]], ...]
    remarks: tuple[str, ...] = ()


def single_points(comparison: Comparison) -> list[tuple[str, tuple[tuple[Evidence, ...], ...]]]:
    """Return by topic what only one source tells: for each topic the places in each source, most spoken of first.

    A point of several topics stands under the one most spoken of at the meeting.
    """
    order = {topic: rank for rank, (topic, _) in enumerate(comparison.table)}
    found: dict[str, list[list[Evidence]]] = {}
    for point in comparison.points:
        if point.told == "one":
            topic = min(point.topics or (NO_TOPIC,), key=lambda name: order[name])
            columns = found.setdefault(topic, [[] for _ in comparison.sources])
            for column, account in zip(columns, point.accounts, strict=True):
                column.extend(account)
    ranked = sorted(found.items(), key=lambda item: order[item[0]])
    return [(topic, tuple(tuple(column) for column in columns)) for topic, columns in ranked]


def _speakers_agree(meeting: Meeting, one: Quote, other: Quote) -> bool | None:
    """Tell whether two quotes can be of one speaker. ``None`` is perhaps: a group or body may stand for a person."""
    if one.speaker == other.speaker or set(one.officials) & set(other.officials):
        return True
    if one.officials and other.officials:
        return False
    if {one.speaker, other.speaker} & {*GROUPS, None}:
        return None
    person, body = (one, other) if one.officials else (other, one)
    named = {p.country for p in people(meeting) if p.country and p.country in (body.speaker or "")}
    home = {p.country for p in people(meeting) if p.official in person.officials}
    return None if not named or named & home else False


def _pairs(
    meeting: Meeting, quotes: Sequence[Quote], meant: Sequence[Vector]
) -> dict[tuple[int, int], float]:
    """Return the pairs of statements of different sources that make the same point, and how alike they are."""
    result = {}
    for one, other in combinations(range(len(quotes)), 2):
        if quotes[one].source == quotes[other].source:
            continue
        agree = _speakers_agree(meeting, quotes[one], quotes[other])
        if agree is False:
            continue
        alike = likeness(meant[one], meant[other])
        needed = SAME_POINT + (0.0 if agree else OTHER_SPEAKER) + _by_topic(quotes[one], quotes[other])
        if alike >= needed:
            result[one, other] = alike
    return result


def _by_topic(one: Quote, other: Quote) -> float:
    if set(one.tags) & set(other.tags):
        return SAME_TOPIC
    return OTHER_TOPIC if one.tags and other.tags else 0.0


def _groups(quotes: Sequence[Quote], pairs: dict[tuple[int, int], float]) -> list[list[int]]:
    """Join statements into points: the likest pair first, and only where every pair of different sources is alike."""
    groups = {rank: [rank] for rank in range(len(quotes))}
    for (one, other), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        left, right = groups[one], groups[other]
        if left is right:
            continue
        across = ((min(a, b), max(a, b)) for a in left for b in right if quotes[a].source != quotes[b].source)
        if all(pair in pairs for pair in across):
            joined = sorted(left + right)
            groups.update(dict.fromkeys(joined, joined))
    return list({id(group): group for group in groups.values()}.values())


def _point(said: Sequence[Said], group: list[int], sources: Sequence[SourceLabel], topics: Topics) -> Point:
    chosen = [said[rank] for rank in group]
    accounts = tuple(
        tuple(evidence(one) for one in chosen if one.quote.source == source.id) for source in sources
    )
    telling = [account for account in accounts if account]
    named = Counter(topic for one in chosen for topic in topics.of(one.quote))
    told: Told = "all" if len(telling) == len(sources) > 1 else "some" if len(telling) > 1 else "one"
    speaker = next((one.quote.speaker for one in chosen if one.quote.officials), chosen[0].quote.speaker)
    if told == "one":
        return Point(speaker, tuple(sorted(named)), accounts, told)
    texts = [" ".join(place.text for place in account) for account in telling]
    alike = min(wording(one, other) for one, other in combinations(texts, 2))
    how: Wording = "same words" if alike >= SAME_WORDS else "other words"
    return Point(speaker, tuple(sorted(named)), accounts, told, how, alike, difference(texts[0], texts[1]))


def _table(points: Sequence[Point], width: int) -> tuple[tuple[str, tuple[int, ...]], ...]:
    counts: dict[str, list[int]] = {}
    for point in points:
        for topic in point.topics or (NO_TOPIC,):
            row = counts.setdefault(topic, [0] * width)
            for column, account in enumerate(point.accounts):
                row[column] += len(account)
    ordered = sorted(counts.items(), key=lambda item: (item[0] == NO_TOPIC, -sum(item[1]), item[0]))
    return tuple((topic, tuple(row)) for topic, row in ordered)


def _remarks(sources: Sequence[SourceLabel], quotes: Sequence[Quote]) -> tuple[str, ...]:
    if not quotes:
        return ("Nothing is quoted at this meeting: there is nothing to compare.",)
    if len(sources) < 2:
        return ("Only one source tells of this meeting: there is nothing to compare it with.",)
    count = Counter(quote.source for quote in quotes)
    return tuple(
        f"{label_name(source)} tells {counted(count[source.id], 'statement')}: too few to say what it leaves out."
        for source in sources
        if count[source.id] < LEAST_STATEMENTS
    )


def compare(meeting: Meeting, quotes: Sequence[Quote]) -> Comparison:
    """Align the accounts that the sources of a meeting give. ``quotes`` are all of the meeting's.

    Quotes that no longer stand in their source (status ``missing``) are left out.
    """
    standing = sorted(
        (quote for quote in quotes if quote.status != "missing"),
        key=lambda quote: (quote.source, quote.start, quote.end),
    )
    sources = tuple(sorted(meeting.sources, key=lambda source: source.id))
    rank = {source.id: place for place, source in enumerate(sources)}
    told = [quote for quote in standing if quote.source in rank]
    said = [Said(meeting, quote) for quote in told]
    pairs = _pairs(meeting, told, vectors([quote.text for quote in told]))
    topics = Topics() if are_tagged(told) else Topics.learned(told)
    points = tuple(_point(said, group, sources, topics) for group in sorted(_groups(told, pairs)))
    return Comparison(meeting, sources, points, _table(points, len(sources)), _remarks(sources, told))
