"""One quote made two, and several made one: where the reader drew the line wrongly. Each within the running step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.errors import LibraryError
from store.keeping.records import Shelf
from store.keeping.tables import Tables
from store.model import Quote


def split_quote(tables: Tables, quote_id: str, at: int) -> None:
    """Make two quotes of one, the second beginning at ``at``, an offset in the source.

    Blanks where they part belong to neither. The first keeps its number and note; the second, which goes on where
    no other words attribute it, has no cue. Raises `LibraryError` if either would be empty.
    """
    quote = tables.quote(quote_id)
    text = tables.source(quote.source).text
    first, second = text[quote.start : at], text[at : quote.end]
    if not quote.start < at < quote.end or not first.strip() or not second.strip():
        raise LibraryError(f"A quote is split at a place within it, between {quote.start} and {quote.end}")
    end, start = quote.start + len(first.rstrip()), quote.end - len(second.lstrip())
    shelf = tables.shelf(quote.meeting)
    parts = (
        replace(quote, end=end, text=text[quote.start : end], status="corrected"),
        replace(
            quote, number=shelf.next, start=start, text=text[start : quote.end], cue="", note=None,
            status="corrected",
        ),
    )  # fmt: skip
    _put(tables, quote.meeting, {quote.number}, parts, shelf.next + 1)


def join_quotes(tables: Tables, quote_ids: Iterable[str]) -> None:
    """Make one quote of several of one speaker in one source: from the first one's beginning to the last one's end.

    The first keeps its number and cue; the kind is ``mixed`` where they differ. Raises `LibraryError` for quotes of
    several meetings, sources or speakers, and for fewer than two.
    """
    quotes = [tables.quote(one) for one in dict.fromkeys(quote_ids)]
    if len(quotes) < 2:
        raise LibraryError("Two or more quotes are needed to join them")
    if len({(quote.meeting, quote.source) for quote in quotes}) > 1:
        raise LibraryError("Quotes of different texts cannot be joined")
    if len({quote.speaker for quote in quotes}) > 1:
        raise LibraryError("Quotes of different speakers cannot be joined: correct the speaker first")
    first = min(quotes, key=lambda quote: (quote.start, quote.end))
    end = max(quote.end for quote in quotes)
    kinds = {quote.kind for quote in quotes}
    notes = dict.fromkeys(quote.note for quote in quotes if quote.note)
    joined = replace(
        first,
        end=end,
        text=tables.source(first.source).text[first.start : end],
        kind=first.kind if len(kinds) == 1 else "mixed",
        tags=tuple(dict.fromkeys(tag for quote in quotes for tag in quote.tags)),
        note="; ".join(notes) or None,
        status="corrected",
    )
    gone = {quote.number for quote in quotes}
    _put(tables, first.meeting, gone, (joined,), tables.shelf(first.meeting).next)


def _put(tables: Tables, meeting_id: int, gone: set[int], new: tuple[Quote, ...], following: int) -> None:
    kept = (quote for quote in tables.shelf(meeting_id).quotes if quote.number not in gone)
    quotes = (*kept, *new)
    tables.put_shelf(meeting_id, Shelf(quotes, following))
    tables.put_meeting(replace(tables.meeting(meeting_id), quotes=len(quotes)))
