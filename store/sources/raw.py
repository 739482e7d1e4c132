"""What stands at the beginning and the end of reading a source: bytes, and a feed's list of further sources."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes, and what is known of them from outside.

    ``where`` is how the person named it, for messages. ``media_type`` and ``charset`` are what a server or a mail
    declared; ``url`` is where a page was found in the end, after redirects. ``retrieved`` is a day, ISO.
    """

    where: str
    data: bytes
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. ``id`` is the feed's own name for it, never given to another entry."""

    id: str
    url: str
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as fetched: not a source itself but a list of them. ``where`` is how the person named it."""

    where: str
    title: str | None
    entries: tuple[Entry, ...]
