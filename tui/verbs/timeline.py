"""``diplo-tui timeline``: an official's positions in order of date, and what changed from one to the next."""

from __future__ import annotations

import argparse

from tui.output import put_json
from tui.verbs.common import json_argument, library


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.add_argument("official", metavar="OFFICIAL", help="a name, part of one, or an official's number")
    command.add_argument(
        "topic", nargs="*", default=[], metavar="TOPIC", help="a tag, or words all of them said"
    )
    json_argument(command)


def run(options: argparse.Namespace) -> int:
    """Print the positions of one official and the phrases that recur in them."""
    from store.insight.choosing import one_official
    from store.insight.timeline import timeline
    from tui.insight.following import lay_out
    from tui.insight.records import timeline_records
    from tui.verbs.insights import heard_at, put_lines, put_remarks, width

    with library(options.folder) as shelf:
        official = one_official(shelf.officials(), options.official)
        heard = heard_at(shelf, shelf.meetings_of(official.id))
        told = timeline(official, heard, " ".join(options.topic) or None)
        if not options.json:
            put_lines(lay_out(told, width()))
            return 0
        put_remarks(told.remarks)
        for record in timeline_records(told, shelf.meeting):
            put_json(record)
    return 0
