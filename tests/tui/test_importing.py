"""An import in a process of its own: what it tells, how it is stopped, and how it ends when something goes wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.errors import SourceError
from store.library import Library
from tests.tui.conftest import a_text
from tests.tui.driving import driving
from tui.importing import Import
from tui.screens.importer import Progress, followed, import_said

TALKS = "ROME, {day} June 2019. Minister Ann Poe of Peru met Minister Bo Roe of Chad in Rome. Poe said trade grew."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


def inbox(tmp_path: Path, count: int) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for day in range(1, count + 1):
        (folder / f"{day:02}.txt").write_text(TALKS.format(day=day), "utf-8")
    return folder


def quiet(progress: Progress) -> None:
    """Tell nobody."""


def test_what_another_process_stored_is_there_once_the_library_is_looked_at_again(
    library: Library, tmp_path: Path
) -> None:
    seen: list[Progress] = []
    ended = followed(Import(library.folder, [str(inbox(tmp_path, 3))], None).told(), seen.append)
    assert (ended.done, ended.left, dict(ended.became), ended.error) == (3, 0, {"added": 3}, "")
    assert seen[-1].done == 3
    assert library.refresh()
    assert len(library.meetings()) == 3


def test_an_export_and_texts_are_taken_in_together(library: Library, tmp_path: Path) -> None:
    export = tmp_path / "export.jsonl"
    with Library.open(tmp_path / "other") as other:
        other.add(*a_text("2022-05-02", "Moscow"))
        one = other.meetings()[0].id
        export.write_text(json.dumps(other.record(one)) + "\n", "utf-8")
    told = Import(library.folder, [str(export), str(inbox(tmp_path, 1))], None).told()
    assert dict(followed(told, quiet).became) == {"added": 2}


def test_an_import_that_is_stopped_before_it_begins_stores_no_more_than_its_first_batch(
    library: Library, tmp_path: Path
) -> None:
    one = Import(library.folder, [str(inbox(tmp_path, 30))], None)
    one.stop()
    ended = followed(one.told(), quiet)
    library.refresh()
    assert ended.error == ""
    assert len(library.meetings()) == ended.done
    assert library.check() == []


def test_a_library_that_cannot_be_opened_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file")
    ended = followed(Import(tmp_path / "library", [str(inbox(tmp_path, 1))], None).told(), quiet)
    assert str(tmp_path / "library") in ended.error
    assert import_said(ended) == ended.error


def test_an_import_whose_process_is_killed_is_told_with_what_had_come() -> None:
    def told() -> Iterator[dict[str, object]]:
        yield {"done": 2, "left": 5, "rate": 1.0, "failed": [], "became": {"added": 2}}
        raise SourceError("The import ended by itself; what it had stored is there.")

    said = import_said(followed(told(), quiet))
    assert said == "The import ended by itself; what it had stored is there. Took in 2 texts."


def test_an_import_ends_by_itself_when_its_process_does(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.importing.NICE", "not a number")
    ended = followed(Import(library.folder, [str(inbox(tmp_path, 1))], None).told(), quiet)
    assert ended.error == "The import ended by itself; what it had stored is there."


def test_what_fails_unexpectedly_in_an_import_reaches_the_report_with_its_traceback(library: Library) -> None:
    broken = Import(library.folder, [7], None)  # type: ignore[list-item]
    with pytest.raises(RuntimeError, match=r"(?s)apart\.py.*AttributeError"):
        followed(broken.told(), quiet)


async def test_the_key_that_stops_ends_what_is_being_added(library: Library, tmp_path: Path) -> None:
    folder = inbox(tmp_path, 30)
    async with driving(library) as drive:
        drive.browser.take_all([str(folder)])
        await drive.pilot.pause()
        drive.browser.action_command("add.stop")
        await drive.settled()
        assert not drive.browser.importing
        assert len(drive.browser.meetings.rows) == len(library.meetings())
        await drive.press("X")
        assert drive.said()[-1] == "Nothing is being added."


async def test_what_was_added_can_be_undone_as_one_step(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        drive.browser.take_all([str(inbox(tmp_path, 3))])
        await drive.settled()
        assert len(library.meetings()) == 3
        await drive.press("u")
        assert not library.meetings()
