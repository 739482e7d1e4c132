"""How a person names a source: a file, a URL, standard input or the clipboard."""

from __future__ import annotations

import re

STDIN = "-"
CLIPBOARD = "clipboard:"
WEB = ("http", "https")
"""The schemes that are fetched."""

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]+://|file:|data:|javascript:)", re.I)  # C:\ is no URL


def is_url(where: str) -> bool:
    """Tell whether ``where`` is a URL of any scheme; such a thing is never taken for a file's name."""
    return _URL.match(where) is not None


def scheme(url: str) -> str:
    """Return what a URL begins with, in small letters: ``https``."""
    return url.partition(":")[0].lower()
