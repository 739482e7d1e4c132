"""``diplo-tui add``: read texts and store what is found, each source a step of its own."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import DiploError, SourceError
from tui.output import put, put_json, say
from tui.verbs.common import library

if TYPE_CHECKING:
    from store.library import Added, Library


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.add_argument("--json", action="store_true", help="one JSON object for each source")
    command.add_argument("--jobs", type=int, default=1, metavar="N", help="processes that read (default 1)")
    command.add_argument(
        "--on-duplicate",
        choices=("skip", "join", "add"),
        default="join",
        help="what to do with a second text of a meeting already there (default join)",
    )
    command.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file, - for standard input, or a .jsonl made by export",
    )


def run(options: argparse.Namespace) -> int:
    """Add each source; one that fails is named on standard error and the others go on."""
    failed = False
    with library(options.folder) as shelf:
        for where in options.sources:
            try:
                for added, title in add_one(shelf, where, options.on_duplicate):
                    report(where, added, title, as_json=options.json)
            except DiploError as error:
                failed = True
                say(str(error))
                if options.json:
                    put_json(
                        {
                            "path": where,
                            "meeting_id": None,
                            "status": "failed",
                            "quotes": 0,
                            "error": str(error),
                        }
                    )
    return int(failed)


def add_one(shelf: Library, where: str, on_duplicate: str) -> Iterator[tuple[Added, str]]:
    """Store a source, or each meeting of an exported ``.jsonl``; yield what became of it and its title."""
    if where.endswith(".jsonl"):
        for record in exported(Path(where)):
            added = shelf.add_record(record, on_duplicate=on_duplicate)
            yield added, shelf.meeting(added.meeting_id).title
        return
    from store.reading import read
    from store.sources import load

    now = datetime.now(UTC)
    source = load(where, retrieved=now.date().isoformat())
    reading = read(source)
    added = shelf.add(source, reading, on_duplicate=on_duplicate, now=now.isoformat(timespec="seconds"))
    for remark in reading.remarks:
        say(f"{where}: {remark}")
    yield added, shelf.meeting(added.meeting_id).title


def exported(path: Path) -> Iterator[dict[str, object]]:
    """Yield the records of an exported ``.jsonl``; raises `SourceError` naming a line that is none."""
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    record = json.loads(line)
                except ValueError as error:
                    raise SourceError(f"{path}, line {number}: not a line of an export ({error})") from error
                if not isinstance(record, dict) or "meeting" not in record:
                    raise SourceError(f"{path}, line {number}: not a meeting as export writes it")
                yield record
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}") from error


def report(where: str, added: Added, title: str, *, as_json: bool) -> None:
    """Print what became of one source."""
    if as_json:
        put_json(
            {
                "path": where,
                "meeting_id": added.meeting_id,
                "status": added.status,
                "quotes": added.quotes,
                "error": None,
            }
        )
    else:
        put(f"{added.status:<9}  {title}  ({added.quotes} quotes)")
