"""RSS and Atom, as they are really written (feedparser), to the list of their entries."""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import urljoin

from store.errors import SourceError
from store.sources.naming import is_url
from store.sources.raw import Entry, Feed, Raw
from store.sources.text import clean

MOST_ENTRIES = 10_000


def from_feed(raw: Raw) -> Feed:
    """Read a feed; entries without an address are left out. `SourceError` for what is none, or is empty."""
    import feedparser

    # A stream, never a string: given a string, feedparser would fetch what it names.
    parsed: Any = feedparser.parse(io.BytesIO(raw.data))
    if not parsed.get("version"):
        raise SourceError(f"{raw.where}: is not a feed that can be read")
    base = raw.url or (raw.where if is_url(raw.where) else "")
    entries = [entry for found in parsed.entries[:MOST_ENTRIES] if (entry := _entry(found, base))]
    if not entries:
        raise SourceError(f"{raw.where}: is a feed without entries")
    return Feed(raw.where, clean(parsed.feed.get("title")), tuple(entries))


def _entry(found: Any, base: str) -> Entry | None:  # noqa: ANN401 - feedparser's own dictionary
    link = found.get("link")
    url = urljoin(base, link) if link else ""
    if not url.startswith(("http://", "https://")):
        return None
    moment = found.get("published_parsed") or found.get("updated_parsed")
    published = f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}" if moment else None
    return Entry(clean(found.get("id")) or url, url, clean(found.get("title")), published)
