"""What a library costs at the size of a ministry's archive, beside SQLite and TinyDB's own file doing the same.

``python -m tests.bench.library [--meetings N] [--no-tinydb]``

Each figure is taken in a process of its own, on the same generated data in the same run: processor time, so that a
slow disk does not blur it, the median where a thing is done many times; memory as the kernel counts it. SQLite runs
with WAL, ``synchronous=FULL`` and an FTS5 index of the quotes' texts. What is added counts as added when it can be
found, on both sides; the library's index holds speakers, titles, names and all fields besides. Both sides put off
some work, writing or merging it for many additions at once: the averages have it in them, the medians have not.
TinyDB has no index and rewrites its whole file at each change.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from statistics import mean, median
from time import process_time
from typing import Any

import orjson

from store.library import Library
from store.model import Source
from store.search import Index
from tests.bench.archive import archive

BATCH = 1_000
EDITS = 200
ADDS = 200


def batched(made: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield what is made in lists of `BATCH`."""
    while some := list(islice(made, BATCH)):
        yield some


def records(meetings: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield generated meetings as ``export --format jsonl`` writes them."""
    for meeting, quotes in archive(meetings, seed).meetings:
        text = "  ".join(quote.text for quote in quotes)
        label = meeting.sources[0]
        officials = [
            {"name": one.name, "office": "Minister of Foreign Affairs", "country": one.country, "aliases": []}
            for one in meeting.participants
        ]
        source = Source.of(text, title=label.title, publisher=label.publisher, url=label.url)
        yield {
            "meeting": {
                "title": meeting.title,
                "date": meeting.date,
                "end_date": None,
                "place": meeting.place,
                "kind": meeting.kind,
                "officials": officials,
            },
            "sources": [
                {
                    "title": source.title,
                    "publisher": source.publisher,
                    "url": source.url,
                    "published": meeting.date,
                    "retrieved": "2026-01-05",
                    "language": "en",
                    "text": text,
                    "sha256": source.sha256,
                }
            ],
            "quotes": [
                {
                    "source": 0,
                    "start": quote.start,
                    "end": quote.end,
                    "speaker": quote.speaker,
                    "kind": quote.kind,
                    "cue": quote.cue,
                    "status": quote.status,
                    "tags": list(quote.tags),
                    "note": None,
                }
                for quote in quotes
            ],
            "tags": [],
            "note": None,
        }


class Ours:
    """The library."""

    def __init__(self, place: Path) -> None:
        self.library = Library.open(place / "library")
        self._place = place / "index.sqlite"

    @cached_property
    def index(self) -> Index:
        return Index(self.library, self._place)

    def fill(self, made: Iterator[dict[str, Any]]) -> None:
        for some in batched(made):
            self.library.add_records(some)
        self.index.catch_up()

    def listed(self) -> object:
        meetings = self.library.meetings()
        return len(meetings), meetings[:40]

    def edit(self, number: int) -> None:
        self.library.tag_quotes([f"{number}.1"], [f"tag{number}"])

    def add(self, record: dict[str, Any]) -> None:
        self.library.add_record(record, on_duplicate="join")
        self.index.catch_up()

    def catch_up(self, number: int, tag: str) -> float:
        self.library.tag_quotes([f"{number}.1"], [tag])
        return measured(self.index.catch_up)

    def said(self, name: str) -> object:
        official = next(one for one in self.library.officials() if one.name == name)
        met = self.library.meetings_of(official.id)
        quotes = (quote for meeting in met for quote in self.library.quotes(meeting.id))
        return list(islice((quote for quote in quotes if official.id in quote.officials), 50))

    def close(self) -> None:
        if "index" in self.__dict__:
            self.index.close()
        self.library.close()


class Sqlite:
    """The same in SQLite, as one would write it: a table each, the lists as JSON, the quotes in FTS5."""

    def __init__(self, place: Path) -> None:
        self.base = sqlite3.connect(place / "library.sqlite", isolation_level=None)
        self.base.executescript(
            """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            CREATE TABLE IF NOT EXISTS meetings(id INTEGER PRIMARY KEY, title, date, place, kind, officials, source);
            CREATE INDEX IF NOT EXISTS by_date ON meetings(date);
            CREATE TABLE IF NOT EXISTS sources(id INTEGER PRIMARY KEY, sha256 UNIQUE, label, text);
            CREATE TABLE IF NOT EXISTS quotes(
                id INTEGER PRIMARY KEY, meeting, start, end, text, speaker, kind, cue, status, tags);
            CREATE INDEX IF NOT EXISTS by_meeting ON quotes(meeting);
            CREATE INDEX IF NOT EXISTS by_speaker ON quotes(speaker);
            CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
                text, content=quotes, content_rowid=id, tokenize='unicode61', prefix='2');
            CREATE TABLE IF NOT EXISTS officials(name PRIMARY KEY, country, office, first, last);
            """
        )

    def fill(self, made: Iterator[dict[str, Any]]) -> None:
        for some in batched(made):
            self.base.execute("BEGIN")
            for record in some:
                self._put(record)
            self.base.execute("COMMIT")

    def _put(self, record: dict[str, Any]) -> None:
        told, source = record["meeting"], record["sources"][0]
        if self.base.execute("SELECT 1 FROM sources WHERE sha256=?", (source["sha256"],)).fetchone():
            return
        label = {name: value for name, value in source.items() if name != "text"}
        key = self.base.execute(
            "INSERT INTO sources(sha256, label, text) VALUES(?,?,?)",
            (source["sha256"], orjson.dumps(label), source["text"]),
        ).lastrowid
        meeting = self.base.execute(
            "INSERT INTO meetings(title, date, place, kind, officials, source) VALUES(?,?,?,?,?,?)",
            (told["title"], told["date"], told["place"], told["kind"], orjson.dumps(told["officials"]), key),
        ).lastrowid
        for one in told["officials"]:
            self.base.execute(
                "INSERT INTO officials VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET last=max(last, excluded.last)",
                (one["name"], one["country"], one["office"], told["date"], told["date"]),
            )
        for quote in record["quotes"]:
            text = source["text"][quote["start"] : quote["end"]]
            row = self.base.execute(
                "INSERT INTO quotes(meeting, start, end, text, speaker, kind, cue, status, tags)"
                " VALUES(?,?,?,?,?,?,?,?,?)",
                (
                    meeting,
                    *(quote["start"], quote["end"], text, quote["speaker"], quote["kind"], quote["cue"]),
                    *(quote["status"], orjson.dumps(quote["tags"])),
                ),
            ).lastrowid
            self.base.execute("INSERT INTO words(rowid, text) VALUES(?,?)", (row, text))

    def listed(self) -> object:
        rows = self.base.execute("SELECT id, date, place, title, officials FROM meetings ORDER BY date DESC")
        return len(rows.fetchall())

    def edit(self, number: int) -> None:
        self.base.execute("UPDATE quotes SET tags=? WHERE id=?", (f'["tag{number}"]', number))

    def add(self, record: dict[str, Any]) -> None:
        self.base.execute("BEGIN")
        self._put(record)
        self.base.execute("COMMIT")

    def said(self, name: str) -> object:
        return self.base.execute(
            "SELECT * FROM quotes JOIN meetings ON meeting=meetings.id WHERE speaker=? ORDER BY date DESC LIMIT 50",
            (name,),
        ).fetchall()

    def close(self) -> None:
        self.base.close()


class Stock:
    """TinyDB with the file storage it comes with."""

    def __init__(self, place: Path) -> None:
        from tinydb import TinyDB

        self.base = TinyDB(place / "library.json")

    def fill(self, made: Iterator[dict[str, Any]]) -> None:
        self.base.table("meetings").insert_multiple(made)

    def listed(self) -> object:
        return len(
            sorted(self.base.table("meetings").all(), key=lambda one: one["meeting"]["date"], reverse=True)
        )

    def edit(self, number: int) -> None:
        self.base.table("meetings").update({"tags": [f"tag{number}"]}, doc_ids=[number])

    def add(self, record: dict[str, Any]) -> None:
        self.base.table("meetings").insert(record)

    def said(self, name: str) -> object:
        held = self.base.table("meetings").all()
        return [one for row in held for one in row["quotes"] if one["speaker"] == name][:50]

    def close(self) -> None:
        self.base.close()


STORES: dict[str, Callable[[Path], Any]] = {"ours": Ours, "SQLite": Sqlite, "TinyDB": Stock}


def peak_memory() -> float:
    """Return the most memory this process has held, in megabytes; not what the kernel says of children."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1 << 20 if sys.platform == "darwin" else 1 << 10
    )


