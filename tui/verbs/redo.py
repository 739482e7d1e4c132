"""``diplo-tui redo``: do again what was undone last."""

from __future__ import annotations

import argparse

from tui.verbs.common import library, report_step


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare no arguments: it is always the step undone last."""


def run(options: argparse.Namespace) -> int:
    """Do the step again and say which it was; exit code 1 when there is none."""
    with library(options.folder) as shelf:
        return report_step(shelf.redo(), "Redone", "nothing to redo")
