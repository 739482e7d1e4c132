"""A text as parallel lists of words and signs with their offsets: the ground all later stages walk on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count

# One alternative per sort of token, each linear: what repeats inside a repetition begins with a sign of its own.
# The white space after a token is matched with it, and plain words come first: both only for speed.
_TOKEN = re.compile(
    r"(?:[a-z]++(?![\w'’–-])"
    r"|[A-Z][a-z]++(?![\w'’–-])"
    r"|(?:[A-Z]\.){2,}(?:-\w+)?"  # U.S., D.C., U.S.-led
    r"|['’]s\b"  # the possessive stands by itself, so that names stay clean
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|%)?"
    r"|\w+(?:(?:[-–]|['’](?!s\b))\w+)*"
    r"|\.\.+|--+|[^\w\s]"
    r")\s*"
)

# Keyboards for two scripts leave letters of the one in words of the other: *Defenсe* with a Cyrillic letter.
_MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_LATIN = str.maketrans("аАВсСеЕНіІјЈКМоОрРТхХуУѕЅ", "aABcCeEHiIjJKMoOpPTxXyYsS")
_JOINTS = (re.compile(r"-\w"), re.compile(r"–\w"))  # apart, since looking for one sign is fastest


# The records of the reader have slots: a field of a NamedTuple takes several times as long to read (Python 3.11).
@dataclass(slots=True)
class Tokens:
    """Words and signs of a text in order. All lists have the same length; offsets count characters.

    ``low`` are the words in lower case, ``capital`` tells which of them begin with a capital letter.
    """

    text: str
    words: list[str]
    low: list[str]
    starts: list[int]
    capital: list[bool]

    def end(self, at: int) -> int:
        """Return the offset after token ``at``."""
        return self.starts[at] + len(self.words[at])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of tokens ``first`` up to, not including, ``last``."""
        return self.starts[first], self.starts[last - 1] + len(self.words[last - 1])

    def slice(self, first: int, last: int) -> str:
        """Return the text from token ``first`` up to, not including, ``last``, white space folded."""
        if last - first == 1:
            return self.words[first]
        if first >= last:
            return ""
        return " ".join(self.text[self.starts[first] : self.end(last - 1)].split())


def where(words: list[str], wanted: Container[str]) -> list[int]:
    """Return the places of the ``wanted`` words. Leaves the loop to C: for a whole text at once."""
    return list(compress(count(), map(wanted.__contains__, words)))


def joined(tokens: Tokens) -> list[int]:
    """Return the places of the words that hold a hyphen or a dash: *al-Mahmeed*, *Chile-Peru*."""
    start = tokens.starts[0] if tokens.starts else len(tokens.text)
    signs = chain.from_iterable(joint.finditer(tokens.text, start) for joint in _JOINTS)
    return sorted({bisect_right(tokens.starts, sign.start()) - 1 for sign in signs})


def words_of(text: str) -> list[str]:
    """Return the tokens of a short text, for those who want no more of them."""
    return list(map(str.rstrip, _TOKEN.findall(text)))


def tokenise(text: str, start: int = 0) -> Tokens:
    """Cut ``text[start:]`` into tokens; offsets are into ``text``. Takes time in proportion to the length."""
    pieces = _TOKEN.findall(text, start)  # without a gap between them: offsets are sums of lengths
    words = list(map(str.rstrip, pieces))
    if not text.isascii() and _MIXED.search(text, start):
        words = [word.translate(_LATIN) if _MIXED.search(word) else word for word in words]
    sizes = list(map(len, pieces))
    starts = list(accumulate(sizes, initial=len(text) - sum(sizes)))
    starts.pop()
    low = list(map(str.lower, words))
    if "’" in text:
        low = [word.replace("’", "'") for word in low]
    return Tokens(text, words, low, starts, [word[0].isupper() for word in words])
