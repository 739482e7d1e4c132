"""``diplo-tui refresh``: fetch the pages again and tell which have changed, keeping the old text as a version."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from store.harmless import one_line
from tui.output import put, put_json, say
from tui.verbs.common import json_argument, library, query_argument, say_nothing_found

if TYPE_CHECKING:
    from store.importing.refreshing import Refreshed


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    json_argument(command)
    command.add_argument("--dry-run", action="store_true", help="only tell what has changed; store nothing")


def run(options: argparse.Namespace) -> int:
    """Refresh the sources of the meetings that the query finds; a page that fails is named and the others go on."""
    from store.finding import find_meetings
    from store.importing.refreshing import refresh
    from store.sources import Loader

    now = datetime.now(UTC).isoformat(timespec="seconds")
    failed = False
    with library(options.folder) as shelf, Loader() as loader:
        query = " ".join(options.query)
        found = find_meetings(shelf, query)
        if not found:
            say_nothing_found(shelf, query)
        for refreshed in refresh(shelf, found, loader, now=now, store=not options.dry_run):
            failed |= refreshed.status == "failed"
            if refreshed.error:
                say(refreshed.error)
            if options.json:
                put_json(record(refreshed))
            else:
                put("\n".join(lines(refreshed)))
    return int(failed)


def lines(refreshed: Refreshed) -> list[str]:
    """Return what a person is told of one source."""
    label = refreshed.label
    told = [
        f"{refreshed.status:<8}  {one_line(label.title or refreshed.meeting.title)}  {one_line(label.url or '')}"
    ]
    told += [f"    {one_line(sentence)}" for sentence in refreshed.difference]
    if refreshed.missing:
        told.append(f"  no longer in it: {', '.join(refreshed.missing)}")
    return told


def record(refreshed: Refreshed) -> dict[str, object]:
    """Return what ``--json`` prints of one source."""
    return {
        "meeting_id": refreshed.meeting.id,
        "source": {"id": refreshed.label.id, "title": refreshed.label.title, "url": refreshed.label.url},
        "status": refreshed.status,
        "difference": list(refreshed.difference),
        "missing": list(refreshed.missing),
        "error": refreshed.error,
    }
