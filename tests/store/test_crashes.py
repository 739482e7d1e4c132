"""A library survives what machines do: nothing acknowledged is lost, no step is half there, it always opens."""

import shutil
from itertools import count

import pytest

from store.errors import LibraryError
from store.log import compaction
from tests.store.faults import Killed, full, killed
from tests.store.made import SZIJJARTO, WANG, add, opened, state

WORK = [
    lambda library: add(library, 1),
    lambda library: add(library, 2, officials=(WANG, SZIJJARTO)),
    lambda library: library.tag_quotes(["1.1", "2.1"], ["gas"]),
    lambda library: library.merge_officials(1, [3]),
    lambda library: library.change_meeting(1, place="Moscow"),
    lambda library: library.undo(),
    lambda library: library.undo(),
    lambda library: library.redo(),
    lambda library: library.delete_meetings([2]),
    lambda library: library.compact(),
    lambda library: library.undo(),
    lambda library: add(library, 3),
]


def worked(folder):
    """Do all the work; return the states after each piece of it."""
    with opened(folder) as library:
        states = [state(library)]
        for work in WORK:
            work(library)
            states.append(state(library))
    return states


@pytest.fixture(autouse=True)
def two_steps_kept(monkeypatch):
    monkeypatch.setattr(compaction, "KEPT_STEPS", 4)


def test_killed_at_every_call_that_changes_anything(tmp_path):
    states = worked(tmp_path / "whole")
    for at in count(1):
        folder, done = tmp_path / f"killed-{at}", 0
        try:
            with killed(at).inserted():
                library = opened(folder)
                for work in WORK:
                    work(library)
                    done += 1
        except Killed:
            with opened(folder) as again:
                found = state(again)
                assert found in states[done : done + 2], f"killed at call {at}, in piece {done}"
                add(again, 9)
                again.undo()
                assert state(again) == found and again.check() == []
        else:
            assert at > 100, "the work was not interrupted often enough to show anything"
            return


def test_a_full_disk_at_every_write_is_as_if_the_step_had_not_been_asked_for(tmp_path):
    states = worked(tmp_path / "whole")
    refused = 0
    for at in count(1):
        folder, done, failures = tmp_path / f"full-{at}", 0, 0
        opened(folder).close()
        with opened(folder) as library, full(at).inserted() as disk:
            for work in WORK:
                try:
                    work(library)
                except LibraryError as error:
                    assert "No space left" in str(error)
                    failures += 1
                    assert state(library) == states[done]
                    work(library)
                    assert state(library) == states[done + 1]
                done += 1
        refused += failures
        with opened(folder) as again:
            assert state(again) == states[-1] and again.problems == ()
        if disk.seen < at:
            assert refused > 30
            return


def test_a_file_size_limit_is_as_a_full_disk(tmp_path):
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    with opened(tmp_path / "library") as library:
        add(library, 1)
        before = state(library)
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = max(path.stat().st_size for path in library.folder.glob("*.jsonl"))
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, limits[1]))
            with pytest.raises(LibraryError, match="File too large"):
                add(library, 2)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, ignored)
        assert state(library) == before
        add(library, 2)
        assert len(library.meetings()) == 2


def test_an_interrupt_in_mid_step_leaves_the_library_usable(tmp_path):
    with opened(tmp_path / "library") as library:
        add(library, 1)
        before = state(library)
        interrupted = 0
        for at in range(1, 16):
            try:
                with killed(at).inserted():
                    add(library, 2)
            except Killed:
                interrupted += 1
            library.refresh()
            if state(library) != before:
                library.undo()
            assert state(library) == before
        assert interrupted > 5
        add(library, 2)
        assert library.check() == []


def test_a_change_that_fails_half_way_is_not_there_at_all(tmp_path):
    with opened(tmp_path / "library") as library:
        add(library, 1)
        before, version = state(library), library.version
        with pytest.raises(LibraryError):
            library.delete_meetings([1, 99])
        assert state(library) == before and library.version == version
        add(library, 2)
        assert len(library.officials()) == 2


def test_a_folder_that_vanishes_is_told_and_nothing_is_made_in_its_place(tmp_path):
    with opened(tmp_path / "library") as library:
        add(library, 1)
        before = state(library)
        shutil.rmtree(library.folder)
        assert not library.refresh() and state(library) == before
        assert any("no longer there" in problem for problem in library.problems)
        with pytest.raises(LibraryError, match="no longer there"):
            add(library, 2)
        assert not library.folder.exists()
