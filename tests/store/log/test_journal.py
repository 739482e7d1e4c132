"""What the journal is for: the power fails, and of the tables only what had been synced is there, or zeros."""

import os
import shutil
from unittest import mock

import pytest

from store.log import LogDB, journal
from tests.store.faults import Disk, Killed, places
from tests.store.made import SZIJJARTO, WANG, add, opened, state


def tables(folder):
    return {path.name: path.stat().st_size for path in folder.glob("*.jsonl") if path.stem != "steps"}


@pytest.fixture
def failing(tmp_path):
    """A library whose last two steps stand in the journal, each table's size before them, and what it holds."""
    library = opened(tmp_path / "library")
    add(library, 1)
    before = tables(library.folder)
    add(library, 2, officials=(WANG, SZIJJARTO))
    add(library, 3)
    shutil.copytree(library.folder, tmp_path / "failed")
    held = state(library)
    library.close()
    return tmp_path / "failed", before, held


def again(folder, name="tried"):
    shutil.rmtree(folder.parent / name, ignore_errors=True)
    return shutil.copytree(folder, folder.parent / name)


def is_whole(folder, held):
    with opened(folder) as library:
        assert state(library) == held
        assert library.check() == [] and library.problems == ()
        add(library, 99)
        library.undo()
        assert state(library) == held


def test_each_table_cut_anywhere(failing):
    folder, before, held = failing
    sizes = tables(folder)
    for left in sorted(
        {at for name in sizes for at in places((folder / name).read_bytes()[before[name] :], 29)}
    ):
        tried = again(folder)
        for name, size in before.items():
            os.truncate(tried / name, min(size + left, sizes[name]))
        with opened(tried) as library:
            assert state(library) == held, f"cut {left} bytes behind what was synced"


@pytest.mark.parametrize("steps", ["whole", "cut"])
def test_all_tables_at_once(failing, steps):
    folder, before, held = failing
    for name, size in before.items():
        os.truncate(folder / name, size)
    if steps == "cut":
        lines = (folder / "steps.jsonl").read_bytes().splitlines(keepends=True)
        (folder / "steps.jsonl").write_bytes(b"".join(lines[:2]))
    is_whole(folder, held)


def test_zeros_where_lines_should_be(failing):
    folder, before, held = failing
    for name, size in before.items():
        whole = (folder / name).read_bytes()
        for start in (size, size + 100, len(whole) - 1):
            tried = again(folder)
            (tried / name).write_bytes(whole[:start] + bytes(len(whole) - start) + bytes(4096))
            is_whole(tried, held)


def test_later_lines_behind_damage_stay(failing):
    folder, before, held = failing
    whole = (folder / "quotes.jsonl").read_bytes()
    at = before["quotes.jsonl"] + 50
    (folder / "quotes.jsonl").write_bytes(whole[:at] + b"\0" * 9 + whole[at + 9 :])
    is_whole(folder, held)


def test_a_journal_cut_or_flipped_anywhere_takes_nothing_away(failing):
    folder, _, held = failing
    whole = (folder / ".journal").read_bytes()
    used = whole.rstrip(b"\0")
    for at in (*places(used, 29), *range(len(used), len(whole), 10_000)):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :]):
            tried = again(folder)
            (tried / ".journal").write_bytes(damaged)
            with opened(tried) as library:
                assert state(library) == held


def test_tables_that_went_another_way_are_left_alone(failing, tmp_path):
    folder, before, _ = failing
    for name, size in before.items():
        os.truncate(folder / name, size)
    (folder / "steps.jsonl").write_bytes(b"".join((folder / "steps.jsonl").read_bytes().splitlines(True)[:2]))
    known = (folder / ".journal").read_bytes()
    (folder / ".journal").unlink()
    with opened(folder) as library:
        library.tag_quotes(["1.1"], ["other"])
        add(library, 7, officials=(SZIJJARTO, WANG))
        held = state(library)
    (folder / ".journal").write_bytes(known)
    is_whole(folder, held)


def test_single_edits_stand_in_the_journal_too_and_come_back_from_it(failing, tmp_path):
    library = opened(tmp_path / "library")
    library.tag_quotes(["1.1"], ["first"])
    before = tables(library.folder)
    for number in range(5):
        library.tag_quotes(["2.1"], [f"tag{number}"])
    shutil.copytree(library.folder, tmp_path / "edited")
    held = state(library)
    library.close()
    for name, size in before.items():
        os.truncate(tmp_path / "edited" / name, size)
    is_whole(tmp_path / "edited", held)


def test_a_table_that_was_dropped_does_not_come_back_from_the_journal(tmp_path):
    with LogDB(tmp_path / "db") as db:
        for name in ("one", "two", "two"):
            db.table(name).insert({"n": 1})
        db.drop_table("two")
        shutil.copytree(tmp_path / "db", tmp_path / "again")
    with LogDB(tmp_path / "again") as again_opened:
        assert again_opened.table("one").insert({"n": 2}) == 2
        assert again_opened.tables() == {"one"}


def test_after_closing_nothing_is_left_to_put_back(tmp_path):
    with opened(tmp_path / "library") as library:
        for number in range(1, 5):
            add(library, number)
        assert (library.folder / ".journal").stat().st_size
    assert not (tmp_path / "library" / ".journal").stat().st_size


def test_compaction_and_another_writer_need_no_journal(tmp_path):
    with opened(tmp_path / "library") as library:
        for number in range(1, 5):
            add(library, number)
        library.compact()
        assert not (library.folder / ".journal").stat().st_size
        add(library, 5)
        with opened(library.folder) as other:
            add(other, 6)
            assert not (library.folder / ".journal").stat().st_size
            add(other, 7)
            add(library, 8)
            other.refresh()
            assert state(library) == state(other)


def test_a_full_journal_begins_anew_and_earlier_entries_behind_do_not_count(tmp_path):
    with mock.patch.object(journal, "_FULL", 9000):
        library = opened(tmp_path / "library")
        for number in range(1, 30):
            add(library, number)
            failed = again(library.folder)
            known = (failed / ".journal").read_bytes() if number > 1 else b""
            parts = [part for _, parts in journal._entries(known) for part in parts]
            for part in reversed(parts):
                os.truncate(failed / f"{part.table}.jsonl", part.at)
            is_whole(failed, state(library))
        library.close()
        assert (tmp_path / "tried" / ".journal").stat().st_size == 0


def test_a_step_that_was_refused_does_not_come_back(tmp_path):
    for at in range(1, 12):
        folder = tmp_path / f"refused-{at}"
        library = opened(folder)
        add(library, 1)
        add(library, 2)
        held = state(library)
        failing_calls = ("write", "fdatasync") if hasattr(os, "fdatasync") else ("write", "fsync")
        with Disk(at, OSError, calls=failing_calls, once=True).inserted() as disk:
            try:
                add(library, 3)
            except Exception:
                assert state(library) == held
                failed = again(folder)
                is_whole(failed, held)
                add(library, 4)
                assert len(library.meetings()) == 3
            else:
                assert disk.seen < at
                library.close()
                return
        library.close()
    raise AssertionError("the work was interrupted too often")


def test_killed_at_any_moment_of_recovery(failing):
    folder, before, held = failing
    for name, size in before.items():
        os.truncate(folder / name, size)
    for at in range(1, 40):
        tried = again(folder)
        try:
            with Disk(at, Killed).inserted():
                opened(tried).close()
        except Killed:
            is_whole(tried, held)
        else:
            assert at > 5
            return
