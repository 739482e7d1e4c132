"""A text as parallel lists of words and signs with their offsets: the ground all later stages walk on."""

from __future__ import annotations

import re
from typing import NamedTuple

# One alternative per sort of token, each linear: what repeats inside a repetition begins with a sign of its own.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:-\w+)?"  # U.S., D.C., U.S.-led
    r"|['’]s\b"  # the possessive stands by itself, so that names stay clean
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|%)?"
    r"|\w+(?:(?:[-–]|['’](?!s\b))\w+)*"
    r"|\.\.+|--+|[^\w\s]"
)


class Tokens(NamedTuple):
    """Words and signs of a text in order. All lists have the same length; offsets count characters."""

    text: str
    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]

    def slice(self, first: int, last: int) -> str:
        """Return the text from token ``first`` up to, not including, ``last``, white space folded."""
        if first >= last:
            return ""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut ``text[start:end]`` into tokens; offsets are into ``text``. Takes time in proportion to the length."""
    spans = [found.span() for found in _TOKEN.finditer(text, start, len(text) if end is None else end)]
    words = [text[at:to] for at, to in spans]
    low = [word.lower() for word in words]
    if "’" in text:
        low = [word.replace("’", "'") for word in low]
    return Tokens(text, words, low, [at for at, _ in spans], [to for _, to in spans])