def measured(work: Callable[[], object]) -> float:
    """Return the processor milliseconds that a piece of work takes."""
    begun = process_time()
    work()
    return 1000 * (process_time() - begun)


def measure(store: str, what: str, place: Path, meetings: int) -> float:
    """Take one figure; in a process that does nothing else."""
    if what == "open it the first time":
        shutil.rmtree(place / "library" / ".places", ignore_errors=True)
    begun = process_time()
    opened = STORES[store](place)
    try:
        return figure(opened, begun, store, what, place, meetings)
    finally:
        opened.close()  # what a store notes down for its next start is there for the next figure


def figure(opened: Any, begun: float, store: str, what: str, place: Path, meetings: int) -> float:
    """Take one figure of a store that was just opened, or that was ``begun`` to be."""
    slow = store == "TinyDB" and meetings > 1_000
    if what in ("open to the list", "open it the first time"):
        opened.listed()
        return 1000 * (process_time() - begun)
    if what == "memory of that, MB":
        opened.listed()
        return peak_memory()
    if what == "one durable edit":
        opened.edit(1)
        return median(measured(lambda at=at: opened.edit(at)) for at in range(2, 3 if slow else EDITS))
    middle = mean if what.endswith(", average") else median
    if what.startswith("add a meeting of ten quotes"):
        new = list(records(2 if slow else ADDS, seed=len(what)))
        opened.add(new[0])  # so that what is only loaded once has been
        return middle([measured(lambda record=record: opened.add(record)) for record in new[1:]])
    if what.startswith("index: catch up after one edit"):
        if store != "ours":
            return 0.0  # there it is part of the edit, or there is none
        opened.index.catch_up()
        return middle([opened.catch_up(at, what) for at in range(1, EDITS)])
    if what == "bulk add of a tenth, indexed":
        if store == "ours":
            opened.index.catch_up()
        with (place / "tenth.jsonl").open("rb") as lines:
            return measured(lambda: opened.fill(map(orjson.loads, lines)))
    name = json.loads((place / "name.json").read_text())
    if what == "all an official said, first time":
        return measured(lambda: opened.said(name))
    opened.said(name)
    return measured(lambda: opened.said(name))


