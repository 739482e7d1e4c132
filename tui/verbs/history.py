"""``diplo-tui history``: the steps of a library, newest first."""

from __future__ import annotations

import argparse

from tui.output import put
from tui.verbs.common import at_least_one, library


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.add_argument(
        "--limit", type=at_least_one, default=100, metavar="N", help="at most N steps (default 100)"
    )


def run(options: argparse.Namespace) -> int:
    """Print the newest steps: number, time, and what each did."""
    with library(options.folder) as shelf:
        for step in shelf.history(options.limit):
            put(f"{step.number:>7}  {step.at or '':<25}  {step.what}")
    return 0
