"""``diplo-tui officials``: who they are, how often they met and spoke."""

from __future__ import annotations

import argparse

from store.wording import counted
from tui.output import columns, put, put_json
from tui.records import official_record
from tui.verbs.common import json_argument, library, query_argument, say_nothing_found


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    json_argument(command)


def run(options: argparse.Namespace) -> int:
    """Print the officials that the query finds."""
    from store.finding import find_officials

    with library(options.folder) as shelf:
        query = " ".join(options.query)
        found = list(find_officials(shelf, query))
        if not found:
            say_nothing_found(shelf, query)
        if options.json:
            for row in found:
                put_json(official_record(row.official, row.meetings, row.quotes, row.first, row.last))
            return 0
        rows = [
            (
                row.official.name,
                row.official.country or "",
                counted(row.meetings, "meeting"),
                counted(row.quotes, "quote"),
                row.official.offices[-1].title if row.official.offices else "",
            )
            for row in found
        ]
        for line in columns(rows):
            put(line)
    return 0
