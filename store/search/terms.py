"""A row written as the terms of the full-text table.

The table's tokenizer only cuts at blanks: words come finished from `store.folding`. What is not a word of the text
is a term with two private-use characters in front, which no folded word can hold. They are two and always the same,
so that the table's list of two-letter beginnings does not swell by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.finding.rows import Row
from store.search.properties import Properties

EVERY = "\ue000"
"""Stands in every row, and between any two properties, so that no phrase reaches across."""

_MARK = "\ue000\ue000"
_SOURCE = "\ue001\ue001"
NUMBERED = ("official", "country", "place", "tag", "cue", "kind", "status")
"""The fields whose values are numbered; a source's words stand as they are, being nearly all different."""

PRESENT = "present"
"""The numbered property that holds the countries of all who were there."""


def value_term(number: int) -> str:
    """Return the term for a numbered value."""
    return f"{_MARK}v{number}"


def speaker_term(official: int) -> str:
    """Return the term for an official who says the quote."""
    return f"{_MARK}o{official}"


def present_term(official: int) -> str:
    """Return the term for an official who was there or was quoted."""
    return f"{_MARK}a{official}"


def begun_term(period: str) -> str:
    """Return the term for meetings that began in a year, month or day (an ISO string)."""
    return f"{_MARK}f{period.replace('-', '')}"


def lasted_term(period: str) -> str:
    """Return the term for meetings that went on into the period without having begun in it."""
    return f"{_MARK}d{period.replace('-', '')}"


def source_term(word: str) -> str:
    """Return the term for a word of the source's title, publisher or address."""
    return f"{_SOURCE}{word}"


def row_terms(row: Row, properties: Properties) -> str:
    """Return all terms of a row, parted by blanks; values met for the first time are numbered."""
    sought = [part for part in row.words.split("\n") if part]
    sources = (" ".join(map(source_term, part.split())) for part in row.fields["source"].split("\n"))
    around = f" {EVERY} "
    return (
        f"{EVERY} {around.join((*sought, *sources))} {EVERY} {' '.join(sorted(set(_marks(row, properties))))}"
    )


def _marks(row: Row, properties: Properties) -> Iterator[str]:
    for field in NUMBERED:
        yield from _values(field, row.fields.get(field, "").split("\n"), properties)
    yield from map(speaker_term, row.speakers)
    yield from map(present_term, row.shared.present)
    yield from _values(PRESENT, "\n".join(row.shared.present.values()).split("\n"), properties)
    for number, day in enumerate(row.shared.days):
        for period in (day[:4], day[:7], day):
            yield lasted_term(period) if number else begun_term(period)


def _values(field: str, parts: Iterable[str], properties: Properties) -> Iterator[str]:
    for part in parts:
        if part:
            yield value_term(properties.number(field, part))
