"""In which language a text is: from its script or, in Latin letters, from its smallest words. A sample decides."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from store.reading.tables import rows

_SAMPLE = 1_000  # characters looked at
_ENOUGH = 6  # small words that must be found before another language than English is named
_SHARE = 6  # one small word in so many is plain English
_SIGNS = ".,;:!?()\"'“”"
_STRANGE = re.compile("[^\x00-\u024f]")  # beyond Latin letters
_SCRIPTS = (  # first and last character, language, name
    ("\u0370", "\u03ff", "el", "Greek"),
    ("\u0400", "\u052f", "ru", "Russian or another language in Cyrillic letters"),
    ("\u0530", "\u058f", "hy", "Armenian"),
    ("\u0590", "\u05ff", "he", "Hebrew"),
    ("\u0600", "\u06ff", "ar", "Arabic, Persian or Urdu"),
    ("\u0900", "\u097f", "hi", "Hindi"),
    ("\u0980", "\u09ff", "bn", "Bengali"),
    ("\u0e00", "\u0e7f", "th", "Thai"),
    ("\u1000", "\u109f", "my", "Burmese"),
    ("\u10a0", "\u10ff", "ka", "Georgian"),
    ("\u1780", "\u17ff", "km", "Khmer"),
    ("\u3040", "\u30ff", "ja", "Japanese"),
    ("\u4e00", "\u9fff", "zh", "Chinese"),
    ("\uac00", "\ud7a3", "ko", "Korean"),
)


@cache
def _small_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, _, words in rows("languages"):
        for word in words.split():
            found.setdefault(word, []).append(code)
    return found


@cache
def _english() -> frozenset[str]:
    return frozenset(word for word, codes in _small_words().items() if "en" in codes)


def name_of(code: str) -> str:
    """Return the English name of a language this module tells."""
    names = {row[0]: row[1] for row in rows("languages")} | {script[2]: script[3] for script in _SCRIPTS}
    return names.get(code, code)


def _by_script(letters: list[str]) -> str | None:
    counted = Counter(script[2] for script in _SCRIPTS for sign in letters if script[0] <= sign <= script[1])
    if counted["ja"] * 5 > counted["zh"] > 0:  # Japanese mixes its own letters with Chinese ones
        counted["ja"] += counted["zh"]
    return max(counted, key=lambda code: counted[code], default=None)


def _is_english(small: int, words: list[str]) -> bool:
    """Tell whether so many small words are enough among so many words."""
    return small * _SHARE >= len(words) and small >= _ENOUGH


def language_of(text: str) -> str | None:
    """Return the code of the language of ``text``; ``None`` when there is too little to tell."""
    sample = text[:_SAMPLE]
    strange = list(filter(str.isalpha, _STRANGE.findall(sample)))
    if strange and len(strange) * 2 > sum(map(str.isalpha, sample)):
        return _by_script(strange)
    words = sample.lower().replace("’", "'").split()
    if _is_english(sum(map(_english().__contains__, words)), words):
        return "en"
    words = [word.strip(_SIGNS) for word in words]
    english = sum(map(_english().__contains__, words))
    if _is_english(english, words):
        return "en"
    votes = Counter(code for word in words for code in _small_words().get(word, ()))
    best = max(votes, key=lambda code: votes[code], default=None)
    if best is None or english * 3 >= votes[best] * 2:
        return "en" if english >= _ENOUGH else None
    return best if votes[best] >= _ENOUGH else None
