"""Quotes of a draft split, joined, tagged and checked, as the library does it with stored ones. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.model import FoundQuote

from .drafting import Draft


def split(draft: Draft, number: int, at: int) -> tuple[Draft, int]:
    """Make two quotes of one, the second beginning at ``at``, an offset in the text; return the second's number.

    Blanks where they part belong to neither. Nothing changes where either would be empty.
    """
    quote, text = draft.quotes[number], draft.source.text
    first, second = text[quote.start : at], text[at : quote.end]
    if not quote.start < at < quote.end or not first.strip() or not second.strip():
        return draft, number
    end, start = quote.start + len(first.rstrip()), quote.end - len(second.lstrip())
    parts = (
        replace(quote, end=end, text=text[quote.start : end], status="corrected"),
        replace(quote, start=start, text=text[start : quote.end], cue="", status="corrected"),
    )
    other = max(draft.quotes) + 1
    return replace(draft, quotes={**draft.quotes, number: parts[0], other: parts[1]}), other


def after(draft: Draft, number: int) -> int:
    """Return the number of the next quote in the text, 0 for none."""
    numbers = [one for one, _ in draft.in_order()]
    return next(iter(numbers[numbers.index(number) + 1 :]), 0)


def joined(draft: Draft, number: int, other: int) -> Draft:
    """Make one quote of two of one speaker, from the begin of the first to the end of the last.

    It has the number and cue of the first; its kind is ``mixed`` where theirs differ.
    """
    pair = (draft.quotes[number], draft.quotes[other])
    start, end = min(one.start for one in pair), max(one.end for one in pair)
    new = replace(
        pair[0],
        start=start,
        end=end,
        text=draft.source.text[start:end],
        kind=pair[0].kind if pair[0].kind == pair[1].kind else "mixed",
        tags=tuple(dict.fromkeys((*pair[0].tags, *pair[1].tags))),
        status="corrected",
    )
    kept = {one: quote for one, quote in draft.quotes.items() if one != other}
    return replace(draft, quotes={**kept, number: new})


def tagged(draft: Draft, number: int, tags: Sequence[str]) -> Draft:
    """Tag a quote; a tag with - before it is taken off."""
    quote = draft.quotes[number]
    add = [tag for tag in tags if not tag.startswith("-")]
    gone = {tag[1:] for tag in tags if tag.startswith("-")}
    new = tuple(tag for tag in dict.fromkeys((*quote.tags, *add)) if tag not in gone)
    return draft if new == quote.tags else _with(draft, number, replace(quote, tags=new))


def checked(draft: Draft, number: int) -> Draft:
    """Mark a quote as checked by a person; one that is, as found again."""
    quote = draft.quotes[number]
    return _with(draft, number, replace(quote, status="found" if quote.status == "checked" else "checked"))


def _with(draft: Draft, number: int, quote: FoundQuote) -> Draft:
    return replace(draft, quotes={**draft.quotes, number: quote})
