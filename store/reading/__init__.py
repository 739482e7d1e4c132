"""A text in, a Reading out: the meeting it tells of and every statement it attributes. Pure: no clock, no files kept.

The stages, one module each: layout → tokens → sentences → names → cues → spans → speakers → meeting → topics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.collecting import not_collecting

if TYPE_CHECKING:
    from store.model import Reading, Source

__all__ = ["read"]


def read(source: Source, *, topics: str = "") -> Reading:
    """Read ``source``: any text gives a Reading, in time proportional to its length; never raises.

    ``title``, ``publisher`` and ``published`` of the source are hints. Offsets count characters of ``source.text``.
    ``topics`` are further lines of the table ``topics.tsv``: a tag, a tab, phrases separated by ``|``.
    """
    from store.reading.reader import read_source

    with not_collecting():
        return read_source(source, topics)
