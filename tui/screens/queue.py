"""What there is to review: pairs of officials who may be one person, and quotes that nobody has checked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from store.errors import LibraryError
from store.finding import find_quotes
from store.model import Quote

if TYPE_CHECKING:
    from store.library import Library, LikelySame

LONGEST = 5_000
"""Quotes in the queue at once; the next visit goes on with the rest."""
PAIR = "≈"
"""How the name of a pair begins: ``≈3.7``. Quotes are named ``12.3``."""


def queue(library: Library, query: str, likely: Iterable[LikelySame] = ()) -> list[str]:
    """Return the names of what is to be reviewed within a filter.

    First the pairs of officials, which are few and decide whose many quotes are, as far as one of them is quoted
    here; then the unsure quotes, then the others, each part in the order found.
    """
    asked = f"({query}) status:found" if query else "status:found"
    found = [row.quote for row in islice(find_quotes(library, asked), LONGEST)]
    quoted = {official for quote in found for official in quote.officials}
    pairs = [pair for pair in likely if not query or not quoted.isdisjoint((pair.one.id, pair.other.id))]
    return [
        *(f"{PAIR}{pair.one.id}.{pair.other.id}" for pair in pairs),
        *(one.id for one in found if not one.sure),
        *(one.id for one in found if one.sure),
    ]


def look(library: Library, name: str) -> Quote | LikelySame:
    """Return what a name of the queue stands for. Raises `LibraryError` if that is gone, or decided."""
    if not name.startswith(PAIR):
        return library.quote(name)
    from store.library import LikelySame

    one, _, other = name.removeprefix(PAIR).partition(".")
    pair = LikelySame(library.official(int(one)), library.official(int(other)), 0.0)
    if pair.apart:
        raise LibraryError("These are two persons")
    return pair


def doubt_about(quote: Quote) -> str:
    """Say what the reader was not sure of, or nothing."""
    if quote.sure:
        return ""
    if not quote.speaker:
        return "unsure: nobody is named"
    return "unsure: who is meant was guessed" if quote.cue else "unsure: taken for more of the speaker before"
