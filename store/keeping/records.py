"""Between the program's records and the documents in the database.

A document leaves out what has its record's default value: the list of 100,000 meetings is read at every start, and
half of its fields are empty. What a list is ordered by, the date, always comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any, NamedTuple

from store.model import Meeting, Office, Official, Participant, Quote, Source, SourceLabel

Document = dict[str, Any]


class Shelf(NamedTuple):
    """The quotes of one meeting, and the number that its next quote gets."""

    quotes: tuple[Quote, ...] = ()
    next: int = 1


_DEFAULTS: dict[type, tuple[tuple[str, Any], ...]] = {
    kind: tuple((field.name, field.default) for field in fields(kind))
    for kind in (Meeting, Participant, SourceLabel, Quote, Source, Official, Office)
}


def _sparse(record: Any, *left_out: str) -> Document:  # noqa: ANN401  # any record of the model
    """Return a record's fields that differ from their defaults, records inside them likewise."""
    kept: Document = {}
    for name, default in _DEFAULTS[type(record)]:
        value = getattr(record, name)
        if name in left_out or (default is not MISSING and value == default):
            continue
        if isinstance(value, tuple):
            value = [_sparse(part) if type(part) in _DEFAULTS else part for part in value]
        kept[name] = value
    return kept


def meeting_document(meeting: Meeting) -> Document:
    """Return the document of a meeting; its id is the document's."""
    return {"date": meeting.date} | _sparse(meeting, "id", "date")


def meeting_of(meeting_id: int, document: Mapping[str, Any]) -> Meeting:
    """Return the meeting that a document holds."""
    known = dict(document)
    for name, kind in (("participants", Participant), ("speakers", Participant), ("sources", SourceLabel)):
        if name in known:
            known[name] = tuple([kind(**part) for part in known[name]])
    for name in ("tags", "unsure"):
        if name in known:
            known[name] = tuple(known[name])
    return Meeting(**known, id=meeting_id)


def shelf_document(shelf: Shelf) -> Document:
    """Return the document of a meeting's quotes, which has the meeting's id."""
    return {"next": shelf.next, "quotes": [quote_document(quote) for quote in shelf.quotes]}


def quote_document(quote: Quote) -> Document:
    """Do for a quote, of which there are a million, what `_sparse` does, in a third of the time."""
    known: Document = {
        "number": quote.number,
        "source": quote.source,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "speaker": quote.speaker,
        "kind": quote.kind,
    }
    if quote.cue:
        known["cue"] = quote.cue
    if quote.officials:
        known["officials"] = quote.officials
    if quote.status != "found":
        known["status"] = quote.status
    if quote.tags:
        known["tags"] = quote.tags
    if quote.note is not None:
        known["note"] = quote.note
    if not quote.sure:
        known["sure"] = False
    return known


def shelf_of(meeting_id: int, document: Mapping[str, Any]) -> Shelf:
    """Return the quotes that a document, made use of in doing so, holds."""
    return Shelf(tuple([quote_of(meeting_id, quote) for quote in document["quotes"]]), document["next"])


def quote_of(meeting_id: int, known: Document) -> Quote:
    """Return the quote that a document, made use of in doing so, holds."""
    for name in ("officials", "tags"):
        if name in known:
            known[name] = tuple(known[name])
    return Quote(meeting_id, **known)


def source_document(source: Source) -> Document:
    """Return the document of a source."""
    return _sparse(source, "id")


def source_of(source_id: int, document: Mapping[str, Any]) -> Source:
    """Return the source that a document holds."""
    return Source(**document, id=source_id)


def official_document(official: Official) -> Document:
    """Return the document of an official."""
    return _sparse(official, "id")


def official_of(official_id: int, document: Mapping[str, Any]) -> Official:
    """Return the official that a document holds."""
    known = document.get
    offices = tuple([Office(one["title"], one.get("first"), one.get("last")) for one in known("offices", ())])
    aliases, apart = tuple(known("aliases", ())), tuple(known("apart", ()))
    return Official(document["name"], known("country"), aliases, offices, official_id, apart)


def label_of(source: Source, source_id: int) -> SourceLabel:
    """Return what lists need of a source that is stored under an id."""
    return SourceLabel(
        source_id,
        source.sha256,
        source.title,
        source.publisher,
        source.url,
        source.published,
        source.author,
        source.retrieved,
    )


def place_of(quote: Document) -> tuple[int, int, int, int]:
    """Return by what the document of a quote stands where it does, as `in_order` has it."""
    return quote["source"], quote["start"], quote["end"], quote["number"]


def in_order(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return quotes in the order of their sources and of their places in them."""
    return tuple(sorted(quotes, key=lambda quote: (quote.source, quote.start, quote.end, quote.number)))
