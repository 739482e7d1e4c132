"""Words of a text with their places, their stems, and whether they carry content."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# Words with inner hyphens, apostrophes and the stops of abbreviations (U.S.), and the signs that end a sentence.
TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+|\.[^\W\d_]\b\.?)*|[.!?;:…]")
BREAKS = frozenset(".!?;:…")
"""Tokens over which no phrase runs."""

_VOWELS = frozenset("aeiouy")
_MAY_DOUBLE = ("ing", "ings", "ed")  # commit, committed; but call, called
_POSSESSIVE = re.compile("(?:['’]s|['’])$")


class Word(NamedTuple):
    """One word of a text: ``text[start:end]``, and the stem it is counted under."""

    start: int
    end: int
    stem: str


class Suffix(NamedTuple):
    """A row of ``suffixes.tsv``: which ending becomes what, and how many letters must remain before it."""

    ending: str
    becomes: str
    keep: int


def _lines(name: str) -> list[str]:
    text = (files("store") / "data" / "insight" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def function_words() -> frozenset[str]:
    """Return the words that carry no content, lower case."""
    return frozenset(word for line in _lines("function_words.txt") for word in line.split())


@cache
def _spellings() -> dict[str, str]:
    rows = (line.partition("\t") for line in _lines("spellings.tsv"))
    return {written: counted for written, _, counted in rows}


@cache
def _suffixes(step: int, last: str) -> tuple[Suffix, ...]:
    """Return the rows of a step whose endings end in a letter, which most words need not go through."""
    rows = [line.split("\t") for line in _lines("suffixes.tsv")]
    return tuple(
        Suffix(ending, becomes, int(keep))
        for of, ending, becomes, keep in rows
        if int(of) == step and ending.endswith(last)
    )


def _strip(word: str, step: int) -> str:
    for row in _suffixes(step, word[-1:]):
        left = len(word) - len(row.ending)
        if left < row.keep or not word.endswith(row.ending):
            continue
        if not _VOWELS.intersection(word[:left]):
            return word  # "string", "red": what is left would be no word
        stem = word[:left] + row.becomes
        doubled = row.ending in _MAY_DOUBLE and stem[-2:] == stem[-1] * 2 and stem[-1] not in "aeioulsz"
        return stem[:-1] if doubled else stem
    return word


@cache
def stem(word: str) -> str:
    """Return what ``word`` is counted under: case, possessive, spelling, number and tense taken off.

    The same stem means the same word for counting; the stem itself need not be a word. A word with hyphens is
    stemmed at its last part. Words of other scripts are only case-folded.
    """
    word = _POSSESSIVE.sub("", word.casefold()).replace("’", "'").replace(".", "")
    head, hyphen, last = word.rpartition("-")
    whole = _spellings().get(last) == last
    last = _spellings().get(last, last)
    if not whole and last.isascii() and len(last) > 3 and last not in function_words():
        last = _strip(_strip(_strip(last, 1), 2), 3)
    return head + hyphen + last


@cache
def _synonyms() -> dict[str, str]:
    groups = ([stem(word) for word in line.split()] for line in _lines("synonyms.txt"))
    return {word: group[0] for group in groups for word in group[1:]}


def meaning(root: str) -> str:
    """Return the stem under which a stem's content is compared: the first of its group of synonyms."""
    return _synonyms().get(root, root)


@cache
def frame_meanings() -> frozenset[str]:
    """Return the meanings (see `meaning`) that frame a statement and say little of what it is about."""
    return frozenset(meaning(stem(word)) for line in _lines("frame_words.txt") for word in line.split())


def is_content(word: str) -> bool:
    """Tell whether a word (or stem) says something of the matter: no function word, and not a bare number."""
    return word.casefold() not in function_words() and not word.isdigit()


def words(text: str) -> list[Word]:
    """Return all words of ``text`` in order, with their offsets; signs are left out."""
    return [
        Word(match.start(), match.end(), stem(match.group()))
        for match in TOKEN.finditer(text)
        if match.group() not in BREAKS
    ]


def content_stems(text: str) -> list[str]:
    """Return the stems of the content words of ``text``, in order, repetitions kept."""
    found = (token for token in TOKEN.findall(text) if token not in BREAKS)
    return [stem(token) for token in found if is_content(token)]
