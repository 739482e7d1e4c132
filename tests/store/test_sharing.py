"""Several processes and threads on one library."""

import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from store.errors import LibraryError
from store.log import lock as locking
from store.log.lock import WriterLock
from tests.store.made import add, opened, state

WRITER = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[3]]
from tests.store.made import NOW, add
from store.library import Library
from store.log import compaction
compaction.KEPT_STEPS = 5
number, folder = int(sys.argv[1]), Path(sys.argv[2])
with Library.open(folder, clock=lambda: NOW) as library:
    for place in range(8):
        added = add(library, 100 * number + place, date=f"20{number:02}-01-{place + 1:02}")
        library.tag_quotes([f"{added.meeting_id}.1"], [f"writer{number}"])
        if number == 0 and place % 3 == 2:
            library.compact()
    print("done")
"""


def test_eight_processes_write_at_once_one_compacting_and_nothing_is_lost(tmp_path):
    folder = tmp_path / "library"
    here = str(Path(__file__).parents[2])
    with opened(folder) as library:
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(number), str(folder), here], stdout=subprocess.PIPE
            )
            for number in range(8)
        ]
        assert [writer.communicate(timeout=100)[0] for writer in writers] == [b"done\n"] * 8
        assert library.refresh()
        assert len(library.meetings()) == 64 and library.check() == []
        tags = [library.quotes(meeting.id)[0].tags for meeting in library.meetings()]
        assert sorted(tags) == sorted((f"writer{number}",) for number in range(8) for _ in range(8))
        assert library.version == 1 + 2 * 64


def test_a_reader_sees_what_others_wrote_when_it_asks(tmp_path):
    with opened(tmp_path / "library") as one, opened(tmp_path / "library") as other:
        assert not other.refresh()
        add(one, 1)
        assert not other.meetings() and other.version == 1
        assert other.refresh() and not other.refresh()
        assert state(other) == state(one)
        one.tag_quotes(["1.1"], ["gas"])
        one.change_meeting(1, date="2020-01-01")
        add(one, 2)
        other.tag_quotes(["1.1"], ["oil"])
        assert other.quote("1.1").tags == ("gas", "oil"), "a change is made to what is there now"
        assert [meeting.id for meeting in other.meetings()] == [2, 1]
        one.compact()
        one.undo()
        assert other.refresh() and state(other) == (one.refresh() or state(one))


def test_ids_given_by_two_processes_are_never_the_same(tmp_path):
    with opened(tmp_path / "library") as one, opened(tmp_path / "library") as other:
        assert [add(library, at).meeting_id for at, library in enumerate((one, other, one, other))] == [
            1,
            2,
            3,
            4,
        ]
        one.refresh()
        other.refresh()
        assert len(one.officials()) == len(other.officials()) == 2


def test_a_step_begun_by_another_process_is_not_seen_half(tmp_path):
    with opened(tmp_path / "library") as one, opened(tmp_path / "library") as other:
        add(one, 1)
        other.refresh()
        before = state(other)
        with one._tables.step("Slowly"):
            one._tables.table("quotes").replace({1: None})
            assert not other.refresh() and state(other) == before


def test_threads_share_one_library(tmp_path):
    with opened(tmp_path / "library") as library:
        add(library, 1)
        failures = []

        def write(name):
            try:
                for number in range(10):
                    library.tag_quotes(["1.1"], [f"{name}{number}"])
                    assert library.meetings()[0].quotes == 2
            except Exception as error:
                failures.append(error)

        threads = [Thread(target=write, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == [] and len(library.quote("1.1").tags) == 40


def test_who_waits_for_long_is_told_for_whom_and_in_the_end_why(tmp_path):
    told = []
    with WriterLock(tmp_path / ".lock").held():
        waiting = WriterLock(tmp_path / ".lock", told.append)
        with (
            pytest.raises(LibraryError, match=r"process \d+ is still writing"),
            waiting.held(patience=0, limit=0.05),
        ):
            pass
    assert len(told) == 1 and told[0].startswith("Waiting for process")
    with waiting.held(limit=0), waiting.held(limit=0):
        pass


def test_opening_does_not_wait_for_a_writer(tmp_path):
    folder = tmp_path / "library"
    with opened(folder) as library:
        add(library, 1)
        with library._tables.log.lock.held(), opened(folder) as other:
            assert len(other.meetings()) == 1


def test_the_lock_of_windows_is_used_the_same_way(tmp_path, monkeypatch):
    held = set()

    class Msvcrt:
        LK_NBLCK, LK_UNLCK = 2, 0

        @staticmethod
        def locking(fd, mode, size):
            if mode == Msvcrt.LK_UNLCK:
                held.discard("it")
            elif "it" in held:
                raise OSError(13, "Permission denied")
            else:
                held.add("it")

    lock, unlock = locking.windows_lock(Msvcrt)
    monkeypatch.setattr(locking, "_try_lock", lock)
    monkeypatch.setattr(locking, "_unlock", unlock)
    one, other = WriterLock(tmp_path / ".lock"), WriterLock(tmp_path / ".lock")
    with one.held(), pytest.raises(LibraryError), other.held(limit=0):
        pass
    with other.held(limit=0):
        assert held
    assert not held


def test_everything_works_without_the_calls_that_only_posix_has(tmp_path, monkeypatch):
    for name in ("pread", "link"):
        monkeypatch.delattr("os." + name)
    with opened(tmp_path / "library") as library:
        add(library, 1)
        library.tag_quotes(["1.1"], ["gas"])
        library.compact()
        assert library.quote("1.1").tags == ("gas",) and library.check() == []
        assert len(list((library.folder / "backups").iterdir())) == 1
