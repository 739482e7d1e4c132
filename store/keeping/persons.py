"""Corrections by a person to who the officials are. Each function works within the running step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from store.errors import LibraryError
from store.keeping.identity import LikelySame, name_key, with_office
from store.keeping.tables import Tables
from store.model import Meeting, Official, Participant, Quote

_FIELDS = {field.name for field in fields(Official)} - {"id", "apart"}


def change_official(tables: Tables, official_id: int, known: Mapping[str, Any]) -> Official:
    """Change fields of an official. A new name leaves the old one as another spelling."""
    if unknown := set(known) - _FIELDS:
        raise LibraryError(f"An official's {', '.join(sorted(unknown))} cannot be changed")
    old = tables.official(official_id)
    new = replace(old, **known)
    if new.name != old.name and "aliases" not in known:
        new = replace(new, aliases=_without((*new.aliases, old.name), new.name))
    tables.put_official(new)
    return new


def make_officials(tables: Tables, names: Iterable[str]) -> None:
    """Make officials of whom no more is known than these names."""
    for name in names:
        tables.put_official(Official(name, id=tables.table("officials").next_id()))


def tell_apart(tables: Tables, one: int, other: int) -> None:
    """Keep two officials from being taken for one person. Raises `LibraryError` if they are, or are kept already."""
    if one == other:
        raise LibraryError("An official cannot be told apart from themselves")
    known, stranger = tables.official(one), tables.official(other)
    if LikelySame(known, stranger, 0.0).apart:
        raise LibraryError(f"{known.name} and {stranger.name} are told apart already")
    tables.put_official(replace(known, apart=(*known.apart, other)))


def merge_officials(tables: Tables, keep: int, others: Iterable[int]) -> None:
    """Make one person of several. Meetings keep the names as they stood, quotes their speakers' wording."""
    gone = set(others)
    if keep in gone:
        raise LibraryError("An official cannot be merged with themselves")
    merged = tables.official(keep)
    for other in (tables.official(one) for one in sorted(gone)):
        merged = replace(
            merged,
            country=merged.country or other.country,
            aliases=_without((*merged.aliases, other.name, *other.aliases), merged.name),
            apart=(*merged.apart, *other.apart),
        )
        for office in other.offices:
            merged = with_office(with_office(merged, office.title, office.first), office.title, office.last)
    for meeting in map(tables.meeting, sorted(tables.meetings_of(gone))):
        _reassign(tables, meeting, lambda person, _: keep if person in gone else person)
    others_here = [one for known, one in tables.identities.officials.items() if known not in (*gone, keep)]
    apart = (one.id for one in others_here if one.id in merged.apart or not gone.isdisjoint(one.apart))
    tables.put_official(replace(merged, apart=tuple(sorted(apart))))
    tables.table("officials").replace(dict.fromkeys(gone))
    for other_id in gone:
        tables.identities.drop(other_id)


def split_official(tables: Tables, official_id: int, alias: str) -> Official:
    """Make a person of their own of a spelling: what stands under that name goes to the new official."""
    old = tables.official(official_id)
    key = name_key(alias)
    if key not in {name_key(one) for one in old.aliases}:
        raise LibraryError(f"{alias!r} is not another spelling of {old.name}")
    new_id = tables.table("officials").next_id()
    new = Official(alias, old.country, id=new_id, apart=(official_id,))

    def who(person: int, names: set[str]) -> int:
        return new_id if person == official_id and key in names else person

    for meeting in map(tables.meeting, sorted(tables.meetings_of({official_id}))):
        for person in (*meeting.participants, *meeting.speakers):
            if person.official == official_id and name_key(person.name) == key:
                new = with_office(new, person.office, meeting.date)
        _reassign(tables, meeting, who)
    tables.put_official(replace(old, aliases=tuple(one for one in old.aliases if name_key(one) != key)))
    tables.put_official(new)
    return new


def _reassign(tables: Tables, meeting: Meeting, who: Callable[[int, set[str]], int]) -> None:
    """Say anew which official each person and quote of a meeting is.

    ``who`` is given the official so far and the names, as `name_key` has them, under which they stand there.
    """

    def people(listed: tuple[Participant, ...]) -> tuple[Participant, ...]:
        named = [replace(one, official=who(one.official, {name_key(one.name)})) for one in listed]
        return tuple({one.official: one for one in reversed(named)}.values())[::-1]

    def quoted(quote: Quote) -> Quote:
        names = {name_key(name) for name in (quote.speaker or "").split("; ")}
        officials = dict.fromkeys(who(one, names) for one in quote.officials)
        return replace(quote, officials=tuple(officials))

    participants = people(meeting.participants)
    there = {one.official for one in participants}
    speakers = tuple(one for one in people(meeting.speakers) if one.official not in there)
    shelf = tables.shelf(meeting.id)
    quotes = tuple(quoted(quote) for quote in shelf.quotes)
    if quotes != shelf.quotes:
        tables.put_shelf(meeting.id, shelf._replace(quotes=quotes))
    if (participants, speakers) != (meeting.participants, meeting.speakers):
        tables.put_meeting(replace(meeting, participants=participants, speakers=speakers))


def _without(names: Iterable[str], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in names if one != name))
