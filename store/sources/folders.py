"""Folders walked: the files in them that can be read, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from store.sources.formats import FEED, SUFFIXES
from store.sources.naming import STDIN, is_url

_WALKED = SUFFIXES.difference(FEED.suffixes)


def expand(wheres: Iterable[str], *, pattern: str | None = None) -> Iterator[str]:
    """Yield each source named, and instead of a folder the files below it, sorted by name.

    Of a folder's files those are taken whose suffix is known, or whose name matches ``pattern`` (``*.txt``); feeds
    only by ``pattern``, because they are read from the network. Hidden files and folders are left out and so are the
    folders that browsers put beside a saved page; links to folders are not followed (they can lead in circles), and
    devices and pipes are not opened. Nothing raises: a folder that may not be read is given as it stands, so that
    reading it says why it cannot be.
    """
    for where in wheres:
        if where == STDIN or is_url(where) or not os.path.isdir(where):  # noqa: PTH112 - any string may come
            yield where
        else:
            yield from _files(Path(where), pattern)


def _files(folder: Path, pattern: str | None) -> Iterator[str]:
    denied: list[str] = []
    for here, folders, names in os.walk(folder, onerror=lambda error: denied.append(error.filename)):
        yield from _taken(denied)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _of_page(name, names)
        )
        for name in sorted(names):
            path = Path(here, name)
            wanted = fnmatch(name, pattern) if pattern else path.suffix.lower() in _WALKED
            if wanted and not name.startswith(".") and _is_file(path):
                yield str(path)
    yield from _taken(denied)


def _taken(found: list[str]) -> list[str]:
    """Empty a list and return what was in it."""
    taken = found.copy()
    found.clear()
    return taken


def _is_file(path: Path) -> bool:
    """Tell whether a path is a file, or cannot be asked: the files of a folder may be listed and yet be closed."""
    try:
        return path.is_file()
    except PermissionError:
        return True


def _of_page(folder: str, files: list[str]) -> bool:
    """Tell whether a folder holds the pictures and frames of a page saved beside it (``Talks_files``)."""
    page = folder.removesuffix("_files")
    return page != folder and any(f"{page}{suffix}" in files for suffix in (".html", ".htm"))
