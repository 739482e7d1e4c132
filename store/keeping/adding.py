"""A text and what was found in it become a meeting of the library, or part of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from store.keeping.identity import met, name_key
from store.keeping.joining import same_meeting, same_text
from store.keeping.records import Shelf, label_of
from store.keeping.tables import Tables
from store.model import FoundMeeting, FoundOfficial, Meeting, Official, Participant, Quote, Reading, Source
from store.outcomes import Added, Foreseen, OnDuplicate


@dataclass(slots=True)
class Bundle:
    """What is added at once: a meeting with its sources and quotes, which count sources and nothing else by place.

    A quote's ``source`` is the place of its source in ``sources``; its meeting, number and officials are given when
    it is stored. ``newer`` holds, for a source that has a later version here, the place of that.
    """

    meeting: FoundMeeting
    sources: Sequence[Source]
    quotes: Sequence[Quote]
    newer: dict[int, int] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    note: str | None = None


def bundle_of(source: Source, reading: Reading, now: str | None) -> Bundle:
    """Return what is to be stored of a reading; what the source does not tell of itself is taken from it."""
    if now and source.retrieved is None:
        source = replace(source, retrieved=now[:10])
    if source.title is None:
        source = replace(source, title=reading.meeting.title)
    quotes = [
        Quote(
            0, 0, 0, one.start, one.end, one.text, one.speaker, one.kind, one.cue, (), one.status, one.tags, None,
            one.sure,
        )
        for one in reading.quotes
    ]  # fmt: skip
    if source.language is None and reading.language:
        source = replace(source, language=reading.language)
    return Bundle(reading.meeting, [source], quotes)


def add(tables: Tables, bundle: Bundle, on_duplicate: OnDuplicate | None) -> Added:
    """Store a bundle within the running step. Raises `LibraryError`.

    With ``on_duplicate`` of ``None`` only the very same text is a duplicate, and nothing is joined: what one library
    kept apart stays apart in another.
    """
    fate = foresee(tables, bundle, on_duplicate)
    if fate.status == "duplicate" and fate.meeting_id is not None:
        return Added(fate.meeting_id, "duplicate", 0)
    return _store(tables, bundle, None if fate.meeting_id is None else tables.meeting(fate.meeting_id))


def foresee(tables: Tables, bundle: Bundle, on_duplicate: OnDuplicate | None) -> Foreseen:
    """Tell what `add` would make of a bundle; nothing is stored."""
    for source in bundle.sources:
        known = tables.meeting_with_text(source.sha256)
        if known is not None and on_duplicate != "add":
            return Foreseen("duplicate", known)
    if on_duplicate in (None, "add"):
        return Foreseen("added")
    met_here = [tables.identities.who(found) for found in bundle.meeting.officials]
    officials = {official.id for official in met_here if official}
    near = tables.meetings_during(bundle.meeting.date, bundle.meeting.end_date, officials)
    candidates = [meeting for meeting in near if _shares(meeting, officials)]
    for meeting in candidates:
        texts = (tables.source(label.id).text for label in meeting.sources)
        if any(same_text(source.text, texts) for source in bundle.sources):
            return Foreseen("duplicate", meeting.id)
    same = same_meeting(officials, candidates)
    if same is None:
        return Foreseen("added")
    return Foreseen("duplicate" if on_duplicate == "skip" else "joined", same.id)


def _shares(meeting: Meeting, officials: set[int]) -> bool:
    """Tell whether someone was there; a text is compared only with those of meetings that can be the same."""
    return not meeting.participants or any(person.official in officials for person in meeting.participants)


def _store(tables: Tables, bundle: Bundle, same: Meeting | None) -> Added:
    found = bundle.meeting
    participants = [_participant(tables, one, found.date) for one in found.officials]
    speakers = [_participant(tables, one, found.date) for one in found.speakers]
    meeting_id = same.id if same else tables.next_meeting()
    ids = [tables.new_source(source) for source in bundle.sources]
    labels = [label_of(source, one) for source, one in zip(bundle.sources, ids, strict=True)]
    for place, newer in bundle.newer.items():
        labels[place] = replace(labels[place], newer=ids[newer])
    shelf = tables.shelf(meeting_id) if same else Shelf()
    there = {person.official for person in participants}
    told = Meeting(
        title=found.title,
        date=found.date,
        end_date=found.end_date,
        place=found.place,
        kind=found.kind,
        participants=tuple({one.official: one for one in reversed(participants)}.values())[::-1],
        speakers=tuple(
            one for one in {one.official: one for one in speakers}.values() if one.official not in there
        ),
        sources=tuple(labels),
        quotes=len(bundle.quotes),
        tags=bundle.tags,
        note=bundle.note,
        unsure=found.unsure,
        id=meeting_id,
    )
    named = speakers_by_name((found.officials, participants), (found.speakers, speakers))
    meant = {speaker: officials_of(speaker, named) for speaker in {quote.speaker for quote in bundle.quotes}}
    quotes = [
        _settled(quote, meeting_id, number, ids[quote.source], meant[quote.speaker])
        for number, quote in enumerate(bundle.quotes, shelf.next)
    ]
    tables.put_shelf(meeting_id, Shelf((*shelf.quotes, *quotes), shelf.next + len(quotes)))
    tables.put_meeting(replace(united(same, told), quotes=len(shelf.quotes) + len(quotes)) if same else told)
    return Added(meeting_id, "joined" if same else "added", len(quotes))


def _settled(quote: Quote, meeting: int, number: int, source: int, officials: tuple[int, ...]) -> Quote:
    """Return a quote with what it gets when it is stored; spelt out, as ``replace`` takes three times as long."""
    return Quote(
        meeting, number, source, quote.start, quote.end, quote.text, quote.speaker, quote.kind, quote.cue,
        officials, quote.status, quote.tags, quote.note, quote.sure,
    )  # fmt: skip


def _participant(tables: Tables, found: FoundOfficial, day: str | None) -> Participant:
    """Find the official that a text means, or make one, and return them as of that day."""
    known = tables.identities.who(found)
    if known is None:
        known = Official(found.name, found.country, id=tables.table("officials").next_id())
    official = met(known, found, day)
    if tables.identities.officials.get(official.id) != official:
        tables.put_official(official)
    return Participant(official.id, found.name, found.office, found.country, found.side)


def speakers_by_name(*groups: tuple[Iterable[FoundOfficial], Iterable[Participant]]) -> dict[str, int]:
    """Return which official each name in one text's quotes means."""
    named: dict[str, int] = {}
    for found, people in groups:
        for official, person in zip(found, people, strict=True):
            for name in (official.name, *official.aliases):
                named.setdefault(name_key(name), person.official)
    return named


