"""Bytes to text: a byte order mark first, then what was declared, then UTF-8, then the best of the common encodings.

Plain text goes on exactly as it decodes, line ends and even the mark of UTF-8 (U+FEFF) included, because quotes are
offsets that other programs check against the file. In UTF-16 and UTF-32 the mark is no part of the text.
"""

from __future__ import annotations

import codecs
import re

from store.errors import SourceError
from store.sources.guessing import COMMON, guess
from store.sources.raw import Raw

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages call one encoding and browsers read as its larger relative (WHATWG Encoding Standard, "labels").
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
}
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""", re.I)
_HEAD = 4_096  # bytes of a page in which it declares its encoding


def decode(data: bytes, where: str, declared: str | None = None) -> str:
    """Return the text of a file; ``declared`` is the encoding its server named. `SourceError` says what was tried."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, len(mark), where)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        wrong = error.start + 1
    try:
        return data.decode(_known(declared) or guess(data) or "ascii")
    except UnicodeDecodeError:
        raise SourceError(
            f"{where}: is not UTF-8 (byte {wrong} is wrong), nor in any encoding tried: {', '.join(COMMON)}"
        ) from None


def decode_page(raw: Raw) -> str:
    """Return the text of a web page as its server or it itself declares; wrong bytes become signs."""
    for mark, encoding in (*_MARKS, (codecs.BOM_UTF8, "utf-8")):
        if raw.data.startswith(mark):
            return raw.data[len(mark) :].decode(encoding, "replace")
    in_page = _DECLARED.search(raw.data[:_HEAD])
    declared = _known(raw.charset) or _known(in_page and in_page[1].decode())
    if declared is None:
        return decode(raw.data, raw.where)
    try:
        return (
            raw.data.decode()
        )  # a page that is valid UTF-8 is UTF-8, whatever its server says of all its pages
    except UnicodeDecodeError:
        return raw.data.decode(declared, "replace")


def _strictly(data: bytes, encoding: str, skip: int, where: str) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        shown = encoding.upper()
        raise SourceError(
            f"{where}: is not {shown}, as its first bytes say (byte {skip + error.start + 1})"
        ) from None


def _known(label: str | None) -> str | None:
    """Return the name of an encoding of text that Python knows by ``label``."""
    try:
        found = codecs.lookup(label or "")
    except (LookupError, ValueError):
        return None
    # Codecs like "hex" or "zip" turn bytes into bytes: not for anything a page asks for.
    return _READ_AS.get(found.name, found.name) if getattr(found, "_is_text_encoding", False) else None
