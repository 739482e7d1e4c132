"""What every insight rests on: quotes with their meeting, the place in a source, and how far the work has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from store.model import Meeting, Official, Participant, Quote, SourceLabel

Progress = Callable[[int, int], None]
"""Called now and then with (meetings done, meetings in all); raise `Cancelled` in it to stop the work."""

STRIDE = 200
"""Meetings between two calls of a `Progress`."""


class Cancelled(Exception):  # noqa: N818 - no error: the person asked for it
    """Raised by a `Progress` when the result is no longer wanted."""


class Said(NamedTuple):
    """A quote and the meeting at which it was said."""

    meeting: Meeting
    quote: Quote


class Shelf(Protocol):
    """What insights need of a library. `store.library.Library` is one; so is a list of records in a test."""

    def meetings(self) -> Sequence[Meeting]:
        """Return all meetings, newest first, unknown dates last."""

    def quotes(self, meeting: int, /) -> tuple[Quote, ...]:
        """Return the quotes of a meeting, in order of source and start."""

    def officials(self) -> list[Official]:
        """Return all officials."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place a line rests on: ``text`` stands at ``start:end`` (characters) of the source ``source``.

    ``cue`` are the words that attribute it, without which reported speech cannot be understood.
    """

    quote: str
    meeting: int
    source: int
    start: int
    end: int
    text: str
    speaker: str | None
    date: str | None
    cue: str


def evidence(said: Said) -> Evidence:
    """Return the place of a quote."""
    meeting, quote = said
    return Evidence(
        quote.id,
        meeting.id,
        quote.source,
        quote.start,
        quote.end,
        quote.text,
        quote.speaker,
        meeting.date,
        quote.cue,
    )


def quiet(_done: int, _total: int) -> None:
    """Report no progress."""


def heard(
    shelf: Shelf, meetings: Iterable[Meeting] | None = None, progress: Progress = quiet
) -> Iterator[tuple[Meeting, Sequence[Quote]]]:
    """Yield the given meetings (all, when not given) with their quotes, telling ``progress`` on the way."""
    chosen = shelf.meetings() if meetings is None else list(meetings)
    for done, meeting in enumerate(chosen):
        if done % STRIDE == 0:
            progress(done, len(chosen))
        yield meeting, shelf.quotes(meeting.id) if meeting.quotes else ()
    progress(len(chosen), len(chosen))


def people(meeting: Meeting) -> tuple[Participant, ...]:
    """Return everyone who met or was quoted."""
    return meeting.participants + meeting.speakers


def part_of(meeting: Meeting, official: int) -> Participant | None:
    """Return how an official appears at a meeting (office and country on that day), if at all."""
    return next((person for person in people(meeting) if person.official == official), None)


def label_name(label: SourceLabel) -> str:
    """Return what to call a source in a heading: publisher, else title, else its number."""
    return label.publisher or label.title or label.url or f"source {label.id}"
