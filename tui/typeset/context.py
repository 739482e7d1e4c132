"""What stands around a quote in its source, a few lines before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .blocks import Block
from .plain import flat

if TYPE_CHECKING:
    from store.model import Quote

ROOM = 240
"""Characters shown on either side; the words at the far ends are kept whole."""


def around(text: str, start: int, end: int, room: int = ROOM) -> tuple[str, str]:
    """Return what stands before and after a part of a text, with an ellipsis where more of it follows."""
    before, after = text[:start].strip(), text[end:].strip()
    if len(before) > room:
        before = "… " + before[-room:].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return " ".join(before.split()), " ".join(after.split())


def with_context(blocks: Sequence[Block], quote: Quote, text: str) -> list[Block]:
    """Return the blocks with what stands around one of the quotes in ``text``, its source, above and below it."""
    before, after = (flat(part) for part in around(text, quote.start, quote.end))
    found: list[Block] = []
    for block in blocks:
        if block.key != quote.id:
            found.append(block)
            continue
        found += [Block("title", before)] if before else []
        found.append(block)
        found += [Block("title", after)] if after else []
    return found
