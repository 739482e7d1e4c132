"""The bytes of one source before anyone has read them."""

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