WHAT = (
    "open to the list",
    "open it the first time",
    "memory of that, MB",
    "one durable edit",
    "index: catch up after one edit",
    "index: catch up after one edit, average",
    "add a meeting of ten quotes",
    "add a meeting of ten quotes, average",
    "all an official said, first time",
    "all an official said, again",
    "bulk add of a tenth, indexed",
)


def filled(store: str, place: Path) -> None:
    """Fill a store with all meetings."""
    opened = STORES[store](place)
    with (place / "all.jsonl").open("rb") as lines:
        opened.fill(map(orjson.loads, lines))
    opened.close()


def apart(*arguments: object) -> float:
    """Take one figure in a fresh process."""
    command = [sys.executable, "-m", "tests.bench.library", "--one", *map(str, arguments)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def size(place: Path) -> float:
    """Return how many megabytes a store takes on the disk."""
    files = place.rglob("*") if place.is_dir() else place.parent.glob(f"{place.name}*")
    return sum(path.stat().st_size for path in files if path.is_file()) / 1e6


def main() -> None:
    """Build the stores, take every figure and print them with their ratios to SQLite."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.library", description=__doc__)
    parser.add_argument("--meetings", type=int, default=10_000)
    parser.add_argument(
        "--no-tinydb", action="store_true", help="leave out TinyDB's own file, which takes long"
    )
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        store, what, place, meetings = options.one
        print(measure(store, what, Path(place), int(meetings)))
        return
    stores = [store for store in STORES if store != "TinyDB" or not options.no_tinydb]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with (place / "all.jsonl").open("wb") as lines:
            lines.writelines(orjson.dumps(record) + b"\n" for record in records(options.meetings))
        with (place / "tenth.jsonl").open("wb") as lines:
            lines.writelines(
                orjson.dumps(record) + b"\n" for record in records(options.meetings // 10, seed=9)
            )
        (place / "name.json").write_text(json.dumps(next(records(1))["meeting"]["officials"][0]["name"]))
        for store in stores:
            print(f"filling {store}: {measured(partial(filled, store, place)):,.0f} ms")
        print(
            f"\n{options.meetings:,} meetings{'':26}"
            + "".join(f"{store:>12}" for store in stores)
            + "   ours/SQLite"
        )
        for what in WHAT:
            row = {store: apart(store, what, place, options.meetings) for store in stores}
            figures = "".join(f"{row[store]:12,.2f}" for store in stores)
            print(
                f"{what:41}{figures}{row['ours'] / row['SQLite']:13.2f}"
                if row["SQLite"]
                else f"{what:41}{figures}"
            )
        paths = {"ours": "library", "SQLite": "library.sqlite", "TinyDB": "library.json"}
        print(f"{'index on the disk, MB':41}{size(place / 'index.sqlite'):12,.0f}")
        print(f"{'on the disk, MB':41}" + "".join(f"{size(place / paths[store]):12,.0f}" for store in stores))


if __name__ == "__main__":
    main()
