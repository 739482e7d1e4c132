"""A text's reading in a person's hands before it is stored: every correction makes another draft. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from store.model import GROUPS, FoundMeeting, FoundOfficial, FoundQuote, Official, Reading, Source

from .correcting import names_of
from .spanning import Wording

Known = Mapping[str, Official]
"""The officials of the library by each of their names, in lower case."""
FIELDS = ("title", "date", "end_date", "place", "kind")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and what is to be stored of it; ``quotes`` by a number that stays theirs whatever else is changed."""

    source: Source
    read: Reading
    meeting: FoundMeeting
    quotes: Mapping[int, FoundQuote]

    @property
    def reading(self) -> Reading:
        """What is to be stored, the quotes in the order of the text."""
        return replace(self.read, meeting=self.meeting, quotes=tuple(one for _, one in self.in_order()))

    def in_order(self) -> list[tuple[int, FoundQuote]]:
        """Return number and quote in the order of the text."""
        return sorted(self.quotes.items(), key=lambda one: (one[1].start, one[1].end))

    def people(self) -> tuple[FoundOfficial, ...]:
        """Return those who met, and those who are only quoted."""
        return (*self.meeting.officials, *self.meeting.speakers)


def draft_of(source: Source, reading: Reading) -> Draft:
    """Begin with what the reader found."""
    return Draft(source, reading, reading.meeting, dict(enumerate(reading.quotes, start=1)))


def rejected(draft: Draft, number: int) -> Draft:
    """Leave a quote out."""
    return replace(draft, quotes={one: quote for one, quote in draft.quotes.items() if one != number})


def reworded(draft: Draft, number: int, wording: Wording, known: Known) -> Draft:
    """Give a quote another span, speaker or kind."""
    old = draft.quotes[number]
    new = replace(
        old,
        start=wording.start,
        end=wording.end,
        text=draft.source.text[wording.start : wording.end],
        speaker=wording.speaker,
        kind=wording.kind,
        sure=old.sure or wording.speaker != old.speaker,
    )
    return draft if new == old else _with_quote(draft, number, replace(new, status="corrected"), known)


def added(draft: Draft, wording: Wording, known: Known) -> tuple[Draft, int]:
    """Add a quote the reader missed; return its number too."""
    number = max(draft.quotes, default=0) + 1
    text = draft.source.text[wording.start : wording.end]
    new = FoundQuote(wording.start, wording.end, text, wording.speaker, wording.kind, status="added")
    return _with_quote(draft, number, new, known), number


def _with_quote(draft: Draft, number: int, quote: FoundQuote, known: Known) -> Draft:
    """Put a quote in; who speaks and is known to the library, but not to this text, is one of its speakers."""
    here = {name.casefold() for one in draft.people() for name in (one.name, *one.aliases)}
    new = [
        _as_known(name, known)
        for name in (quote.speaker or "").split("; ")
        if name.casefold() in known and name.casefold() not in here and name not in GROUPS
    ]
    meeting = replace(draft.meeting, speakers=(*draft.meeting.speakers, *new)) if new else draft.meeting
    return replace(draft, meeting=meeting, quotes={**draft.quotes, number: quote})


def _as_known(name: str, known: Known) -> FoundOfficial:
    """Return the official of a name as the library knows them; one it does not know has but the name."""
    official = known.get(name.casefold())
    if official is None:
        return FoundOfficial(name)
    office = official.offices[-1].title if official.offices else None
    return FoundOfficial(official.name, office, official.country)


def meeting_fields(draft: Draft) -> dict[str, str]:
    """Return the fields of the meeting as a person writes them."""
    fields = {name: getattr(draft.meeting, name) or "" for name in FIELDS}
    return {**fields, "participants": "; ".join(one.name for one in draft.meeting.officials)}


def with_meeting(draft: Draft, typed: Mapping[str, str], known: Known) -> Draft:
    """Take over the fields that were typed; what a person sets is not unsure any longer."""
    old = draft.meeting
    values: dict[str, Any] = {name: typed[name] or None for name in FIELDS if name in typed}
    values["unsure"] = tuple(name for name in old.unsure if name not in typed)
    if "participants" in typed:
        there = {one.name.casefold(): one for one in (*old.speakers, *old.officials)}
        names = dict.fromkeys(names_of(typed["participants"]))
        met = tuple(there.get(name.casefold()) or _as_known(name, known) for name in names)
        values |= {"officials": met, "speakers": _quoted(draft, (*old.speakers, *old.officials), met)}
    return replace(draft, meeting=replace(old, **values))


def _quoted(
    draft: Draft, people: Iterable[FoundOfficial], met: Iterable[FoundOfficial]
) -> tuple[FoundOfficial, ...]:
    """Return those of the people who did not meet but are quoted."""
    speaking = {name for quote in draft.quotes.values() for name in (quote.speaker or "").split("; ")}
    present = set(met)
    return tuple(one for one in people if one not in present and one.name in speaking)


def with_person(draft: Draft, name: str, typed: Mapping[str, str], known: Known) -> Draft:
    """Take over what was typed of an official; where it is the name, their quotes go by the new one.

    A name of somebody the library knows means that person, whose country it is then too, unless one was typed.
    """
    old = next(one for one in draft.people() if one.name == name)
    values: dict[str, Any] = {field: value or None for field, value in typed.items()}
    if meant := known.get(typed.get("name", "").casefold()):
        values = {"country": meant.country or old.country, **values, "name": meant.name}
    if "aliases" in typed:
        values["aliases"] = tuple(names_of(typed["aliases"]))
    new = replace(old, **values)

    def put(people: tuple[FoundOfficial, ...]) -> tuple[FoundOfficial, ...]:
        return tuple(new if one == old else one for one in people)

    meeting = draft.meeting
    meeting = replace(meeting, officials=put(meeting.officials), speakers=put(meeting.speakers))
    quotes = {number: _spoken_by(quote, name, new.name) for number, quote in draft.quotes.items()}
    return replace(draft, meeting=meeting, quotes=quotes)


def _spoken_by(quote: FoundQuote, old: str, new: str) -> FoundQuote:
    names = (quote.speaker or "").split("; ")
    if old == new or old not in names:
        return quote
    return replace(quote, speaker="; ".join(new if name == old else name for name in names))
