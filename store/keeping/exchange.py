"""A whole meeting as one line of ``export --format jsonl``, out and in again without loss.

The keys are a contract with other programs. Those that most meetings do not need stand only where they say something:
``speakers`` (quoted without having been there), ``unsure``, a source's ``author`` and ``newer``, a quote's ``sure``,
and its ``text`` where the source no longer holds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.errors import LibraryError
from store.keeping.adding import Bundle
from store.keeping.tables import Tables
from store.model import (
    MEETING_KINDS,
    QUOTE_KINDS,
    STATUSES,
    FoundMeeting,
    FoundOfficial,
    Meeting,
    Participant,
    Quote,
    Source,
)

_SOURCE = ("title", "publisher", "url", "published", "retrieved", "language", "text", "sha256")
_QUOTE = ("start", "end", "speaker", "kind", "cue", "status", "tags", "note")
_MEETING = ("title", "date", "end_date", "place", "kind")


def record_of(tables: Tables, meeting_id: int) -> dict[str, Any]:
    """Return a meeting with its sources and quotes as one record of plain lists, strings and numbers."""
    meeting = tables.meeting(meeting_id)
    sources = [tables.source(label.id) for label in meeting.sources]
    places = {source.id: place for place, source in enumerate(sources)}
    told: dict[str, Any] = {name: getattr(meeting, name) for name in _MEETING}
    told["officials"] = [_official(tables, person) for person in meeting.participants]
    if meeting.speakers:
        told["speakers"] = [_official(tables, person) for person in meeting.speakers]
    if meeting.unsure:
        told["unsure"] = list(meeting.unsure)
    return {
        "meeting": told,
        "sources": [_source(meeting, source, places) for source in sources],
        "quotes": [
            _quote(quote, places[quote.source], sources[places[quote.source]])
            for quote in tables.shelf(meeting_id).quotes
        ],
        "tags": list(meeting.tags),
        "note": meeting.note,
    }


def _official(tables: Tables, person: Participant) -> dict[str, Any]:
    official = tables.identities.officials.get(person.official)
    names = (official.name, *official.aliases) if official else ()
    known: dict[str, Any] = {"name": person.name, "office": person.office, "country": person.country}
    known |= {"aliases": [name for name in names if name != person.name]}
    return known | ({"side": person.side} if person.side else {})


def _source(meeting: Meeting, source: Source, places: Mapping[int, int]) -> dict[str, Any]:
    known = {name: getattr(source, name) for name in _SOURCE}
    newer = next((label.newer for label in meeting.sources if label.id == source.id), None)
    return (
        known
        | ({"author": source.author} if source.author else {})
        | ({"newer": places[newer]} if newer else {})
    )


def _quote(quote: Quote, place: int, source: Source) -> dict[str, Any]:
    known = {"source": place} | {name: getattr(quote, name) for name in _QUOTE} | {"tags": list(quote.tags)}
    if not quote.sure:
        known["sure"] = False
    if quote.text != source.text[quote.start : quote.end]:
        known["text"] = quote.text
    return known


def bundle_of(record: Mapping[str, Any]) -> Bundle:
    """Return what a record holds, ready to be added. Raises `LibraryError` where it is no such record."""
    try:
        told = record["meeting"]
        sources = [_source_in(source) for source in record["sources"]]
        quotes = [_quote_in(quote, sources) for quote in record["quotes"]]
        meeting = FoundMeeting(
            **{name: told.get(name) for name in _MEETING},
            officials=tuple(_official_in(one) for one in told["officials"]),
            speakers=tuple(_official_in(one) for one in told.get("speakers", ())),
            unsure=tuple(told.get("unsure", ())),
        )
        newer = {
            at: source["newer"]
            for at, source in enumerate(record["sources"])
            if source.get("newer") is not None
        }
        tags, note = tuple(record.get("tags", ())), record.get("note")
        if not isinstance(meeting.title, str):
            raise _none("a meeting has no title")
        if meeting.kind is not None and meeting.kind not in MEETING_KINDS:
            raise _none(f"{meeting.kind!r} is no kind of meeting")
        if any(place not in range(len(sources)) for place in newer.values()):
            raise _none("a later version is not there")
    except KeyError as error:
        raise _none(f"{error.args[0]!r} is missing") from error
    except (TypeError, AttributeError) as error:
        raise _none("a field holds something of another kind") from error
    return Bundle(meeting, sources, quotes, newer, tags, note)


def _source_in(known: Mapping[str, Any]) -> Source:
    text = known["text"]
    if not isinstance(text, str):
        raise _none("a source has no text")
    given = {name: known.get(name) for name in (*_SOURCE, "author") if name not in ("text", "sha256")}
    source = Source.of(text, **given)
    if known.get("sha256") not in (None, source.sha256):
        raise _none("a source's text is not the one its SHA-256 was taken of")
    return source


def _quote_in(known: Mapping[str, Any], sources: list[Source]) -> Quote:
    place, start, end = known["source"], known["start"], known["end"]
    kind, status = known["kind"], known.get("status", "found")
    if not (isinstance(place, int) and 0 <= place < len(sources)):
        raise _none("a quote's source is not there")
    text = sources[place].text
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        raise _none("a quote has no place")
    if end > len(text) and "text" not in known:
        raise _none("a quote ends behind its source")
    if kind not in QUOTE_KINDS:
        raise _none(f"{kind!r} is no kind of quote")
    if status not in STATUSES:
        raise _none(f"{status!r} is no status")
    return Quote(
        meeting=0,
        number=0,
        source=place,
        start=start,
        end=end,
        text=known["text"] if "text" in known else text[start:end],
        speaker=known.get("speaker"),
        kind=kind,
        cue=known.get("cue") or "",
        status=status,
        tags=tuple(known.get("tags", ())),
        note=known.get("note"),
        sure=known.get("sure", True),
    )


def _official_in(known: Mapping[str, Any]) -> FoundOfficial:
    aliases = tuple(known.get("aliases", ()))
    return FoundOfficial(known["name"], known.get("office"), known.get("country"), aliases, known.get("side"))


def _none(why: str) -> LibraryError:
    return LibraryError(f"Not a meeting as export writes it: {why}")
