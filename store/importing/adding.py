"""The import itself: tasks to the pool, results to the library in batches, progress to whoever watches."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Literal, Protocol

from store.errors import LibraryError
from store.importing.pool import AtOnce, InTurn, Pool
from store.importing.reading import Reader, perform
from store.importing.receipts import Receipts, entry_key
from store.importing.tasks import Outcome, Progress, Result, Task
from store.model import Meeting, Reading, Source
from store.outcomes import Added, OnDuplicate
from store.sources import Feed

BATCH = 200
"""Sources stored in one step at most."""

BATCH_CHARACTERS = 5_000_000
"""Characters of text that wait to be stored at most: what bounds the memory of an import."""

BATCH_SECONDS = 1.0
"""How long a text that was read may wait to be stored; also how often progress is told at least while it goes on."""


class Shelf(Protocol):
    """What an import needs of `store.library.Library`."""

    def meeting(self, meeting_id: int) -> Meeting:
        """Return a meeting. Raises `LibraryError` if it is not there."""

    def meeting_with_text(self, sha256: str) -> int | None:
        """Return the meeting that has a source with this sum, ``None`` if none has."""

    def add_many(
        self,
        items: Iterable[tuple[Source, Reading]],
        *,
        on_duplicate: OnDuplicate = "join",
        now: str | None = None,
    ) -> list[Added]:
        """Store as one step, all or nothing; one answer for each item, in order."""


def add_all(
    shelf: Shelf,
    receipts: Receipts,
    tasks: Iterable[Task],
    *,
    workers: int = 0,
    nice: int = 0,
    on_duplicate: OnDuplicate = "join",
    now: str,
    clock: Callable[[], float] = time.monotonic,
) -> Generator[Progress, None, None]:
    """Read and store every task; yield progress after each batch.

    ``workers`` processes read at once; 0 reads in this one. ``nice`` is how far they step back for other processes,
    0 to 19: an app that is used meanwhile asks for 10. ``now`` is an ISO time in UTC, noted as the time of
    adding. Closing the iterator cancels: a source is stored whole or not at all, and the next import goes on where
    this one stopped. Raises `LibraryError` when the library cannot store any more.
    """
    run = _Run(shelf, receipts, on_duplicate, now, clock)
    pool: Pool = AtOnce(run.perform, workers, nice) if workers else InTurn(run.perform)
    try:
        for task in tasks:
            pool.submit(task)
            run.left += 1
        while run.left > len(run.waiting):
            if (result := pool.result()) is None:
                pass
            elif result.feed:
                yield run.open(result.feed, result.task, pool)
            else:
                run.wait(result)
            if run.due():
                yield run.settle()
        if run.waiting:
            yield run.settle()
    finally:
        pool.close()


class _Run:
    """The state of one import. ``left`` counts tasks without an outcome, those ``waiting`` to be stored included."""

    def __init__(
        self,
        shelf: Shelf,
        receipts: Receipts,
        on_duplicate: OnDuplicate,
        now: str,
        clock: Callable[[], float],
    ) -> None:
        self.left = 0
        self.waiting: list[Result] = []
        self._done = self._failed = self._characters = 0
        self._shelf, self._receipts = shelf, receipts
        self._on_duplicate, self._now = on_duplicate, now
        self._clock = clock
        self._started = self._settled = clock()

    def perform(self, task: Task, reader: Reader) -> Result:
        """Read a task; called by the pool, from any thread."""
        return perform(task, reader, self._known, self._now[:10])

    def wait(self, result: Result) -> None:
        """Keep a result for the next batch."""
        self.waiting.append(result)
        self._characters += len(result.made[0].text) if result.made else 0

    def due(self) -> bool:
        """Tell whether what waits should be settled now."""
        full = len(self.waiting) >= BATCH or self._characters >= BATCH_CHARACTERS
        return full or (bool(self.waiting) and self._clock() - self._settled >= BATCH_SECONDS)

    def settle(self) -> Progress:
        """Store what was read as one step, write its receipts, and tell of all that waited, in its order."""
        waiting, self.waiting, self._characters = self.waiting, [], 0
        made = [result.made for result in waiting if result.made]
        answers = iter(
            self._shelf.add_many(made, on_duplicate=self._on_duplicate, now=self._now) if made else ()
        )
        outcomes = [self._settled_one(result, answers) for result in waiting]
        self._receipts.write(
            (result.key, outcome.meeting_id)
            for result, outcome in zip(waiting, outcomes, strict=True)
            if result.made and result.key and outcome.meeting_id
        )
        self._settled = self._clock()
        return self._told(*outcomes)

    def open(self, feed: Feed, task: Task, pool: Pool) -> Progress:
        """Put a feed's new entries in line in its place."""
        if task.entry:
            return self._told(Outcome(task.where, "failed", error=f"{task.where}: is a feed within a feed"))
        new = self._receipts.new_entries(feed)
        for entry in new:
            pool.submit(Task(entry.url, entry=entry_key(feed, entry)))
        self.left += len(new) - 1
        return self._progress((), (f"{feed.where}: {len(new)} new of {len(feed.entries)} entries",))

    def _settled_one(self, result: Result, answers: Iterator[Added]) -> Outcome:
        where = result.task.where
        if result.made is None:
            status: Literal["duplicate", "failed"] = "failed" if result.error else "duplicate"
            return Outcome(where, status, result.known, error=result.error)
        _, reading = result.made
        added = next(answers)
        return Outcome(where, added.status, added.meeting_id, added.quotes, remarks=reading.remarks)

    def _known(self, key: str) -> int | None:
        """Find the meeting that a text or file became part of; with "add", nothing counts as known."""
        if self._on_duplicate == "add":
            return None
        if (meeting := self._shelf.meeting_with_text(key)) is not None:
            return meeting
        noted = self._receipts.meeting(key)
        try:
            return self._shelf.meeting(noted).id if noted is not None else None
        except LibraryError:  # deleted since
            return None

    def _told(self, *outcomes: Outcome) -> Progress:
        self.left -= len(outcomes)
        self._done += len(outcomes)
        self._failed += sum(outcome.status == "failed" for outcome in outcomes)
        return self._progress(outcomes)

    def _progress(self, outcomes: tuple[Outcome, ...], remarks: tuple[str, ...] = ()) -> Progress:
        passed = self._clock() - self._started
        return Progress(
            self._done, self.left, self._failed, self._done / passed if passed else 0.0, outcomes, remarks
        )
