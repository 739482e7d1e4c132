"""The countries that the words around a name give it, where no office does."""

from __future__ import annotations

from store.reading.phrase import COUNTRY, GROUP, Phrase
from store.reading.tokens import Tokens

_LEADS = frozenset({"led", "headed", "leads", "heads"})
_NEAR = 20  # tokens after *signed* in which those who signed are named
_PLACING = frozenset({"of", "in", "at", "near", "from", "on"})
_LED_BY = _LEADS | {"by", "was", "is", "being"}


class Lands:
    """Reads them in one text, given its phrases."""

    def __init__(self, tokens: Tokens, body: list[Phrase]) -> None:
        self.low = tokens.low
        self.by_first = {phrase.first: phrase for phrase in body if phrase.kind == COUNTRY}
        self.by_last = {phrase.last: phrase for phrase in body if phrase.kind in (COUNTRY, GROUP)}

    def owning(self, phrase: Phrase) -> str | None:
        """Return the country that *Lula* is of in *Brazil's Lula*, but not in *minister of Germany's Bavaria*."""
        owner = self.by_last.get(phrase.first - 1) if self.low[phrase.first - 1] == "'s" else None
        placed = owner is not None and self.low[owner.first - 1] in _PLACING
        return owner.country if owner is not None and not placed else None

    def bracketed(self, phrase: Phrase) -> str | None:
        """Return the country in *Fuad Hussein (Iraq)*, and in *signed by Fuad Hussein for Iraq and …*."""
        if (
            self.low[phrase.last : phrase.last + 1] == ["for"]
            and "signed" in self.low[max(phrase.first - _NEAR, 0) : phrase.first]
        ):
            stands = self.by_first.get(phrase.last + 1)
            return stands.country if stands else None
        inside = (
            self.by_first.get(phrase.last + 1) if self.low[phrase.last : phrase.last + 1] == ["("] else None
        )
        alone = inside is not None and self.low[inside.last : inside.last + 1] == [")"]
        return inside.country if inside is not None and alone else None

    def led(self, phrase: Phrase) -> str | None:
        """Return the country whose side someone led: *the UAE side was led by X*, *Y headed the Omani delegation*."""
        low, before = self.low, phrase.first
        while before and low[before - 1] in _LED_BY:
            before -= 1
        before -= before > 1 and low[before - 1] == ","  # *the Somali delegation, led by X*
        side = self.by_last.get(before) if before < phrase.first and low[phrase.first - 1] == "by" else None
        if side is None and low[phrase.last : phrase.last + 1] and low[phrase.last] in _LEADS:
            side = self.by_first.get(phrase.last + 1)
        return side.country if side is not None and side.kind == COUNTRY else None
