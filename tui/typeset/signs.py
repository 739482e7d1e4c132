"""The small signs that stand for a quote's kind and status, so that colour is never the only signal."""

from __future__ import annotations

from store.model import Quote

KINDS = {"direct": "“", "mixed": "‘", "indirect": "–"}
STATUSES = {"found": " ", "checked": "✓", "corrected": "±", "added": "+", "missing": "✗"}
UNSURE = "?"
MARK = "◆"
CURSOR = "▌"

LEGEND = (
    ("“", "direct: the speaker's own words"),
    ("‘", "mixed: reported, with a quoted part"),
    ("–", "indirect: reported speech"),
    ("?", "found by a rule that can be wrong"),
    ("✓", "checked by a person"),
    ("±", "corrected by a person"),
    ("+", "added by a person"),
    ("✗", "missing: no longer stands in its source"),
    ("◆", "marked"),
)


def status_sign(quote: Quote) -> str:
    """Return the sign of the quote's status; a found one that the reader was not sure of gets a question mark."""
    if quote.status == "found" and not quote.sure:
        return UNSURE
    return STATUSES[quote.status]
