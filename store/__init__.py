"""Everything without a screen: reading texts, keeping, finding and exporting what officials said.

The names here are the whole face of the package. They are loaded when first used, so that a program which
only reads a text does not pay for the database, and the other way round.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.library import Library as Library
    from store.model import Meeting as Meeting
    from store.model import Official as Official
    from store.model import Quote as Quote
    from store.model import Reading as Reading
    from store.model import Source as Source
    from store.reading import read as read

_HOME = {
    "Library": "store.library",
    "Meeting": "store.model",
    "Official": "store.model",
    "Quote": "store.model",
    "Reading": "store.model",
    "Source": "store.model",
    "read": "store.reading",
}
__all__ = ["Library", "Meeting", "Official", "Quote", "Reading", "Source", "read"]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'store' has no attribute {name!r}")
    found: object = getattr(import_module(_HOME[name]), name)
    return found
