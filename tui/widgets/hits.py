"""Where the words of the filter stand in a text: handed to the panes as a function, so that they know no query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..typeset.wrapping import Span


class Hits(Protocol):
    """Finds hits in a text. ``field`` tells what the text is: what is sought in places shows in a place only."""

    def __call__(self, text: str, field: str | None = None) -> Sequence[Span]:
        """Return start and end of each hit, in order."""


def no_hits(text: str, field: str | None = None) -> Sequence[Span]:
    """Find nothing: there is no filter."""
    return ()
