"""Folders walked: which files, in which order, and what is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.errors import SourceError
from store.sources import expand
from store.sources.files import from_file


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def names(folder: Path, pattern: str | None = None) -> list[str]:
    return [os.path.relpath(where, folder) for where in expand([str(folder)], pattern=pattern)]


def test_files_that_can_be_read_in_a_fixed_order(tmp_path: Path) -> None:
    made(
        tmp_path,
        "b/2.PDF",
        "b/1.html",
        "a.txt",
        "c.docx",
        "picture.png",
        "notes",
        ".hidden.txt",
        ".git/a.txt",
    )
    assert names(tmp_path) == ["a.txt", "c.docx", "b/1.html", "b/2.PDF"]


def test_a_pattern_chooses_instead(tmp_path: Path) -> None:
    made(tmp_path, "2023-a.txt", "2024-a.txt", "2024-b.log")
    assert names(tmp_path, "2024-*") == ["2024-a.txt", "2024-b.log"]


def test_what_belongs_to_a_saved_page_is_not_a_page(tmp_path: Path) -> None:
    made(tmp_path, "Talks.html", "Talks_files/frame.html", "case_files/1.txt")
    assert names(tmp_path) == ["Talks.html", "case_files/1.txt"]


def test_feeds_are_taken_only_when_asked_for(tmp_path: Path) -> None:
    made(tmp_path, "news.rss", "a.txt")
    assert names(tmp_path) == ["a.txt"]
    assert names(tmp_path, "*.rss") == ["news.rss"]


def test_links_in_circles_and_pipes(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["a.txt"]


def test_what_is_no_folder_goes_through(tmp_path: Path) -> None:
    wheres = ["-", "https://ministry.example/a", "missing.txt", "a\0b"]
    assert list(expand(wheres)) == wheres


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert names(tmp_path) == []


def close_folder(monkeypatch: pytest.MonkeyPatch, closed: Path) -> None:
    """Let nobody look into a folder, root neither."""
    scandir = os.scandir

    def denying(path: str | Path = ".") -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denying)


@pytest.mark.parametrize("pattern", [None, "*.txt"])
def test_a_folder_that_may_not_be_read_is_named_among_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str | None
) -> None:
    made(tmp_path, "a.txt", "closed/b.txt", "open/c.txt")
    close_folder(monkeypatch, tmp_path / "closed")
    assert names(tmp_path, pattern) == ["a.txt", "closed", "open/c.txt"]
    with pytest.raises(SourceError, match=r"closed: may not be read \(permission denied\)$"):
        from_file(str(tmp_path / "closed"))


def test_a_closed_folder_named_itself_is_no_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close_folder(monkeypatch, tmp_path)
    assert list(expand([str(tmp_path)])) == [str(tmp_path)]
