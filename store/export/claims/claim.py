"""One quote of an exported file as it reads now, with what it claims about where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from store.export.evidence import Place


@dataclass(frozen=True, slots=True)
class Claim:
    """A quote found in a file.

    ``texts`` are the ways its words may be taken, the most cautious first: a paragraph may introduce a quote in words
    of its own. ``place`` is ``None`` where the proof is gone. ``line`` counts from 1; 0 where it is unknown.
    """

    texts: tuple[str, ...]
    place: Place | None
    line: int = 0
    id: str = ""
