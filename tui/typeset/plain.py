"""Imported text as it is drawn: harmless, on one line, and with every offset where it was."""

from __future__ import annotations

from store.harmless import harmless

_BLANKS = dict.fromkeys("\n\t\r\x0b\x0c", " ")
_TABS = dict.fromkeys("\t\r", " ")


def flat(text: str) -> str:
    """Return the text without line breaks or signs that move the cursor. The length does not change."""
    return text if text.isprintable() else harmless(_replaced(text, _BLANKS))


def lines_kept(text: str) -> str:
    """Return the text without signs that move the cursor, line breaks kept. The length does not change."""
    return harmless(_replaced(text, _TABS))


def _replaced(text: str, signs: dict[str, str]) -> str:
    """Replace single signs, most of which stand nowhere; `str.translate` would look each character up."""
    for sign, instead in signs.items():
        text = text.replace(sign, instead)
    return text
