"""What the verbs print: data to standard output, remarks to standard error, nothing that steers a terminal."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence

from store.harmless import harmless, one_line

_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def json_line(record: Mapping[str, object]) -> str:
    """Return a record as one line of JSON, lossless, with all that could steer a terminal escaped."""
    line = json.dumps(record, ensure_ascii=False, separators=(", ", ": "))
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


def put(text: str = "") -> None:
    """Write one line of data to standard output."""
    sys.stdout.write(harmless(text) + "\n")


def put_json(record: Mapping[str, object]) -> None:
    """Write one record to standard output."""
    sys.stdout.write(json_line(record) + "\n")


def say(text: str) -> None:
    """Write one remark to standard error, on one line."""
    sys.stderr.write(f"diplo-tui: {one_line(text)}\n")


def columns(rows: Iterable[Sequence[str]]) -> list[str]:
    """Align rows of short texts in columns, the last one ragged."""
    table = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
