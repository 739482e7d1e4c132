import subprocess
import sys
from pathlib import Path

import pytest
from textual.events import Key

from store.errors import LibraryError
from store.library import Library
from store.model import FoundMeeting, FoundOfficial, FoundQuote, Reading, Source
from tests.tui.driving import driving
from tests.tui.shelf import Shelf


async def test_the_right_panes_follow_the_cursor() -> None:
    async with driving() as drive:
        assert "Zhao · Volodin" in drive.text()
        assert "Zhao Leji · Chairman, NPC Standing Committee · China" in drive.text()
        await drive.press("down", "down")
        browser = drive.browser
        assert browser.meeting and browser.meeting.id == 3
        assert "Hernandez-Wolf" in drive.text()
        await drive.press("k", "k", "enter", "j", "enter")
        assert browser.state.pane == "source"
        assert browser.source.current == "1.2" == browser.quotes.key
        await drive.press("enter")
        assert browser.state.pane == "quotes"
        await drive.press("escape")
        assert browser.state.pane == "meetings"


async def test_every_pane_moves_and_zooms_and_keeps_its_place_in_any_size() -> None:
    async with driving() as drive:
        browser = drive.browser
        await drive.press("G")
        last = browser.meeting
        assert last is browser.meetings.rows[-1]
        for size in ((60, 20), (160, 50), (80, 24)):
            await drive.resize(*size)
            assert browser.meeting is last
            assert browser.has_class("-stacked") == (size[0] < 76)
        await drive.press("g", "z")
        assert browser.meetings.size.width > 70
        await drive.press("tab")
        assert browser.focused is browser.officials and browser.officials.size.width > 70
        assert not browser.meetings.display or not browser.meetings.region
        await drive.press("escape")
        assert not browser.state.zoomed


async def test_the_filter_narrows_as_typed_and_is_peeled_off() -> None:
    async with driving() as drive:
        browser = drive.browser
        await drive.press("slash")
        await drive.type("synergy")
        assert [meeting.id for meeting in browser.meetings.rows] == [1]
        await drive.press("enter")
        assert browser.focused is browser.meetings
        await drive.press("slash")
        await drive.type(" place:nowhere")
        assert not browser.meetings.rows
        assert "No meeting passes this filter." in drive.text()
        await drive.press("escape")
        assert browser.state.query == "synergy"
        await drive.press("escape")
        assert browser.state.query == "" and len(browser.meetings.rows) == 12


async def test_a_wrong_filter_says_where_and_leaves_the_list() -> None:
    async with driving() as drive:
        await drive.press("slash")
        await drive.type("trade after:soon")
        assert "▲" in drive.text()
        await drive.press("enter")
        assert drive.browser.state.query == "" and len(drive.browser.meetings.rows) == 12


async def test_marks_survive_filter_and_ranges_mark_both_ways() -> None:
    async with driving() as drive:
        browser = drive.browser
        await drive.press("space", "space")
        marked = browser.state.marks.meetings
        assert len(marked) == 2 and "◆ 2 marked" in drive.text()
        await drive.press("slash")
        await drive.type("volodin")
        await drive.press("enter")
        assert browser.state.marks.meetings == marked
        await drive.press("G", "v", "up", "up")
        assert "⇕ range" in drive.text()
        await drive.press("space")
        assert len(browser.state.marks.meetings) == 5
        await drive.press("U")
        assert not len(browser.state.marks)


async def test_an_empty_library_says_what_to_do() -> None:
    async with driving(Shelf([])) as drive:
        assert "This library is empty" in drive.text()
        assert "sample" in drive.text()


async def test_the_mouse_moves_and_opens() -> None:
    async with driving() as drive:
        browser = drive.browser
        await drive.pilot.click("#meetings", offset=(5, 3))
        await drive.settled()
        assert browser.meetings.cursor == 2
        await drive.pilot.click("#quotes", offset=(5, 3))
        await drive.settled()
        assert browser.state.pane == "quotes"


EVERY_DIALOG = [
    line.split()
    for line in (
        "enter", "y", "escape e", "escape full_stop", "escape c", "escape R", "escape escape c", "escape L",
        "escape tab j c", "escape",
    )
]  # fmt: skip


async def test_hostile_texts_reach_the_terminal_harmless_and_never_as_markup(tmp_path: Path) -> None:
    evil = "[red]trade[/red] \x1b[2J\x1b]0;owned\x07 \u202egnitar"
    said = FoundQuote(0, len(evil), evil, evil, "direct", evil, tags=("[b]tag[/b]",), sure=False)
    person = FoundOfficial(evil, evil, evil, (f"{evil} II",))
    reading = Reading(FoundMeeting(evil, "2023-11-21", None, evil, "talks", (person,)), (said,))
    with Library.open(tmp_path / "library") as library:
        library.add(Source.of(evil + "\n", title=evil, publisher=evil), reading)
        async with driving(library, size=(120, 40)) as drive:
            for keys in EVERY_DIALOG:
                await drive.press(*keys)
                shown = drive.text()
                assert "[red]trade[/red]" in shown
                assert not set(shown) & set("\x1b\x07\u202e")


async def test_an_unexpected_failure_ends_the_app_and_is_kept_for_the_report() -> None:
    def broken() -> object:
        raise ZeroDivisionError("unforeseen")

    with pytest.raises(Exception, match="unforeseen"):
        async with driving(opener=broken) as drive:
            app = drive.app
    assert isinstance(app.failure, ZeroDivisionError)


async def test_a_library_that_cannot_be_opened_is_a_sentence() -> None:
    def closed() -> object:
        raise LibraryError("That folder is not a library.")

    async with driving(opener=closed) as drive:
        assert drive.said() == ["That folder is not a library."]
        await drive.press("e", "j", "slash", "u")
        assert drive.app.is_running


async def test_keys_that_come_in_a_burst_are_done_one_after_the_other() -> None:
    async with driving() as drive:
        browser = drive.browser
        for letters in ("tab", "/", *"ukraine", "enter", "j", "k", "/", *"x", "escape", "W", *"abc", "enter"):
            drive.app.post_message(Key(KEYS.get(letters, letters), letters if len(letters) == 1 else None))
        await drive.settled()
        assert browser.state.query == "ukraine"
        assert drive.app.screen is browser
        assert browser.memory.filters == [("abc", "ukraine")]
        assert not any("Undone" in said or "undo" in said for said in drive.said())


KEYS = {"/": "slash"}


def test_what_answers_need_is_imported_whole_before_several_threads_ask() -> None:
    """In an interpreter of its own: the parts of a package lock each other out when first imported by two threads."""
    script = (
        "import sys\n"
        "from tui.screens.reader import LibraryReader\n"
        "class Asked(LibraryReader):\n"
        "    def _run(self, work, group, **how):\n"
        "        answer = work()\n"
        "        assert isinstance(answer, self.Opened), answer\n"
        "        print(*(name for name in sys.modules if name.startswith('store.')))\n"
        "Asked(lambda: 'a library').open_library()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert {"store.finding", "store.query", "store.search"} <= set(done.stdout.split()), done.stderr
