"""Taking in folders and feeds while one goes on reading: how far that is, and what is said at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from store.errors import DiploError
from store.wording import counted

if TYPE_CHECKING:
    from store.outcomes import Added, OnDuplicate

DUPLICATES: Mapping[OnDuplicate, str] = {
    "join": "a second text of a meeting is joined to it",
    "skip": "a second text of a meeting is left out",
    "add": "a second text of a meeting is kept apart",
}
"""What can be done with a text of a meeting that is there already, the usual first."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is. ``failed`` are the sentences about what could not be read; ``rate`` is texts a second.

    ``became`` counts what became of the texts: how many were added, joined, duplicates, failed. ``error`` says why
    the import itself could not go on.
    """

    done: int
    left: int
    failed: tuple[str, ...] = ()
    stopped: bool = False
    rate: float = 0.0
    became: Mapping[str, int] = field(default_factory=dict)
    error: str = ""

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


def followed(told: Iterable[Mapping[str, Any]], tell: Callable[[Progress], None]) -> Progress:
    """Pass on how far an import is that tells as `tui.importing.Import` does; return how it ended."""
    progress = Progress(0, 0)
    try:
        for said in told:
            if "done" in said:
                became = Counter(progress.became) + Counter(said["became"])
                failed = (*progress.failed, *said["failed"])
                progress = Progress(said["done"], said["left"], failed, rate=said["rate"], became=became)
                tell(progress)
            else:
                progress = replace(progress, stopped=said.get("stopped", False), error=said.get("error", ""))
    except DiploError as error:
        return replace(progress, error=str(error))
    return progress


def import_said(progress: Progress) -> str:
    """Say how an import ended; of the failures, the first few by name."""
    if progress.error and not progress.done:
        return progress.error
    ended = f"Stopped: {progress.left:,} were left. " if progress.stopped else ""
    known = progress.became.get("duplicate", 0)
    said = f"{ended}Took in {counted(progress.done - len(progress.failed) - known, 'text')}"
    joined = progress.became.get("joined", 0)
    said += f", {joined:,} joined to meetings" if joined else ""
    said += f"; {known:,} {'was' if known == 1 else 'were'} here already." if known else "."
    if progress.failed:
        more = f" and {len(progress.failed) - 3} more" if len(progress.failed) > 3 else ""
        said += " Could not read: " + "; ".join(progress.failed[:3]) + more
    return f"{progress.error} {said}" if progress.error else said


def added_said(added: Added) -> str:
    """Say what became of one text."""
    quotes = counted(added.quotes, "quote")
    return {
        "added": f"Added a meeting with {quotes}.",
        "joined": f"Joined to a meeting that was there, with {quotes}.",
        "duplicate": "This text was here already; nothing was stored.",
    }[added.status]
