"""Taking in a folder while one goes on reading: progress as messages, stopped between two texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from store.wording import counted

if TYPE_CHECKING:
    from store.library import Library
    from store.outcomes import Added

WORKERS = 1
"""Processes that read: one leaves the other core to the keys."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is. ``failed`` are the sentences about what could not be read."""

    done: int
    left: int
    failed: tuple[str, ...] = ()
    stopped: bool = False


def take_all(library: Library, where: str, tell: Callable[[Progress], None], stop: Event) -> Progress:
    """Add everything in a folder, or all meetings of an exported ``.jsonl``; return how it ended."""
    if where.endswith(".jsonl"):
        return _take_records(library, Path(where), tell)
    from store.importing import add_all
    from store.importing.receipts import Receipts
    from store.importing.tasks import Task
    from store.sources import expand

    now = datetime.now(UTC).isoformat(timespec="seconds")
    failed: list[str] = []
    progress = Progress(0, 0)
    receipts = Receipts(library.folder)
    told = add_all(
        library, receipts, (Task(one) for one in expand([where])), workers=WORKERS, now=now, nice=10
    )
    for step in told:
        failed += [outcome.error for outcome in step.outcomes if outcome.error]
        progress = Progress(step.done, step.left, tuple(failed))
        tell(progress)
        if stop.is_set():
            told.close()
            return Progress(step.done, step.left, tuple(failed), stopped=True)
    return progress


def _take_records(library: Library, path: Path, tell: Callable[[Progress], None]) -> Progress:
    from store.importing import add_exported

    outcomes = list(add_exported(library, str(path)))
    progress = Progress(len(outcomes), 0, tuple(one.error for one in outcomes if one.error))
    tell(progress)
    return progress


def import_said(progress: Progress) -> str:
    """Say how an import ended; of the failures, the first few by name."""
    ended = f"Stopped: {progress.left:,} were left. " if progress.stopped else ""
    said = f"{ended}Took in {counted(progress.done - len(progress.failed), 'text')}."
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
