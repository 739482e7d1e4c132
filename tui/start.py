"""Starting the app from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.library import Library


def start(folder: Path, *, sample: bool = False) -> int:
    """Show the app on the library at ``folder`` until the user leaves, and return the exit code.

    With ``sample`` the app opens a fresh copy of the sample library, which is gone afterwards.
    """
    from tempfile import TemporaryDirectory

    from .app import DiploApp

    if not sample:
        return DiploApp(lambda: open_library(folder)).run() or 0
    with TemporaryDirectory(prefix="diplo-tui-sample-") as fresh:
        return DiploApp(lambda: open_sample(Path(fresh) / "library")).run() or 0


def open_library(folder: Path) -> Library:
    """Open the library at ``folder``, making it where there is none. Raises `LibraryError`."""
    from store.library import Library

    return Library.open(folder)


def open_sample(folder: Path) -> Library:
    """Fill ``folder`` with the sample and open it."""
    from store.sample import make_sample

    make_sample(folder)
    return open_library(folder)
