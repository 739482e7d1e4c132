"""How two wordings differ, word by word, in signs that need no colour."""

from __future__ import annotations

from difflib import SequenceMatcher

_COMPARED = 600  # words; comparing is quadratic, and whoever has changed more than that sees it without help
_KEPT = 4  # equal words shown on either side of a change


def difference(was: str, now: str) -> str:
    """Return ``the [-slow-] {+quick+} work``: what was, what is instead, and a few words around it."""
    before, after = was.split(), now.split()
    tail = "" if max(len(before), len(after)) <= _COMPARED else " …"
    before, after = before[:_COMPARED], after[:_COMPARED]
    pieces: list[str] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    changes = matcher.get_opcodes()
    for number, (kind, i, j, k, m) in enumerate(changes):
        if kind == "equal":
            pieces.append(_shortened(before[i:j], first=number == 0, last=number == len(changes) - 1))
            continue
        if i < j:
            pieces.append(f"[-{' '.join(before[i:j])}-]")
        if k < m:
            pieces.append(f"{{+{' '.join(after[k:m])}+}}")
    return " ".join(pieces) + tail


def _shortened(words: list[str], *, first: bool, last: bool) -> str:
    if first and last:
        return " ".join(words)
    left = [] if first else words[:_KEPT]
    right = [] if last else words[-_KEPT:]
    return " ".join(words if len(words) <= len(left) + len(right) else [*left, "…", *right])
