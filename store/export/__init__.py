"""Quotes in, bytes out: one table of formats for the command line and for the dialog.

A format is used in two steps, so that the second never sees the library::

    form = FORMATS["markdown"]
    data = form.write(form.rows(library, found), Options())

The bytes are the contract: the same rows and options give the same file, and no rows a valid one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from store.export import bibtex, csl, json_lines, markdown, page, plain, tables
from store.export.options import Options
from store.export.rows import ExportRow, Shelf, each_row, records, row_of, rows

__all__ = ["FORMATS", "ExportRow", "Format", "Options", "format_of_file", "row_of", "rows"]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write quotes.

    ``whole_meetings`` tells that it writes the meetings found, with all their sources and quotes, not single quotes.
    ``proves`` tells that each quote has its place and its text's sum with it, which ``verify`` needs.
    ``chunks`` yields the file in pieces, so that a whole library need not fit in memory.
    """

    name: str
    suffix: str
    media_type: str
    about: str
    chunks: Callable[[Any, Options], Iterator[bytes]]
    whole_meetings: bool = False
    proves: bool = True

    def rows(self, library: Shelf, found: Iterable[Any], *, context: int = 0) -> Iterable[Any]:
        """Fetch, one by one, what the format writes of what was found (anything with ``meeting`` and ``quote``)."""
        return records(library, found) if self.whole_meetings else each_row(library, found, context=context)

    def write(self, rows: Iterable[Any], options: Options | None = None) -> bytes:
        """Return the whole file."""
        return b"".join(self.chunks(rows, options or Options()))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.name: form
        for form in (
            Format("markdown", ".md", "text/markdown", "headings, quotes, footnotes", markdown.chunks),
            Format("csv", ".csv", "text/csv", "a row a quote", tables.chunks),
            Format("csv-excel", ".csv", "text/csv", "the same as Excel wants it", tables.chunks_for_excel),
            Format(
                "jsonl", ".jsonl", "application/jsonl", "whole meetings, lossless", json_lines.chunks, True
            ),
            Format(
                "bibtex", ".bib", "application/x-bibtex", "an entry a source", bibtex.chunks, proves=False
            ),
            Format(
                "csl-json", ".json", "application/vnd.citationstyles.csl+json", "an item a source", csl.chunks
            ),
            Format("html", ".html", "text/html", "one page to read and print", page.chunks),
            Format("text", ".txt", "text/plain", "plain text with notes", plain.chunks, proves=False),
        )
    }
)


def format_of_file(name: str) -> str | None:
    """Return the format that a file's suffix asks for, or ``None``."""
    return next((form.name for form in FORMATS.values() if name.lower().endswith(form.suffix)), None)
