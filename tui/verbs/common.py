"""What several verbs share."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.output import put, say

if TYPE_CHECKING:
    from store.library import Library, Step


@contextmanager
def library(folder: Path, *, to_fill: bool = False) -> Iterator[Library]:
    """Open the library, saying on standard error what is wrong with it, also what shows only while it is read.

    A wait for another process that writes to it is said too, and that there was none, unless it is made ``to_fill``:
    whoever wants to look has most likely misspelled its name. Raises `LibraryError`.
    """
    from store.library import Library

    missing = not to_fill and _is_missing(folder)
    with Library.open(folder, on_wait=say) as shelf:
        if missing:
            say(f"there was no library {folder}: an empty one was made")
        said = shelf.problems
        for problem in said:
            say(problem)
        yield shelf
        for problem in shelf.problems:
            if problem not in said:
                say(problem)


def _is_missing(folder: Path) -> bool:
    try:
        return not folder.exists()
    except OSError:  # opening it says what is wrong
        return False


def say_nothing_found(shelf: Library, query: str = "", otherwise: str = "") -> None:
    """Say on standard error that there is nothing, the same way for every verb; finding nothing is no failure.

    ``otherwise`` is what is said of a library that has meetings, where no query was given.
    """
    if query.strip():
        say(f"nothing answers to {query.strip()!r}")
    elif not shelf.counts().meetings:
        say("the library is empty: diplo-tui add puts texts into it")
    else:
        say(otherwise or "there is nothing of that kind in the library")


def query_argument(command: argparse.ArgumentParser) -> None:
    """Declare a query: words of the shell that together are one filter."""
    command.add_argument(
        "query", nargs="*", metavar="QUERY", help='a filter, as in: official:zhao after:2023 "one-China"'
    )


def at_least_one(text: str) -> int:
    """Read a number of things to show; for ``type=`` of an argument."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 up")
    return number


def none_or_more(text: str) -> int:
    """Read a number of things that may be none; for ``type=`` of an argument."""
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 0 up")
    return number


def json_argument(command: argparse.ArgumentParser) -> None:
    """Declare ``--json``."""
    command.add_argument("--json", action="store_true", help="one JSON object a line")


def report_step(step: Step | None, done: str, otherwise: str) -> int:
    """Print what became of a step (``done``: undone, redone) and return 0; without one, say so and return 1."""
    if step is None:
        say(otherwise)
        return 1
    put(f"{done}: {step.what}")
    return 0