def officials_of(speaker: str | None, named: dict[str, int]) -> tuple[int, ...]:
    """Return the officials a quote's speaker means, in order; none for bodies and groups. ``"; "`` joins several."""
    if not speaker:
        return ()
    found = (named.get(name_key(name)) for name in speaker.split("; "))
    return tuple(dict.fromkeys(official for official in found if official is not None))


def united(meeting: Meeting, other: Meeting) -> Meeting:
    """Return a meeting with what another telling of it adds; where they differ, the first one's word stays."""
    present = {person.official for person in meeting.participants}
    participants = (
        *meeting.participants,
        *(one for one in other.participants if one.official not in present),
    )
    present = {person.official for person in participants}
    speakers = {
        one.official: one for one in (*other.speakers, *meeting.speakers) if one.official not in present
    }
    notes = dict.fromkeys(filter(None, (meeting.note, other.note)))
    return replace(
        meeting,
        end_date=meeting.end_date or other.end_date,
        place=meeting.place or other.place,
        kind=meeting.kind or other.kind,
        participants=participants,
        speakers=tuple(speakers.values()),
        sources=(*meeting.sources, *other.sources),
        tags=tuple(dict.fromkeys((*meeting.tags, *other.tags))),
        note="\n".join(notes) or None,
        unsure=meeting.unsure,
    )
