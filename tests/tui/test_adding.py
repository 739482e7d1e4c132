"""Taking texts in while the app runs: a watched folder, feeds, the same meeting told twice, how far it is."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.library import Library
from tests.tui.conftest import a_text
from tests.tui.driving import driving
from tui.app import DiploApp
from tui.importing import Import
from tui.screens.importer import Progress, followed, import_said
from tui.screens.watching import Watch

TALKS = "ROME, {day} June 2019. Minister Ann Poe of Peru met Minister Bo Roe of Chad in Rome. Poe said that {what}."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


def put(folder: Path, name: str, what: str = "trade grew", day: int = 1) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(TALKS.format(day=day, what=what), "utf-8")
    return file


async def test_what_comes_into_a_watched_folder_is_added(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    put(folder, "old.txt", day=1)
    async with driving(library) as drive:
        await drive.press("w")
        await drive.type(str(folder))
        await drive.press("enter")
        put(folder, "new.txt", "tariffs fell", day=2)
        for _ in range(2):  # one look finds it, the next finds it finished
            drive.browser.look_into_folder()
            await drive.settled()
        assert [meeting.date for meeting in library.meetings()] == ["2019-06-02"]
        await drive.press("w")
        assert drive.browser.watching is None
        assert drive.said()[-1] == f"No longer watching {folder}."


async def test_only_a_folder_can_be_watched(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        await drive.press("w")
        await drive.type(str(tmp_path / "nowhere"))
        await drive.press("enter")
        assert drive.browser.watching is None
        assert drive.said()[-1] == f"{tmp_path / 'nowhere'} is not a folder."


async def test_what_came_during_an_import_waits_its_turn(library: Library, tmp_path: Path) -> None:
    file = put(tmp_path / "inbox", "new.txt")
    async with driving(library) as drive:
        drive.browser.importing = True
        drive.browser.take_arrived(drive.browser.Arrived([str(file)]))
        await drive.settled()
        assert not library.meetings()
        assert not drive.said()


def test_a_folder_that_vanishes_and_comes_back_tells_nothing_twice(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    file = put(folder, "a.txt")
    watch = Watch(str(folder))
    assert watch.look() == []
    kept = file.rename(tmp_path / "a.txt")
    folder.rmdir()
    assert watch.look() == []
    folder.mkdir()
    kept.rename(file)
    assert [watch.look(), watch.look()] == [[], []]


async def test_a_second_text_of_a_meeting_is_taken_as_chosen(library: Library, tmp_path: Path) -> None:
    put(tmp_path / "first", "a.txt")
    put(tmp_path / "second", "b.txt", "the two sides would build a new railway to the coast")
    async with driving(library) as drive:
        for name, presses in (("first", 0), ("second", 1), ("second", 2)):
            await drive.press("a", *["ctrl+o"] * presses)
            said = ("is joined to it", "is left out", "is kept apart")[presses]
            assert said in drive.text()
            await drive.type(str(tmp_path / name))
            await drive.press("enter")
        assert "Took in no texts; 1 was here already." in drive.said()
        assert len(library.meetings()) == 2


async def test_a_pasted_text_is_kept_until_it_is_stored_or_taken_out(library: Library) -> None:
    text = TALKS.format(day=1, what="trade grew")
    async with driving(library) as drive:
        await drive.press("p")
        await drive.paste(text)
        await drive.press("escape")
        assert "p goes on with it" in drive.said()[-1]
        await drive.press("p", "ctrl+s")
        assert "Found 1 quote" in drive.text()
        await drive.press("escape")
        assert "p goes on with it" in drive.said()[-1]
        await drive.press("p", "ctrl+s", "enter")
        assert len(library.meetings()) == 1 and drive.browser.pasted == ""
        await drive.press("p")
        await drive.paste("once more")
        await drive.press("escape", "p", "ctrl+l", "escape")
        assert drive.browser.pasted == ""


def test_a_feed_in_a_file_is_taken_entry_by_entry(library: Library, tmp_path: Path) -> None:
    feed = tmp_path / "news.xml"
    feed.write_text(
        "<rss version='2.0'><channel><title>News</title><item><title>Gone</title><guid>1</guid>"
        "<link>http://127.0.0.1:9/gone</link></item></channel></rss>"
    )
    ended = followed(Import(library.folder, [str(feed)], None).told(), lambda progress: None)
    assert (ended.done, len(ended.failed)) == (1, 1)


async def test_a_feed_in_the_dialog_is_taken_whole(library: Library, tmp_path: Path) -> None:
    feed = tmp_path / "news.xml"
    feed.write_text(
        "<rss version='2.0'><channel><title>News</title><item><title>Gone</title><guid>1</guid>"
        "<link>http://127.0.0.1:9/gone</link></item></channel></rss>"
    )
    async with driving(library) as drive:
        await drive.press("a")
        await drive.type(str(feed))
        await drive.press("enter")
        assert "Could not read: http://127.0.0.1:9/gone" in drive.said()[-1]


def test_progress_is_told_in_one_line() -> None:
    assert Progress(1, 4).told() == "adding: 1 done · 4 left · X stops"
    some = Progress(1_200, 300, ("a: is empty", "b: is empty"), rate=41.6)
    assert some.told() == "adding: 1,200 done · 300 left · 2 failed · 42 a second · X stops"


def test_the_end_of_an_import_is_told_with_what_became_of_the_texts() -> None:
    became = {"added": 3, "joined": 2, "duplicate": 1, "failed": 1}
    ended = Progress(7, 2, ("x.txt: is empty",), stopped=True, became=became)
    assert import_said(ended) == (
        "Stopped: 2 were left. Took in 5 texts, 2 joined to meetings; 1 was here already. "
        "Could not read: x.txt: is empty"
    )


async def test_the_preview_shows_a_long_title_from_its_beginning(library: Library, tmp_path: Path) -> None:
    title = "Minister Ann Poe of Peru " + "and others " * 12 + "meet"
    file = tmp_path / "long.txt"
    file.write_text(f"Title: {title}\nPublished: 2019-06-01\n\n" + TALKS.format(day=1, what="trade grew"))
    async with driving(library, size=(80, 24)) as drive:
        await drive.press("a")
        await drive.type(str(file))
        await drive.press("enter")
        assert title[:40] in drive.text()


@pytest.mark.parametrize("there", [True, False])
async def test_a_page_is_said_to_be_opened_only_where_a_browser_is(
    there: bool, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get() -> None:
        if not there:
            raise webbrowser.Error

    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "get", get)
    monkeypatch.setattr(DiploApp, "open_url", lambda app, url: opened.append(url))
    url = "https://example.org/talks"
    file = tmp_path / "talks.txt"
    file.write_text(f"Title: Talks\nURL: {url}\n\n" + TALKS.format(day=1, what="trade grew"))
    async with driving(library) as drive:
        await drive.press("a")
        await drive.type(str(file))
        await drive.press("enter", "enter")
        await drive.press("o")
        assert opened == [url] * there
        assert drive.said()[-1] == (f"Opened {url}" if there else f"There is no browser here to open {url}")


async def test_what_is_shown_follows_the_cursor_while_texts_are_taken_in(library: Library) -> None:
    library.add(*a_text("2022-05-02", "Moscow"))
    library.add(*a_text("2021-01-09", "Doha"))
    async with driving(library) as drive:
        browser = drive.browser
        browser.importing = True
        library.add(*a_text("2024-01-01", "Vienna"))
        browser.show_growth()
        await drive.settled()
        assert [meeting.place for meeting in browser.meetings.rows] == ["Vienna", "Moscow", "Doha"]
        for key, place in (("k", "Vienna"), ("j", "Moscow"), ("j", "Doha")):
            await drive.press(key)
            assert browser.detail.meeting and browser.detail.meeting.place == place
        browser.importing = False
