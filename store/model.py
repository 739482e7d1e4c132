"""The nouns of the program: frozen records without behaviour, input or output.

Conventions that hold everywhere:

* Days are ISO strings, ``"2023-11-21"``; ``None`` where unknown. They sort and compare as text.
* ``start`` and ``end`` are offsets in characters (not bytes) into ``Source.text``, end exclusive,
  so that ``quote.text == source.text[quote.start:quote.end]``.
* ``id`` is 0 until the library has stored the record; then it never changes and is never given again.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

QuoteKind = Literal["direct", "indirect", "mixed"]
Status = Literal["found", "checked", "corrected", "added", "missing"]
MeetingKind = Literal["talks", "call", "visit", "summit", "signing", "ceremony", "message", "interview"]

QUOTE_KINDS: tuple[QuoteKind, ...] = ("direct", "indirect", "mixed")
STATUSES: tuple[Status, ...] = ("found", "checked", "corrected", "added", "missing")
MEETING_KINDS: tuple[MeetingKind, ...] = (
    "talks",
    "call",
    "visit",
    "summit",
    "signing",
    "ceremony",
    "message",
    "interview",
)

BOTH_SIDES = "both sides"
ALL_PARTICIPANTS = "all participants"
GROUPS = (BOTH_SIDES, ALL_PARTICIPANTS)
"""Speakers that are neither a person nor a body: everyone at the meeting."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text as it was read. ``text`` is never changed after storing: quotes point into it."""

    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    id: int = 0

    @classmethod
    def of(cls, text: str, **known: str | None) -> Source:
        """Make a source of a text; ``known`` are any of the other fields. Lone surrogates are hashed too."""
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(text, digest, **known)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class SourceLabel:
    """What lists, filters and citations need of a source, kept with the meeting: no text has to be loaded.

    ``newer`` is the id of the source that holds a later version of the same page, ``None`` for the latest.
    """

    id: int
    sha256: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    author: str | None = None
    retrieved: str | None = None
    newer: int | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a text names it, and the first and last day on which a meeting shows it held."""

    title: str
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Official:
    """A person, over all meetings. ``aliases`` are other spellings and forms seen (*Yacheslav Volodin*).

    ``apart`` are the ids of officials who are other persons, as a person has said, though their names are alike.
    """

    name: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    id: int = 0
    apart: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An official at one meeting: the name and office as held on that day, and the side taken."""

    official: int
    name: str
    office: str | None = None
    country: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event and what lists and filters show of it. ``speakers`` are officials quoted who did not meet.

    ``unsure`` names the fields a rule had to guess. ``quotes`` is how many stand in the library.
    """

    title: str
    date: str | None = None
    end_date: str | None = None
    place: str | None = None
    kind: MeetingKind | None = None
    participants: tuple[Participant, ...] = ()
    speakers: tuple[Participant, ...] = ()
    sources: tuple[SourceLabel, ...] = ()
    quotes: int = 0
    tags: tuple[str, ...] = ()
    note: str | None = None
    unsure: tuple[str, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """What a source attributes to a speaker.

    ``speaker`` is the full name the reader or a person settled on: an official, a body, a group, or ``None``.
    Several officials together are joined with ``"; "``. ``officials`` are their ids; empty for bodies and
    groups. ``text`` repeats the slice of the source, as evidence should the source change. ``sure`` tells
    whether the rules behind span and speaker were safe ones.
    """

    meeting: int
    number: int
    source: int
    start: int
    end: int
    text: str
    speaker: str | None
    kind: QuoteKind
    cue: str = ""
    officials: tuple[int, ...] = ()
    status: Status = "found"
    tags: tuple[str, ...] = ()
    note: str | None = None
    sure: bool = True

    @property
    def id(self) -> str:
        """The quote's name in every output: meeting and number, ``"12.3"``. Numbers are never given twice."""
        return f"{self.meeting}.{self.number}"


@dataclass(frozen=True, slots=True)
class FoundOfficial:
    """An official as one text shows them. ``name`` is the fullest form, ``aliases`` the others."""

    name: str
    office: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """The meeting as one text tells it. ``officials`` met; ``speakers`` are only quoted."""

    title: str
    date: str | None = None
    end_date: str | None = None
    place: str | None = None
    kind: MeetingKind | None = None
    officials: tuple[FoundOfficial, ...] = ()
    speakers: tuple[FoundOfficial, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote before it is stored; fields as in `Quote`. A person may have corrected or added it by then."""

    start: int
    end: int
    text: str
    speaker: str | None
    kind: QuoteKind
    cue: str = ""
    tags: tuple[str, ...] = ()
    sure: bool = True
    status: Status = "found"


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the reader found in one text. ``remarks`` are sentences for the person to read."""

    meeting: FoundMeeting
    quotes: tuple[FoundQuote, ...] = ()
    language: str | None = None
    remarks: tuple[str, ...] = ()
