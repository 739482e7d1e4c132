"""An official over time: what was said on a topic, in which office, and what changed from one wording to the next."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from store.insight.difference import Change, difference
from store.insight.evidence import STRIDE, Evidence, Progress, Said, evidence, part_of, quiet
from store.insight.formulas import formulas
from store.insight.phrasebook import Phrasebook
from store.insight.similarity import SAME_POINT, Vector, likeness, vectors
from store.insight.topics import is_about
from store.insight.words import frame_meanings
from store.model import Meeting, Official, Quote
from store.wording import counted

LEAST_POSITIONS = 3
"""Dated positions below which no development can be told."""
MOST_PHRASES = 100
_LOOK_BACK, _RAREST = 8, 6
"""How many earlier positions are looked at for each of how many words, the rarest, of a position."""


@dataclass(frozen=True, slots=True)
class Position:
    """What was said on one day. ``takes_up`` is the id of the last earlier quote that makes the same point.

    ``changes`` are the words that differ from it, and ``cue_before`` is how it was attributed: *rejected* may have
    become *accepted* where the words stayed. All three are empty where the point is new.
    """

    place: Evidence
    title: str
    office: str | None
    tags: tuple[str, ...]
    takes_up: str | None = None
    changes: tuple[Change, ...] = ()
    cue_before: str = ""


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """A phrase the official used at two meetings or more: how often, and the places of its first and last use."""

    phrase: str
    quotes: int
    first: Evidence
    last: Evidence


@dataclass(frozen=True, slots=True)
class Timeline:
    """The positions of an official in order of date (undated ones last), and the phrases that recur in them."""

    official: Official
    topic: str | None
    positions: tuple[Position, ...]
    phrases: tuple[PhraseUse, ...]
    remarks: tuple[str, ...] = ()


def _order(said: Said) -> tuple[bool, str, int, int, int]:
    meeting, quote = said
    return meeting.date is None, meeting.date or "", meeting.id, quote.source, quote.start


def said_by(
    official: int, heard: Iterable[tuple[Meeting, Sequence[Quote]]], topic: str | None = None
) -> list[Said]:
    """Return what an official said (on a topic), oldest first, undated last; quotes gone missing are left out."""
    chosen = (
        Said(meeting, quote)
        for meeting, quotes in heard
        for quote in quotes
        if official in quote.officials
        and quote.status != "missing"
        and (topic is None or is_about(quote, topic))
    )
    return sorted(chosen, key=_order)


def _office(official: Official, meeting: Meeting) -> str | None:
    """Return the office held on the day: as the meeting names it, else the last known to begin by then."""
    part = part_of(meeting, official.id)
    if part and part.office:
        return part.office
    day = meeting.date
    known = [office for office in official.offices if day and office.first and office.first <= day]
    return max(known, key=lambda office: office.first or "").title if known else None


def _taken_up(said: Sequence[Said], meant: Sequence[Vector], progress: Progress) -> list[int | None]:
    """Return for each quote the rank of the last one of an earlier meeting that makes the same point."""
    frame = frame_meanings()
    recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_LOOK_BACK))
    result: list[int | None] = []
    for rank, vector in enumerate(meant):
        if rank % STRIDE == 0:
            progress(rank, len(meant))
        telling = sorted((word for word in vector if word not in frame), key=lambda word: -vector[word])
        near = {earlier for word in telling[:_RAREST] for earlier in recent[word]}
        alike = (
            earlier
            for earlier in sorted(near, reverse=True)
            if said[earlier].meeting.id != said[rank].meeting.id
            and likeness(meant[earlier], vector) >= SAME_POINT
        )
        result.append(next(alike, None))
        for word in telling:
            recent[word].append(rank)
    return result


def _positions(official: Official, said: Sequence[Said], progress: Progress) -> tuple[Position, ...]:
    earlier = _taken_up(said, vectors([one.quote.text for one in said]), progress)
    positions = []
    for done, (one, rank) in enumerate(zip(said, earlier, strict=True)):
        if done % STRIDE == 0:
            progress(done, len(said))
        position = Position(evidence(one), one.meeting.title, _office(official, one.meeting), one.quote.tags)
        if rank is not None:
            before = said[rank].quote
            changes = difference(before.text, one.quote.text)
            position = replace(position, takes_up=before.id, changes=changes, cue_before=before.cue)
        positions.append(position)
    return tuple(positions)


def _phrases(said: Sequence[Said], progress: Progress) -> tuple[PhraseUse, ...]:
    found = formulas(
        ((one.meeting, (one.quote,)) for one in said), least=2, limit=MOST_PHRASES, progress=progress
    ).found
    by_id = {one.quote.id: one for one in said}
    book = Phrasebook(found)

    def place(quote: str, phrase: str) -> Evidence:
        """Narrow a quote's place to the phrase, where it stands in it unbroken."""
        whole = evidence(by_id[quote])
        for stretch in book.stretches(whole.text):
            if stretch.formula == phrase:
                text = whole.text[stretch.start : stretch.end]
                return replace(
                    whole, start=whole.start + stretch.start, end=whole.start + stretch.end, text=text
                )
        return whole

    return tuple(
        PhraseUse(f.text, len(f.quotes), place(f.quotes[0], f.text), place(f.quotes[-1], f.text))
        for f in found
        if f.meetings > 1
    )


def timeline(
    official: Official,
    heard: Iterable[tuple[Meeting, Sequence[Quote]]],
    topic: str | None = None,
    *,
    progress: Progress = quiet,
) -> Timeline:
    """Return what an official said over time, on everything or on one topic (a tag, or words of the quotes)."""
    said = said_by(official.id, heard, topic)
    remarks = []
    dated = len({one.meeting.id for one in said if one.meeting.date})
    if dated < LEAST_POSITIONS:
        on = f" on {topic}" if topic else ""
        times = f"at {counted(dated, 'dated meeting')}"
        remarks.append(f"{official.name} is heard{on} {times}: too few to tell a development.")
    return Timeline(
        official, topic, _positions(official, said, progress), _phrases(said, progress), tuple(remarks)
    )
