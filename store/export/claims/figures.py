"""Quotes in the HTML page: the block quote behind each token."""

from __future__ import annotations

from html.parser import HTMLParser

from store.export import evidence
from store.export.claims.claim import Claim


def read_figures(text: str) -> list[Claim]:
    """Return a claim for each block quote of a page, with the token that stands before it."""
    page = _Figures(convert_charrefs=True)
    page.feed(text)
    page.close()
    return page.claims


class _Figures(HTMLParser):
    """Collects the words of block quotes; a token proves the next one only."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.claims: list[Claim] = []
        self._place: evidence.Place | None = None
        self._words: list[str] | None = None
        self._line = 0

    def handle_comment(self, data: str) -> None:
        """Take a token."""
        self._place = evidence.place(f"<!--{data}-->") or self._place

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a quote."""
        if tag == "blockquote":
            self._words, self._line = [], self.getpos()[0]

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._words is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End a quote."""
        if tag == "blockquote" and self._words is not None:
            id = self._place.id if self._place else ""
            self.claims.append(Claim(("".join(self._words),), self._place, self._line, id))
            self._words = self._place = None
