"""``diplo-tui report``: the overview as one HTML page with charts, for a browser without a network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tui.output import say
from tui.verbs.common import library, query_argument


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to FILE, not standard output"
    )
    command.add_argument("--title", default="Diplomatic meetings", help="the page's title")
    command.add_argument("--today", metavar="DAY", help="count silences up to DAY (today)")


def run(options: argparse.Namespace) -> int:
    """Write the page for the meetings that the query finds."""
    from store.export.saving import save
    from store.insight.page import page
    from store.insight.report import make_report
    from tui.verbs.insights import day, found, progress

    with library(options.folder) as shelf:
        meetings = found(shelf, options.query)
        made = make_report(
            shelf, meetings, title=options.title, today=day(options.today), progress=progress()
        )
    if options.output is None or str(options.output) == "-":
        for piece in page(made):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    else:
        size = save(options.output, page(made))
        say(f"wrote {options.output} ({size:,} bytes)")
    return 0
