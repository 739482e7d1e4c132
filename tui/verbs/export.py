"""``diplo-tui export``: quotes as a file for other programs."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.errors import ExportError
from store.export import FORMATS, Format, Options, format_of_file
from store.export.options import GROUPS
from store.export.saving import save
from store.export.templates import TEMPLATES, Template
from tui.exporting import whole_meetings
from tui.output import say
from tui.verbs.common import library, none_or_more, query_argument, say_nothing_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from store.export.rows import HasMeeting
    from store.library import Library
    from store.model import Meeting


class _Found(NamedTuple):
    """A meeting found as a whole."""

    meeting: Meeting


class _Counting:
    """Passes on what is found, counting it, and the quotes of whole meetings."""

    def __init__(self, found: Iterable[HasMeeting]) -> None:
        self._found = found
        self.number = self.quotes = 0

    def __iter__(self) -> Iterator[HasMeeting]:
        for one in self._found:
            self.number += 1
            self.quotes += one.meeting.quotes
            yield one


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    query_argument(command)
    known = "; ".join(f"{form.name}: {form.about}" for form in FORMATS.values())
    command.add_argument(
        "--format", choices=FORMATS, metavar="NAME", help=f"{known} (default: by FILE's suffix, or markdown)"
    )
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to FILE, not to standard output"
    )
    command.add_argument(
        "--group", choices=GROUPS, default="meeting", help="what the headings are (default: meeting)"
    )
    command.add_argument(
        "--context",
        type=none_or_more,
        default=0,
        metavar="WORDS",
        help="show WORDS on either side of a quote",
    )
    command.add_argument("--front-matter", action="store_true", help="begin Markdown with a YAML block")
    command.add_argument("--title", default="Quotes", help="the title of the document (default: Quotes)")
    command.add_argument(
        "--template",
        metavar="T",
        help=f"how each quote is written: {', '.join(TEMPLATES)}, a file, or text with {{fields}}",
    )


def run(options: argparse.Namespace) -> int:
    """Write the quotes that the query finds, to the file asked for or to standard output."""
    form = form_of(options)
    query = " ".join(options.query)
    choices = Options(
        title=options.title,
        group=options.group,
        front_matter=options.front_matter,
        query=query,
        exported=date.today().isoformat(),
        template=None if options.template is None else template_text(options.template),
    )
    with library(options.folder) as shelf:
        found = _Counting(_found(shelf, form, query))
        pieces = form.chunks(form.rows(shelf, found, context=options.context), choices)
        if options.output is None or str(options.output) == "-":
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
        else:
            size = save(options.output, pieces)
            say(f"wrote {options.output} ({form.name}, {size:,} bytes)")
        if not found.number:
            say_nothing_found(shelf, query)
        elif form.whole_meetings and query:
            say(f"{form.name} holds whole meetings: {whole_meetings(found.number, found.quotes)}")
    return 0


def form_of(options: argparse.Namespace) -> Format:
    """Return the format asked for, by name or by the file's ending; a name without an ending is remarked on.

    Raises `ExportError` for an ending of something else: a program that opens the file by it would find Markdown.
    """
    if options.format is None and options.output is not None and str(options.output) != "-":
        name = options.output.name
        if known := format_of_file(name):
            return FORMATS[known]
        if options.output.suffix:
            endings = ", ".join(dict.fromkeys(form.suffix for form in FORMATS.values()))
            raise ExportError(
                f"The ending of {name} names no format: they are {endings}; "
                f"--format NAME writes one of {', '.join(FORMATS)} into any file."
            )
        say(f"{name} has no ending that names a format: writing markdown")
    return FORMATS[options.format or "markdown"]


def template_text(asked: str) -> str:
    """Return the template meant: a built-in one by name, the text of a file, or the words themselves.

    Raises `ExportError` for one that cannot be read or filled, before anything is written.
    """
    text = TEMPLATES.get(asked) or (asked if "{" in asked else _file_text(asked))
    Template(text)
    return text


def _file_text(asked: str) -> str:
    try:
        return Path(asked).read_text(encoding="utf-8").removesuffix("\n")
    except (OSError, UnicodeDecodeError) as error:
        known = ", ".join(TEMPLATES)
        raise ExportError(f"{asked} is no template: neither {known}, nor a readable file.") from error


def _found(shelf: Library, form: Format, query: str) -> Iterable[HasMeeting]:
    from store.finding import find_meetings, find_quotes

    if form.whole_meetings:
        return (_Found(meeting) for meeting in find_meetings(shelf, query))
    return find_quotes(shelf, query)
