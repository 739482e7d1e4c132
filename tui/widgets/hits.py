"""Where the words of the filter stand in a text: handed to the panes as a function, so that they know no query."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..typeset.wrapping import Span

Hits = Callable[[str], Sequence[Span]]
"""Returns start and end of each hit, in order."""


def no_hits(text: str) -> Sequence[Span]:
    """Find nothing: there is no filter."""
    return ()
