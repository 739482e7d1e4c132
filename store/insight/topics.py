"""What a quote is about: its tags, and where it has none, the content words that recur in the library.

Tags come from the reader and from the person. A library that has none still gets topics: the words that are heard
often enough to be a topic and rarely enough to tell one quote from another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from store.insight.words import BREAKS, TOKEN, frame_meanings, is_content, meaning, stem, words
from store.model import Meeting, Official, Quote

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

    def __init__(self, quotes: Iterable[Quote], names: Iterable[str] = ()) -> None:
        """Count the content words of the quotes without tags; the quotes are gone through once.

        ``names`` (of officials, of countries) tell who speaks and not of what; their words are no topics.
        """
        total = 0
        counts = Counter[str]()
        forms: dict[str, Counter[str]] = {}
        for quote in quotes:
            total += 1
            if not quote.tags:
                meant = _meant(quote.text)
                counts.update(meant.keys())
                for root, form in meant.items():
                    forms.setdefault(root, Counter())[form] += 1
        most = max(LEAST_QUOTES, MOST_SHARE * total)
        no_topics = frame_meanings().union(*(_meant(name).keys() for name in names))
        self._counts = {
            root: count
            for root, count in counts.items()
            if LEAST_QUOTES <= count <= most and root not in no_topics
        }
        self._forms = {root: min(forms[root], key=lambda f: (-forms[root][f], f)) for root in self._counts}

    def of(self, quote: Quote) -> tuple[str, ...]:
        """Return the topics of a quote in order of the alphabet; empty when nothing tells.

        A topic that is no tag is the most frequent form of the word, in lower case.
        """
        if quote.tags:
            return tuple(sorted(quote.tags))
        known = [root for root in _meant(quote.text) if root in self._counts]
        rarest = sorted(known, key=lambda root: (self._counts[root], root))[:PER_QUOTE]
        return tuple(sorted(self._forms[root] for root in rarest))


def topics_of(heard: Iterable[tuple[Meeting, Sequence[Quote]]], officials: Sequence[Official]) -> Topics:
    """Look over the quotes of meetings; the names of officials and of their countries are no topics."""
    names = [name for one in officials for name in (one.name, one.country or "", *one.aliases)]
    return Topics((quote for _, quotes in heard for quote in quotes), names)


def _meant(text: str) -> dict[str, str]:
    """Return the meanings of a text's content words, each with its first form in lower case."""
    forms: dict[str, str] = {}
    for token in TOKEN.findall(text):
        if found := _meaning_of(token):
            forms.setdefault(*found)
    return forms


@cache
def _meaning_of(token: str) -> tuple[str, str] | None:
    """Return the meaning of a content word and the word in lower case; nothing for a sign or function word."""
    if token in BREAKS or not is_content(token):
        return None
    return meaning(stem(token)), token.lower()


def is_about(quote: Quote, topic: str) -> bool:
    """Tell whether a quote is about what a person typed: a tag of that name, or all its content words in the text."""
    if topic.casefold() in (tag.casefold() for tag in quote.tags):
        return True
    sought = {word.stem for word in words(topic)}
    return bool(sought) and sought <= {word.stem for word in words(quote.text)}
