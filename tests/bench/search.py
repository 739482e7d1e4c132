"""How fast the index answers and keeps up, beside plain SQLite FTS5 on the same quotes.

``python -m tests.bench.search [--meetings N]``.

The library stands in memory, so that the index alone is measured. Times are wall clock in milliseconds; every query
is asked once, as it would be typed, letter by letter from the second on.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time

from store.errors import LibraryError
from store.model import Meeting, Official, Quote
from store.query import Query, parse
from store.search import Index
from tests.bench.archive import Archive, archive

SCREEN = 50


class Shelf:
    """A library in memory."""

    def __init__(self, made: Archive) -> None:
        self._held = {meeting.id: replace(meeting, quotes=len(said)) for meeting, said in made.meetings}
        self._said = {meeting.id: said for meeting, said in made.meetings}
        self._officials = made.officials
        self._steps: list[frozenset[int]] = []
        self._listed = sorted(self._held.values(), key=lambda one: (one.date or "", one.id), reverse=True)

    def meetings(self) -> list[Meeting]:
        return self._listed

    def meeting(self, number: int) -> Meeting:
        if number not in self._held:
            raise LibraryError("There is no such meeting.")
        return self._held[number]

    def quotes(self, number: int) -> tuple[Quote, ...]:
        return self._said[number]

    def officials(self) -> list[Official]:
        return self._officials

    def mark(self) -> str:
        return str(len(self._steps))

    def changed_meetings(self, since: str) -> frozenset[int]:
        return frozenset().union(*self._steps[int(since) :])

    def changed_officials(self, since: str) -> frozenset[int]:
        return frozenset()

    def official(self, number: int) -> Official:
        return self._officials[number - 1]

    def put(self, meeting: Meeting, said: tuple[Quote, ...]) -> None:
        self._held[meeting.id], self._said[meeting.id] = meeting, said
        self._steps.append(frozenset({meeting.id}))


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds some work takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def told(name: str, times: Sequence[float], goal: str = "") -> None:
    """Print a line of the table."""
    high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    print(f"{name:<52}{median(times):9.2f}{high:9.2f}{max(times):9.2f}   {goal}")


def typed(shelf: Shelf, random: Random, count: int) -> list[str]:
    """Return queries as they stand while somebody types words that occur: each letter, one word or two."""
    found = []
    numbers = [meeting.id for meeting in shelf.meetings()]
    while len(found) < count:
        said = random.choice(shelf.quotes(random.choice(numbers))).text.split()
        text = " ".join(random.sample(said, random.choice((1, 1, 2))))
        found += [text[:end] for end in range(2, len(text) + 1) if not text[:end].endswith(" ")]
    return random.sample(found, count)


def plain_sqlite(shelf: Shelf, path: Path) -> sqlite3.Connection:
    """Build the yardstick: text and speaker in FTS5, rows ascending with the date."""
    db = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode=wal", "synchronous=full", "cache_size=-32000"):
        db.execute(f"pragma {setting}")
    db.execute("create virtual table said using fts5(speaker, text, content='', prefix='2')")
    db.execute("begin")
    rows = ((q.speaker, q.text) for one in reversed(shelf.meetings()) for q in shelf.quotes(one.id))
    db.executemany("insert into said(speaker, text) values(?,?)", rows)
    db.execute("commit")
    return db


def ask_sqlite(db: sqlite3.Connection, text: str) -> list[tuple[int]]:
    words = " ".join(f'"{word}"' for word in text.split())
    sql = "select rowid from said where said match ? order by rowid desc limit ?"
    return db.execute(sql, (f"{words} *", SCREEN)).fetchall()


def first_screen(index: Index, query: Query) -> list[object]:
    return list(islice(index.quotes(query), SCREEN))


def measure_queries(index: Index, shelf: Shelf, db: sqlite3.Connection) -> None:
    texts = typed(shelf, Random(11), 400)
    understood = [parse(text) for text in texts]
    told("plain SQLite, as typed, newest first", [timed(lambda t=t: ask_sqlite(db, t)) for t in texts])
    told(
        "as typed, newest first", [timed(lambda q=q: first_screen(index, q)) for q in understood], "p95 ≤ 10"
    )
    told(
        "as typed, by rank", [timed(lambda q=q: index.best_quotes(q, SCREEN)) for q in understood], "p95 ≤ 35"
    )
    told("as typed, all meetings", [timed(lambda q=q: index.meetings(q)) for q in understood], "p95 ≤ 50")
    talker = max(shelf.officials(), key=lambda one: -one.id)
    fields = {
        f'official:"{talker.name}"': "all one official said, first screen",
        "official:wa": "officials by two letters",
        "country:china": "a country",
        "-the": "all but a frequent word",
        "kind:direct status:checked after:2010 before:2012": "fields and dates together",
        "(peace OR climate) -trade tag:climate": "alternatives and exclusion",
        '"peace security"': "a phrase",
        "after:2010-05-07 OR place:th": "dates among alternatives",
        "source:ministry": "a word of every source",
    }
    for text, name in fields.items():
        query = parse(text)
        told(f"{name}: quotes", [timed(lambda q=query: first_screen(index, q)) for _ in range(7)], "≤ 50")
        told(f"{name}: meetings", [timed(lambda q=query: index.meetings(q)) for _ in range(7)], "≤ 50")
    told("the officials of a year", [timed(lambda: index.tallies(parse("on:2010"))) for _ in range(7)])
    told("an official's page", [timed(lambda: index.presences(talker.id)) for _ in range(7)])
    everything = list(index.quotes(parse(f'official:"{talker.name}"')))
    print(f"{talker.name} is quoted {len(everything)} times.")


def measure_changes(index: Index, shelf: Shelf) -> None:
    random = Random(5)

    def edit() -> None:
        index.catch_up()

    times = []
    for meeting in random.sample(list(shelf.meetings()), 300):
        said = list(shelf.quotes(meeting.id))
        place = random.randrange(len(said))
        said[place] = replace(said[place], tags=("quoted", "to check"), status="checked")
        shelf.put(meeting, tuple(said))
        times.append(timed(edit))
    told("catching up after one edit", times, "≤ 2")
    added = []
    for number, meeting in enumerate(random.sample(list(shelf.meetings()), 300)):
        shelf.put(replace(meeting, id=10_000_000 + number, date="2026-01-01"), shelf.quotes(meeting.id))
        added.append(timed(edit))
    told("catching up after a meeting added", added)


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the table for this machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=10_000)
    meetings = parser.parse_args(arguments).meetings
    shelf = Shelf(archive(meetings))
    count = sum(meeting.quotes for meeting in shelf.meetings())
    print(f"{meetings} meetings, {count} quotes")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        index = Index(shelf, path)
        start, cpu = perf_counter(), process_time()
        index.catch_up()
        print(f"filled in {perf_counter() - start:.1f} s, {process_time() - cpu:.1f} s CPU")
        start = process_time()
        db = plain_sqlite(shelf, Path(folder) / "plain")
        print(f"plain SQLite filled in {process_time() - start:.1f} s CPU")
        index.close()
        size = sum(file.stat().st_size for file in path.parent.glob("index*"))
        print(f"size {size / 1e6:.0f} MB, {size / count * 1e6 / 1e6:.0f} MB a million quotes (≤ 500)")
        start = perf_counter()
        index = Index(shelf, path)
        index.catch_up()
        print(f"opened in {(perf_counter() - start) * 1000:.0f} ms")
        print(f"{'milliseconds':<52}{'median':>9}{'p95':>9}{'most':>9}")
        measure_queries(index, shelf, db)
        measure_changes(index, shelf)
        told(
            "as typed after 600 changes",
            [timed(lambda t=t: first_screen(index, parse(t))) for t in typed(shelf, Random(3), 200)],
        )
        index.close()


if __name__ == "__main__":
    main()
