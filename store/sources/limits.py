"""What one source may cost. Beyond it, a file or page is refused with the limit in the sentence."""

from __future__ import annotations

MAX_BYTES = 20_000_000
"""Bytes of one file, page, mail or feed, also after unpacking what a server compressed."""


def megabytes(size: int) -> str:
    """Return a size in bytes as people read it: ``"50 MB"``, ``"20.5 MB"``."""
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"
