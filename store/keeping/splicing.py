"""Quotes changed in the packed document of their meeting, without reading the others.

To parse ten quotes and pack them again, for one that gets a tag, costs a third of the step. What `store.log.line`
packs has no blanks, and inside its strings a quotation mark is escaped: so ``{"number":3,`` begins a quote, and
nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.keeping.records import (
    Shelf,
    place_of,
    quote_document,
    quote_of,
    shelf_document,
    shelf_of,
)
from store.log.line import WIDE, pack, unpack
from store.model import Quote

EMPTY = pack(shelf_document(Shelf()))
"""The document of a meeting without quotes."""
_HEADS = (b'{"next":', WIDE + b'{"next":')


def with_quotes_changed(
    packed: bytes, meeting_id: int, numbers: Iterable[int], change: Callable[[Quote], Quote]
) -> tuple[bytes, set[int]]:
    """Return a meeting's packed quotes with what ``change`` makes of some of them, and the numbers not there.

    Where ``change`` returns what it was given, the bytes stay the ones they are.
    """
    absent: set[int] = set()
    anew = False
    for number in numbers:
        known, found = packed, _quote_in(packed, number)
        if found is None:  # as other programs may have written it
            known = pack(shelf_document(shelf_of(meeting_id, unpack(packed))))
            found = _quote_in(known, number)
        if found is None:
            absent.add(number)
            continue
        old = quote_of(meeting_id, unpack(known[found]))
        new = change(old)
        if new is not old:
            text = pack(quote_document(new))
            packed = b"".join((known[: found.start], text, known[found.stop :]))
            moved = (new.source, new.start, new.end) != (old.source, old.start, old.end)
            anew = anew or moved or text.startswith(WIDE)
    return _in_order(packed) if anew else packed, absent


def _quote_in(packed: bytes, number: int) -> slice | None:
    """Return where a quote stands in the document, if it is written as `shelf_document` has it."""
    start = packed.find(b'{"number":%d,' % number)
    if start < 0 or not packed.startswith(_HEADS):
        return None
    following = packed.find(b',{"number":', start)
    return slice(start, following if following >= 0 else len(packed) - len(b"]}"))


def _in_order(packed: bytes) -> bytes:
    document = unpack(packed)
    document["quotes"].sort(key=place_of)
    return pack(document)
