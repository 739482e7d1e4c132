"""Officials as a query names them: by name or other spelling, resolved to their ids; and where they are from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from store.folding import words
from store.model import Official
from store.query.tree import Words


def folded(*texts: str | None) -> str:
    """Fold properties so that `Words.pattern` can be sought in them."""
    return "\n".join([_known(text) if len(text) < _SHORT else _plain(text) for text in texts if text])


_SHORT = 80


def _plain(text: str) -> str:
    return f" {' '.join(words(text))} "


# Names, places, cues and kinds come again and again.
_known = lru_cache(maxsize=10_000)(_plain)


class People:
    """A library's officials, folded once and asked many times."""

    def __init__(self, officials: Iterable[Official] = ()) -> None:
        self._names: dict[int, str] = {}
        self._homes: dict[int, str] = {}
        self._own: dict[int, tuple[Official, str]] = {}
        self._answers: dict[Words, frozenset[int]] = {}
        for official in officials:
            self.put(official)

    def put(self, official: Official) -> None:
        """Take an official up, or anew after a change."""
        self._names[official.id] = folded(official.name, *official.aliases)
        self._homes[official.id] = folded(official.country)
        self._answers.clear()

    def drop(self, official_id: int) -> None:
        """Forget an official who is no longer there."""
        self._names.pop(official_id, None)
        self._homes.pop(official_id, None)
        self._own.pop(official_id, None)
        self._answers.clear()

    def home(self, official_id: int) -> str:
        """Return an official's country, folded; empty where it is not known."""
        return self._homes.get(official_id, "")

    def own_words(self, official: Official) -> str:
        """Return what an official answers for besides quotes, folded: names and offices."""
        known = self._own.get(official.id)
        if known is None or known[0] is not official:
            titles = (office.title for office in official.offices)
            known = self._own[official.id] = official, folded(official.name, *official.aliases, *titles)
        return known[1]

    def __contains__(self, official_id: int) -> bool:
        return official_id in self._names

    def __iter__(self) -> Iterator[int]:
        return iter(self._names)

    def named(self, value: Words) -> frozenset[int]:
        """Return the ids of the officials one of whose names holds the words."""
        if value not in self._answers:
            pattern = value.pattern
            self._answers[value] = frozenset(one for one, names in self._names.items() if pattern in names)
        return self._answers[value]
