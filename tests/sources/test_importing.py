"""Many sources into a library: each one once, in few steps, told as it goes, and safe to interrupt."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from store.errors import LibraryError
from store.importing import adding
from store.importing.adding import add_all
from store.importing.receipts import NAME, Receipts
from store.importing.tasks import Outcome, Progress, Task
from store.model import Meeting, Reading, Source
from store.outcomes import Added
from tests.sources.serving import Server, answer, serving

NOW = "2024-05-01T10:00:00+00:00"
PAGES = Path(__file__).parent / "pages"
TALKS = (
    "Minister Anna Berg of Norway met Minister Ole Dahl of Denmark in Oslo on 21 November 2023.\n\n"
    "Anna Berg said that {number} ships would sail to the north.\n"
)


class Shelf:
    """A library that keeps labels only: a text that is there is a duplicate, anything else a meeting of its own."""

    def __init__(self) -> None:
        self.kept: dict[str, int] = {}
        self.steps: list[int] = []
        self.given: list[tuple[Source, Reading]] = []
        self.full_after = 1_000_000

    def meeting(self, meeting_id: int) -> Meeting:
        if meeting_id not in self.kept.values():
            raise LibraryError(f"There is no meeting {meeting_id}.")
        return Meeting("m", id=meeting_id)

    def meeting_with_text(self, sha256: str) -> int | None:
        return self.kept.get(sha256)

    def add_many(
        self, items: Iterable[tuple[Source, Reading]], *, on_duplicate: str = "join", now: str | None = None
    ) -> list[Added]:
        assert now == NOW
        answers = []
        for source, reading in items:
            self.given.append((source, reading))
            known = self.kept.get(source.sha256) if on_duplicate != "add" else None
            meeting = known or len(self.kept) + 1
            self.kept[source.sha256] = meeting
            answers.append(Added(meeting, "duplicate" if known else "added", len(reading.quotes)))
        if len(self.kept) > self.full_after:
            raise LibraryError("the disk is full")
        self.steps.append(len(answers))
        return answers


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def receipts(tmp_path: Path) -> Receipts:
    return Receipts(tmp_path)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def texts(folder: Path, count: int) -> list[Task]:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(TALKS.format(number=number))
    return [Task(str(path)) for path in sorted(folder.iterdir())]


def outcomes(progress: Iterable[Progress]) -> dict[str, Outcome]:
    return {outcome.where: outcome for one in progress for outcome in one.outcomes}


@pytest.mark.parametrize("workers", [0, 2])
def test_every_source_has_one_outcome(shelf: Shelf, receipts: Receipts, tmp_path: Path, workers: int) -> None:
    tasks = [*texts(tmp_path / "in", 25), Task("gone.txt"), Task("-", data=b"The ministers met in Bergen.")]
    told = list(add_all(shelf, receipts, tasks, workers=workers, now=NOW))
    found = outcomes(told)
    assert found.keys() == {task.where for task in tasks}
    assert found["gone.txt"] == Outcome("gone.txt", "failed", error="gone.txt: there is no such file")
    assert sum(outcome.status == "added" for outcome in found.values()) == 26
    assert all(outcome.quotes == 1 for outcome in found.values() if outcome.where.endswith("1.txt"))
    assert (told[-1].done, told[-1].left, told[-1].failed) == (27, 0, 1)
    assert sum(shelf.steps) == 26
    assert len(shelf.steps) < 5


def test_both_ways_of_reading_give_the_same(receipts: Receipts, tmp_path: Path) -> None:
    tasks = [*texts(tmp_path / "in", 3), Task(str(PAGES / "ministry_cn.html"))]
    kept = []
    for workers in (0, 1):
        shelf = Shelf()
        seen: list[tuple[Source, Reading]] = []
        add_many = shelf.add_many
        shelf.add_many = lambda items, add_many=add_many, seen=seen, **known: add_many(
            seen.extend(items) or seen, **known
        )
        list(add_all(shelf, Receipts(tmp_path / str(workers)), tasks, workers=workers, now=NOW))
        kept.append(sorted(seen, key=lambda pair: pair[0].text))
    assert kept[0] == kept[1]
    assert len(kept[0]) == 4


def test_what_is_stored_is_not_read_again(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = [*texts(tmp_path / "in", 4), Task(str(PAGES / "ministry_de.html"))]
    first = outcomes(add_all(shelf, Receipts(tmp_path), tasks, now=NOW))
    monkeypatch.setattr(adding, "perform", forbid_reading(adding.perform))
    again = outcomes(add_all(shelf, Receipts(tmp_path), tasks, now=NOW))
    assert {where: outcome.meeting_id for where, outcome in again.items()} == {
        where: outcome.meeting_id for where, outcome in first.items()
    }
    assert {outcome.status for outcome in again.values()} == {"duplicate"}


def forbid_reading(perform):
    class Nobody:
        def read(self, task: Task, *_: object) -> None:
            raise AssertionError(f"{task.where} was read again")

    return lambda task, _reader, known, day: perform(task, Nobody(), known, day)


def test_a_file_whose_meeting_is_gone_is_read_again(shelf: Shelf, tmp_path: Path) -> None:
    tasks = [Task(str(PAGES / "ministry_de.html"))]
    list(add_all(shelf, Receipts(tmp_path), tasks, now=NOW))
    shelf.kept.clear()
    assert [
        outcome.status for outcome in outcomes(add_all(shelf, Receipts(tmp_path), tasks, now=NOW)).values()
    ] == ["added"]


def test_add_means_again(shelf: Shelf, receipts: Receipts, tmp_path: Path) -> None:
    tasks = texts(tmp_path / "in", 1)
    for _ in range(2):
        found = outcomes(add_all(shelf, receipts, tasks, on_duplicate="add", now=NOW))
    assert [outcome.status for outcome in found.values()] == ["added"]


@pytest.mark.parametrize("workers", [0, 2])
def test_cancelled_it_keeps_whole_batches_and_goes_on_where_it_stopped(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(adding, "BATCH", 5)
    tasks = texts(tmp_path / "in", 30)
    run = add_all(shelf, Receipts(tmp_path), tasks, workers=workers, now=NOW)
    kept = {outcome.where for one in itertools.islice(run, 2) for outcome in one.outcomes}
    run.close()
    assert len(shelf.kept) == len(kept) == 10
    rest = outcomes(add_all(shelf, Receipts(tmp_path), tasks, workers=workers, now=NOW))
    assert {where for where, outcome in rest.items() if outcome.status == "duplicate"} == kept
    assert len(shelf.kept) == 30


def test_a_library_that_cannot_go_on_ends_the_import(
    shelf: Shelf, receipts: Receipts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH", 5)
    shelf.full_after = 8
    with pytest.raises(LibraryError, match="full"):
        list(add_all(shelf, receipts, texts(tmp_path / "in", 30), workers=1, now=NOW))


def test_long_texts_are_stored_early(shelf: Shelf, receipts: Receipts, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(adding, "BATCH_CHARACTERS", 250)
    list(add_all(shelf, receipts, texts(tmp_path / "in", 6), now=NOW))
    assert shelf.steps == [2, 2, 2]


def test_a_feed_gives_its_new_entries_once(shelf: Shelf, server: Server, tmp_path: Path) -> None:
    for name in ("ministry_cn", "ministry_de", "newspaper"):
        server.pages[f"/{name}"] = answer((PAGES / f"{name}.html").read_bytes())
    server.pages["/feed"] = answer(rss(server, "ministry_cn", "gone"), "application/rss+xml")
    feed = [Task(f"{server.url}/feed")]
    told = list(add_all(shelf, Receipts(tmp_path), feed, now=NOW))
    assert [remark for one in told for remark in one.remarks] == [f"{server.url}/feed: 2 new of 2 entries"]
    assert {where.rsplit("/", 1)[1]: outcome.status for where, outcome in outcomes(told).items()} == {
        "ministry_cn": "added",
        "gone": "failed",
    }
    shelf.kept.clear()  # what a person deletes stays deleted; what failed is tried again
    server.pages["/feed"] = answer(rss(server, "newspaper", "ministry_cn", "gone"), "application/rss+xml")
    again = outcomes(add_all(shelf, Receipts(tmp_path), feed, now=NOW))
    assert {where.rsplit("/", 1)[1]: outcome.status for where, outcome in again.items()} == {
        "newspaper": "added",
        "gone": "failed",
    }


def test_a_feed_within_a_feed_is_not_followed(shelf: Shelf, server: Server, receipts: Receipts) -> None:
    server.pages["/round"] = answer(rss(server, "round"), "application/rss+xml")
    found = outcomes(add_all(shelf, receipts, [Task(f"{server.url}/round")], now=NOW))
    assert [outcome.error for outcome in found.values()] == [f"{server.url}/round: is a feed within a feed"]


def rss(server: Server, *names: str) -> bytes:
    items = "".join(f"<item><title>{name}</title><link>{server.url}/{name}</link></item>" for name in names)
    return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()


def test_damaged_receipts_cost_time_only(tmp_path: Path) -> None:
    Receipts(tmp_path).write([("a", 1), ("b", 2)])
    file = tmp_path / NAME
    file.write_bytes(b'\xff{"key": 3}\n[]\n{"key": "c"}\n' + file.read_bytes() + b'{"key": "d", "mee')
    receipts = Receipts(tmp_path)
    assert [receipts.meeting(key) for key in "abcd"] == [1, 2, None, None]


def test_receipts_in_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    receipts = Receipts(tmp_path / "not there")
    receipts.write([("a", 1)])
    assert receipts.meeting("a") == 1
