"""Whole meetings as JSON Lines, without loss: what ``diplo-tui add`` takes back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

import orjson

from store.export.options import Options

# Legal in JSON as they are, but able to steer a terminal, or to break what splits lines by Unicode's rules.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def dumps(value: object, *, indent: bool = False) -> str:
    """Return a value as JSON in which no control, direction or surrogate character stands raw. Nothing is lost."""
    try:
        text = orjson.dumps(value, option=orjson.OPT_INDENT_2 if indent else None).decode()
    except TypeError:  # orjson refuses lone surrogates, which a text decoded with errors kept may hold
        text = json.dumps(value, ensure_ascii=False, indent=2 if indent else None)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def chunks(records: Iterable[Mapping[str, object]], options: Options) -> Iterator[bytes]:
    """Yield a line a meeting, UTF-8; no meetings make an empty file, which is valid."""
    for record in records:
        yield f"{dumps(record)}\n".encode()
