"""What the insight verbs share: how wide to set lines, how far the work has come, and which meetings are meant."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from store.errors import DiploError
from store.insight.evidence import Progress, heard, quiet
from store.model import Meeting, Quote
from tui.insight.lines import Line, text_of
from tui.output import put, say
from tui.verbs.common import say_nothing_found

if TYPE_CHECKING:
    from store.library import Library

WIDEST = 160
"""Cells beyond which lines are hard to read; files and pipes get 100."""
_NO_TERMINAL = 100


def width() -> int:
    """Return in how many cells to set lines."""
    if not sys.stdout.isatty():
        return _NO_TERMINAL
    return min(WIDEST, get_terminal_size().columns)


def put_lines(lines: Iterable[Line]) -> None:
    """Print lines without their looks."""
    for line in lines:
        put(text_of(line))


def put_remarks(remarks: Iterable[str | None]) -> None:
    """Say on standard error where there is too little to tell."""
    for remark in remarks:
        if remark:
            say(remark)


def progress() -> Progress:
    """Return what shows progress on standard error, when a person is looking at it."""
    if not sys.stderr.isatty():
        return quiet

    def show(done: int, total: int) -> None:
        share = f"{100 * done // total:3} %" if done < total else " " * 5
        sys.stderr.write(f"\r{share}\r")
        sys.stderr.flush()

    return show


def heard_at(
    shelf: Library, meetings: Sequence[Meeting], shown: Progress | None = None
) -> Iterator[tuple[Meeting, Sequence[Quote]]]:
    """Go through meetings and their quotes, showing progress."""
    return heard(shelf, meetings, shown or progress())


def found(shelf: Library, query: Sequence[str]) -> Sequence[Meeting]:
    """Return the meetings that the words of a query find, having said so where there are none."""
    from store.finding import find_meetings

    meetings = find_meetings(shelf, " ".join(query))
    if not meetings:
        say_nothing_found(shelf, " ".join(query))
    return meetings


def day(written: str | None) -> str:
    """Return a day given as ISO 8601, or today. Raises `DiploError`."""
    if written is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError as error:
        raise DiploError(f"{written!r} is no day: write it as 2023-11-21.") from error
