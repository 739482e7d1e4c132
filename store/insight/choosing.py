"""What a person typed, taken for the one meeting or official it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from store.errors import AmbiguousError
from store.finding import Shelf as Findable
from store.finding import find_meetings
from store.folding import fold
from store.model import Meeting, Official

SHOWN = 5
"""Candidates named when several fit."""
_CLOSE = 60
"""How alike (0 to 100) a name must be to what was typed to be offered."""


class Shelf(Findable, Protocol):
    """What choosing needs of a library."""

    def meeting(self, number: int, /) -> Meeting:
        """Return a meeting by id, or raise `LibraryError`."""


def one_meeting(shelf: Shelf, typed: str) -> Meeting:
    """Return the meeting of that id, or the only one a filter finds. Raises `AmbiguousError` with the candidates."""
    if typed.strip().isdecimal():
        return shelf.meeting(int(typed))
    found = find_meetings(shelf, typed)
    if len(found) == 1:
        return found[0]
    if not found:
        raise AmbiguousError(f"No meeting answers to {typed!r}.")
    named = "; ".join(f"{one.id}: {one.date or 'no date'} {one.title}" for one in found[:SHOWN])
    raise AmbiguousError(f"{len(found):,} meetings answer to {typed!r}; name one by its number: {named}.")


def one_official(officials: Sequence[Official], typed: str) -> Official:
    """Return the official of that id, name or other spelling, or the only one with all words typed in the name."""
    if typed.strip().isdecimal():
        found = [one for one in officials if one.id == int(typed)]
    else:
        sought = fold(typed).split()
        names = {one.id: [fold(name) for name in (one.name, *one.aliases)] for one in officials}
        found = [one for one in officials if " ".join(sought) in names[one.id]]
        found = found or [one for one in officials if any(_begins(name, sought) for name in names[one.id])]
    if len(found) == 1:
        return found[0]
    if found:
        named = "; ".join(
            f"{one.id}: {one.name} ({one.country or 'country unknown'})" for one in found[:SHOWN]
        )
        raise AmbiguousError(f"{len(found)} officials answer to {typed!r}; name one by number: {named}.")
    raise AmbiguousError(f"No official answers to {typed!r}.{_offer(officials, typed)}")


def _begins(name: str, sought: Sequence[str]) -> bool:
    return bool(sought) and all(any(word.startswith(part) for word in name.split()) for part in sought)


def _offer(officials: Sequence[Official], typed: str) -> str:
    """Name the officials whose spelling comes close."""
    from rapidfuzz import fuzz, process

    names = [one.name for one in officials]
    close = process.extract(typed, names, scorer=fuzz.WRatio, processor=fold, limit=3, score_cutoff=_CLOSE)
    return f" Did you mean {' or '.join(name for name, _, _ in close)}?" if close else ""
