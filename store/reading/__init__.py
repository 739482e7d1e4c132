"""A text in, a Reading out: the meeting it tells of and every statement it attributes. Pure: no clock, no files kept.

The stages, one module each: layout → tokens → sentences → names → cues → spans → speakers → meeting → topics.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.model import Reading, Source

__all__ = ["read"]


def read(source: Source, *, topics: str = "") -> Reading:
    """Read ``source``: any text gives a Reading, in time proportional to its length; never raises.

    ``title``, ``publisher`` and ``published`` of the source are hints. Offsets count characters of ``source.text``.
    ``topics`` are further lines of the table ``topics.tsv``: a tag, a tab, phrases separated by ``|``.
    """
    from store.reading.reader import read_source

    collecting = gc.isenabled()
    gc.disable()  # no record refers back to another: looking for cycles among ever more of them only takes time
    try:
        return read_source(source, topics)
    finally:
        if collecting:
            gc.enable()
