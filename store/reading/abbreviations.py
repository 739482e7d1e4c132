"""What a text's own abbreviations stand for: *MFA* after *the Ministry of Foreign Affairs (MFA)*."""

from __future__ import annotations

from store.reading.tokens import Tokens, where

_SHORTEST, _LONGEST = 3, 8  # letters of an abbreviation
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to"})


def abbreviations(tokens: Tokens) -> dict[str, str]:
    """Return the names that brackets abbreviate by their capitals, each abbreviation with the name before it."""
    found: dict[str, str] = {}
    for at in where(tokens.words, "("):
        inside = tokens.words[at + 1 : at + 3]
        short = inside[0] if len(inside) == 2 and inside[1] == ")" else ""
        if _SHORTEST <= len(short) <= _LONGEST and short.isupper() and (name := _spelled(tokens, at, short)):
            found.setdefault(short, name)
    return found


def _spelled(tokens: Tokens, last: int, short: str) -> str:
    """Return the words before token ``last`` whose capitals are the letters of ``short``; empty when they are not."""
    left, at = len(short), last
    while left and at:
        at -= 1
        if tokens.words[at][0] == short[left - 1]:
            left -= 1
        elif tokens.low[at] not in _SMALL:
            return ""
    return "" if left else tokens.slice(at, last)
