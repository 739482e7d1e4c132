"""What one source may cost. Beyond it, a file or page is refused with the limit in the sentence."""

from __future__ import annotations

MAX_BYTES = 20_000_000
"""Bytes of one file, page, mail or feed, also after unpacking what a server compressed."""

MAX_UNPACKED = 100_000_000
"""Bytes that the parts of a packed document (DOCX) may unpack to."""

MAX_TEXT = 5_000_000
"""Characters of text taken out of one document; a thousand pages of a book have two million."""

MAX_PAGES = 2_000
"""Pages of one PDF."""

MAX_REDIRECTS = 5

ANSWER_SECONDS = 10.0
"""How long a server may be silent."""

FETCH_SECONDS = 30.0
"""How long one page may take from the first byte asked for to the last one read, redirects included."""

BOX_SECONDS = 60.0
"""How long one source may take altogether, fetched and read; then its process is ended."""

BOX_MEMORY = 1_500_000_000
"""Bytes of address space of a process that reads a source; four fifths of it are never touched."""


def megabytes(size: int) -> str:
    """Return a size in bytes as people read it: ``"50 MB"``, ``"20.5 MB"``."""
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"
