"""Quotes in JSON: whole meetings, single quotes, and the ``custom`` part of CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from store.errors import ExportError
from store.export.claims.claim import Claim
from store.export.evidence import Place


def read_objects(name: str, text: str) -> list[Claim]:
    """Return the claims of one JSON array or of an object a line. Raises `ExportError` naming the broken line."""
    found: list[Claim] = []
    for line, value in _values(name, text):
        for record in value if isinstance(value, list) else [value]:
            if not isinstance(record, dict):
                raise ExportError(f"{name} is JSON, but no export: line {line} is no object.")
            found.extend(_claims(record, line))
    return found


def _values(name: str, text: str) -> Iterator[tuple[int, object]]:
    if text.lstrip().startswith("["):
        yield 1, _parsed(name, text, 1)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _parsed(name, line, number)


def _parsed(name: str, text: str, line: int) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        at = line + getattr(error, "lineno", 1) - 1
        raise ExportError(f"{name} is no JSON: line {at} cannot be read.") from error
    return value


def _claims(record: Mapping[str, object], line: int) -> Iterator[Claim]:
    sources, custom, source = record.get("sources"), record.get("custom"), record.get("source")
    if isinstance(sources, list):
        yield from _of_meeting(record, sources, line)
    elif isinstance(custom, dict):
        for quote in _objects(custom.get("quotes")):
            yield _claim(quote.get("text"), quote, custom.get("sha256"), line)
    elif isinstance(source, dict):
        yield _claim(record.get("text"), {**source, "id": record.get("id")}, source.get("sha256"), line)


def _of_meeting(record: Mapping[str, object], sources: list[object], line: int) -> Iterator[Claim]:
    """Yield the quotes of a whole meeting; their words are what its own copy of the source holds there, or held."""
    for quote in _objects(record.get("quotes")):
        index, start, end = quote.get("source"), quote.get("start"), quote.get("end")
        source = sources[index] if isinstance(index, int) and 0 <= index < len(sources) else None
        source = source if isinstance(source, dict) else {}
        text = source.get("text")
        copied = quote.get("text")
        if copied is None and isinstance(text, str) and isinstance(start, int) and isinstance(end, int):
            copied = text[start:end]
        yield _claim(copied, quote, source.get("sha256"), line)


def _claim(text: object, place: Mapping[str, object], digest: object, line: int) -> Claim:
    id, start, end = place.get("id"), place.get("start"), place.get("end")
    id = id if isinstance(id, str) else ""
    words = (text if isinstance(text, str) else "",)
    if isinstance(start, int) and isinstance(end, int) and isinstance(digest, str) and digest:
        return Claim(words, Place(digest, start, end, id), line, id)
    return Claim(words, None, line, id)


def _objects(values: object) -> list[dict[str, object]]:
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
