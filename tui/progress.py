"""A bar on standard error for whoever waits at a terminal: done, left, rate, failed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.importing import Progress

FEWEST = 5
"""An import of fewer sources is over before a bar says anything."""


def shown(run: Iterator[Progress], sources: int) -> Iterator[Progress]:
    """Pass an import on, drawing its progress if standard error is a terminal and there is enough to wait for.

    The bar is taken away while whoever iterates prints, so that lines and bar never share one line of the screen.
    """
    if sources < FEWEST or not sys.stderr.isatty():
        yield from run
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.0f}/s  {task.fields[failed]} failed"),
        TimeRemainingColumn(),
    )
    bar = Bar(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )
    task = bar.add_task("", total=sources, rate=0.0, failed=0)
    bar.start()
    try:
        for progress in run:
            bar.update(task, completed=progress.done, total=progress.done + progress.left)
            bar.update(task, rate=progress.rate, failed=progress.failed)
            bar.stop()
            yield progress
            bar.start()
    finally:
        bar.stop()
