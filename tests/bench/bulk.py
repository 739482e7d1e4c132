"""Adding 5,000 generated files: with two reading processes against one process that does everything.

Run as ``python -m tests.bench.bulk [FILES]``. Prints files and words a second, the processor time and the peak memory
of the importing process and of its reading processes (the largest's; resident, as the kernel counts it), for each way
and as a ratio; then how long it takes to find that everything is stored already.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

FILES = 5_000
COUNTRIES = ("Norway", "Denmark", "Estonia", "Ghana", "Peru", "Chile", "Kenya", "Latvia")
FIRST = ("Anna", "Ole", "Tomas", "Amina", "Luc", "Ines", "Joseph", "Mara")
LAST = ("Berg", "Dahl", "Ruhl", "Diallo", "Denard", "Falk", "Ndiaye", "Ozols")
PLACES = ("Oslo", "Tallinn", "Accra", "Lima", "Nairobi", "Riga")
TOPICS = (
    "open sea lanes",
    "grain exports",
    "vocational training",
    "offshore wind",
    "fishing quotas",
    "visa rules",
)
CUES = ("stressed the importance of", "expressed readiness to widen cooperation on", "called for progress on")


class Figures(NamedTuple):
    """What one import took: seconds, processor seconds and peak memory (MB) of the parent and of its children."""

    seconds: float
    parent: float
    children: float
    peak: float
    largest_child: float


def generate(folder: Path, files: int) -> int:
    """Write readouts of 200 to 900 words, the same on every run; return the number of words."""
    chance = random.Random(5)
    words = 0
    for number in range(files):
        text = readout(chance, number)
        words += len(text.split())
        path = folder / f"{number // 500:02}" / f"{number:05}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return words


def readout(chance: random.Random, number: int) -> str:
    """Make one readout: two ministers, a place, a day, statements of both."""
    one, other = chance.sample(range(len(LAST)), 2)
    day = f"{1 + number % 28} {('January', 'April', 'June', 'October')[number % 4]} {1990 + number // 112}"
    lines = [
        f"Minister {FIRST[one]} {LAST[one]} of {COUNTRIES[one]} met Minister {FIRST[other]} {LAST[other]} of"
        f" {COUNTRIES[other]} in {chance.choice(PLACES)} on {day}."
    ]
    for _ in range(chance.randrange(5, 25)):
        speaker = LAST[chance.choice((one, other))]
        lines.append(
            f"{speaker} {chance.choice(CUES)} {chance.choice(TOPICS)} and said that {chance.randrange(2, 999)}"
            f" agreements had been signed since {chance.randrange(1950, 2024)}. “We will not wait for others,”"
            f" {speaker} added. The two sides exchanged views on the situation in the north."
        )
    return "\n\n".join(lines) + "\n"


def measured(library: Path, folder: Path, jobs: int) -> Figures:
    """Add a folder in a process of its own and return what that took."""
    code = (
        "import resource, sys; from tui.cli import main; code = main(sys.argv[1:]);"
        "own, other = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN));"
        "took = [own.ru_utime + own.ru_stime, other.ru_utime + other.ru_stime, own.ru_maxrss, other.ru_maxrss];"
        "sys.stderr.write('took %f %f %d %d\\n' % tuple(took)); sys.exit(code)"
    )
    command = [sys.executable, "-c", code, "--library", str(library), "add", "--jobs", str(jobs), str(folder)]
    started = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    seconds = time.perf_counter() - started
    parent, children, peak, child = map(float, done.stderr.splitlines()[-1].split()[1:])
    return Figures(seconds, parent, children, peak / 1_000, child / 1_000)


def main(files: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "in")
        folder.mkdir()
        words = generate(folder, files)
        print(f"{files:,} files, {words:,} words")
        found = {}
        for jobs in (1, 2):
            found[jobs] = measured(Path(name, f"library{jobs}"), folder, jobs)
            told(f"--jobs {jobs}", files, words, found[jobs])
        again = measured(Path(name, "library2"), folder, 2)
        told("again", files, words, again)
        print(f"two processes against one: {found[1].seconds / found[2].seconds:.2f} times as fast")


def told(name: str, files: int, words: int, figures: Figures) -> None:
    """Print one line of figures."""
    print(
        f"{name:<9} {figures.seconds:7.1f} s  {files / figures.seconds:6.0f} files/s"
        f"  {words / figures.seconds:9,.0f} words/s"
        f"  processor {figures.parent:.1f} + {figures.children:.1f} s"
        f"  peak {figures.peak:.0f} MB + {figures.largest_child:.0f} MB a process"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FILES)
