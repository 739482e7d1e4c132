"""``diplo-tui completion``: print the completion script for a shell."""

from __future__ import annotations

import argparse

from tui.output import put

SHELLS = {"bash": "bash", "zsh": "zsh", "fish": "fish"}


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.add_argument("shell", choices=("bash", "zsh", "fish"))


def run(options: argparse.Namespace) -> int:
    """Print the script; the shell evaluates it."""
    import shtab

    from tui.cli import parser

    put(shtab.complete(parser(), shell=options.shell))
    return 0
