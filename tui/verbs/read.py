"""``diplo-tui read``: show what would be found in a text; stores nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.errors import DiploError
from store.harmless import one_line
from store.model import FoundQuote, Reading
from store.wording import attribution
from tui.output import put, put_json, say
from tui.records import office_line, reading_record

if TYPE_CHECKING:
    from store.sources import Loader


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.add_argument("--json", action="store_true", help="one JSON object for each source")
    command.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file or folder, a page's URL, clipboard:, or - for standard input",
    )


def run(options: argparse.Namespace) -> int:
    """Read each source; one that fails is named on standard error and the others go on."""
    from store.sources import Loader, expand

    failed = False
    with Loader() as loader:
        for where in expand(options.sources):
            try:
                show(loader, where, as_json=options.json)
            except DiploError as error:
                say(str(error))
                failed = True
    return int(failed)


def show(loader: Loader, where: str, *, as_json: bool) -> None:
    """Print what is found in one source. Raises `SourceError`."""
    from store.reading import read

    reading = read(loader.load(where, stdin=sys.stdin.buffer))
    if as_json:
        put_json(reading_record(where, reading))
    else:
        put("\n".join(rendered(reading)))
    for remark in reading.remarks:
        say(f"{where}: {remark}")


def rendered(reading: Reading) -> Iterator[str]:
    """Yield the lines that tell a person what was found."""
    meeting = reading.meeting
    days = " to ".join(filter(None, (meeting.date, meeting.end_date))) or "no date"
    yield one_line(meeting.title)
    yield " · ".join(filter(None, (days, meeting.place, meeting.kind)))
    for official in meeting.officials:
        yield f"  {office_line(official.name, official.office, official.country)}"
    for speaker, quotes in by_speaker(reading.quotes).items():
        yield ""
        yield one_line(speaker)
        for quote in quotes:
            cue = one_line(attribution(None, quote.cue))
            yield f"  [{quote.start}–{quote.end}] {cue and cue + ': '}{one_line(quote.text)}"
    yield ""


def by_speaker(quotes: tuple[FoundQuote, ...]) -> dict[str, list[FoundQuote]]:
    """Group quotes by speaker, in the order in which the speakers first appear."""
    groups: dict[str, list[FoundQuote]] = {}
    for quote in quotes:
        groups.setdefault(quote.speaker or "speaker unknown", []).append(quote)
    return groups
