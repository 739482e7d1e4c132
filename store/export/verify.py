"""Does a quote still say what its source says, at the place it claims? Pure: claims and texts in, verdicts out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from store.export.claims.claim import Claim
from store.export.difference import difference
from store.harmless import one_line
from store.model import Source

Outcome = Literal["verified", "drifted", "missing"]

# What typesetting may change without changing a word: the shapes of quotation marks, dashes and dots.
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("’‘‚‛′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("–—‒―−‐‑", "-"),
        "…": "...",
    }
)
_DASHES = re.compile("-{2,3}")
_SOUGHT = 300  # words of a quote that are looked for elsewhere


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for one claim. ``reason`` is one sentence, ``difference`` the changed words; empty if verified."""

    claim: Claim
    outcome: Outcome
    reason: str = ""
    difference: str = ""


def verify(claim: Claim, text_of: Callable[[str], str | None], others: Iterable[str] = ()) -> Verdict:
    """Check one claim.

    ``text_of`` returns the text of the source with a hash (or the beginning of one), ``None`` where there is none;
    what it returns is hashed again. ``others`` are texts in which the words are looked for when the source cited is
    not there. A quote is never verified by standing somewhere else than it claims.
    """
    place = claim.place
    if place is None:
        return Verdict(claim, "missing", "The note that proved it is gone or says no place.")
    text = text_of(place.sha256)
    if text is None or not Source.of(text).sha256.startswith(place.sha256):
        return _without_source(claim, place.sha256, others)
    if not 0 <= place.start < place.end <= len(text):
        reason = f"The source has {len(text)} characters, none at {place.start}–{place.end}."
        return Verdict(claim, "missing", reason)
    said = _comparable(text[place.start : place.end])
    if any(_comparable(words) == said for words in claim.texts):
        return Verdict(claim, "verified")
    elsewhere = _found_in(text, claim)
    reason = f"The source says these words at {elsewhere}, not where the note says." if elsewhere else ""
    return Verdict(
        claim,
        "drifted",
        reason or "The words are not those of the source.",
        difference(one_line(text[place.start : place.end]), _nearest(claim, said)),
    )


def _without_source(claim: Claim, digest: str, others: Iterable[str]) -> Verdict:
    for text in others:
        if elsewhere := _found_in(text, claim):
            reason = f"The text cited is not there, but another that says these words at {elsewhere}."
            return Verdict(claim, "drifted", reason)
    return Verdict(claim, "missing", f"No source here has the hash {digest[:16]}.")


def _comparable(text: str) -> str:
    return _DASHES.sub("-", one_line(text).translate(_TYPOGRAPHY))


def _nearest(claim: Claim, said: str) -> str:
    """Return the reading of a claim whose length is nearest to the source's words, to show the smaller difference."""
    return min(
        (one_line(words) for words in claim.texts), key=lambda words: abs(len(words) - len(said)), default=""
    )


def _found_in(text: str, claim: Claim) -> str:
    """Return where the words of a claim stand in a text, as ``characters 12–34``; empty if nowhere or unclear."""
    words = claim.texts[0].split() if claim.texts else []
    if not 3 <= len(words) <= _SOUGHT:
        return ""
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    return f"characters {found.start()}–{found.end()}" if found else ""
