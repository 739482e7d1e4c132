"""A web page to a Source: its article without the page around it, and what the page says of itself.

The article is found by trafilatura, measured best among the extractors; here its result becomes plain paragraphs, and
what is still navigation is dropped: blocks that are mostly links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from store.errors import SourceError
from store.model import Source
from store.sources.decoding import decode_page
from store.sources.raw import Raw
from store.sources.text import clean, day

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FEWEST_WORDS = 15
"""A page with fewer is a list of links, a login wall or the empty shell of a script; readouts have at least 25."""

_SHORT_ARTICLE = (
    80  # characters; of anything shorter trafilatura gives all words of the page in one paragraph
)
_LINKS = 0.6  # share of a block's letters from which on it is navigation
_BLOCKS = frozenset({"p", "head", "item", "cell", "quote", "code"})
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4}\)(\S+) -->")
# An XML declaration lxml refuses in decoded text; a comment before the root makes trafilatura find nothing.
_PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?(?><!--.*?-->\s*)*+", re.I | re.S)
_SEPARATORS = " -–—|_•·:"


def from_page(raw: Raw) -> Source:
    """Extract the article; `SourceError` when the page has none."""
    import trafilatura
    from lxml import etree, html
    from trafilatura.settings import use_config

    whole = decode_page(raw)
    written = _PROLOGUE.sub("", whole, count=1)
    if not whole.strip():
        raise SourceError(f"{raw.where}: is empty")
    try:
        tree = html.document_fromstring(written)
    except etree.ParserError:
        raise SourceError(f"{raw.where}: has no article in it") from None
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORT_ARTICLE))
    found: Any = trafilatura.bare_extraction(
        written,
        url=raw.url,
        config=config,
        include_comments=False,
        include_links=True,
        with_metadata=True,
        # Dates only where the page states them; the thorough search takes any number that looks like one.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    publisher = clean(found and found.sitename) or _meta(
        tree, "SiteName", "source", "ContentSource", "publisher"
    )
    title = _without_site(clean(found and found.title), publisher)
    text = "\n\n".join(block for block in _blocks(found.body) if block != title) if found else ""
    if len(text.split()) < FEWEST_WORDS:
        raise SourceError(f"{raw.where}: has no article in it")
    address = _address(found.url, raw.url or _saved_from(whole))
    return Source.of(
        text,
        title=title,
        publisher=publisher or (urlsplit(address).hostname if address else None),
        author=_author(clean(found.author)),
        url=address,
        published=day(found.date),
        retrieved=raw.retrieved,
        language=_language(tree),
    )


def _blocks(element: Element) -> Iterator[str]:
    """Yield the paragraphs of an extracted body; text beside an inner block is a paragraph of its own."""
    pieces: list[tuple[str, int]] = [(_folded(element.text), 0)]
    for child in element:
        if child.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in child.iterdescendants()):
            yield from _paragraphs(pieces)
            yield from _blocks(child)
            pieces = []
        else:
            pieces.append(_inline(child))
        pieces.append((_folded(child.tail), 0))
    yield from _paragraphs(pieces)


def _inline(element: Element) -> tuple[str, int]:
    """Return an element's text, and how much of it is linked."""
    if element.tag == "lb":
        return "\n", 0
    text, linked = _folded(element.text), 0
    for child in element:
        inner, inner_linked = _inline(child)
        text += inner + _folded(child.tail)
        linked += inner_linked
    return text, len(text) if element.tag == "ref" else linked


def _paragraphs(pieces: list[tuple[str, int]]) -> Iterator[str]:
    """Tidy the text collected, unless it is mostly links; a line break that stands twice parts paragraphs."""
    text = "".join(piece for piece, _ in pieces)
    if sum(linked for _, linked in pieces) > _LINKS * len(text.strip()):
        return
    for block in re.split(r"\n\s*\n", text):
        if tidy := "\n".join(filter(None, (" ".join(line.split()) for line in block.split("\n")))):
            yield tidy


def _folded(written: str | None) -> str:
    """Return text with the line breaks of the page's source as blanks; real ones are ``lb`` elements."""
    return (written or "").replace("\n", " ")


def _without_site(title: str | None, site: str | None) -> str | None:
    """Cut the site's name off the end of a title (*Talks in Oslo - Ministry*)."""
    if title and site and title.endswith(site):
        return title.removesuffix(site).rstrip(_SEPARATORS) or title
    return title


def _author(found: str | None) -> str | None:
    """Keep an author only with at least two words: single ones are mostly torn out of something else."""
    return found if found and " " in found else None


def _address(canonical: str | None, fetched: str | None) -> str | None:
    """Choose the page's own name for itself, unless that is not of the web or just the front page of the site."""
    if canonical and urlsplit(canonical).scheme in ("http", "https"):
        front = urlsplit(canonical).path in ("", "/")
        if not (fetched and front):
            return canonical
    return fetched


def _saved_from(written: str) -> str | None:
    """Read the address that browsers write into a page they save."""
    match = _SAVED_FROM.search(written[:2_000])
    return match[1] if match and match[1].startswith(("http://", "https://")) else None


def _meta(tree: Element, *names: str) -> str | None:
    for name in names:
        for content in tree.xpath("//meta[@name=$name]/@content", name=name):
            if found := clean(content):
                return found
    return None


def _language(tree: Element) -> str | None:
    """Return the language the page declares, as two or three letters."""
    declared = tree.get("lang") or _meta(tree, "language", "DC.Language")
    match = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", declared or "")
    return match[0].lower() if match else None
