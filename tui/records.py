"""The command line's JSON records: keys always present, ``None`` where unknown. Other programs read them."""

from __future__ import annotations

from collections.abc import Iterable

from store.model import FoundOfficial, Meeting, Official, Quote, Reading


def reading_record(path: str, reading: Reading) -> dict[str, object]:
    """Return what ``read --json`` prints of a source; ``start`` and ``end`` count characters of its text."""
    meeting = reading.meeting
    return {
        "path": path,
        "meeting": {
            "title": meeting.title,
            "date": meeting.date,
            "end_date": meeting.end_date,
            "place": meeting.place,
            "kind": meeting.kind,
            "officials": [_found_official(official) for official in meeting.officials],
        },
        "quotes": [
            {
                "start": quote.start,
                "end": quote.end,
                "text": quote.text,
                "speaker": quote.speaker,
                "kind": quote.kind,
                "cue": quote.cue,
            }
            for quote in reading.quotes
        ],
    }


def _found_official(official: FoundOfficial) -> dict[str, object]:
    return {
        "name": official.name,
        "office": official.office,
        "country": official.country,
        "aliases": list(official.aliases),
    }


def meeting_record(meeting: Meeting) -> dict[str, object]:
    """Return what ``list --json`` prints of one meeting."""
    return {
        "id": meeting.id,
        "date": meeting.date,
        "end_date": meeting.end_date,
        "place": meeting.place,
        "kind": meeting.kind,
        "title": meeting.title,
        "officials": [participant.name for participant in meeting.participants],
        "sources": len(meeting.sources),
        "quotes": meeting.quotes,
        "tags": list(meeting.tags),
    }


def quote_record(meeting: Meeting, quote: Quote) -> dict[str, object]:
    """Return what ``quotes --json`` prints of one quote of ``meeting``."""
    present = {person.official: person for person in (*meeting.participants, *meeting.speakers)}
    spoke = [present[official] for official in quote.officials if official in present]
    label = next((source for source in meeting.sources if source.id == quote.source), None)
    return {
        "id": quote.id,
        "meeting_id": quote.meeting,
        "date": meeting.date,
        "speaker": quote.speaker,
        "office": _joined(person.office for person in spoke),
        "country": _joined(dict.fromkeys(person.country for person in spoke)),
        "kind": quote.kind,
        "cue": quote.cue,
        "text": quote.text,
        "status": quote.status,
        "tags": list(quote.tags),
        "note": quote.note,
        "source": {
            "title": label and label.title,
            "publisher": label and label.publisher,
            "url": label and label.url,
            "start": quote.start,
            "end": quote.end,
            "sha256": label and label.sha256,
        },
    }


def official_record(
    official: Official, meetings: int, quotes: int, first: str | None, last: str | None
) -> dict[str, object]:
    """Return what ``officials --json`` prints; ``first`` and ``last`` are the days of their meetings."""
    return {
        "id": official.id,
        "name": official.name,
        "aliases": list(official.aliases),
        "country": official.country,
        "offices": [office.title for office in official.offices],
        "meetings": meetings,
        "quotes": quotes,
        "first": first,
        "last": last,
    }


def _joined(values: Iterable[str | None]) -> str | None:
    return "; ".join(value for value in values if value) or None


def office_line(name: str, office: str | None, country: str | None) -> str:
    """Return a person as a reader would write it: name, office, country, as far as they are known."""
    return ", ".join(part for part in (name, office, country) if part)
