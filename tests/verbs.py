"""The command line in tests: a verb in, its exit code and what it printed out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli import main

Verb = Callable[..., tuple[int, str, str]]


def verbs_on(library: Path, capsys: pytest.CaptureFixture[str]) -> Verb:
    """Return what runs a verb on a library; it gives back exit code, standard output, standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--library", str(library), *map(str, arguments)])
        seen = capsys.readouterr()
        return code, seen.out, seen.err

    return run
