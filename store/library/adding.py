"""Adding to a library what was read in sources, or exported by another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from store.collecting import not_collecting
from store.keeping import adding, exchange
from store.keeping.adding import Bundle, bundle_of
from store.library.door import Door
from store.model import Reading, Source
from store.outcomes import Added, Foreseen, OnDuplicate
from store.wording import counted


class Adding(Door):
    """Whatever is added at once is one step."""

    def add(
        self, source: Source, reading: Reading, *, on_duplicate: OnDuplicate = "join", now: str | None = None
    ) -> Added:
        """Store a source and what was read in it: a new meeting, or part of one that is there.

        ``on_duplicate`` decides about a text of a meeting already there; the same text again is never stored twice
        unless it is ``"add"``. ``now`` is taken as the day of access of a source that does not tell its own.
        """
        return self.add_many([(source, reading)], on_duplicate=on_duplicate, now=now)[0]

    def foresee(self, source: Source, reading: Reading, *, on_duplicate: OnDuplicate = "join") -> Foreseen:
        """Tell what `add` would do; nothing is stored."""
        with self._tables.log.threads:
            return adding.foresee(self._tables, bundle_of(source, reading, None), on_duplicate)

    def add_many(
        self,
        items: Iterable[tuple[Source, Reading]],
        *,
        on_duplicate: OnDuplicate = "join",
        now: str | None = None,
    ) -> list[Added]:
        """Store many sources as one step; returns what became of each, in order."""
        items = list(items)
        return self._add(
            (bundle_of(source, reading, now) for source, reading in items), len(items), on_duplicate
        )

    def add_record(self, record: Mapping[str, Any], *, on_duplicate: OnDuplicate | None = None) -> Added:
        """Store one line of ``export --format jsonl``. Raises `LibraryError` if it is none.

        Without ``on_duplicate`` it becomes a meeting of its own unless a text of it is already here: what one library
        keeps apart stays apart in another.
        """
        return self.add_records([record], on_duplicate=on_duplicate)[0]

    def add_records(
        self, records: Iterable[Mapping[str, Any]], *, on_duplicate: OnDuplicate | None = None
    ) -> list[Added]:
        """Store many such lines as one step."""
        records = list(records)
        return self._add(map(exchange.bundle_of, records), len(records), on_duplicate)

    def _add(self, bundles: Iterable[Bundle], count: int, on_duplicate: OnDuplicate | None) -> list[Added]:
        """Store bundles as one step. Each is made when it is its turn: a thousand at once would fill the memory."""
        if count == 1:
            bundles = list(bundles)
        title = bundles[0].meeting.title if isinstance(bundles, list) else counted(count, "text")
        with self._tables.step(f"Added {title}"), not_collecting():
            return [adding.add(self._tables, bundle, on_duplicate) for bundle in bundles]
