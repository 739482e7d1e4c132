"""From a file, page, feed, folder or pasted text to a Source: the text as it was read and where it comes from."""

from __future__ import annotations

from typing import BinaryIO

from store.model import Source
from store.sources.folders import expand
from store.sources.loading import Loader
from store.sources.raw import Entry, Feed

__all__ = ["Entry", "Feed", "Loader", "expand", "load"]


def load(where: str, *, stdin: BinaryIO | None = None, retrieved: str | None = None) -> Source:
    """Read one source.

    ``where`` is a file's path, an http(s) URL, ``clipboard:``, or ``"-"`` for ``stdin``; ``retrieved`` the day to
    note as that of reading (ISO). Raises `SourceError` with one sentence naming ``where`` and the reason. For many
    sources, a `Loader` is faster: it keeps the process in which the complicated formats are read.
    """
    with Loader() as loader:
        return loader.load(where, stdin=stdin, retrieved=retrieved)
