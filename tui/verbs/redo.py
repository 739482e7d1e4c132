"""``diplo-tui redo``."""

from __future__ import annotations

import argparse

from tui.output import put, say
from tui.verbs.common import library


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare no arguments: it is always the last step."""


def run(options: argparse.Namespace) -> int:
    """Do again what was undone last and say what it was; exit code 1 when there is nothing."""
    with library(options.folder) as shelf:
        step = shelf.redo()
    if step is None:
        say("nothing to redo")
        return 1
    put(step.what)
    return 0
