"""Foreign text and addresses as CommonMark: what is written is what will be read, by every dialect we know.

The rules are those of CommonMark 0.31 (spec.commonmark.org) and the extensions of GitHub, pandoc and Obsidian: every
character that opens something in one of them is escaped by a backslash, which all of them take away again.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from store.harmless import one_line

# Emphasis, code, links, HTML, entities, headings and tags, strikethrough, tables, notes, mathematics, mentions,
# attributes, highlights; the colon and dot of an address, a comment of Obsidian's; "!" before our own note.
_ANYWHERE = re.compile(
    r"[\\`*_\[\]<>&#~|^$@{}=]|(?<=[A-Za-z]):(?=\S)|(?<=[Ww]{3})\.|(?<=\S)\.(?=[^\W\d_]{2})|/(?=/)|%(?=%)|(?<=%)%|!$",
)
# Lists, definitions, rules; pandoc also counts with letters and roman numerals, and with one round bracket or two.
_AT_START = re.compile(r"[-+:%]|(\(?)([0-9]{1,9}|[^\W\d_]|[ivxlcdmIVXLCDM]+)([.)])(?= |$)")
_ENTITY_IN_URL = re.compile(r"&(#?\w+);")
_MEANS_SOMETHING = "()*_~$'"  # in running Markdown; encoded, they name the same page
_SAFE_IN_URL = "!#$%&'()*+,-./:;=?@_~"  # and all letters and digits, also beyond ASCII


def escaped(text: str) -> str:
    """Return text as inline CommonMark that reads as `one_line` of it and nothing else, wherever it is put.

    It may stand at the start of a block and be followed by a footnote mark.
    """
    inline = _ANYWHERE.sub(lambda found: "\\" + found.group(), one_line(text))
    opening = _AT_START.match(inline)
    if opening is None:
        return inline
    bracket, number, mark = opening.groups()
    if mark is None:
        return "\\" + inline
    return ("\\(" if bracket else "") + number + "\\" + mark + inline[opening.end() :]


def address(url: str | None) -> str:
    """Return a link whose text is the address; an address that is none of http or https as plain text."""
    safe = web_address(url)
    return f"<{safe}>" if safe else escaped(url or "")


def link_target(url: str | None) -> str:
    """Return a web address that is safe between round brackets and in running text; empty for all else."""
    safe = web_address(url) or ""
    return "".join(f"%{ord(sign):02X}" if sign in _MEANS_SOMETHING else sign for sign in safe)


def web_address(url: str | None) -> str | None:
    """Return a http or https address without a character that could end it early; ``None`` for all else.

    Such characters are percent-encoded, which leads to the same page.
    """
    text = (url or "").strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    encoded = "".join(
        sign if _kept(sign) else quote(sign, safe="", errors="surrogatepass") for sign in one_line(text)
    )
    return _ENTITY_IN_URL.sub(r"&\1%3B", encoded)


def _kept(sign: str) -> bool:
    return sign in _SAFE_IN_URL or sign.isalnum()
