"""Imported text as it is drawn: harmless, on one line, and with every offset where it was."""

from __future__ import annotations

from store.harmless import harmless

_BLANKS = str.maketrans(dict.fromkeys("\n\t\r\x0b\x0c", " "))
_TABS = str.maketrans({"\t": " ", "\r": " "})


def flat(text: str) -> str:
    """Return the text without line breaks or signs that move the cursor. The length does not change."""
    return harmless(text.translate(_BLANKS))


def lines_kept(text: str) -> str:
    """Return the text without signs that move the cursor, line breaks kept. The length does not change."""
    return harmless(text.translate(_TABS))
