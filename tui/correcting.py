"""From what a person typed into a form to what the library is asked to change. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from store.harmless import one_line
from store.model import Meeting, MeetingKind, Office, Official, Participant, QuoteKind

MEETING_KINDS: tuple[str, ...] = get_args(MeetingKind)
QUOTE_KINDS: tuple[str, ...] = get_args(QuoteKind)


_TAG_ENDS = re.compile(r",|\s(?=[#-])")


def tags_of(typed: str) -> tuple[str, ...]:
    """Split tags at commas; blanks within one become hyphens, and a leading # is not part of it.

    So *my tag* is one tag, ``my-tag``, and can be asked for by ``tag:my-tag``. A # or a - that begins a word begins a
    tag too, as in *#peace #trade -old*.
    """
    parts = _TAG_ENDS.split(typed)
    tags = ("-".join(part.split()).lstrip("#") for part in parts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


TAGS_HINT = "Tags, with commas between them; -tag takes one off."


def tags_like(typed: str, known: Iterable[str]) -> list[str]:
    """Return how a line of tags with commas between them may go on: its last one as any of those ``known``."""
    before, comma, begun = typed.rpartition(",")
    bare = begun.lstrip(" -#")
    offers = [tag for tag in known if bare and tag.startswith(bare)]
    return [f"{before}{comma}{begun[: len(begun) - len(bare)]}{tag}" for tag in offers]


def names_of(typed: str) -> list[str]:
    """Split names at semicolons."""
    return [name.strip() for name in typed.split(";") if name.strip()]


def names_like(typed: str, names: Iterable[str]) -> list[str]:
    """Return how a line of names with ; between them may go on: its last one as any of ``names`` that holds it."""
    before, _, begun = typed.rpartition(";")
    folded = begun.strip().casefold()
    opening = f"{before.strip()}; " if before.strip() else ""
    return [
        f"{opening}{name}"
        for name in names
        if folded and folded in name.casefold() and folded != name.casefold()
    ]


def known_as(officials: Iterable[Official]) -> dict[str, Official]:
    """Map every name and spelling, in lower case, to the official."""
    found: dict[str, Official] = {}
    for official in officials:
        for name in (*official.aliases, official.name):
            found[name.casefold()] = official
    return found


def is_day(text: str) -> bool:
    """Tell whether a text is a year, a month or a day that exists."""
    from datetime import date

    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text)
    except ValueError:
        return False
    return len(text) in (4, 7, 10)


def wrong_meeting(typed: Mapping[str, str], known: Mapping[str, Official] | None) -> str:
    """Return what is wrong with the fields of a meeting, or nothing; of ``None`` known, anybody may take part."""
    if not typed.get("title", "x"):
        return "A meeting needs a title."
    for name in ("date", "end_date"):
        if typed.get(name) and not is_day(typed[name]):
            return "A date is written 2023-11-21, 2023-11 or 2023."
    if typed.get("end_date") and typed["end_date"] < typed.get("date", ""):
        return "The last day comes before the first."
    if typed.get("kind") and typed["kind"] not in MEETING_KINDS:
        return f"The kind is one of {', '.join(MEETING_KINDS)}."
    if known is None:
        return ""
    unknown = [name for name in names_of(typed.get("participants", "")) if name.casefold() not in known]
    return f"The library knows no official called {unknown[0]}." if unknown else ""


def meeting_changes(
    typed: Mapping[str, str], meeting: Meeting, known: Mapping[str, Official]
) -> dict[str, Any]:
    """Return the fields to change; a field a person set is not unsure any longer."""
    changes: dict[str, Any] = {name: value or None for name, value in typed.items()}
    if "tags" in typed:
        changes["tags"] = tags_of(typed["tags"])
    if "participants" in typed:
        changes["participants"] = participants(names_of(typed["participants"]), meeting, known)
    unsure = tuple(name for name in meeting.unsure if name not in typed)
    return {**changes, "unsure": unsure} if unsure != meeting.unsure else changes


def participants(
    names: Sequence[str], meeting: Meeting, known: Mapping[str, Official]
) -> tuple[Participant, ...]:
    """Return the participants of these names: those there were as they were, others as the library knows them."""
    there = {one.name.casefold(): one for one in (*meeting.speakers, *meeting.participants)}
    found: list[Participant] = []
    for name in names:
        official = known[name.casefold()]
        office = official.offices[-1].title if official.offices else None
        new = Participant(official.id, official.name, office, official.country)
        found.append(there.get(name.casefold(), new))
    return tuple(found)


def official_changes(typed: Mapping[str, str], official: Official) -> dict[str, Any]:
    """Return the fields of an official to change; an office that stays keeps its years."""
    changes: dict[str, Any] = {name: value or None for name, value in typed.items()}
    if "aliases" in typed:
        changes["aliases"] = tuple(names_of(typed["aliases"]))
    if "offices" in typed:
        held = {one_line(office.title): office for office in official.offices}
        changes["offices"] = tuple(held.get(title) or Office(title) for title in names_of(typed["offices"]))
    return changes
