"""The words of an office, in a common form, so that two ways of writing it can be compared."""

from __future__ import annotations

from store.reading.tables import office_class
from store.reading.tokens import Tokens

_HEADS = office_class("head")


def office_words(tokens: Tokens, first: int, last: int) -> frozenset[str]:
    """Return the words of an office in a common form: *PM* becomes *prime minister*, *chairwoman* *chairman*."""
    found: set[str] = set()
    for low in tokens.low[first:last] if first < last else ():
        if low in _SHORT:
            found.update(_SHORT[low])
        elif low in _VOCABULARY:
            found.add(low)
    if "head" in found and not LANDS.isdisjoint(tokens.low[first:last]):
        found.add("state")  # *the head of the republic*
    return frozenset(found)


LANDS = frozenset({"republic", "country", "nation", "state"})
_VOCABULARY = _HEADS | office_class("modifier") | office_class("portfolio") | {"general"}
_SHORT = {word: long.split("|") for word, _, long in (pair.partition("=") for pair in office_class("short"))}


def singular(word: str) -> str:
    """Return *minister* for *ministers*."""
    for ending, single in (("ies", "y"), ("men", "man"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + single
    return word
