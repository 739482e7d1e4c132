"""``diplo-tui list``: meetings, newest first."""

from __future__ import annotations

import argparse

from store.wording import counted
from tui.output import columns, put, put_json
from tui.records import meeting_record
from tui.verbs.common import json_argument, library, query_argument, say_nothing_found


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    json_argument(command)


def run(options: argparse.Namespace) -> int:
    """Print the meetings that the query finds."""
    from store.finding import find_meetings

    with library(options.folder) as shelf:
        query = " ".join(options.query)
        found = find_meetings(shelf, query)
        if not found:
            say_nothing_found(shelf, query)
        if options.json:
            for meeting in found:
                put_json(meeting_record(meeting))
            return 0
        rows = [
            (str(m.id), m.date or "no date", m.place or "", m.kind or "", counted(m.quotes, "quote"), m.title)
            for m in found
        ]
        for line in columns(rows):
            put(line)
    return 0
