"""The knowledge of the reader: small tables in ``store/data``, read when first needed and kept.

A table is a text file of tab-separated columns; lines that start with ``#`` are remarks. Values that are lists
separate their members by ``|`` or, for single words, by blanks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pkgutil import get_data


def rows(name: str) -> Iterator[list[str]]:
    """Yield the columns of each line of the table ``name``."""
    return read_rows((get_data("store", f"data/{name}.tsv") or b"").decode())


def read_rows(text: str) -> Iterator[list[str]]:
    """Yield the columns of each line of a table's text."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [column.strip() for column in line.split("\t")]


@cache
def classes(name: str) -> dict[str, frozenset[str]]:
    """Return a table of word classes: class → its words, in lower case."""
    return {row[0]: frozenset(row[1].split()) for row in rows(name)}


def word_class(name: str) -> frozenset[str]:
    """Return one class of ``words.tsv``."""
    return classes("words")[name]


def office_class(name: str) -> frozenset[str]:
    """Return one class of ``offices.tsv``."""
    return classes("offices")[name]
