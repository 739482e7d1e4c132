"""One line of a table: TinyDB's own ``{"id": document}`` and a small tail that makes it stand alone.

``{"12":{…},"step":57,"was":10234,"sum":"9f3a01bc"}``

``step`` is the change it belongs to, ``was`` the byte at which the line with the document's version before this one
starts (``null`` if there was none), ``sum`` the CRC-32 of everything before it. A document of ``null`` is a deletion.
The last line that a step has in a table also holds, before the sum, ``closes``: the record of the step in one of its
tables, ``true`` in the others.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias
from zlib import crc32

import orjson

Json: TypeAlias = Any
"""Whatever JSON can hold."""

SEAL = len(b',"sum":"12345678"}\n')
"""Bytes at the end of a line that hold its sum."""


class Line(NamedTuple):
    """A whole line, read. ``closes`` is a step's record, or ``True``, where its lines in this table end here."""

    id: int
    document: dict[str, Json] | None
    step: int
    was: int | None
    closes: Json


WIDE = b" "
"""Begins a document with lone surrogates or integers over 64 bits: no business of orjson's, which reads such integers
as floats and says nothing. The standard library keeps both."""


def pack(document: Json) -> bytes:
    """Return a document as JSON bytes. Raises `TypeError` where JSON cannot hold it."""
    try:
        return orjson.dumps(document, option=orjson.OPT_NON_STR_KEYS)
    except TypeError:
        import json

        return WIDE + json.dumps(document, ensure_ascii=True, separators=(",", ":")).encode()


def unpack(text: bytes) -> Json:
    """Return what `pack` packed. Raises `ValueError` on anything else."""
    return _parse(text, wide=text[:1] == WIDE)


def _parse(text: bytes, *, wide: bool) -> Json:
    if not wide:
        try:
            return orjson.loads(text)
        except ValueError:
            pass  # as lines were written before wide ones were marked
    import json

    return json.loads(text)


def encode(doc_id: int, document: bytes, step: int, was: int | None = None, closes: bytes = b"") -> bytes:
    """Return the line, newline included, of a packed document (``b"null"`` deletes it); ``closes`` is packed too."""
    end = b',"closes":' + closes if closes else b""
    return _sealed(b'{"%d":%b,"step":%d' % (doc_id, document, step), was, end)


def _sealed(body: bytes, was: int | None, end: bytes) -> bytes:
    text = b'%b,"was":%b%b' % (body, b"null" if was is None else b"%d" % was, end)
    return text + b',"sum":"%08x"}\n' % crc32(text)


def moved(line: bytes, was: int | None, *, closing: bool) -> bytes:
    """Return a whole line as it stands in a rewritten file: ``was`` is another, and it need not close its step."""
    start = line.rindex(b',"was":')
    closes = line.find(b',"closes":', start)
    return _sealed(line[:start], was, line[closes:-SEAL] if closing and closes >= 0 else b"")


def was_of(line: bytes) -> int | None:
    """Return where the version before a whole line's starts."""
    start = line.rindex(b',"was":') + 7
    digits = line[start : start + 20].partition(b",")[0]
    return None if digits == b"null" else int(digits)


def whole(line: bytes) -> bool:
    """Tell whether a line, newline included, is what was once written."""
    return line.endswith(b',"sum":"%08x"}\n' % crc32(line[:-SEAL]))


def decode(line: bytes) -> Line:
    """Read a whole line. Raises `ValueError` if it is damaged."""
    if not whole(line):
        raise ValueError("damaged line")
    fields: dict[str, Json] = _parse(line, wide=line.startswith(WIDE, line.index(b'"', 2) + 2))
    doc_id, document = next(iter(fields.items()))
    return Line(int(doc_id), document, fields["step"], fields["was"], fields.get("closes"))


def documents_in(lines: list[bytes]) -> list[tuple[int, dict[str, Json]]]:
    """Return ids and documents of whole lines, in half the time that it takes one by one.

    Raises `ValueError` if one is damaged, or wide.
    """
    for line in lines:
        if not whole(line) or line.startswith(WIDE, line.index(b'"', 2) + 2):
            raise ValueError("not to be read together")
    read = (next(iter(fields.items())) for fields in orjson.loads(b"[%b]" % b",".join(lines)))
    return [(int(doc_id), document) for doc_id, document in read]


def packed_in(line: bytes, doc_id: int) -> bytes | None:
    """Return the packed document of a line known to be whole; ``None`` if it is another's line, or a deletion."""
    head = b'{"%d":' % doc_id
    if not line.startswith(head):
        return None
    document = line[len(head) : line.rindex(b',"step":')]
    return None if document == b"null" else document


def glance(line: bytes) -> tuple[int, int, bool]:
    """Return the id, the step and whether it is a deletion of a line known to be whole, without parsing all of it.

    Going over a table at opening costs a third of what parsing each line would.
    """
    id_end = line.index(b'"', 2)
    # Inside a JSON string a quote is escaped, and a step's record has no such key: the last one is the tail's.
    step = line.rindex(b',"step":')
    step_end = line.index(b",", step + 8)
    return int(line[2:id_end]), int(line[step + 8 : step_end]), line.startswith(b"null,", id_end + 2)
