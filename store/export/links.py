"""A link to the very passage: browsers scroll to it and mark it (WICG, *URL Fragment Text Directives*)."""

from __future__ import annotations

from urllib.parse import quote

from store.export.commonmark import web_address
from store.export.rows import ExportRow
from store.harmless import one_line

_WHOLE = 10  # words of a quote that are put in the link as they are
_EDGE = 4  # words at the beginning and end of a longer one
_OWN_SIGNS = str.maketrans(
    {"-": "%2D"}
)  # the one sign with a meaning in a directive that `quote` lets through


def passage(row: ExportRow) -> str | None:
    """Return the source's address with a directive that finds the quote on the page.

    A page that reads otherwise opens at its top. ``None`` for a source without a web address.
    """
    url = web_address(row.source_label.url)
    if url is None:
        return None
    words = one_line(row.quote.text).split()
    parts = [words] if len(words) <= _WHOLE else [words[:_EDGE], words[-_EDGE:]]
    directive = ",".join(map(_term, parts))
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}" if words else url


def _term(words: list[str]) -> str:
    return quote(" ".join(words), safe="", errors="replace").translate(_OWN_SIGNS)
