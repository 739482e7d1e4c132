"""``diplo-tui quotes``: what officials said, newest meeting first."""

from __future__ import annotations

import argparse

from store.harmless import one_line
from store.model import Meeting
from store.wording import attribution
from tui.output import put, put_json
from tui.records import quote_record
from tui.verbs.common import at_least_one, json_argument, library, query_argument, say_nothing_found


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    json_argument(command)
    command.add_argument("--limit", type=at_least_one, metavar="N", help="at most N quotes")


def run(options: argparse.Namespace) -> int:
    """Print the quotes that the query finds; for a person under a line for each meeting."""
    from store.finding import find_quotes

    current: Meeting | None = None
    with library(options.folder) as shelf:
        query, some = " ".join(options.query), False
        for row in find_quotes(shelf, query, limit=options.limit):
            some = True
            if options.json:
                put_json(quote_record(row.meeting, row.quote))
                continue
            if current is None or current.id != row.meeting.id:
                current = row.meeting
                put(f"{current.date or 'no date':<10}  {one_line(current.title)}")
            who = attribution(row.quote.speaker or "speaker unknown", row.quote.cue)
            put(f"  {row.quote.id:<8}{one_line(who)}: {one_line(row.quote.text)}")
        if not some:
            say_nothing_found(shelf, query)
    return 0
