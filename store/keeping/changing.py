"""Corrections by a person: quotes and meetings. Each function works within the running step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from itertools import filterfalse
from typing import Any

from store.errors import LibraryError
from store.keeping.adding import officials_of, united
from store.keeping.identity import name_key
from store.keeping.records import Shelf, label_of
from store.keeping.tables import Tables, split_quote_id
from store.model import MEETING_KINDS, QUOTE_KINDS, STATUSES, Meeting, Participant, Quote, Source

_CONTENT = {"speaker", "kind", "cue", "start", "end"}
"""What the reader found; a person who changes any of it has corrected the quote."""
_QUOTE_FIELDS = _CONTENT | {"status", "tags", "note"}
_MEETING_FIELDS = {field.name for field in fields(Meeting)} - {"id", "quotes", "sources"}


def change_quotes(tables: Tables, quote_ids: Iterable[str], known: Mapping[str, Any]) -> None:
    """Change fields of quotes. Raises `LibraryError` for what cannot be."""
    if unknown := set(known) - _QUOTE_FIELDS:
        raise LibraryError(f"A quote's {', '.join(sorted(unknown))} cannot be changed")
    _allowed(known, {"kind": QUOTE_KINDS, "status": STATUSES})
    _each(tables, quote_ids, lambda quote: _changed(tables, quote, known))


def _changed(tables: Tables, quote: Quote, known: Mapping[str, Any]) -> Quote:
    given: dict[str, Any] = {name: tuple(value) if name == "tags" else value for name, value in known.items()}
    new = replace(quote, **given)
    if (new.start, new.end) != (quote.start, quote.end):
        new = replace(new, text=_slice(tables.source(new.source), new.start, new.end))
    if new.speaker != quote.speaker:
        new = replace(new, officials=speaking(tables, new.meeting, new.speaker), sure=True)
    if "status" not in known and any(getattr(new, name) != getattr(quote, name) for name in _CONTENT):
        new = replace(new, status="corrected")
    return quote if new == quote else new


def _slice(source: Source, start: int, end: int) -> str:
    if not 0 <= start < end <= len(source.text):
        raise LibraryError(
            f"{start}–{end} is not a place in the source, which has {len(source.text)} characters"
        )
    return source.text[start:end]


def speaking(tables: Tables, meeting_id: int, speaker: str | None) -> tuple[int, ...]:
    """Return the officials whom a speaker's name means; one who was not there is added to the meeting's speakers."""
    meeting = tables.meeting(meeting_id)
    identities = tables.identities
    present = (*meeting.participants, *meeting.speakers)
    named = {name_key(person.name): person.official for person in present}
    for person in present:
        official = identities.officials.get(person.official)
        for name in (official.name, *official.aliases) if official else ():
            named.setdefault(name_key(name), person.official)
    strangers = []
    for name in (speaker or "").split("; "):
        known = [] if name_key(name) in named else identities.named(name)
        if len(known) == 1:
            named[name_key(name)] = known[0].id
            strangers.append(Participant(known[0].id, known[0].name, country=known[0].country))
    if strangers:
        tables.put_meeting(replace(meeting, speakers=(*meeting.speakers, *strangers)))
    return officials_of(speaker, named)


def tag_quotes(tables: Tables, quote_ids: Iterable[str], add: Iterable[str], remove: Iterable[str]) -> None:
    """Add and remove tags of quotes."""
    added, gone = tuple(add), set(remove)

    def tagged(quote: Quote) -> Quote:
        tags = tuple(filterfalse(gone.__contains__, dict.fromkeys((*quote.tags, *added))))
        return quote if tags == quote.tags else _tagged(quote, tags)

    _each(tables, quote_ids, tagged)


def _tagged(one: Quote, tags: tuple[str, ...]) -> Quote:
    """Return a quote with other tags; spelt out, as ``replace`` takes three times as long."""
    return Quote(
        one.meeting, one.number, one.source, one.start, one.end, one.text, one.speaker, one.kind, one.cue,
        one.officials, one.status, tags, one.note, one.sure,
    )  # fmt: skip


def _each(tables: Tables, quote_ids: Iterable[str], change: Callable[[Quote], Quote]) -> None:
    """Put in place of each quote what ``change`` makes of it; where that is the same, nothing is written."""
    for meeting_id, numbers in by_meeting(quote_ids).items():
        if absent := tables.change_shelf(meeting_id, numbers, change):
            raise LibraryError(f"There is no quote {meeting_id}.{min(absent)} in this library")


def add_quote(tables: Tables, quote: Quote) -> Quote:
    """Store a quote that a person marked; number, text and officials are given here."""
    meeting = tables.meeting(quote.meeting)
    if quote.source not in {label.id for label in meeting.sources}:
        raise LibraryError(f"Source {quote.source} does not belong to meeting {quote.meeting}")
    _allowed({"kind": quote.kind}, {"kind": QUOTE_KINDS})
    shelf = tables.shelf(quote.meeting)
    text = _slice(tables.source(quote.source), quote.start, quote.end)
    officials = speaking(tables, quote.meeting, quote.speaker)
    new = replace(quote, number=shelf.next, text=text, officials=officials, status="added")
    _put_quotes(tables, quote.meeting, Shelf((*shelf.quotes, new), shelf.next + 1))
    return new


def delete_quotes(tables: Tables, quote_ids: Iterable[str]) -> None:
    """Delete quotes; their numbers are not given again."""
    for meeting_id, numbers in by_meeting(quote_ids).items():
        shelf = tables.shelf(meeting_id)
        _all_there(meeting_id, numbers, shelf)
        kept = tuple(quote for quote in shelf.quotes if quote.number not in numbers)
        _put_quotes(tables, meeting_id, shelf._replace(quotes=kept))


def _put_quotes(tables: Tables, meeting_id: int, shelf: Shelf) -> None:
    tables.put_shelf(meeting_id, shelf)
    tables.put_meeting(replace(tables.meeting(meeting_id), quotes=len(shelf.quotes)))


def change_meeting(tables: Tables, meeting_id: int, known: Mapping[str, Any]) -> Meeting:
    """Change fields of a meeting and return it; what a person sets is no longer unsure."""
    if unknown := set(known) - _MEETING_FIELDS:
        raise LibraryError(f"A meeting's {', '.join(sorted(unknown))} cannot be changed")
    _allowed(known, {"kind": (None, *MEETING_KINDS)})
    meeting = tables.meeting(meeting_id)
    unsure = tuple(name for name in meeting.unsure if name not in known)
    new = replace(meeting, **({"unsure": unsure} | dict(known)))
    tables.put_meeting(new)
    return new


def delete_meetings(tables: Tables, meeting_ids: Iterable[int]) -> None:
    """Delete meetings with their quotes and sources; the officials stay."""
    for meeting_id in meeting_ids:
        meeting = tables.meeting(meeting_id)
        tables.drop_meeting(meeting_id)
        tables.table("sources").replace({label.id: None for label in meeting.sources})


def join_meetings(tables: Tables, keep: int, others: Iterable[int]) -> None:
    """Make one meeting of several: participants, sources, tags and quotes of the others go to ``keep``."""
    for other in dict.fromkeys(others):
        if other == keep:
            raise LibraryError("A meeting cannot be joined to itself")
        meeting, shelf, moving = tables.meeting(keep), tables.shelf(keep), tables.shelf(other)
        moved = [
            replace(quote, meeting=keep, number=shelf.next + place)
            for place, quote in enumerate(moving.quotes)
        ]
        joined = Shelf((*shelf.quotes, *moved), shelf.next + len(moved))
        tables.put_shelf(keep, joined)
        tables.put_meeting(replace(united(meeting, tables.meeting(other)), quotes=len(joined.quotes)))
        tables.drop_meeting(other)


def renew_source(
    tables: Tables, meeting_id: int, old: int, new: Source, places: Mapping[str, tuple[int, int] | None]
) -> int:
    """Put a later version of a source beside the old one and move the quotes that still stand in it.

    ``places`` tells for each quote where the new text holds it, ``None`` where it no longer does: that quote stays
    with the old text and is ``missing``. Returns how many are. Raises `LibraryError` for a place with another text.
    """
    meeting, shelf = tables.meeting(meeting_id), tables.shelf(meeting_id)
    if old not in {label.id for label in meeting.sources}:
        raise LibraryError(f"Source {old} does not belong to meeting {meeting_id}")
    source = replace(new, id=tables.new_source(new))
    quotes = []
    for quote in shelf.quotes:
        if quote.id in places and quote.source == old:
            place = places[quote.id]
            if place is None:
                quote = replace(quote, status="missing")
            elif _slice(new, *place) == quote.text:
                quote = replace(quote, source=source.id, start=place[0], end=place[1])
            else:
                raise LibraryError(
                    f"Quote {quote.id} does not stand at {place[0]}–{place[1]} of the new text"
                )
        quotes.append(quote)
    labels = [replace(label, newer=source.id) if label.id == old else label for label in meeting.sources]
    tables.put_shelf(meeting_id, shelf._replace(quotes=tuple(quotes)))
    tables.put_meeting(replace(meeting, sources=(*labels, label_of(source, source.id))))
    return sum(quote.status == "missing" and quote.id in places for quote in quotes)


def by_meeting(quote_ids: Iterable[str]) -> dict[int, set[int]]:
    """Return the numbers asked for, per meeting."""
    found: dict[int, set[int]] = {}
    for quote_id in quote_ids:
        meeting, number = split_quote_id(quote_id)
        found.setdefault(meeting, set()).add(number)
    return found


def _all_there(meeting_id: int, numbers: set[int], shelf: Shelf) -> None:
    if absent := numbers - {quote.number for quote in shelf.quotes}:
        raise LibraryError(f"There is no quote {meeting_id}.{min(absent)} in this library")


def _allowed(known: Mapping[str, Any], choices: Mapping[str, tuple[Any, ...]]) -> None:
    for name, allowed in choices.items():
        if name in known and known[name] not in allowed:
            raise LibraryError(f"{known[name]!r} is no {name}; it can be {', '.join(filter(None, allowed))}")
