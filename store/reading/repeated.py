"""What the head of a report already gives of what it tells below: a standfirst or a teaser, in the same words."""

from __future__ import annotations

import re

from store.model import FoundQuote

_HEAD = 800  # characters at the head of a text in which a standfirst can stand
_FEWEST, _SAME = 5, 0.85  # words that can be told again, and the share of them that both have
_WORD = re.compile(r"\w+")


def without_repeats(text: str, start: int, quotes: list[FoundQuote]) -> list[FoundQuote]:
    """Leave out quotes from the head of ``text``, from the offset ``start``, that come again in a later paragraph."""
    ends = max(text.rfind("\n", start, start + _HEAD), start)
    head = [quote for quote in quotes if quote.start < ends]
    if not head or head[-1] is quotes[-1]:
        return quotes
    below: dict[str | None, list[set[str]]] = {}
    for quote in quotes[len(head) :]:
        below.setdefault(quote.speaker, []).append(_words(quote))
    again = {id(quote) for quote in head if _comes_again(_words(quote), below.get(quote.speaker, []))}
    return [quote for quote in quotes if id(quote) not in again]


def _words(quote: FoundQuote) -> set[str]:
    return set(_WORD.findall(quote.text.lower()))


def _comes_again(words: set[str], below: list[set[str]]) -> bool:
    return len(words) >= _FEWEST and any(len(words & other) >= _SAME * len(words | other) for other in below)
