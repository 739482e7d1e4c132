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
def library(folder: Path) -> Iterator[Library]:
    """Open the library, saying on standard error what is wrong with it, also what shows only while it is read.

    A wait for another process that writes to it is said too. Raises `LibraryError`.
    """
    from store.library import Library

    with Library.open(folder, on_wait=say) as shelf:
        said = shelf.problems
        for problem in said:
            say(problem)
        yield shelf
        for problem in shelf.problems:
            if problem not in said:
                say(problem)


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


def json_argument(command: argparse.ArgumentParser) -> None:
    """Declare ``--json``."""
    command.add_argument("--json", action="store_true", help="one JSON object a line")


def report_step(step: Step | None, otherwise: str) -> int:
    """Print what a step did and return 0; without one, say so and return 1."""
    if step is None:
        say(otherwise)
        return 1
    put(step.what)
    return 0
