"""The command line: which verb, which library, and what an exit code means.

Data goes to standard output, everything else to standard error. Exit codes: 0 done; 1 something could not be
done; 2 wrong usage; 130 interrupted. A verb is a module of `tui.verbs` with ``arguments(parser)`` and
``run(options)``; only the module of the verb asked for is imported, and Textual only by the app.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from store.errors import DiploError, QueryError
from store.harmless import one_line

VERBS = {
    "read": "show what would be found in a text; stores nothing",
    "add": "read texts and store what is found",
    "list": "meetings, newest first",
    "quotes": "quotes, newest meeting first",
    "officials": "the officials, and how often they met and spoke",
    "export": "quotes as Markdown, CSV, JSON Lines, BibTeX or CSL-JSON",
    "compare": "what the sources of one meeting tell, side by side",
    "timeline": "what an official said over time, and what changed",
    "formulas": "fixed phrases that recur, by whom and since when",
    "silence": "topics no longer spoken of, officials no longer heard",
    "overview": "meetings counted, who met whom, who speaks of what",
    "report": "the overview as an HTML page with charts",
    "serve": "the app in a browser on this machine",
    "undo": "take the last step back",
    "redo": "do again what was undone last",
    "history": "the steps of this library, newest first",
    "refresh": "fetch the pages again and tell which have changed",
    "check": "look over the whole library; exit code 1 if anything is wrong",
    "verify": "re-check every quote of an export against its source",
    "completion": "print the completion script for a shell",
}


class Version(argparse.Action):
    """Print the version, which is looked up only then: reading the package's notes is half of a fast start."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str = "") -> None:
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *found: object) -> None:
        """Print it and leave."""
        from importlib.metadata import version

        sys.stdout.write(f"diplo-tui {version('diplo-tui')}\n")
        parser.exit()


def library_argument(command: argparse.ArgumentParser, default: str | None = None) -> None:
    """Declare which library; it may stand before the verb or after it."""
    about = "the library (or DIPLO_TUI_LIBRARY)"
    command.add_argument("--library", metavar="DIR", type=Path, default=default, help=about)


def options_before_the_verb(*, with_help: bool) -> argparse.ArgumentParser:
    """Build the parser of what may stand before a verb."""
    top = argparse.ArgumentParser(
        prog="diplo-tui", description="A reading room for diplomatic meetings.", add_help=with_help
    )
    library_argument(top)
    top.add_argument("--sample", action="store_true", help="open the app on a copy of the sample")
    return top


def parser(verb: str | None = None) -> argparse.ArgumentParser:
    """Build the whole parser; with ``verb``, only that verb's arguments are loaded: a fast start."""
    top = options_before_the_verb(with_help=True)
    top.add_argument("--version", action=Version, help="show program's version number and exit")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", title="verbs (none opens the app)")
    for name, help_line in VERBS.items():
        command = verbs.add_parser(name, help=help_line, description=help_line.capitalize() + ".")
        library_argument(
            command, default=argparse.SUPPRESS
        )  # else it would take back the one before the verb
        if verb in (None, name):
            import_module(f"tui.verbs.{name}").arguments(command)
    return top


def verb_of(arguments: Sequence[str]) -> str:
    """Return the verb among the arguments, or an empty string; a folder named like a verb is not one."""
    first = options_before_the_verb(with_help=False)
    first.add_argument("verb", nargs="?", default="")
    first.exit_on_error = False
    try:
        found: str = first.parse_known_args(arguments)[0].verb
    except argparse.ArgumentError:
        return ""
    return found


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options; ``-word`` is part of a query where the verb takes one, and wrong usage elsewhere."""
    top = parser(verb_of(arguments))
    options, unknown = top.parse_known_args(arguments)
    if unknown and (not hasattr(options, "query") or any(word.startswith("--") for word in unknown)):
        top.error(f"unrecognized arguments: {' '.join(unknown)}")
    if options.verb and options.sample:
        top.error("--sample opens the app, and takes no verb")
    if options.sample and options.library:
        top.error("--sample opens a fresh copy of its own, and takes no --library")
    if unknown:
        options.query += unknown
    return options


def library_folder(options: argparse.Namespace) -> Path:
    """Return the folder asked for: the option, the environment, the settings, else the system's own place."""
    if options.library:
        return Path(options.library)
    if named := os.environ.get("DIPLO_TUI_LIBRARY"):
        return Path(named)
    from platformdirs import user_config_path, user_data_path

    settings = user_config_path("diplo-tui", appauthor=False) / "settings.toml"
    if settings.exists():
        from tui.settings import library_set

        if named_there := library_set(settings):
            return named_there
    return user_data_path("diplo-tui", appauthor=False) / "library"


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code. Raises `DiploError` where nothing could be done."""
    options = parse(arguments)
    options.folder = library_folder(options)
    if options.verb:
        code: int = import_module(f"tui.verbs.{options.verb}").run(options)
        return code
    from tui.start import start

    return start(options.folder, sample=options.sample)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program as the shell does; every expected failure is one line on standard error."""
    try:
        code = run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()  # a full disk shows here, where it can still be said
        return code
    except QueryError as error:
        sys.stderr.write(
            f"diplo-tui: {one_line(str(error))} (at character {error.position + 1} of the query)\n"
        )
        return 2
    except DiploError as error:
        sys.stderr.write(f"diplo-tui: {one_line(str(error))}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _write_no_more()  # the reader of a pipe went away (`| head`)
        return 0
    except OSError as error:
        _write_no_more()
        sys.stderr.write(f"diplo-tui: {one_line(error.strerror or str(error))}\n")
        return 1


def _write_no_more() -> None:
    """Keep Python from complaining at exit once more of an output that cannot be written to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
