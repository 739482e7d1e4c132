"""What the insight verbs print with ``--json``: keys always present, ``None`` where unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from store.insight.accounts import Accounts
from store.insight.compare import Comparison
from store.insight.difference import Change
from store.insight.evidence import Evidence
from store.insight.formulas import Formula
from store.insight.phrasebook import Phrasebook
from store.insight.silence import Silence
from store.insight.tables import Table
from store.insight.timeline import Timeline
from store.insight.unheard import Unheard
from store.model import Meeting, Quote, SourceLabel

Record = dict[str, object]
Find = Callable[[int], Meeting]


def source_record(label: SourceLabel | None) -> Record:
    """Return which source, as ``quotes --json`` names it, without a place."""
    return {
        "title": label and label.title,
        "publisher": label and label.publisher,
        "url": label and label.url,
        "sha256": label and label.sha256,
    }


def place_record(place: Evidence, meeting: Meeting) -> Record:
    """Return a place: ``start`` and ``end`` count characters of the source's text."""
    label = next((source for source in meeting.sources if source.id == place.source), None)
    return {
        "id": place.quote,
        "meeting_id": place.meeting,
        "date": place.date,
        "speaker": place.speaker,
        "cue": place.cue,
        "text": place.text,
        "source": {**source_record(label), "start": place.start, "end": place.end},
    }


def accounts_record(found: Accounts) -> Record:
    """Return a meeting of which several sources tell."""
    meeting = found.meeting
    return {
        "meeting_id": meeting.id,
        "date": meeting.date,
        "title": meeting.title,
        "sources": len(meeting.sources),
        "points": found.points,
        "shared": found.shared,
    }


def _changes(changes: Iterable[Change]) -> list[Record]:
    return [{"kind": change.kind, "text": change.text} for change in changes]


def comparison_records(comparison: Comparison) -> Iterator[Record]:
    """Yield a record for each point; ``accounts`` has one entry for each source, in the order of the sources."""
    meeting = comparison.meeting
    for point in comparison.points:
        yield {
            "meeting_id": meeting.id,
            "speaker": point.speaker,
            "topics": list(point.topics),
            "told": point.told,
            "wording": point.wording,
            "likeness": None if point.likeness is None else round(point.likeness, 3),
            "changes": _changes(point.changes),
            "accounts": [
                {
                    "source": source_record(source),
                    "quotes": [place_record(place, meeting) for place in account],
                }
                for source, account in zip(comparison.sources, point.accounts, strict=True)
            ],
        }


def timeline_records(timeline: Timeline, find: Find) -> Iterator[Record]:
    """Yield a record for each position (``what`` is ``position``), then for each phrase (``phrase``)."""
    for position in timeline.positions:
        yield {
            "what": "position",
            "official": timeline.official.name,
            "topic": timeline.topic,
            "office": position.office,
            "tags": list(position.tags),
            "takes_up": position.takes_up,
            "changes": _changes(position.changes),
            "quote": place_record(position.place, find(position.place.meeting)),
        }
    for phrase in timeline.phrases:
        yield {
            "what": "phrase",
            "official": timeline.official.name,
            "topic": timeline.topic,
            "phrase": phrase.phrase,
            "quotes": phrase.quotes,
            "first": place_record(phrase.first, find(phrase.first.meeting)),
            "last": place_record(phrase.last, find(phrase.last.meeting)),
        }


def formula_record(formula: Formula) -> Record:
    """Return one formula with everyone who uses it and the ids of all quotes that hold it, oldest first."""
    return {
        "formula": formula.text,
        "meetings": formula.meetings,
        "first": formula.first,
        "last": formula.last,
        "speakers": [
            {"speaker": usage.speaker, "quotes": usage.quotes, "first": usage.first, "last": usage.last}
            for usage in formula.usages
        ],
        "variants": [{"text": variant.text, "quotes": variant.quotes} for variant in formula.variants],
        "quotes": list(formula.quotes),
    }


def told_apart_record(quote: Quote, book: Phrasebook) -> Record:
    """Return which stretches of a quote are formula; ``start`` and ``end`` count characters of the quote's text."""
    return {
        "id": quote.id,
        "text": quote.text,
        "new": round(book.new_share(quote.text), 3),
        "formulas": [
            {
                "start": one.start,
                "end": one.end,
                "text": quote.text[one.start : one.end],
                "formula": one.formula,
            }
            for one in book.stretches(quote.text)
        ],
    }


def silence_record(silence: Silence, find: Find) -> Record:
    """Return one topic that has fallen silent."""
    return {
        "kind": silence.kind,
        "who": silence.who,
        "topic": silence.topic,
        "heard": silence.heard,
        "of": silence.of,
        "since": silence.since,
        "first": silence.first,
        "last": silence.last,
        "days": silence.days,
        "chance": round(silence.chance, 6),
        "quote": place_record(silence.place, find(silence.place.meeting)),
    }


def unheard_record(unheard: Unheard, find: Find) -> Record:
    """Return one official not heard since the day asked for."""
    return {
        "official_id": unheard.official,
        "name": unheard.name,
        "country": unheard.country,
        "quotes": unheard.quotes,
        "last": unheard.last,
        "days": unheard.days,
        "met": unheard.met,
        "quote": place_record(unheard.place, find(unheard.place.meeting)),
    }


def table_records(table: Table) -> Iterator[Record]:
    """Yield a record for each count above nought."""
    for row, cells in zip(table.rows, table.cells, strict=True):
        for column, cell in zip(table.columns, cells, strict=True):
            if cell.count:
                yield {
                    "table": table.title,
                    "row": row,
                    "column": column,
                    "counted": table.counted,
                    "count": cell.count,
                    "query": cell.query or None,
                    "meetings": list(cell.meetings),
                    "quotes": list(cell.quotes),
                }
