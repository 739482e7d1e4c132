"""``diplo-tui undo``: take the last step back."""

from __future__ import annotations

import argparse

from tui.verbs.common import library, report_step


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare no arguments: it is always the last step."""


def run(options: argparse.Namespace) -> int:
    """Take the last step back and say which it was; exit code 1 when there is none."""
    with library(options.folder) as shelf:
        return report_step(shelf.undo(), "Undone", "nothing to undo")
