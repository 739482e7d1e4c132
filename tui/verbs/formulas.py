"""``diplo-tui formulas``: fixed phrases that recur across meetings, found without a list."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.output import put_json
from tui.verbs.common import at_least_one, json_argument, library, query_argument

if TYPE_CHECKING:
    from store.insight.formulas import Formulas
    from store.library import Library


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    json_argument(command)
    command.add_argument(
        "--least", type=number_of_meetings, default=3, metavar="N", help="in N meetings or more (3)"
    )
    command.add_argument(
        "--limit", type=at_least_one, default=100, metavar="N", help="the N most widespread (100)"
    )
    command.add_argument(
        "--quote", metavar="ID", help="show which words of this quote, as in 12.3, are formula"
    )


def number_of_meetings(written: str) -> int:
    """Return the number typed; one meeting makes no formula."""
    number = int(written)
    if number < 2:
        raise argparse.ArgumentTypeError("a formula is heard at 2 meetings or more")
    return number


def run(options: argparse.Namespace) -> int:
    """Print the formulas in the meetings that the query finds, or tell one quote apart into formula and new."""
    from store.insight.formulas import formulas
    from tui.insight.phrasing import lay_out
    from tui.insight.records import formula_record
    from tui.verbs.insights import found, heard_at, progress, put_lines, put_remarks, width

    with library(options.folder) as shelf:
        shown = progress()
        meetings = found(shelf, options.query)
        if not meetings:
            return 0
        heard = heard_at(shelf, meetings, shown)
        limit = None if options.quote else options.limit
        known = formulas(heard, least=options.least, limit=limit, progress=shown)
        if options.quote:
            return _tell_apart(shelf, known, options)
        if not options.json:
            put_lines(lay_out(known, width()))
            return 0
        put_remarks([known.remark])
        for formula in known.found:
            put_json(formula_record(formula))
    return 0


def _tell_apart(shelf: Library, known: Formulas, options: argparse.Namespace) -> int:
    from store.insight.phrasebook import Phrasebook
    from tui.insight.phrasing import lay_out_quote
    from tui.insight.records import told_apart_record
    from tui.verbs.insights import put_lines, width

    quote = shelf.quote(options.quote)
    book = Phrasebook(known.found)
    if options.json:
        put_json(told_apart_record(quote, book))
    else:
        put_lines(lay_out_quote(quote, book, width()))
    return 0
