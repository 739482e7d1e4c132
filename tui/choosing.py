"""What a command works on: everything marked, or else what is under the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.errors import LibraryError

from .state import Marks, State

if TYPE_CHECKING:
    from store.finding import FoundRow
    from store.library import Library
    from store.model import Meeting


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice that can be looked up later, in a worker; ``name`` says what it is."""

    marks: Marks
    name: str


def chosen(state: State) -> Chosen:
    """Choose the marks, or what is under the cursor of the pane with the keys."""
    if len(state.marks):
        return Chosen(state.marks, f"{len(state.marks):,} marked")
    match state.pane:
        case "meetings":
            return Chosen(Marks(meetings=frozenset((state.meeting,))), "this meeting")
        case "officials":
            return Chosen(Marks(officials=frozenset((state.official,))), "all of this official")
        case _:
            return Chosen(Marks(quotes=frozenset((state.quote,))), "this quote")


def look_up_quotes(library: Library, choice: Chosen) -> list[FoundRow]:
    """Return the quotes of a choice, each once, newest meeting first; what is gone by now is left out."""
    return list(_quotes(library, choice.marks))


def _quotes(library: Library, marks: Marks) -> Iterator[FoundRow]:
    from store.finding import FoundRow

    single: dict[int, set[str]] = {}
    for quote_id in marks.quotes:
        single.setdefault(int(quote_id.partition(".")[0]), set()).add(quote_id)
    speaking = {meeting.id for one in marks.officials for meeting in library.meetings_of(one)}
    for meeting in _meetings(library, marks.meetings | single.keys() | speaking):
        whole = meeting.id in marks.meetings
        wanted = single.get(meeting.id, set())
        for quote in library.quotes(meeting.id):
            if whole or quote.id in wanted or marks.officials.intersection(quote.officials):
                yield FoundRow(meeting, quote)


def _meetings(library: Library, ids: frozenset[int] | set[int]) -> list[Meeting]:
    found: list[Meeting] = []
    for meeting_id in ids:
        try:
            found.append(library.meeting(meeting_id))
        except LibraryError:
            continue
    return sorted(found, key=lambda meeting: (meeting.date or "", meeting.id), reverse=True)


def quote_ids(library: Library, choice: Chosen) -> list[str]:
    """Return the ids of the quotes of a choice."""
    return [row.quote.id for row in look_up_quotes(library, choice)]
