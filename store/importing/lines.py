"""JSON lines that `add` takes: meetings as ``export --format jsonl`` writes them, readings as ``read --json`` does.

A file of readings names its sources by path or URL; they are loaded again for their text, but read again only where
the line does not tell all: see `reading_from`.
"""

from __future__ import annotations

import io
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from store.errors import LibraryError, SourceError
from store.importing.tasks import Outcome, Task
from store.model import GROUPS, QUOTE_KINDS, FoundMeeting, FoundOfficial, FoundQuote, Reading, Source
from store.outcomes import Added, OnDuplicate
from store.sources.files import open_file

BATCH = 200
"""Meetings of an export stored in one step."""

Record = dict[str, Any]


class RecordShelf(Protocol):
    """What taking an export back needs of `store.library.Library`."""

    def add_records(
        self, records: Iterable[Mapping[str, Any]], *, on_duplicate: OnDuplicate | None = None
    ) -> list[Added]:
        """Store as one step, all or nothing; one answer for each record, in order."""


def is_lines(where: str) -> bool:
    """Tell whether a source is a file of JSON lines, by its name."""
    return where.endswith((".jsonl", ".ndjson"))


def holds_lines(data: bytes) -> bool:
    """Tell whether bytes without a name are JSON lines, by their first one; a text that begins with ``{`` is not."""
    first = data.lstrip().partition(b"\n")[0]
    if not first.startswith(b"{"):
        return False
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(record.get("meeting"), dict)


def records_in(where: str, data: bytes | None = None) -> Iterator[tuple[int, Record]]:
    """Yield the records of a file, or of its ``data`` where there is no file to open, with their line numbers.

    Raises `SourceError`, which names the line that is no record.
    """
    try:
        with open_file(where) if data is None else io.BytesIO(data) as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    record = json.loads(line)
                except (ValueError, RecursionError) as error:
                    raise SourceError(f"{where}, line {number}: is not JSON ({error})") from None
                if not isinstance(record, dict) or not isinstance(record.get("meeting"), dict):
                    raise SourceError(
                        f"{where}, line {number}: is neither a meeting of an export nor a reading"
                    )
                yield number, record
    except OSError as error:
        raise SourceError(f"{where}: cannot be read ({error.strerror or error})") from None


def is_reading(record: Record) -> bool:
    """Tell a line of ``read --json`` from one of an export."""
    return isinstance(record.get("path"), str) and "sources" not in record


def reading_tasks(where: str, data: bytes | None = None) -> list[Task]:
    """Return the tasks of a file of readings; an empty list for an export. Raises `SourceError`."""
    records = records_in(where, data)
    first = next(records, None)
    if first is None or not is_reading(first[1]):
        return []
    tasks = []
    for number, record in itertools.chain([first], records):
        if not is_reading(record):
            raise SourceError(f"{where}, line {number}: is not a reading, as the first line is")
        tasks.append(Task(record["path"], found=record))
    return tasks


def add_exported(
    shelf: RecordShelf, where: str, data: bytes | None = None, *, on_duplicate: OnDuplicate | None = None
) -> Iterator[Outcome]:
    """Store an export in few steps; a line that cannot be stored fails alone. Raises `SourceError`.

    Without ``on_duplicate`` a text that is there is a duplicate, and every other line stays a meeting of its own.
    """
    records = records_in(where, data)
    while batch := list(itertools.islice(records, BATCH)):
        try:
            answers = shelf.add_records([record for _, record in batch], on_duplicate=on_duplicate)
            yield from (Outcome(where, one.status, one.meeting_id, one.quotes) for one in answers)
        except LibraryError:
            for number, record in batch:
                yield _alone(shelf, f"{where}, line {number}", record, on_duplicate)


def _alone(shelf: RecordShelf, where: str, record: Record, on_duplicate: OnDuplicate | None) -> Outcome:
    try:
        (added,) = shelf.add_records([record], on_duplicate=on_duplicate)
    except LibraryError as error:
        return Outcome(where, "failed", error=f"{where}: {error}")
    return Outcome(where, added.status, added.meeting_id, added.quotes)


def reading_from(record: Record, source: Source) -> Reading | None:
    """Make the Reading that a line of ``read --json`` tells of; ``None`` if the text must be read again.

    That is when a quote's text does not stand at its place (the source has changed), and when a speaker is not
    among the officials: the line does not say whether that is a body or somebody who was not there.
    """
    try:
        meeting = record["meeting"]
        officials = tuple(
            FoundOfficial(one["name"], one["office"], one["country"], tuple(one["aliases"]))
            for one in meeting["officials"]
        )
        quotes = tuple(
            FoundQuote(one["start"], one["end"], one["text"], one["speaker"], one["kind"], one["cue"])
            for one in record["quotes"]
        )
        days = (meeting["date"], meeting["end_date"], meeting["place"], meeting["kind"])
        names = {*GROUPS, *(name for one in officials for name in (one.name, *one.aliases))}
        stands = all(
            0 <= quote.start < quote.end
            and source.text[quote.start : quote.end] == quote.text
            and quote.kind in QUOTE_KINDS
            and (quote.speaker is None or names.issuperset(quote.speaker.split("; ")))
            for quote in quotes
        )
        found = FoundMeeting(meeting["title"], *days, officials=officials)
    except (KeyError, TypeError, AttributeError):
        return None
    return Reading(found, quotes, source.language) if stands else None
