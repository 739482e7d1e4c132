"""``diplo-tui add``: read sources and store what is found, an import of any size as few steps."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from store.errors import DiploError
from store.wording import counted
from tui.output import put, put_json, say
from tui.verbs.common import library

if TYPE_CHECKING:
    from store.importing import Outcome, Task
    from store.library import Library


NAMED = 5
"""Files named in a sentence about several."""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.add_argument("--json", action="store_true", help="one JSON object for each source")
    command.add_argument("--jobs", type=jobs, default=1, metavar="N", help="processes that read (default 1)")
    command.add_argument(
        "--on-duplicate",
        choices=("skip", "join", "add"),
        help="a second text of a meeting already there: skip, join (texts do) or add apart (exports are)",
    )
    command.add_argument(
        "--match", metavar="PATTERN", help="of folders, only files with such a name, as in '*.html'"
    )
    command.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file, folder, page or feed, clipboard:, - for standard input, or a .jsonl of export or read",
    )


def jobs(written: str) -> int:
    """Read the number of processes; argparse turns the ValueError into a usage error."""
    number = int(written)
    if not 1 <= number <= 4 * (os.cpu_count() or 1):
        raise ValueError
    return number


def run(options: argparse.Namespace) -> int:
    """Add each source; one that fails is named on standard error and the others go on."""
    failed, bare = False, []
    with library(options.folder, to_fill=True) as shelf:
        for outcome in outcomes(shelf, options):
            failed |= outcome.status == "failed"
            report(shelf, outcome, as_json=options.json)
            if holds_nothing(outcome) and outcome.where not in options.sources:
                bare.append(outcome.where)
    if bare:
        say(bare_said(bare))
    return int(failed)


def holds_nothing(outcome: Outcome) -> bool:
    """Tell whether a source was stored in which neither a meeting nor a statement was found."""
    from store.reading.reader import NO_MEETING, NO_QUOTES

    return outcome.status == "added" and {NO_MEETING, NO_QUOTES} <= set(outcome.remarks)


def bare_said(bare: Sequence[str]) -> str:
    """Name the files of a folder that seem to be no readouts; they are stored, as every source named is."""
    named = ", ".join(os.path.basename(where) for where in bare[:NAMED])  # noqa: PTH119 - any string may come
    more = f" and {len(bare) - NAMED} more" if len(bare) > NAMED else ""
    return f"{len(bare):,} held no meeting and no statement, and stand in the library without: {named}{more}"


def outcomes(shelf: Library, options: argparse.Namespace) -> Iterator[Outcome]:
    """Yield what became of each source: exports first, as they are taken whole, then everything to be read."""
    from store.importing import (
        Outcome,
        Receipts,
        Task,
        add_all,
        add_exported,
        holds_lines,
        is_lines,
        reading_tasks,
    )
    from store.sources.files import from_stream
    from store.sources.naming import STDIN
    from tui.progress import shown

    tasks: list[Task] = []
    for where in options.sources:
        try:
            data = from_stream(where, sys.stdin.buffer) if where == STDIN else None
            if is_lines(where) or (data is not None and holds_lines(data)):
                readings = reading_tasks(where, data)
                tasks += readings
                if not readings:
                    yield from add_exported(shelf, where, data, on_duplicate=options.on_duplicate)
            else:
                tasks += [Task(where, data=data)] if data is not None else tasks_of(where, options.match)
        except DiploError as error:
            yield Outcome(where, "failed", error=str(error))
    if not tasks:
        return
    run = add_all(
        shelf,
        Receipts(shelf.folder),
        tasks,
        workers=options.jobs if options.jobs > 1 else 0,
        on_duplicate=options.on_duplicate or "join",
        now=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    with closing(run):
        for progress in shown(run, len(tasks)):
            for remark in progress.remarks:
                say(remark)
            yield from progress.outcomes


def tasks_of(where: str, pattern: str | None) -> Sequence[Task]:
    """Return the tasks that a place named on the command line stands for. Raises `SourceError`."""
    from store.errors import SourceError
    from store.importing import Task
    from store.sources import expand

    tasks = [Task(one) for one in expand([where], pattern=pattern)]
    if not tasks:
        raise SourceError(f"{where}: is a folder without files that can be read")
    return tasks


def report(shelf: Library, outcome: Outcome, *, as_json: bool) -> None:
    """Print what became of one source."""
    if outcome.error:
        say(outcome.error)
    for remark in outcome.remarks:
        say(f"{outcome.where}: {remark}")
    if as_json:
        put_json(
            {
                "path": outcome.where,
                "meeting_id": outcome.meeting_id,
                "status": outcome.status,
                "quotes": outcome.quotes,
                "error": outcome.error,
            }
        )
    elif outcome.meeting_id is not None:
        title = shelf.meeting(outcome.meeting_id).title
        found = "" if outcome.status == "duplicate" else f"  ({counted(outcome.quotes, 'quote')})"
        put(f"{outcome.status:<9}  {title}{found}")
