"""What a statement speaks of: tags from a table of words, which a person can extend with lines of the same form."""

from __future__ import annotations

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


def tags_of(tokens: Tokens, places: list[int], end: int, known: Topics) -> tuple[str, ...]:
    """Return the tags of the phrases of ``known`` that begin at ``places`` and end before ``end``, an offset."""
    low, starts = tokens.low, tokens.starts
    found = [
        tag
        for at in places
        for words, tag in known[low[at]]
        if low[at : at + len(words)] == words and starts[at + len(words) - 1] < end
    ]
    return tuple(dict.fromkeys(found))
