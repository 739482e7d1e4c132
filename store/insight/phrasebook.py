"""Which words of a quote are formula and which are new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from store.insight.formulas import Formula
from store.insight.words import Word, words


class Stretch(NamedTuple):
    """The characters ``start:end`` of a text that are one formula, and the formula's usual wording."""

    start: int
    end: int
    formula: str


class Phrasebook:
    """Formulas in all their wordings, ready to be looked up in texts."""

    def __init__(self, formulas: Iterable[Formula]) -> None:
        """Learn the wordings; of two formulas that share one, the more widespread (the first) has it."""
        self._wordings: dict[tuple[str, ...], str] = {}
        for formula in formulas:
            for variant in formula.variants:
                self._wordings.setdefault(tuple(word.stem for word in words(variant.text)), formula.text)
        self._lengths = sorted({len(wording) for wording in self._wordings}, reverse=True)

    def _at(self, found: list[Word], place: int) -> tuple[int, str] | None:
        stems = tuple(word.stem for word in found[place : place + self._lengths[0]])
        for length in self._lengths:
            if length <= len(stems) and (formula := self._wordings.get(stems[:length])):
                return length, formula
        return None

    def stretches(self, text: str) -> tuple[Stretch, ...]:
        """Return where formulas stand in ``text``, in order, without overlap, each as long as it can be."""
        if not self._lengths:
            return ()
        found = words(text)
        result: list[Stretch] = []
        place = 0
        while place < len(found):
            if hit := self._at(found, place):
                length, formula = hit
                result.append(Stretch(found[place].start, found[place + length - 1].end, formula))
                place += length
            else:
                place += 1
        return tuple(result)

    def new_share(self, text: str) -> float:
        """Return the share of the words of ``text``, 0 to 1, that belong to no formula; 1 for no words."""
        found = words(text)
        if not found:
            return 1.0
        inside = self.stretches(text)
        formula = sum(any(s.start <= word.start < s.end for s in inside) for word in found)
        return 1 - formula / len(found)
