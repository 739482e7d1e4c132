"""Two texts of one page compared: what has changed, and where the quotes of the old one stand in the new. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from store.model import Quote

_CONTEXT = 30  # characters before a quote that tell it from the same words elsewhere
_UNMISTAKABLE = (
    40  # characters from which on a text that stands only once is the same even if its context is not
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"(?<=[.!?][\"”’»)\s])\s+(?=\S)|(?<=[.!?])\s+(?=[^\W\d_a-z])|\n+")
_MOST_SENTENCES = 5_000  # of a text that is compared sentence by sentence; comparing takes their product


def differs(old: str, new: str) -> bool:
    """Tell whether two texts differ in more than their white space."""
    return old.split() != new.split()


def difference(old: str, new: str) -> tuple[str, ...]:
    """Return the sentences only the old text has, marked ``- ``, and only the new one has, ``+ ``, in their order."""
    before, after = list(_sentences(old)), list(_sentences(new))
    if max(len(before), len(after)) > _MOST_SENTENCES:
        return (f"- {len(before)} sentences", f"+ {len(after)} sentences")
    found: list[str] = []
    for what, start, end, new_start, new_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if what != "equal":
            found += [f"- {sentence}" for sentence in before[start:end]]
            found += [f"+ {sentence}" for sentence in after[new_start:new_end]]
    return tuple(found)


def places(quotes: Iterable[Quote], old: str, new: str) -> dict[str, tuple[int, int] | None]:
    """Find each quote of the old text in the new one; ``None`` where it no longer stands.

    Only the very same words count, and never a lookalike: what comes before them must be the same too; or they must
    stand only once and be many, or follow the speaker's name in a paragraph that begins the same way.
    """
    return {quote.id: _place(quote, old, new) for quote in quotes}


def _place(quote: Quote, old: str, new: str) -> tuple[int, int] | None:
    if not quote.text or old[quote.start : quote.end] != quote.text:
        return None
    starts = list(_occurrences(quote.text, new))
    lead = _lead(old, quote.start)
    alike = [start for start in starts if _lead(new, start) == lead]
    if not alike and len(starts) == 1 and _unmistakable(quote, old, new, starts[0]):
        alike = starts
    if not alike:
        return None
    # The same words after the same words, several times over: the one that stands at the same turn.
    turn = sum(_lead(old, start) == lead for start in _occurrences(quote.text, old[: quote.end])) - 1
    start = alike[min(turn, len(alike) - 1)]
    return start, start + len(quote.text)


def _unmistakable(quote: Quote, old: str, new: str, start: int) -> bool:
    """Tell whether words that stand only once are the same ones, though what comes before their paragraph is not."""
    lead = _lead(old, quote.start, within=True)
    named = any(word in lead.split() for word in (quote.speaker or "").split())
    return len(quote.text) >= _UNMISTAKABLE or (named and lead == _lead(new, start, within=True))


def _lead(text: str, start: int, *, within: bool = False) -> str:
    before = text[max(0, start - 2 * _CONTEXT) : start]
    if within:
        before = _PARAGRAPH.split(before)[-1]
    return " ".join(before.split())[-_CONTEXT:]


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _sentences(text: str) -> Iterator[str]:
    yield from filter(None, (" ".join(piece.split()) for piece in _SENTENCE.split(text)))
