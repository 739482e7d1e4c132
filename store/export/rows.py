"""What an export is made of, and the one place that looks into the library for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from store.model import Meeting, Participant, Quote, Source, SourceLabel

_LONGEST_WORD = (
    40  # characters looked at for each word of context, so that the work never grows with the source
)


class HasMeeting(Protocol):
    """Anything found that belongs to a meeting."""

    @property
    def meeting(self) -> Meeting:
        """The meeting it belongs to."""


class FoundQuote(HasMeeting, Protocol):
    """A quote as a search finds it: with its meeting."""

    @property
    def quote(self) -> Quote:
        """The quote itself."""


class Shelf(Protocol):
    """The two things an export asks of a library."""

    def source(self, id: int, /) -> Source:
        """Return a source with its text."""

    def record(self, meeting_id: int, /) -> Mapping[str, object]:
        """Return a whole meeting as one JSON object, without loss."""


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One quote with all that a format may say of it.

    ``office`` and ``country`` are the speaker's on that day, joined with ``"; "`` for several, ``None`` where
    unknown. ``before`` and ``after`` are words around the quote, folded to one line; empty unless asked for.
    """

    meeting: Meeting
    quote: Quote
    source_label: SourceLabel
    office: str | None = None
    country: str | None = None
    before: str = ""
    after: str = ""


def rows(library: Shelf, found: Iterable[FoundQuote], *, context: int = 0) -> list[ExportRow]:
    """Return a row a quote, in the order found, with ``context`` words on either side of it."""
    return list(each_row(library, found, context=context))


def each_row(library: Shelf, found: Iterable[FoundQuote], *, context: int = 0) -> Iterator[ExportRow]:
    """Yield the same rows one by one.

    Source texts are loaded only for context, each once for a run of quotes from it.
    """
    source: Source | None = None
    for one in found:
        row = row_of(one.meeting, one.quote)
        if context > 0:
            if source is None or source.id != one.quote.source:
                source = library.source(one.quote.source)
            row = _with_context(row, source.text, context)
        yield row


def row_of(meeting: Meeting, quote: Quote) -> ExportRow:
    """Return the row of one quote of ``meeting``, without context."""
    spoke = _speakers(meeting, quote)
    label = next((label for label in meeting.sources if label.id == quote.source), None)
    return ExportRow(
        meeting,
        quote,
        label or SourceLabel(quote.source, ""),
        _joined(person.office for person in spoke),
        _joined(person.country for person in spoke),
    )


def records(library: Shelf, found: Iterable[HasMeeting]) -> Iterator[Mapping[str, object]]:
    """Yield the record of each meeting found, once, the last found first.

    A search finds the newest first; written oldest first and added again in that order, meetings of one day keep
    their order too, so that a library that was filled from an export makes the same export.
    """
    for meeting_id in reversed(dict.fromkeys(one.meeting.id for one in found)):
        yield library.record(meeting_id)


def _speakers(meeting: Meeting, quote: Quote) -> list[Participant]:
    present = [*meeting.participants, *meeting.speakers]
    if quote.officials:
        by_id = {person.official: person for person in present}
        return [by_id[official] for official in quote.officials if official in by_id]
    names = set((quote.speaker or "").split("; "))
    return [person for person in present if person.name in names]


def _joined(values: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(value for value in values if value)) or None


def _with_context(row: ExportRow, text: str, words: int) -> ExportRow:
    reach = words * _LONGEST_WORD
    start, end = row.quote.start, row.quote.end
    before = text[max(0, start - reach) : start].split()[-words:]
    after = text[end : end + reach].split()[:words]
    return ExportRow(
        row.meeting,
        row.quote,
        row.source_label,
        row.office,
        row.country,
        " ".join(before),
        " ".join(after),
    )
