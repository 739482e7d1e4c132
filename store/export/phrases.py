"""What every format for people says in the same words. Plain text, not yet escaped for any of them."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from store.export import dates
from store.export.rows import ExportRow
from store.model import Meeting, SourceLabel
from store.wording import attribution

SHORT_HASH = 16  # hexadecimal digits shown to people: 64 bits tell any two texts of a library apart


def together(values: Iterable[str | None], mark: str = ", ") -> str:
    """Join what is known of some values."""
    return mark.join(value for value in values if value)


def speaker(row: ExportRow) -> str:
    """Return the name of who is quoted."""
    return row.quote.speaker or "Speaker unknown"


def person(row: ExportRow) -> str:
    """Return name, office and country; the country only where the office does not name it already."""
    return together((speaker(row), standing(row)))


def standing(row: ExportRow) -> str:
    """Return office and country of the speaker on that day, as far as known."""
    named = row.country and row.office and row.country.casefold() in row.office.casefold()
    return together((row.office, None if named else row.country))


def meeting_facts(meeting: Meeting) -> str:
    """Return day, place and kind of a meeting in one line."""
    return together((dates.span(meeting.date, meeting.end_date), meeting.place, meeting.kind), " · ")


def publisher(label: SourceLabel) -> str:
    """Return the shortest name a source goes by: its publisher, host or title."""
    return label.publisher or _host(label.url) or label.title or "Unnamed source"


def source_name(label: SourceLabel) -> str:
    """Return author, publisher, title in quotation marks and day, for the line that names a source in full."""
    title = f"“{label.title}”" if label.title and label.title != publisher(label) else None
    return together((label.author, publisher(label), title, dates.long(label.published)))


def accessed(label: SourceLabel) -> str:
    """Return when the source was read."""
    return f"accessed {dates.long(label.retrieved)}" if label.retrieved else "date of access unknown"


def place_in_source(row: ExportRow) -> str:
    """Return where the quote stands, and the short hash of the text that these characters are counted in."""
    digest = f", sha256 {row.source_label.sha256[:SHORT_HASH]}" if row.source_label.sha256 else ""
    return f"characters {row.quote.start}–{row.quote.end}{digest}"


def manner(row: ExportRow) -> str:
    """Return how the source attributes the quote: its kind, the cue, and a warning where it no longer stands."""
    gone = "no longer in the source" if row.quote.status == "missing" else None
    return together((row.quote.kind, attribution(None, row.quote.cue), gone), " · ")


def context(row: ExportRow) -> str:
    """Return the words around the quote with a gap for the quote itself; empty without context."""
    return f"{row.before} […] {row.after}".strip() if row.before or row.after else ""


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
