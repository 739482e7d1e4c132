"""``diplo-tui silence``: topics no longer spoken of, and officials no longer heard."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.output import put_json
from tui.verbs.common import json_argument, library, query_argument

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from store.library import Library
    from store.model import Meeting


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    json_argument(command)
    command.add_argument(
        "--since", metavar="DAY", help="list the officials not heard since DAY, and not topics"
    )
    command.add_argument("--today", metavar="DAY", help="count days up to DAY (today)")
    command.add_argument(
        "--only", choices=("official", "country"), help="silences of officials or of countries"
    )


def run(options: argparse.Namespace) -> int:
    """Print who has fallen silent in the meetings that the query finds."""
    from store.insight.days import oldest_first
    from tui.verbs.insights import day, found

    today = day(options.today)
    since = None if options.since is None else day(options.since)
    with library(options.folder) as shelf:
        meetings = oldest_first(found(shelf, options.query), today)
        if not meetings:
            return 0
        if since is not None:
            return _unheard(shelf, meetings, since, today, as_json=options.json)
        return _topics(shelf, meetings, today, options)


def _topics(shelf: Library, meetings: Sequence[Meeting], today: str, options: argparse.Namespace) -> int:
    from dataclasses import replace

    from store.insight.silence import silences
    from store.insight.topics import topics_of
    from tui.insight.missing import lay_out
    from tui.insight.records import silence_record
    from tui.verbs.insights import heard_at, progress, put_lines, put_remarks, width

    officials = shelf.officials()
    topics = topics_of(shelf, meetings, progress())
    known = silences(heard_at(shelf, meetings), officials, topics, today=today)
    if options.only:
        known = replace(known, silences=tuple(one for one in known.silences if one.kind == options.only))
    if not options.json:
        put_lines(lay_out(known, width()))
        return 0
    put_remarks([known.remark])
    _put_records(silence_record(one, shelf.meeting) for one in known.silences)
    return 0


def _unheard(shelf: Library, meetings: Sequence[Meeting], since: str, today: str, *, as_json: bool) -> int:
    from store.insight.unheard import unheard
    from tui.insight.missing import lay_out_unheard
    from tui.insight.records import unheard_record
    from tui.verbs.insights import heard_at, put_lines, width

    known = unheard(heard_at(shelf, meetings), shelf.officials(), since=since, today=today)
    if as_json:
        _put_records(unheard_record(one, shelf.meeting) for one in known)
    else:
        put_lines(lay_out_unheard(known, since, width()))
    return 0


def _put_records(records: Iterable[dict[str, object]]) -> None:
    for record in records:
        put_json(record)
