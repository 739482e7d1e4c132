"""Folding for search: text becomes words without case, accents and punctuation, wherever it was written.

The same words come out of a text and out of what a person types, so both sides of a comparison agree. Scripts
written without blanks (Chinese, Japanese, Thai, …; Korean too, for its endings) give one word a character: a run of
them is then sought as a phrase, which finds it inside longer runs. Python's tables decide what a letter is: the
index is handed finished words and never cuts a text itself.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

# Letters that Unicode does not decompose into a base letter and a mark, but that people type without it.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ŧ": "t", "ə": "e", "ґ": "г"}
    | {"æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"},
)
_NOT_PLAIN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
# Accents of Latin, Greek and Cyrillic, Hebrew points, the Arabic letter stretcher and vowel signs.
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670]+")
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
# Indic vowel signs are marks to Unicode, but part of the word to everyone who reads it.
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_WORD = re.compile(rf"[{_UNSPACED}]|(?:[^\W_{_UNSPACED}]|[{_INDIC}])+")
_UNSPACED_WORD = re.compile(f"[{_UNSPACED}]")
# Most texts are ASCII: letters and digits lowered, all else a blank.
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else 32 for code in range(256))


def fold(text: str) -> str:
    """Return ``text`` without case and accents. The length may change; punctuation and blanks stay."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    plain = unicodedata.normalize("NFC", bare).casefold()
    # Looking first, because few texts hold such a letter and ``str.translate`` is slow.
    return plain.translate(_PLAIN) if _NOT_PLAIN.search(plain) else plain


def words(text: str) -> list[str]:
    """Return the folded words of ``text`` in order. A word holds neither blanks nor ASCII punctuation."""
    if text.isascii():
        return _ascii(text).split()
    return _WORD.findall(fold(text))


def spaced(text: str) -> str:
    """Return the folded words of ``text`` in order, parted by one blank or more."""
    return _ascii(text) if text.isascii() else " ".join(words(text))


def _ascii(text: str) -> str:
    # As bytes, because ``str.translate`` takes ten times as long.
    return text.encode().translate(_ASCII).decode()


def words_at(text: str) -> list[tuple[str, int, int]]:
    """Return the folded words of ``text`` with where each begins and ends in ``text`` itself, end exclusive.

    Folds character by character, which is slow: for what is on the screen, not for an index.
    """
    if text.isascii():
        return [(match[0], *match.span()) for match in _WORD.finditer(text.lower())]
    starts = [at for at, sign in enumerate(text) if not at or not unicodedata.combining(sign)]
    ends = [*starts[1:], len(text)]
    pieces = [fold(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    origin = list(chain.from_iterable([number] * len(piece) for number, piece in enumerate(pieces)))
    return [
        (match[0], starts[origin[match.start()]], ends[origin[match.end() - 1]])
        for match in _WORD.finditer("".join(pieces))
    ]


def is_letter(word: str) -> bool:
    """Tell whether a folded word is one lone letter or digit of a script that needs several to say anything."""
    return len(word) == 1 and not _UNSPACED_WORD.match(word)
