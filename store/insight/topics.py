"""What a quote is about: its tags; or, where hardly any quote has tags, the content words that recur.

Tags come from the reader and from the person. Quotes without them still get topics: the words that are heard often
enough to be a topic and rarely enough to tell one quote from another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from store.insight.evidence import Progress, Shelf, heard, quiet
from store.insight.words import BREAKS, TOKEN, frame_meanings, is_content, meaning, stem, words
from store.model import Meeting, Quote

LEAST_QUOTES = 3
"""Quotes in which a word must stand to be a topic."""
MOST_SHARE = 0.10
"""Share of all quotes above which a word says too little to be a topic."""
PER_QUOTE = 2
"""Topics a quote without tags is given at most: its rarest."""
NO_TOPIC = "other"
"""The row of quotes that have no topic."""


TAGGED = 0.2
"""Share of quotes with tags from which tags alone are topics."""
SAMPLED = 200
"""Meetings, evenly spread, at which is looked to learn that share."""


class Topics:
    """Tells what quotes are about. Made without anything, by their tags alone."""

    def __init__(
        self, counts: Mapping[str, int] | None = None, forms: Mapping[str, str] | None = None
    ) -> None:
        """Take the words that are topics: how often each meaning stands, and how it is written."""
        self._counts, self._forms = counts or {}, forms or {}

    @classmethod
    def learned(cls, quotes: Iterable[Quote], names: Iterable[str] = ()) -> Topics:
        """Look over quotes, once, for the words that are topics of those without tags.

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
        kept = {r: n for r, n in counts.items() if LEAST_QUOTES <= n <= most and r not in no_topics}
        return cls(kept, {root: min(forms[root], key=lambda f: (-forms[root][f], f)) for root in kept})

    def of(self, quote: Quote) -> tuple[str, ...]:
        """Return the topics of a quote in order of the alphabet; empty when nothing tells.

        A topic that is no tag is the most frequent form of the word, in lower case.
        """
        if quote.tags or not self._counts:
            return tuple(sorted(quote.tags))
        known = [root for root in _meant(quote.text) if root in self._counts]
        rarest = sorted(known, key=lambda root: (self._counts[root], root))[:PER_QUOTE]
        return tuple(sorted(self._forms[root] for root in rarest))


def are_tagged(quotes: Sequence[Quote]) -> bool:
    """Tell whether so many quotes have tags that these alone are topics."""
    return sum(bool(quote.tags) for quote in quotes) > TAGGED * len(quotes)


def topics_of(shelf: Shelf, meetings: Sequence[Meeting], progress: Progress = quiet) -> Topics:
    """Learn the topics of meetings, from their tags where there are enough, else from their words."""
    spread = meetings[:: max(1, len(meetings) // SAMPLED)]
    if are_tagged([quote for meeting in spread for quote in shelf.quotes(meeting.id)]):
        return Topics()
    names = [name for one in shelf.officials() for name in (one.name, one.country or "", *one.aliases)]
    said_at = heard(shelf, meetings, progress)
    return Topics.learned((quote for _, quotes in said_at for quote in quotes), names)


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
