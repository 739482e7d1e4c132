"""Where the newest line of every document of a table lies: what was kept from the last start, and what came since.

A place is one whole number: the byte at which the line starts, above its length. To make one mapping of all takes
longer than to read what a screen shows, so it is made only for those who go through all documents.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Protocol

from store.log.places import Places

_AT_ONCE = 500
"""Places copied before another thread may have its turn, as it may between two calls."""


class Lying(Protocol):
    """Places of documents, in the order in which they were asked for."""

    def __getitem__(self, at: int, /) -> int: ...


class Whereabouts:
    """The places of all documents. ``since`` are those that came after what was ``kept``, or were sought there.

    ``count`` is how many there are: who writes to ``since`` keeps it up.
    """

    def __init__(self, kept: Places | None = None) -> None:
        self.kept = kept
        self.count = 0 if kept is None else len(kept)
        self.since: dict[int, int] = {}
        self._gone: set[int] = set()
        """Documents that were kept and have been deleted since, whether or not they came back."""
        if kept is not None and not kept.ascending:
            self.all()

    def find(self, doc_id: int) -> int | None:
        """Return a document's place, ``None`` without one."""
        found = self.since.get(doc_id)
        if found is None and self.kept is not None and doc_id not in self._gone:
            found = self.kept.find(doc_id)
            if found is not None:
                self.since[doc_id] = found  # a step asks three times
        return found

    def put(self, doc_id: int, place: int | None) -> int | None:
        """Note a document's place, ``None`` to delete it; return the one it had."""
        old = self.find(doc_id)
        self.count += (place is not None) - (old is not None)
        if place is not None:
            self.since[doc_id] = place
            return old
        self.since.pop(doc_id, None)
        if self.kept is not None and self.kept.find(doc_id) is not None:
            self._gone.add(doc_id)
        return old

    def all(self) -> dict[int, int]:
        """Return one mapping of all, in the order of insertion; it is that which is kept up from now on."""
        if self.kept is not None:
            together = self.kept.all()
            for doc_id in self._gone:
                together.pop(doc_id, None)
            together.update(self.since)
            self.since, self.kept = together, None
            self._gone.clear()
        return self.since

    def of(self, ids: Sequence[int]) -> Lying:
        """Return the places of documents that are there, which stay what they are now, whatever is changed later.

        Raises `KeyError` for one that is not there, or is deleted meanwhile by another thread.
        """
        kept, since = self.kept, self.since
        if kept is not None:
            return _Sought(kept, dict(since), ids)
        found = array("q")
        for start in range(0, len(ids), _AT_ONCE):
            found.extend(map(since.__getitem__, ids[start : start + _AT_ONCE]))
        return found


class _Sought:
    """Places of which each is sought when it is asked for."""

    def __init__(self, kept: Places, since: dict[int, int], ids: Sequence[int]) -> None:
        self._kept, self._since, self._ids = kept, since, ids

    def __getitem__(self, at: int) -> int:
        doc_id = self._ids[at]
        return self._since.get(doc_id) or self._kept.find(doc_id) or 0
