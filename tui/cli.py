"""The command line: which verb, which library, and what an exit code means.

Data goes to standard output, everything else to standard error. Exit codes: 0 done; 1 something could not be done;
2 wrong usage; 130 interrupted. A verb is a module of `tui.verbs` with ``arguments(parser)`` and ``run(options)``;
only the module of the verb asked for is imported, and Textual only by the app.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from store.errors import DiploError
from store.harmless import one_line

VERBS = {
    "read": "show what would be found in a text; stores nothing",
    "add": "read texts and store what is found",
    "list": "meetings, newest first",
    "quotes": "quotes, newest meeting first",
    "officials": "the officials, and how often they met and spoke",
    "export": "quotes as Markdown, CSV, JSON Lines, BibTeX or CSL-JSON",
    "undo": "take the last step back",
    "redo": "do again what was undone last",
    "history": "the steps of this library, newest first",
    "check": "look over the whole library; exit code 1 if anything is wrong",
    "verify": "re-check every quote of an export against its source",
    "completion": "print the completion script for a shell",
}


def parser(verb: str | None = None) -> argparse.ArgumentParser:
    """Build the parser; with ``verb``, only that verb's own arguments are loaded, which keeps the start fast."""
    top = argparse.ArgumentParser(prog="diplo-tui", description="A reading room for diplomatic meetings.")
    top.add_argument("--version", action="version", version=f"diplo-tui {version('diplo-tui')}")
    top.add_argument("--library", metavar="DIR", type=Path, help="the library's folder (or DIPLO_TUI_LIBRARY)")
    top.add_argument("--sample", action="store_true", help="open the app on a fresh copy of the sample library")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", title="verbs (none opens the app)")
    for name, help_line in VERBS.items():
        command = verbs.add_parser(name, help=help_line, description=help_line.capitalize() + ".")
        if verb in (None, name):
            import_module(f"tui.verbs.{name}").arguments(command)
    return top


def library_folder(options: argparse.Namespace) -> Path:
    """Return the folder asked for: the option, else the environment, else the system's place for such data."""
    if options.library:
        return Path(options.library)
    if named := os.environ.get("DIPLO_TUI_LIBRARY"):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("diplo-tui", appauthor=False) / "library"


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code. Raises `DiploError` where nothing could be done."""
    verb = next((word for word in arguments if word in VERBS), "")
    options = parser(verb).parse_args(arguments)
    options.folder = library_folder(options)
    if options.verb:
        return int(import_module(f"tui.verbs.{options.verb}").run(options))
    from tui.start import start

    return start(options.folder, sample=options.sample)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program as the shell does; every expected failure is one line on standard error."""
    try:
        return run(sys.argv[1:] if arguments is None else arguments)
    except DiploError as error:
        sys.stderr.write(f"diplo-tui: {one_line(str(error))}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of a pipe went away (`| head`); keep Python from complaining once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
