"""What a statement speaks of: tags from a table of words, which a person can extend with lines of the same form."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from store.reading.tables import read_rows, rows
from store.reading.tokens import Tokens, words_of

Topics = dict[str, list[tuple[list[str], str]]]
"""The first word of a phrase → the whole phrases that begin with it, each with its tag."""


@lru_cache(maxsize=4)
def topics(extra: str = "") -> Topics:
    """Return the topics of ``topics.tsv`` and those of ``extra``, more lines like its own (tag, tab, phrases)."""
    found: Topics = {}
    for row in (*rows("topics"), *read_rows(extra)):
        tag, phrases = row[0], row[1] if len(row) > 1 else ""
        for phrase in filter(None, phrases.split("|")):
            words = words_of(phrase.lower())
            if words:
                found.setdefault(words[0], []).append((words, tag))
    return found


def tags_of(tokens: Tokens, first: int, last: int, known: Topics, places: list[int]) -> tuple[str, ...]:
    """Return the tags of tokens ``first`` to ``last``, exclusive, in the order of the words.

    ``places`` are the tokens of the whole text that begin a phrase of the table ``known``.
    """
    low = tokens.low
    found = [
        tag
        for at in places[bisect_left(places, first) : bisect_left(places, last)]
        for words, tag in known[low[at]]
        if low[at : at + len(words)] == words and at + len(words) <= last
    ]
    return tuple(dict.fromkeys(found))
