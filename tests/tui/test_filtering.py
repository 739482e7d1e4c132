"""What a filter shows of a long list: its beginning with every letter, all of it once the typing rests."""

from pathlib import Path

from store.library import Library
from tests.tui.conftest import a_text
from tests.tui.driving import driving
from tui.screens.looking import FIRST, Looked, look_up_first, unhurried
from tui.screens.reader import LibraryReader

MANY = FIRST + 20


def many(folder: Path) -> Library:
    """Make a library in which a word finds more meetings than are shown at first."""
    library = Library.open(folder)
    days = [f"20{number // 300:02}-{number % 12 + 1:02}-{number % 28 + 1:02}" for number in range(MANY)]
    library.add_many([a_text(day, f"Place{number}") for number, day in enumerate(days)], on_duplicate="add")
    library.index.catch_up()
    return library


async def test_a_long_list_is_shown_to_its_end_and_counted(tmp_path: Path) -> None:
    with many(tmp_path / "library") as library:
        first = look_up_first(library, "synergy", "date")
        assert first.more and len(first.meetings) == FIRST
        assert not look_up_first(library, "place7", "date").more
        async with driving(library) as drive:
            await drive.press("slash")
            await drive.type("synergy")
            assert len(drive.browser.meetings.rows) == MANY
            assert f"{MANY} of {MANY} meetings" in drive.text()
            await drive.type(" place7")
            assert 0 < len(drive.browser.meetings.rows) < FIRST


async def test_all_is_marked_though_only_the_beginning_is_shown(tmp_path: Path) -> None:
    with many(tmp_path / "library") as library:
        async with driving(library) as drive:
            browser = drive.browser
            await drive.press("slash")
            await drive.type("synergy")
            await drive.press("enter")
            browser.show_meetings(LibraryReader.Answered(look_up_first(library, "synergy", "date")))
            assert len(browser.meetings.rows) == FIRST
            browser.action_command("mark.all")
            assert len(browser.state.marks.meetings) == MANY


async def test_an_answer_to_what_is_no_longer_typed_is_left_aside(tmp_path: Path) -> None:
    with many(tmp_path / "library") as library:
        async with driving(library) as drive:
            browser = drive.browser
            await drive.press("slash")
            await drive.type("place7")
            shown = list(browser.meetings.rows)
            for late in (
                Looked("place", "date", library.meetings(), MANY, more=True),
                Looked("place7", "title"),
            ):
                browser.post_message(LibraryReader.Answered(late))
                await drive.settled()
                assert list(browser.meetings.rows) == shown
            assert browser.state.query == "place7"


def test_work_beside_the_keys_goes_on_until_it_is_told_to_stop() -> None:
    assert list(unhurried(range(5), lambda: True)) == [0, 1, 2, 3, 4]
    assert len(list(unhurried(range(10_000_000), lambda: True))) < 10_000_000


async def test_a_filter_that_cannot_be_understood_is_said_not_to_be_kept(library: Library) -> None:
    async with driving(library, size=(60, 20)) as drive:
        await drive.press("slash")
        await drive.type("offical:zhao")
        assert '▲ There is no field "offical"' in drive.text()
        await drive.press("enter")
        assert (
            drive.said()[-1].startswith('Not kept: There is no field "offical"')
            and drive.browser.state.query == ""
        )
