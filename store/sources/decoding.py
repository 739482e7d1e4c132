"""Bytes to text: a byte order mark first, then UTF-8; anything else is refused with what was tried.

Text goes on exactly as UTF-8 decodes it, line ends and even a byte order mark (U+FEFF) included, because quotes are
offsets that other programs check against the file. In UTF-16 and UTF-32 the mark is no part of the text.
"""

from __future__ import annotations

import codecs

from store.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, where: str) -> str:
    """Return the text of ``data``; `SourceError` names ``where``, the encoding tried and the first wrong byte."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        place = len(mark) + error.start + 1
        raise SourceError(
            f"{where}: is not {encoding.upper()} text (tried {encoding.upper()}; byte {place} is wrong)"
        ) from None
