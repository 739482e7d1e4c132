"""Titles copied out of a page's source, in which signs stand as references: ``&#8211;``, ``&amp;``."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""Only those that are closed: in *AT&T* and *Q&A* nothing is meant but the sign."""


def decoded(title: str) -> str:
    """Return a title with its references as the signs they stand for, on one line.

    For titles and labels only: a source's text stays as it is, because quotes are places in it.
    """
    if "&" not in title:
        return title
    from html import unescape
    from html.entities import html5

    def sign(found: re.Match[str]) -> str:
        whole = found[0]
        return unescape(whole) if whole[1] == "#" else html5.get(whole[1:], whole)

    return " ".join(_REFERENCE.sub(sign, title).split())
