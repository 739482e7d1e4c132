"""``diplo-tui read``: show what would be found in a text; stores nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from store.errors import DiploError
from store.harmless import one_line
from store.model import FoundQuote, Reading
from tui.output import put, put_json, say
from tui.records import office_line, reading_record


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.add_argument("--json", action="store_true", help="one JSON object for each source")
    command.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a file, a page's URL, or - for standard input"
    )


def run(options: argparse.Namespace) -> int:
    """Read each source; one that fails is named on standard error and the others go on."""
    from store.reading import read
    from store.sources import load

    failed = False
    for where in options.sources:
        try:
            reading = read(load(where))
        except DiploError as error:
            say(str(error))
            failed = True
            continue
        if options.json:
            put_json(reading_record(where, reading))
        else:
            put("\n".join(rendered(reading)))
        for remark in reading.remarks:
            say(f"{where}: {remark}")
    return int(failed)


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
            cue = f"{one_line(quote.cue)}: " if quote.cue else ""
            yield f"  [{quote.start}–{quote.end}] {cue}{one_line(quote.text)}"
    yield ""


def by_speaker(quotes: tuple[FoundQuote, ...]) -> dict[str, list[FoundQuote]]:
    """Group quotes by speaker, in the order in which the speakers first appear."""
    groups: dict[str, list[FoundQuote]] = {}
    for quote in quotes:
        groups.setdefault(quote.speaker or "speaker unknown", []).append(quote)
    return groups
