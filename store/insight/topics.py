"""What a quote is about: its tags, and where it has none, the content words that recur in the library.

Tags come from the reader and from the person. A library that has none still gets topics: the words that are heard
often enough to be a topic and rarely enough to tell one quote from another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from store.insight.words import content_stems, frame_meanings, meaning, words
from store.model import Quote

LEAST_QUOTES = 3
"""Quotes in which a word must stand to be a topic."""
MOST_SHARE = 0.10
"""Share of all quotes above which a word says too little to be a topic."""
PER_QUOTE = 2
"""Topics a quote without tags is given at most: its rarest."""
NO_TOPIC = "other"
"""The row of quotes that have no topic."""


class Topics:
    """Tells what quotes are about, after looking over those it is made with."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        """Count the content words of the quotes without tags; the quotes are gone through once."""
        total = 0
        counts = Counter[str]()
        for quote in quotes:
            total += 1
            if not quote.tags:
                counts.update({meaning(root) for root in content_stems(quote.text)})
        most = max(LEAST_QUOTES, MOST_SHARE * total)
        frame = frame_meanings()
        self._counts = {w: n for w, n in counts.items() if LEAST_QUOTES <= n <= most and w not in frame}

    def of(self, quote: Quote) -> tuple[str, ...]:
        """Return the topics of a quote, in order of the alphabet; empty when nothing tells.

        A topic that is no tag is the word as this quote has it, in lower case.
        """
        if quote.tags:
            return tuple(sorted(quote.tags))
        known = {root for root in map(meaning, content_stems(quote.text)) if root in self._counts}
        rarest = sorted(known, key=lambda root: (self._counts[root], root))[:PER_QUOTE]
        return tuple(sorted(rarest))


def is_about(quote: Quote, topic: str) -> bool:
    """Tell whether a quote is about what a person typed: a tag of that name, or all its content words in the text."""
    if topic.casefold() in (tag.casefold() for tag in quote.tags):
        return True
    sought = {word.stem for word in words(topic)}
    return bool(sought) and sought <= {word.stem for word in words(quote.text)}
