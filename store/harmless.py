"""Imported text made harmless to show: it cannot move the cursor, colour the screen or turn its direction."""

from __future__ import annotations

import re

_KEPT = "\n\t"
_OTHERS = [0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029, 0xFEFF]
_DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]",
)
_SHOWN: dict[int, int] = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in _KEPT},
    **dict.fromkeys([*_OTHERS, *range(0xD800, 0xE000)], 0xFFFD),
}


def harmless(text: str) -> str:
    """Replace each control, escape, direction and surrogate character by one visible sign.

    Newlines and tabs stay. The length does not change, so offsets into ``text`` hold for the result too.
    """
    if text.isprintable() or not _DANGEROUS.search(text):
        return text
    return text.translate(_SHOWN)


def without_dangers(text: str) -> str:
    """Return ``text`` without the characters that `harmless` would show by a sign. Offsets do not hold."""
    return text if text.isprintable() else _DANGEROUS.sub("", text)


def one_line(text: str) -> str:
    """`harmless` text with all white space and line breaks folded to single blanks. Offsets do not hold."""
    return " ".join(harmless(text).split())
