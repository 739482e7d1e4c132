"""Starting the app from the command line."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import DiploError

if TYPE_CHECKING:
    from store.library import Library


PICTURES = "240"
"""Pictures a second at most. Textual's 60 keep what follows the first picture after a key waiting for the second."""
SWITCH = 0.0001
"""Seconds that work in another thread may go on when a key is to be dealt with: a key needs several turns."""


def start(folder: Path, *, sample: bool = False) -> int:
    """Show the app on the library at ``folder`` until the user leaves, and return the exit code.

    With ``sample`` the app opens a fresh copy of the sample library, which is gone afterwards. After an unexpected
    failure the terminal is restored, a report is written, and the exit code is 1. Raises `DiploError` without a
    terminal to show it on.
    """
    if not on_a_terminal():
        raise DiploError(
            "the app needs a terminal for its keys and its screen; see diplo-tui --help for verbs"
        )
    os.environ.setdefault("TEXTUAL_FPS", PICTURES)  # read when Textual is imported
    from platformdirs import user_config_path, user_state_path

    from .app import DiploApp
    from .memory import Memory
    from .settings import load

    state = user_state_path("diplo-tui", appauthor=False)
    settings, complaints = load(user_config_path("diplo-tui", appauthor=False) / "settings.toml")
    sys.setswitchinterval(SWITCH)
    app = DiploApp(
        fresh_sample if sample else lambda: open_library(folder),
        settings=settings,
        memory=Memory.load(state / "memory.json"),
        complaints=complaints,
        own=folder,
    )
    code = app.run() or 0
    if app.failure is None:
        return code
    from .crash import sentence

    sys.stderr.write(sentence(app.failure, state, datetime.now().astimezone()) + "\n")
    return 1


def on_a_terminal() -> bool:
    """Tell whether somebody can see the app and press keys; else it would wait unseen, for ever.

    Textual draws on standard error, but on Windows on standard output. With a driver of its own, as in a browser, it
    needs neither.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    screen = sys.stdout if sys.platform == "win32" else sys.stderr
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, screen))


def open_library(folder: Path) -> Library:
    """Open the library at ``folder``, making it where there is none. Raises `LibraryError`."""
    from store.library import Library

    return Library.open(folder)


def fresh_sample() -> Library:
    """Open a fresh copy of the sample; its folder and its index are gone when the program ends."""
    import atexit
    from tempfile import TemporaryDirectory

    from store.sample import make_sample

    from .memory import SAMPLE

    folder = TemporaryDirectory(prefix=SAMPLE)
    atexit.register(folder.cleanup)
    library = Path(folder.name) / "library"
    atexit.register(forget_index, library)
    make_sample(library)
    return open_library(library)


def forget_index(library: Path) -> None:
    """Remove what is kept elsewhere for finding in the library of this folder."""
    from store.search.database import remove
    from store.search.place import index_path

    remove(index_path(library))
