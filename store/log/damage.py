"""A damaged line, and what can still be read of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.log.line import unpack


class Damage(NamedTuple):
    """A line that is not what was written: in which file, which line (counted from 1, 0 for the end), and what.

    ``doc_id`` and ``title`` are what can still be read of the document that was lost with it, ``at`` is where the
    line begins. Without ``doc_id`` it is not known, or was deleted later anyway.
    """

    file: str
    line: int
    what: str
    doc_id: int | None = None
    title: str = ""
    at: int = 0

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


_ID = re.compile(rb'\{"(\d{1,15})":')
_TITLE = re.compile(rb'"(?:title|name)":("(?:[^"\\]|\\.){1,300}")')


def damage_of(file: str, number: int, at: int, line: bytes) -> Damage:
    """Describe a damaged line, with what can still be read of it."""
    doc_id, named = _ID.match(line), _TITLE.search(line)
    try:
        title = str(unpack(named[1])) if named else ""
    except ValueError:
        title = ""
    return Damage(file, number, "damaged, left out", int(doc_id[1]) if doc_id else None, title, at)
