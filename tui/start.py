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
    from .app import DiploApp

    return DiploApp(fresh_sample if sample else lambda: open_library(folder)).run() or 0


def open_library(folder: Path) -> Library:
    """Open the library at ``folder``, making it where there is none. Raises `LibraryError`."""
    from store.library import Library

    return Library.open(folder)


def fresh_sample() -> Library:
    """Open a fresh copy of the sample; its folder is gone when the program ends."""
    import atexit
    from tempfile import TemporaryDirectory

    from store.sample import make_sample

    folder = TemporaryDirectory(prefix="diplo-tui-sample-")
    atexit.register(folder.cleanup)
    make_sample(Path(folder.name) / "library")
    return open_library(Path(folder.name) / "library")
