"""Quotes as CSV: a row a quote, every row complete, no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator

from store.export import dates
from store.export.options import Options
from store.export.rows import ExportRow
from store.harmless import one_line

# The id of a quote is in two columns: a spreadsheet would take 12.10 for a number and make it 12.1, another quote.
COLUMNS: dict[str, Callable[[ExportRow], object]] = {
    "meeting_id": lambda row: row.quote.meeting,
    "number": lambda row: row.quote.number,
    "date": lambda row: row.meeting.date,
    "end_date": lambda row: row.meeting.end_date,
    "place": lambda row: row.meeting.place,
    "meeting": lambda row: row.meeting.title,
    "meeting_kind": lambda row: row.meeting.kind,
    "speaker": lambda row: row.quote.speaker,
    "office": lambda row: row.office,
    "country": lambda row: row.country,
    "kind": lambda row: row.quote.kind,
    "cue": lambda row: row.quote.cue,
    "text": lambda row: row.quote.text,
    "before": lambda row: row.before,
    "after": lambda row: row.after,
    "status": lambda row: row.quote.status,
    "tags": lambda row: "; ".join(row.quote.tags),
    "note": lambda row: row.quote.note,
    "source": lambda row: row.source_label.title,
    "publisher": lambda row: row.source_label.publisher,
    "published": lambda row: row.source_label.published,
    "url": lambda row: row.source_label.url,
    "accessed": lambda row: dates.iso(row.source_label.retrieved),
    "start": lambda row: row.quote.start,
    "end": lambda row: row.quote.end,
    "sha256": lambda row: row.source_label.sha256,
}

# A cell is a formula by its first sign; the wide forms count in East Asian editions. A spreadsheet set to semicolons
# or tabs sees cells begin behind those too, also behind a quotation mark there. OWASP, "CSV Injection".
_FORMULA = re.compile("(?:^|(?<=[;\t\r\n]))(?=\"*['=+\\-@\t\r\n＝＋－＠])")
_GUARDED = re.compile("(?:^|(?<=[;\t\r\n]))'(?=\"*['=+\\-@\t\r\n＝＋－＠])")


def guarded(cell: str) -> str:
    """Return a cell with an apostrophe before each place where a formula could begin.

    An apostrophe that stood in such a place gets another, so that `unguarded` restores every text exactly.
    """
    return _FORMULA.sub("'", cell)


def unguarded(cell: str) -> str:
    """Return the cell as it was before `guarded`."""
    return _GUARDED.sub("", cell)


def chunks(rows: Iterable[ExportRow], options: Options) -> Iterator[bytes]:
    """Yield the head and a line a quote: UTF-8, commas, CR LF (RFC 4180), each text on one line."""
    yield _line(COLUMNS)
    for row in rows:
        yield _line(_cell(column(row)) for column in COLUMNS.values())


def chunks_for_excel(rows: Iterable[ExportRow], options: Options) -> Iterator[bytes]:
    """Yield the same behind a byte order mark, without which Excel takes UTF-8 for the system's old code page."""
    yield "\ufeff".encode()
    yield from chunks(rows, options)


def _cell(value: object) -> str:
    return "" if value is None else guarded(one_line(str(value)))


def _line(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue().encode()
