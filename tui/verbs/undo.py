"""``diplo-tui undo``."""

from __future__ import annotations

import argparse

from tui.output import put, say
from tui.verbs.common import library


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare no arguments: it is always the last step."""


def run(options: argparse.Namespace) -> int:
    """Take the last step back and say which it was; exit code 1 when there is none."""
    with library(options.folder) as shelf:
        step = shelf.undo()
    if step is None:
        say("nothing to undo")
        return 1
    put(step.what)
    return 0
