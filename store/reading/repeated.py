"""What a page gives twice: a standfirst in the words of the report below it, or the same paragraph again."""

from __future__ import annotations

import re

from store.model import FoundQuote

_HEAD = 800  # characters at the head of a text in which a standfirst can stand
_FEWEST, _SAME = 5, 0.85  # words that can be told again, and the share of them that both have
_NEAR = 60  # quotes after one that are compared with it, so that time grows no faster than a text
_LONGEST = 2000  # characters of a paragraph that are compared
_LENGTHS = 0.8  # share of the longer one's characters that the shorter must have
_WORD = re.compile(r"\w+")


def without_repeats(text: str, start: int, quotes: list[FoundQuote]) -> list[FoundQuote]:
    """Leave out quotes from the head of ``text``, from the offset ``start``, that come again in a later paragraph.

    Where the whole paragraph comes again, the first is the report's own and the second is left out.
    """
    ends = max(text.rfind("\n", start, start + _HEAD), start)
    head = [quote for quote in quotes if quote.start < ends]
    again: set[int] = set()
    for at, quote in enumerate(head):
        for place in range(at + 1, min(at + 1 + _NEAR, len(quotes))):
            other = quotes[place]
            if quote.speaker != other.speaker or not _alike(quote.text, other.text):
                continue
            one, two = _paragraph(text, quote), _paragraph(text, other)
            if one != two:
                same = text[slice(*one)] == text[slice(*two)]
                again.add(place if same else at)
    return [quote for at, quote in enumerate(quotes) if at not in again]


def _alike(text: str, other: str) -> bool:
    shorter, longer = sorted((len(text), len(other)))
    if shorter < _LENGTHS * longer:
        return False  # as nearly always
    words, others = set(_WORD.findall(text.lower())), set(_WORD.findall(other.lower()))
    return len(words) >= _FEWEST and len(words & others) >= _SAME * len(words | others)


def _paragraph(text: str, quote: FoundQuote) -> tuple[int, int]:
    """Return the offsets of the line in which a quote begins."""
    begin = max(quote.start - _LONGEST, 0)
    last = text.find("\n", quote.start, quote.start + _LONGEST)
    before = text.rfind("\n", begin, quote.start)
    return (before + 1 if before >= 0 else begin), (last if last >= 0 else quote.start + _LONGEST)
