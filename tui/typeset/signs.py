"""The small signs that stand for a quote's kind and status, so that colour is never the only signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.model import Quote


KINDS = {"direct": "“", "mixed": "‘", "indirect": "–"}
STATUSES = {"found": " ", "checked": "✓", "corrected": "±", "added": "+", "missing": "✗"}
UNSURE = "?"
PERHAPS = "≈"
MARK = "◆"
CURSOR = "▌"

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

LEGEND = (
    ("“", "direct: the speaker's own words"),
    ("‘", "mixed: reported, with a quoted part"),
    ("–", "indirect: reported speech"),
    ("?", "found by a rule that can be wrong"),
    ("✓", "checked by a person"),
    ("±", "corrected by a person"),
    ("+", "added by a person"),
    ("✗", "missing: no longer stands in its source"),
    ("¹ ²", "the source it stands in, where a meeting has several"),
    ("≈", "an official who may be one person with another"),
    ("◆", "marked"),
)


def status_sign(quote: Quote) -> str:
    """Return the sign of the quote's status; a found one that the reader was not sure of gets a question mark."""
    if quote.status == "found" and not quote.sure:
        return UNSURE
    return STATUSES[quote.status]


def source_sign(number: int | None) -> str:
    """Return a source's number as one small sign, a plus beyond nine, and the blank after it; only this for none."""
    if number is None:
        return " "
    return (SUPERSCRIPTS[number] if number < len(SUPERSCRIPTS) else "⁺") + " "
