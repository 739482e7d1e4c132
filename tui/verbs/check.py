"""``diplo-tui check``: look over the whole library."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from tui.output import put, put_json
from tui.verbs.common import json_argument, library


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    json_argument(command)


def run(options: argparse.Namespace) -> int:
    """Print each problem and what to do; exit code 1 if there is any."""
    with library(options.folder) as shelf:
        problems = shelf.check()
    for problem in problems:
        if options.json:
            put_json(asdict(problem))
        else:
            put(str(problem))
    if not problems and not options.json:
        put("Nothing is wrong.")
    return int(bool(problems))
