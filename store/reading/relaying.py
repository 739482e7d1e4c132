"""Who only passes on what others said: spokespersons, by name."""

from __future__ import annotations

from store.reading.tokens import Tokens

_NAME = 4  # tokens of a spokesperson's name


def spokespersons(tokens: Tokens) -> frozenset[str]:
    """Return the first and last words of the names after *spokesperson*: *spokesperson Matthew Miller*.

    The family's name stands last or, as in China, first.
    """
    if "spokes" not in tokens.text:
        return frozenset()
    found: set[str] = set()
    for at in (at for at, low in enumerate(tokens.low) if low.startswith("spokes")):
        end = at + 1
        while end < min(at + 1 + _NAME, len(tokens.words)) and tokens.capital[end]:
            end += 1
        found.update((tokens.low[at + 1], tokens.low[end - 1]) if end > at + 1 else ())
    return frozenset(found)
