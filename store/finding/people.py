"""Officials as a query names them: by name, other spelling and country, resolved to their ids."""

from __future__ import annotations

from collections.abc import Iterable

from store.finding.rows import folded
from store.model import Official
from store.query.tree import Words


class People:
    """The officials of one version of a library, folded once and asked many times."""

    def __init__(self, officials: Iterable[Official]) -> None:
        everyone = list(officials)
        self._folded: dict[str, dict[int, str]] = {
            "official": {one.id: folded(one.name, *one.aliases) for one in everyone},
            "country": {one.id: folded(one.country) for one in everyone},
        }
        self._answers: dict[tuple[str, Words], frozenset[int]] = {}

    def ids(self, field: str, value: Words) -> frozenset[int]:
        """Return the ids of the officials whose ``official`` names or ``country`` hold the words."""
        if field not in self._folded:
            return frozenset()
        if (field, value) not in self._answers:
            pattern = value.pattern
            texts = self._folded[field].items()
            self._answers[field, value] = frozenset(one for one, text in texts if pattern in text)
        return self._answers[field, value]
