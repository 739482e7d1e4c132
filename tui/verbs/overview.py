"""``diplo-tui overview``: meetings counted, who met whom, and who speaks of what."""

from __future__ import annotations

import argparse

from tui.output import put_json
from tui.verbs.common import at_least_one, json_argument, library, query_argument


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    json_argument(command)
    command.add_argument(
        "--rows", type=at_least_one, default=20, metavar="N", help="the N largest of each table (20)"
    )


def run(options: argparse.Namespace) -> int:
    """Print the counts of the meetings that the query finds."""
    from store.insight.overview import all_tables, remark
    from tui.insight.counting import lay_out
    from tui.insight.records import table_records
    from tui.verbs.insights import found, progress, put_lines, put_remarks, width

    with library(options.folder) as shelf:
        meetings = found(shelf, options.query)
        if not meetings:
            return 0
        tables = all_tables(shelf, meetings, progress(), most=options.rows)
    if not options.json:
        put_lines(lay_out(tables, width(), remark(meetings)))
        return 0
    put_remarks([remark(meetings)])
    for table in tables:
        for record in table_records(table):
            put_json(record)
    return 0
