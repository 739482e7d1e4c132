"""Formats, folders that can only be read, and rewriting the files."""

import errno
import json
import os
import shutil

import pytest

from store.errors import LibraryError
from store.log import compaction
from tests.store.made import add, opened, state


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_format_0(folder):
    """Rewrite a library as the first format had it: lines without a tail, no steps and no mark."""
    for path in folder.glob("*.jsonl"):
        lines = [json.loads(line) for line in path.read_bytes().splitlines()]
        plain = [json.dumps({key: line[key] for key in line if key.isdigit()}) for line in lines]
        path.write_text("\n".join(plain) + '\n{"torn": ')
    (folder / "steps.jsonl").unlink()
    (folder / "library.json").unlink()
    return folder


@pytest.fixture
def folder(tmp_path):
    with opened(tmp_path / "library") as library:
        add(library, 1)
        add(library, 2)
        library.tag_quotes(["1.1"], ["gas"])
        library.delete_meetings([2])
    return tmp_path / "library"


def test_a_newer_format_is_refused_in_a_clear_word_and_left_alone(folder):
    (folder / "library.json").write_text('{"program": "diplo-tui", "format": 99}')
    before = contents(folder)
    with pytest.raises(LibraryError, match=r"newer diplo-tui \(format 99.*update"):
        opened(folder)
    assert contents(folder) == before


def test_an_older_format_is_migrated_and_a_backup_kept(folder):
    with opened(folder) as library:
        good = state(library)
    before = contents(in_format_0(folder))
    with opened(folder) as library:
        assert state(library) == good and library.problems == () and library.check() == []
        assert library.undo() is None, "taking over a library is not undone"
        assert add(library, 3).meeting_id > 1
        assert library.undo() is not None
        (backup,) = (folder / "backups").iterdir()
    kept = contents(backup)
    assert all(kept[path] == text for path, text in before.items() if path.suffix == ".jsonl")
    with opened(folder) as library:
        assert state(library) == good


def test_a_migration_that_was_interrupted_is_done_again(folder):
    with opened(folder) as library:
        good = state(library)
    in_format_0(folder)
    names = sorted(path.name for path in folder.glob("*.jsonl"))
    for at in range(len(names)):
        half = shutil.copytree(folder, folder.with_name(f"half-{at}"))
        done = shutil.copytree(folder, folder.with_name(f"done-{at}"))
        opened(done).close()
        for name in names[: at + 1]:
            shutil.copy(done / name, half / name)
        (half / "library.json").write_text('{"program": "diplo-tui", "format": 0}')
        with opened(half) as library:
            assert state(library) == good and library.check() == []


def forbidden(*_arguments, **_named):
    raise OSError(errno.EROFS, "Read-only file system")


def test_a_folder_that_can_only_be_read_is_opened_and_says_so(folder, monkeypatch):
    with opened(folder) as library:
        good = state(library)
    (folder / ".lock").unlink()
    before, really = contents(folder), os.open

    def reading_only(path, flags, *rest, **named):
        return (
            forbidden()
            if flags & (os.O_RDWR | os.O_WRONLY | os.O_CREAT)
            else really(path, flags, *rest, **named)
        )

    for name in ("write", "mkdir", "rename", "replace", "unlink", "ftruncate"):
        monkeypatch.setattr(os, name, forbidden)
    monkeypatch.setattr(os, "open", reading_only)
    with opened(folder) as library:
        assert library.read_only and "can only be read" in library.problems[0]
        assert state(library) == good and library.check() == [] and library.history()
        for change in (lambda: add(library, 4), library.undo, lambda: library.tag_quotes(["1.1"], ["x"])):
            with pytest.raises(LibraryError, match="can only be read"):
                change()
        library.refresh()
        assert state(library) == good
    monkeypatch.undo()
    assert contents(folder) == before


def test_one_file_that_can_only_be_read_refuses_the_step_and_nothing_is_half_done(folder, monkeypatch):
    really = os.open

    def careful(path, flags, *rest, **named):
        if str(path).endswith("quotes.jsonl") and flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "Permission denied")
        return really(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", careful)
    with opened(folder) as library:
        before = state(library)
        with pytest.raises(LibraryError, match="only reading is allowed"):
            add(library, 5)
        assert state(library) == before
    monkeypatch.undo()
    with opened(folder) as library:
        assert state(library) == before and library.problems == ()


def test_compaction_keeps_what_is_there_and_the_last_steps(folder, monkeypatch):
    monkeypatch.setattr(compaction, "KEPT_STEPS", 10)
    with opened(folder) as library:
        for number in range(30):
            library.tag_quotes(["1.1"], [f"t{number}"])
        before, version, mark = state(library), library.version, library.mark()
        size = sum(path.stat().st_size for path in folder.glob("*.jsonl"))
        library.compact()
        assert sum(path.stat().st_size for path in folder.glob("*.jsonl")) < size / 2
        assert state(library) == before and library.version == version and library.check() == []
        assert library.changed_meetings(mark) == frozenset()
        assert len(library.history(99)) == 10
        while library.undo():
            pass
        assert len(library.quote("1.1").tags) == 21
        while library.redo():
            pass
        assert state(library) == before
        assert add(library, 9).meeting_id == 3, "the id of a deleted meeting is not given again"


def test_the_newest_three_backups_are_kept_and_each_opens(folder):
    states = []
    with opened(folder) as library:
        for number in range(5):
            library.tag_quotes(["1.1"], [f"t{number}"])
            states.append(state(library))
            library.compact()
    backups = sorted((folder / "backups").iterdir())
    assert len(backups) == 3
    for backup, wanted in zip(backups, states[-3:], strict=True):
        with opened(shutil.copytree(backup, folder.with_name(backup.name))) as library:
            assert state(library) == wanted


def test_a_library_that_is_mostly_past_is_compacted_when_it_is_closed(folder, monkeypatch):
    monkeypatch.setattr(compaction, "KEPT_STEPS", 2)
    monkeypatch.setattr(compaction, "WORTH", 1)
    with opened(folder) as library:
        library.tag_quotes(["1.1"], ["x"])
    once = sum(path.stat().st_size for path in folder.glob("*.jsonl"))
    with opened(folder) as library:
        for number in range(50):
            library.tag_quotes(["1.1"], [f"t{number}"])
        before = state(library)
    assert sum(path.stat().st_size for path in folder.glob("*.jsonl")) < once * 3
    with opened(folder) as library:
        assert state(library) == before
    backups = list((folder / "backups").iterdir())
    opened(folder).close()
    assert list((folder / "backups").iterdir()) == backups, "who only looks rewrites nothing"
