"""The officials: name, country, and how often each is quoted."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from rich.segment import Segment

from store.harmless import one_line

from ..typeset.signs import PERHAPS
from ..typeset.wrapping import fit
from .ink import Ink
from .line_list import LineList

if TYPE_CHECKING:
    from store.finding import OfficialRow


NAMED_FROM = 36
"""Narrower lists keep the room of the country for the name, that tells more."""


class OfficialList(LineList["OfficialRow"]):
    """Officials, one a line; those ``perhaps`` one person with another have a sign."""

    def __init__(self, *, id: str | None = None, nothing: str = "Nothing here.") -> None:
        super().__init__(id=id, nothing=nothing)
        self.perhaps: Container[int] = ()

    def key(self, row: OfficialRow) -> int:
        """Name an official by the id."""
        return row.official.id

    def write(self, row: OfficialRow, width: int, ink: Ink) -> list[Segment]:
        """Write name, country, the year last met and the number of quotes."""
        years = 10 if width >= 60 else 0
        country = min(18, width // 3) if width >= NAMED_FROM else 0
        name = max(1, width - country - years - 6)
        cells = self.with_hits(fit(one_line(row.official.name), name - 1), ink.base, ink, "official")
        twice = row.official.id in self.perhaps
        cells.append(Segment(PERHAPS, ink.sign) if twice else Segment(" ", ink.base))
        if country:
            home = fit(one_line(row.official.country or ""), country - 1) + " "
            cells += self.with_hits(home, ink.muted, ink, "country")
        if years:
            first, last = (row.first or "")[:4], (row.last or "")[:4]
            cells.append(Segment(fit(first if first == last else f"{first}–{last}", years), ink.muted))
        cells.append(Segment(f"{row.quotes or '·':>5} ", ink.muted))
        return cells
