"""A watched folder: new files once each, and only when they are finished."""

from __future__ import annotations

from pathlib import Path

from store.sources.watching import Look, first_look, look_again


class Watch:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.last: Look = first_look(str(folder))

    def look(self) -> list[str]:
        self.last, files = look_again(str(self.folder), self.last)
        return [Path(file).name for file in files]


def test_what_is_there_already_is_not_new(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    watch = Watch(tmp_path)
    assert [watch.look(), watch.look()] == [[], []]


def test_a_new_file_is_told_once_when_it_stays_the_same(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    (tmp_path / "a.txt").write_text("half")
    assert watch.look() == []
    (tmp_path / "a.txt").write_text("half and the rest")
    assert watch.look() == []
    assert watch.look() == ["a.txt"]
    assert watch.look() == []


def test_a_changed_file_is_new_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    watch = Watch(tmp_path)
    (tmp_path / "a.txt").write_text("another text")
    assert [watch.look(), watch.look()] == [[], ["a.txt"]]


def test_empty_and_unknown_files_and_a_folder_that_goes_away(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    watch = Watch(folder)
    (folder / "empty.txt").touch()
    (folder / "picture.png").write_bytes(b"x")
    assert [watch.look(), watch.look()] == [[], []]
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    assert watch.look() == []
