"""Plain text to a Source: the text unchanged, and what a header block says of it."""

from __future__ import annotations

from datetime import date

from store.errors import SourceError
from store.model import Source
from store.reading.header import header
from store.sources.decoding import decode
from store.sources.raw import Raw
from store.sources.signatures import kind_of


def day(written: str | None) -> str | None:
    """Return the ISO day that ``written`` begins with (a time may follow), or ``None``."""
    try:
        return date.fromisoformat((written or "").strip()[:10]).isoformat()
    except ValueError:
        return None


def from_text(raw: Raw) -> Source:
    """Decode and read the header block. `SourceError` for a binary, empty or undecodable file."""
    if kind := kind_of(raw.data):
        raise SourceError(f"{raw.where}: is {kind}, not text")
    text = decode(raw.data, raw.where, raw.charset)
    if not text.strip():
        raise SourceError(f"{raw.where}: is empty")
    return labelled(text, raw)


def labelled(text: str, raw: Raw) -> Source:
    """Make a Source of a text, filled with its header block's fields; what the block says goes first."""
    known, _ = fields_of(text)
    return Source.of(
        text,
        title=known.get("title"),
        publisher=known.get("publisher"),
        author=known.get("author"),
        url=known.get("url") or raw.url,
        published=day(known.get("published")),
        retrieved=day(known.get("retrieved")) or raw.retrieved,
        language=known.get("language"),
    )


def fields_of(text: str) -> tuple[dict[str, str], int]:
    """Read the header block: its fields, named as those of `Source`, and where the body begins (0 without one)."""
    block = header(text)
    return {key.lower(): value for key, value in block.fields.items() if value}, block.end


def clean(written: str | None) -> str | None:
    """Fold a title or name found somewhere to one line; ``None`` for nothing. Half characters become signs."""
    return " ".join((written or "").split()).encode("utf-8", "replace").decode() or None
