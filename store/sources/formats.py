"""The one table of formats: how each is recognised and which function reads it.

Recognised in this order: by unmistakable first bytes; by what the server declared; by the file's suffix; by what the
beginning looks like; and what nothing claims is plain text, unless it says that it is XML. A server's ``text/plain``
and a file's ``.txt`` are believed even when the text looks like a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from store.errors import SourceError
from store.model import Source
from store.sources.raw import Feed, Raw

_HEAD = 2_048  # bytes looked at
# The group of comments gives nothing back (?>…)*+: else a row of them could be divided in endless ways.
_XML = rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+(?:<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)?"
_OTHER_XML = re.compile(rb"\s*<\?xml\s")


@dataclass(frozen=True, slots=True)
class Format:
    """One row. ``magic`` are unmistakable first bytes, ``look`` a pattern for the beginning of a file.

    ``reader`` names the function as ``module:function``. ``boxed`` formats are complicated enough to be dangerous:
    they are read in a process of their own with limits. ``needs`` is the module of the extra that must be there.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    reader: str
    magic: bytes | None = None
    look: re.Pattern[bytes] | None = None
    boxed: bool = True

    def read(self, raw: Raw) -> Source | Feed:
        """Read ``raw`` as this format; `SourceError` in one sentence where that is not possible."""
        module, _, function = self.reader.partition(":")
        reader: Callable[[Raw], Source | Feed] = getattr(import_module(f"store.sources.{module}"), function)
        return reader(raw)


TEXT = Format("plain text", (".txt", ".text"), ("text/plain",), "text:from_text", boxed=False)
PAGE = Format(
    "web page",
    (".html", ".htm", ".xhtml"),
    ("text/html", "application/xhtml+xml"),
    "page:from_page",
    look=re.compile(_XML + rb"<(?:!doctype html|html|head|body)\b", re.I | re.S),
)
FEED = Format(
    "feed",
    (".rss", ".atom", ".rdf"),
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    "feed:from_feed",
    look=re.compile(_XML + rb"<(?:rss|feed|rdf:RDF)\b", re.S),
)
FORMATS: tuple[Format, ...] = (
    TEXT,
    Format("Markdown", (".md", ".markdown"), ("text/markdown",), "markdown:from_markdown"),
    PAGE,
    FEED,
    Format("PDF", (".pdf",), ("application/pdf",), "pdf:from_pdf", magic=b"%PDF-"),
    Format(
        "Word",
        (".docx",),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        "word:from_word",
        magic=b"PK\x03\x04",
    ),
    Format(
        "mail",
        (".eml", ".mht", ".mhtml"),
        ("message/rfc822", "multipart/related"),
        "mail:from_mail",
        look=re.compile(
            rb"(?:From \S+@\S+ |(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID): )", re.I
        ),
    ),
)
SUFFIXES = frozenset(suffix for row in FORMATS for suffix in row.suffixes)
_GENERIC = frozenset({"application/octet-stream", "binary/octet-stream", "text/xml", "application/xml"})


def format_of(raw: Raw) -> Format:
    """Choose the row for ``raw``; `SourceError` for a media type that no row reads."""
    head = raw.data[:_HEAD]
    for row in FORMATS:
        if row.magic and head.startswith(row.magic):
            return row
    declared = raw.media_type if raw.media_type not in _GENERIC else None
    if declared and not readable(declared):
        raise SourceError(f"{raw.where}: is {declared}, which is not a kind of text")
    suffix = PurePosixPath(urlsplit(raw.url).path if raw.url else raw.where).suffix.lower()
    for row in FORMATS:
        if declared in row.media_types or (not declared and suffix in row.suffixes):
            # Feeds are often declared as pages or plain XML and saved as .xml; a page is never a feed by its looks.
            return FEED if row is PAGE and FEED.look and FEED.look.match(head) else row
    found = next((row for row in FORMATS if row.look and row.look.match(head)), TEXT)
    if found is TEXT and _OTHER_XML.match(head):
        raise SourceError(f"{raw.where}: is XML, but neither a page nor a feed")
    return found


def readable(media_type: str) -> bool:
    """Tell whether any row reads this media type, or may after a look at the bytes."""
    return media_type in _GENERIC or any(media_type in row.media_types for row in FORMATS)
