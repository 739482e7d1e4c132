"""The bundled sample: short readouts about real meetings, read and stored like anybody's own texts.

The texts in ``store/data/sample`` are summaries written for this program, each with the page it is written after.
Several meetings are told by both sides, and some officials meet again over the years, so that comparing,
timelines and formulas have something to show.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from store.model import Source
from store.sources import load


@contextmanager
def sample_folder() -> Iterator[Path]:
    """Give the folder of the bundled texts for as long as the block runs."""
    with as_file(files("store") / "data" / "sample") as folder:
        yield folder


def sample_sources() -> list[Source]:
    """Read the bundled texts, oldest meeting first (their file names begin with the day)."""
    with sample_folder() as folder:
        return [load(str(path)) for path in sorted(folder.glob("*.txt"))]


def make_sample(folder: Path) -> None:
    """Fill the library at ``folder`` with the sample, each text one step, as if it had been added by hand.

    The library is made where there is none; texts it already holds are not stored twice.
    Raises `LibraryError` where the library cannot be written.
    """
    # Opening the app on the sample is the only start that needs the reader and the database at once.
    from store.library import Library
    from store.reading import read

    with Library.open(folder) as library:
        for source in sample_sources():
            library.add(source, read(source))
