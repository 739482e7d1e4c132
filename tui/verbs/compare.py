"""``diplo-tui compare``: what the sources of one meeting tell, side by side."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import DiploError
from tui.output import put_json, say
from tui.verbs.common import json_argument, library, say_nothing_found

if TYPE_CHECKING:
    from store.insight.compare import Comparison
    from store.library import Library


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.add_argument(
        "meeting",
        nargs="*",
        metavar="MEETING",
        help="a meeting's number, or a filter that finds just one; without it, the meetings worth comparing",
    )
    json_argument(command)
    command.add_argument("--markdown", action="store_true", help="print Markdown")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="write Markdown to FILE")


def run(options: argparse.Namespace) -> int:
    """Print each point with every source's account; 1 where there is nothing to compare."""
    from store.insight.choosing import one_meeting
    from store.insight.compare import compare

    with library(options.folder) as shelf:
        if not options.meeting:
            return _offer(shelf, options)
        meeting = one_meeting(shelf, " ".join(options.meeting))
        comparison = compare(meeting, shelf.quotes(meeting.id))
    _print(comparison, options)
    return 0 if len(comparison.sources) > 1 and comparison.points else 1


def _offer(shelf: Library, options: argparse.Namespace) -> int:
    """Print the meetings of which several sources tell."""
    from store.insight.accounts import told_by_several
    from tui.insight.accounts import lay_out
    from tui.insight.records import accounts_record
    from tui.verbs.insights import progress, put_lines, width

    if options.markdown or options.output is not None:
        raise DiploError("Which meeting? diplo-tui compare lists those of which several sources tell.")
    found = told_by_several(shelf, shelf.meetings(), progress())
    if not found:
        say_nothing_found(shelf, otherwise="no meeting here has a point that several sources tell")
    elif options.json:
        for one in found:
            put_json(accounts_record(one))
    else:
        put_lines(lay_out(found, width(), numbered=True))
    return 0


def _print(comparison: Comparison, options: argparse.Namespace) -> None:
    from store.insight.markdown import comparison_as_markdown
    from tui.insight.comparing import lay_out
    from tui.insight.records import comparison_records
    from tui.verbs.insights import put_lines, put_remarks, width

    if options.output is not None:
        from store.export.saving import save

        save(options.output, [comparison_as_markdown(comparison).encode()])
        say(f"wrote {options.output}")
    elif options.markdown:
        sys.stdout.write(comparison_as_markdown(comparison))
    elif options.json:
        put_remarks(comparison.remarks)
        for record in comparison_records(comparison):
            put_json(record)
    else:
        put_lines(lay_out(comparison, width()))
