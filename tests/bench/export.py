"""How fast quotes are written in each format, and checked again where a format can be.

``python -m tests.bench.export [--meetings N]``.

Prints, for each format, quotes written a CPU second, their size, the most memory the writing itself held at once, and
quotes verified a CPU second. The source texts are the quotes themselves, so that every quote is verified.
"""

from __future__ import annotations

import argparse
import tracemalloc
from dataclasses import replace
from hashlib import sha256
from statistics import median
from time import process_time

from store.export import FORMATS, ExportRow, Format, Options, row_of
from store.export.claims import claims
from store.export.verify import verify
from tests.bench.archive import archive

TIMES = 3
GAP = "\n\n"


def made(meetings: int) -> tuple[list[ExportRow], dict[str, str]]:
    """Make rows whose sources exist: each text is its meeting's quotes, one after the other."""
    rows, texts = [], {}
    for meeting, said in archive(meetings).meetings:
        text = GAP.join(quote.text for quote in said)
        digest = sha256(text.encode()).hexdigest()
        texts[digest] = text
        label = replace(meeting.sources[0], sha256=digest, retrieved="2026-01-01")
        meeting = replace(meeting, sources=(label,))
        rows += [row_of(meeting, quote) for quote in said]
    return rows, texts


def written(form: Format, rows: list[ExportRow]) -> tuple[float, int, int]:
    """Return seconds, bytes and the peak of memory in bytes."""
    seconds = []
    for _ in range(TIMES):
        start = process_time()
        size = sum(map(len, form.chunks(iter(rows), Options())))
        seconds.append(process_time() - start)
    tracemalloc.start()
    for _ in form.chunks(iter(rows), Options()):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return median(seconds), size, peak


def checked(form: Format, rows: list[ExportRow], texts: dict[str, str]) -> tuple[int, float]:
    """Return how many quotes were verified, and the seconds."""
    data = form.write(rows)
    start = process_time()
    verdicts = [verify(claim, texts.get) for claim in claims(f"all{form.suffix}", data)]
    return sum(verdict.outcome == "verified" for verdict in verdicts), process_time() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=500, metavar="N")
    rows, texts = made(parser.parse_args().meetings)
    print(f"{len(rows):,} quotes of {len(texts):,} meetings")
    print(f"{'format':<10}{'written/s':>12}{'MB':>8}{'peak MB':>9}{'verified':>10}{'checked/s':>11}")
    for name, form in FORMATS.items():
        if form.whole_meetings:
            continue
        seconds, size, peak = written(form, rows)
        verified, took = checked(form, rows, texts) if name not in ("bibtex", "text") else (0, 0.0)
        told = f"{verified:>10,}{verified / took:>11,.0f}" if took else ""
        print(f"{name:<10}{len(rows) / seconds:>12,.0f}{size / 1e6:>8.1f}{peak / 1e6:>9.1f}{told}")


if __name__ == "__main__":
    main()
