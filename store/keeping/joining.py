"""Whether a text is already in the library, or tells of a meeting that is.

* The same text, or nearly the same one of a meeting on the same day, is a duplicate.
* A text of a meeting on the same day between at least two of the same officials tells of that meeting. Place and kind
  alone prove nothing: ministries hold many talks in one city on one day, and one host receives several guests.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.model import Meeting

NEARLY_SAME = 0.8
"""The share of all four-word sequences of two texts that both must have to be one text."""
_SEQUENCE = 4


def likeness(one: str, other: str) -> float:
    """Return the share, 0 to 1, of the four-word sequences of two texts that both have. Linear in their length."""
    ours, theirs = _sequences(one), _sequences(other)
    both = len(ours & theirs)
    return both / (len(ours) + len(theirs) - both) if ours or theirs else float(one == other)


def _sequences(text: str) -> set[tuple[str, ...]]:
    # White space alone must not matter: agencies wrap and indent one text differently. Texts that are written
    # without blanks come as few long words, so their characters are the words.
    words = text.split()
    if len(words) * 20 < len(text):
        words = list("".join(words))
    return set(zip(*(words[start:] for start in range(_SEQUENCE)), strict=False)) or {tuple(words)}


def same_text(text: str, others: Iterable[str]) -> bool:
    """Tell whether a text is nearly the same as one of others."""
    return any(
        min(len(text), len(other)) * 2 > max(len(text), len(other)) and likeness(text, other) >= NEARLY_SAME
        for other in others
    )


def same_meeting(officials: set[int], candidates: Iterable[Meeting]) -> Meeting | None:
    """Return the meeting, of those on the same day, where most of these officials met; at least two of them."""
    best: Meeting | None = None
    most = 1
    for meeting in candidates:
        shared = len(officials & {person.official for person in meeting.participants})
        if shared > most:
            best, most = meeting, shared
    return best
