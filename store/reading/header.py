"""The metadata block that may open a plain-text file, before the text itself.

Its lines are ``Key: value``, with keys of `KEYS`, at least two of them, each once, from the very first line; a blank
line closes it. A title may stand alone, if a text follows: it is no word of the text either::

    Title: Talks in Beijing
    Published: 2023-11-21

    Body starts here …
"""

from __future__ import annotations

from typing import NamedTuple

from store.reading.entities import decoded

KEYS = frozenset({"Title", "Publisher", "Author", "URL", "Published", "Retrieved", "Language", "Note"})
_LONGEST = 4_000  # characters of a line; a longer one is text


class Header(NamedTuple):
    """The fields as written, and ``end``: the offset where the body begins, 0 without a header.

    The fields are stripped, and in the title references like ``&#8211;`` are decoded.
    """

    fields: dict[str, str]
    end: int


NO_HEADER = Header({}, 0)


def header(text: str) -> Header:
    """Read the block of ``text``; anything that is not exactly such a block is `NO_HEADER`. Never raises."""
    fields: dict[str, str] = {}
    at = 1 if text.startswith("\ufeff") else 0
    while True:
        stop = text.find("\n", at)
        line = (text[at:stop] if 0 <= stop <= at + _LONGEST else text[at : at + _LONGEST]).strip()
        if not line:
            break
        key, colon, value = line.partition(":")
        if not colon or key not in KEYS or key in fields:
            return NO_HEADER
        fields[key] = decoded(value.strip()) if key == "Title" else value.strip()
        if stop < 0:
            at = len(text)
            break
        at = stop + 1
    while at < len(text) and text[at].isspace():
        at += 1
    if len(fields) < 2 and not (fields.get("Title") and at < len(text)):
        return NO_HEADER
    return Header(fields, at)
