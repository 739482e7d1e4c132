"""Markdown to a Source: what a reader sees, without its marks, and the front matter as fields.

Quotes should be plain words, and a sentence must not be torn by the address of a link, so the text is rendered.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.errors import SourceError
from store.model import Source
from store.sources.decoding import decode
from store.sources.raw import Raw
from store.sources.signatures import kind_of
from store.sources.text import clean, day, fields_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.S | re.M)
# How front matter of the common writers (Jekyll, Hugo, Obsidian, Pandoc) names the fields of a Source.
_NAMES = {
    "title": "title",
    "author": "author",
    "publisher": "publisher",
    "site": "publisher",
    "url": "url",
    "source": "url",
    "canonical_url": "url",
    "date": "published",
    "published": "published",
    "retrieved": "retrieved",
    "lang": "language",
    "language": "language",
}


def from_markdown(raw: Raw) -> Source:
    """Render Markdown; a header block or front matter gives the fields, a first heading the title."""
    if kind := kind_of(raw.data):
        raise SourceError(f"{raw.where}: is {kind}, not text")
    written = decode(raw.data, raw.where, raw.charset)
    known, end = fields_of(written)
    if front := None if end else _FRONT_MATTER.match(written):
        known, end = _fields(front[1]), front.end()
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(written[end:])
    text = "\n\n".join(filter(None, (block.strip() for block in _blocks(tokens))))
    if not text:
        raise SourceError(f"{raw.where}: is empty")
    return Source.of(
        text,
        title=known.get("title") or _heading(tokens),
        publisher=known.get("publisher"),
        author=known.get("author"),
        url=known.get("url") or raw.url,
        published=day(known.get("published")),
        retrieved=day(known.get("retrieved")) or raw.retrieved,
        language=known.get("language"),
    )


def _fields(front: str) -> dict[str, str]:
    """Read ``key: value`` lines; anything else that YAML allows is passed over."""
    found: dict[str, str] = {}
    for line in front.splitlines():
        name, _, value = line.partition(":")
        if (field := _NAMES.get(name.strip().lower())) and (said := clean(value.strip().strip("\"'"))):
            found.setdefault(field, said)
    return found


def _blocks(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_inline(token.children or []))
        elif token.type in ("fence", "code_block"):
            yield token.content


def _inline(tokens: list[Token]) -> Iterator[str]:
    """Yield the words of a paragraph: link texts, not their addresses; of a picture nothing."""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"


def _heading(tokens: list[Token]) -> str | None:
    for opening, inline in itertools.pairwise(tokens):
        if opening.type == "heading_open":
            return clean("".join(_inline(inline.children or []))) if opening.tag == "h1" else None
    return None
