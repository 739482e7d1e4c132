"""``diplo-tui officials``: who they are, how often they met and spoke."""

from __future__ import annotations

import argparse

from store.wording import counted
from tui.output import columns, put, put_json, say
from tui.records import official_record
from tui.verbs.common import json_argument, library, query_argument, say_nothing_found

NEWEST = 1_000
"""Meetings in which what a person asks is counted, unless exactly: of a frequent word there may be all."""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    json_argument(command)
    command.add_argument(
        "--exact",
        action="store_true",
        help=f"count words in all meetings and not only in the newest {NEWEST:,}, as --json does",
    )


def run(options: argparse.Namespace) -> int:
    """Print the officials that the query finds."""
    from store.finding import officials_within

    with library(options.folder) as shelf:
        query = " ".join(options.query)
        exact = options.exact or options.json
        found, whole = officials_within(shelf, query, None if exact else NEWEST)
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
        if not whole:
            say(
                f"looked through the newest {NEWEST:,} meetings only: there may be more officials, and the numbers"
                " are at least that (--exact looks through all)"
            )
    return 0
