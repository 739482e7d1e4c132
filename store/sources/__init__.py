"""From a file, page, feed, folder or pasted text to a Source: the text as it was read and where it comes from."""

from __future__ import annotations

from typing import BinaryIO

from store.errors import SourceError
from store.model import Source
from store.sources.files import STDIN, from_file, from_stream
from store.sources.raw import Raw
from store.sources.text import from_text

__all__ = ["load"]


def load(where: str, *, stdin: BinaryIO | None = None, retrieved: str | None = None) -> Source:
    """Read one source.

    ``where`` is a file's path or ``"-"`` for ``stdin``; ``retrieved`` the day to note as that of reading (ISO).
    Raises `SourceError` with one sentence naming ``where`` and the reason.
    """
    if where == STDIN:
        if stdin is None:
            raise SourceError("-: there is no standard input here")
        return from_text(Raw("standard input", from_stream("standard input", stdin), retrieved=retrieved))
    return from_text(Raw(where, from_file(where), retrieved=retrieved))
