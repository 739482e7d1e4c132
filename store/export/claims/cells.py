"""Quotes in a CSV file, also after a spreadsheet has saved it again."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from store.errors import ExportError
from store.export.claims.claim import Claim
from store.export.evidence import Place
from store.export.tables import unguarded

_NEEDED = {"text", "start", "end", "sha256"}


def read_cells(name: str, text: str) -> list[Claim]:
    """Return a claim a row. Raises `ExportError` where a column is missing or the file is no CSV."""
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        lacking = sorted(_NEEDED - set(table.fieldnames or ()))
        if lacking:
            raise ExportError(
                f"{name} lacks the columns {', '.join(lacking)}, without which nothing can be checked."
            )
        return [_claim(row, table.line_num) for row in table if any(row.values())]
    except csv.Error as error:
        raise ExportError(f"{name} is no CSV file: {error}, line {table.line_num}.") from error


def _claim(row: Mapping[str, str | None], line: int) -> Claim:
    text = row["text"] or ""
    number = f"{row.get('meeting_id') or ''}.{row.get('number') or ''}"
    id = number if number.replace(".", "").isdigit() else ""
    return Claim(tuple(dict.fromkeys((unguarded(text), text))), _place(row, id), line, id)


def _place(row: Mapping[str, str | None], id: str) -> Place | None:
    digest = (row["sha256"] or "").strip().lower()
    try:
        start, end = (int(float(row[name] or "")) for name in ("start", "end"))
    except (ValueError, OverflowError):
        return None
    return Place(digest, start, end, id) if digest else None
