"""Taking in folders and feeds while one goes on reading: progress as messages, stopped between two texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event
from typing import TYPE_CHECKING

from store.wording import counted

if TYPE_CHECKING:
    from store.importing import Task
    from store.library import Library
    from store.outcomes import Added, OnDuplicate

WORKERS = 1
"""Processes that read: one leaves the other core to the keys."""

DUPLICATES: Mapping[OnDuplicate, str] = {
    "join": "a second text of a meeting is joined to it",
    "skip": "a second text of a meeting is left out",
    "add": "a second text of a meeting is kept apart",
}
"""What can be done with a text of a meeting that is there already, the usual first."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is. ``failed`` are the sentences about what could not be read; ``rate`` is texts a second.

    ``became`` counts what became of the texts: how many were added, joined, duplicates, failed.
    """

    done: int
    left: int
    failed: tuple[str, ...] = ()
    stopped: bool = False
    rate: float = 0.0
    became: Mapping[str, int] = field(default_factory=dict)

    def told(self) -> str:
        """Say how far it is, in one line."""
        parts = (
            f"{self.done:,} done",
            f"{self.left:,} left",
            f"{len(self.failed):,} failed" if self.failed else "",
            f"{self.rate:,.0f} a second" if self.rate >= 1 else "",
            "X stops",
        )
        return f"adding: {' · '.join(filter(None, parts))}"


def take_all(
    library: Library,
    wheres: Sequence[str],
    tell: Callable[[Progress], None],
    stop: Event,
    on_duplicate: OnDuplicate | None = None,
) -> Progress:
    """Add files, folders, feeds and exported ``.jsonl``; return how it ended. Raises `DiploError`.

    Without ``on_duplicate`` texts are joined to their meetings, and the meetings of an export are kept apart.
    """
    from store.importing import add_all, add_exported, is_lines, reading_tasks
    from store.importing.receipts import Receipts

    exported = [where for where in wheres if is_lines(where) and not reading_tasks(where)]
    outcomes = [one for where in exported for one in add_exported(library, where, on_duplicate=on_duplicate)]
    failed = [one.error for one in outcomes if one.error]
    became: Counter[str] = Counter(one.status for one in outcomes)
    taken = len(outcomes)
    progress = Progress(taken, 0, tuple(failed), became=became)
    told = add_all(
        library,
        Receipts(library.folder),
        _tasks(where for where in wheres if where not in exported),
        workers=WORKERS,
        now=datetime.now(UTC).isoformat(timespec="seconds"),
        nice=10,
        on_duplicate=on_duplicate or "join",
    )
    for step in told:
        failed += [outcome.error for outcome in step.outcomes if outcome.error]
        became.update(outcome.status for outcome in step.outcomes)
        stopped = stop.is_set() and step.left > 0
        progress = Progress(taken + step.done, step.left, tuple(failed), stopped, step.rate, dict(became))
        tell(progress)
        if stopped:
            told.close()
    return progress


def _tasks(wheres: Iterable[str]) -> Iterator[Task]:
    from store.importing import Task, is_lines, reading_tasks
    from store.sources import expand

    for where in wheres:
        if is_lines(where):
            yield from reading_tasks(where)
        else:
            yield from (Task(one) for one in expand([where]))


def import_said(progress: Progress) -> str:
    """Say how an import ended; of the failures, the first few by name."""
    ended = f"Stopped: {progress.left:,} were left. " if progress.stopped else ""
    said = f"{ended}Took in {counted(progress.done - len(progress.failed), 'text')}"
    others = {"joined": "joined to meetings", "duplicate": "here already"}
    parts = [f"{progress.became[one]:,} {how}" for one, how in others.items() if progress.became.get(one)]
    said += f", {' and '.join(parts)}." if parts else "."
    if progress.failed:
        more = f" and {len(progress.failed) - 3} more" if len(progress.failed) > 3 else ""
        said += " Could not read: " + "; ".join(progress.failed[:3]) + more
    return said


def added_said(added: Added) -> str:
    """Say what became of one text."""
    quotes = counted(added.quotes, "quote")
    return {
        "added": f"Added a meeting with {quotes}.",
        "joined": f"Joined to a meeting that was there, with {quotes}.",
        "duplicate": "This text was here already; nothing was stored.",
    }[added.status]
