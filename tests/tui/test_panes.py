"""What all panes have alike: the scrollbar that is a part of them, and how they follow the cursor."""

import pytest
from textual.geometry import Region
from textual.strip import Strip

from store.library import Library
from store.model import Quote
from tests.tui.driving import driving
from tests.tui.shelf import LONG, ZHAO, Shelf, a_shelf
from tui.screens.queue import doubt_about
from tui.widgets.key_bar import KeyBar
from tui.widgets.quotes_view import QuotesView


async def test_the_scrollbar_stands_beside_what_is_in_sight_and_can_be_dragged() -> None:
    async with driving(a_shelf(80), size=(100, 30)) as drive:
        pane = drive.browser.meetings
        rows = pane.room.height
        assert pane.thumb().start == 0 and len(pane.thumb()) < rows
        column = pane.content_size.width - 1
        await drive.pilot.mouse_down(pane, offset=(column, 1))
        await drive.pilot.hover(pane, offset=(column, rows))
        assert pane.scroll_offset.y == pane.max_scroll_y and pane.thumb().stop == rows
        await drive.pilot.mouse_up(pane, offset=(column, rows))
        await drive.pilot.hover(pane, offset=(column, 1))
        assert pane.scroll_offset.y == pane.max_scroll_y and pane.cursor == 0


async def test_a_pane_in_which_all_is_in_sight_has_no_scrollbar() -> None:
    async with driving(a_shelf(4), size=(100, 30)) as drive:
        assert not drive.browser.meetings.thumb()


async def test_one_step_of_the_cursor_is_followed_at_once_and_many_when_it_rests() -> None:
    async with driving(a_shelf(40), size=(100, 30)) as drive:
        first = drive.browser.detail.meeting
        await drive.pilot.press("j")
        await drive.painted()
        second = drive.browser.detail.meeting
        assert second is not first and second is drive.browser.meetings.row
        await drive.pilot.press("j", "j", "j")
        await drive.until(lambda: drive.browser.detail.meeting is drive.browser.meetings.row)


async def test_a_shorter_list_leaves_no_place_past_its_end() -> None:
    async with driving(a_shelf(80), size=(100, 30)) as drive:
        await drive.press("G")
        assert drive.browser.meetings.scroll_offset.y > 0
        drive.browser.meetings.show(drive.browser.meetings.rows[:3])
        await drive.settled()
        assert drive.browser.meetings.scroll_offset.y == 0


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_a_toast_covers_neither_the_hint_nor_the_keys(size: tuple[int, int]) -> None:
    async with driving(size=size, toasts=True) as drive:
        drive.browser.say(
            "A sentence that is long enough to need a second line in a toast on any screen. " * 2
        )
        await drive.settled()
        toast = drive.app.screen.query_one("Toast").region
        assert toast.height > 1
        for line in ("#hints", "#keys", "#top"):
            assert not toast.overlaps(drive.app.screen.query_one(line).region)


async def test_a_toast_stands_above_a_dialog(library: Library) -> None:
    async with driving(library, toasts=True) as drive:
        await drive.press("R")
        drive.browser.say("A sentence that would need a second line in a toast elsewhere.")
        await drive.settled()
        card = drive.app.screen.query_one("#review").region
        toast = drive.app.screen.query_one("Toast").region
        assert not toast.overlaps(card)


@pytest.mark.parametrize(("keys", "one"), [(("enter", "c"), "Other end"), (("R",), "Mark as checked")])
async def test_dialogs_show_their_keys(library: Library, keys: tuple[str, ...], one: str) -> None:
    async with driving(library) as drive:
        await drive.press(*keys)
        dialog = drive.app.screen
        await drive.press("question_mark")
        assert one in drive.text()
        await drive.press("escape")
        assert drive.app.screen is dialog


@pytest.mark.parametrize(
    ("speaker", "cue", "sure", "told"),
    [
        ("Ann Poe", "said", True, ""),
        ("Ann Poe", "said", False, "unsure: who is meant was guessed"),
        ("Ann Poe", "", False, "unsure: taken for more of the speaker before"),
        (None, "said", False, "unsure: nobody is named"),
    ],
)
def test_the_review_tells_what_was_unsure(speaker: str | None, cue: str, sure: bool, told: str) -> None:
    assert doubt_about(Quote(1, 1, 1, 0, 1, "x", speaker, "indirect", cue, sure=sure)) == told


async def test_a_narrow_list_of_officials_gives_its_room_to_the_names() -> None:
    async with driving(size=(80, 24)) as drive:
        listed = drive.text().split("Officials")[-1]
        assert "Vyacheslav Volodin" in listed and "…" not in listed.splitlines()[1][:33]


@pytest.mark.parametrize("keys", [("enter", "c"), ("R",)])
async def test_the_keys_of_a_card_can_all_be_read_on_a_small_screen(
    library: Library, keys: tuple[str, ...]
) -> None:
    async with driving(library, size=(60, 20)) as drive:
        await drive.press(*keys)
        last = next(line for line in reversed(drive.text().splitlines()) if "╰" in line)
        assert "…" not in last and ("d kind" in last or "u undo" in last)


async def test_help_writes_the_digits_as_a_range() -> None:
    async with driving(size=(100, 80)) as drive:
        await drive.press("question_mark")
        assert "1–9  Call a saved filter" in drive.text()


async def test_the_way_to_paste_a_text_is_told_on_a_small_screen_too() -> None:
    async with driving(size=(60, 20)) as drive:
        await drive.press("p")
        assert "ctrl+o: a second text" in drive.text()


async def test_the_page_of_an_official_begins_at_its_top_and_is_gone_back_to() -> None:
    async with driving(size=(80, 24)) as drive:
        await drive.press("tab")
        rows = [row.official.name for row in drive.browser.officials.rows]
        drive.browser.officials.go(rows.index(LONG.name))
        await drive.settled()
        await drive.press("enter")
        quotes = drive.browser.quotes
        assert quotes.scroll_offset.y == 0 and "São Tomé" in drive.text()
        await drive.press("j", "j", "j")
        assert quotes.scroll_offset.y > 0
        drive.browser.officials.go(rows.index(ZHAO.name))
        await drive.settled()
        await drive.press("G", "g")
        assert quotes.scroll_offset.y == 0


async def test_while_a_filter_is_typed_the_last_line_shows_its_keys() -> None:
    async with driving(size=(80, 24)) as drive:
        await drive.press("slash")
        await drive.type("moscow")
        assert drive.text().splitlines()[-1].split() == [
            "enter",
            "keep",
            "tab",
            "complete",
            "esc",
            "as",
            "it",
            "was",
        ]
        drive.browser.query_one(KeyBar).post_message(KeyBar.Pressed("cancel"))
        await drive.settled()
        assert "filter" in drive.text().splitlines()[-1] and not drive.browser.state.query


@pytest.mark.parametrize(
    "keys", [("i", "escape"), ("question_mark", "escape"), ("a", "escape"), ("ctrl+p", "escape")]
)
async def test_keys_are_commands_in_an_empty_library_after_another_screen_too(keys: tuple[str, ...]) -> None:
    async with driving(Shelf([])) as drive:
        await drive.press(*keys)
        assert drive.browser.is_current and drive.browser.focused is None
        await drive.press("question_mark")
        assert "Give the keys to the next pane." in drive.text()


async def test_why_something_cannot_be_done_takes_the_place_of_what_was_said_before() -> None:
    async with driving(Shelf([]), toasts=True) as drive:
        await drive.press("c", "e", "o")
        assert "There is no source here." in drive.text() and "nothing here to" not in drive.text()


async def test_panes_are_set_for_another_size_before_they_are_painted_in_it_and_painted_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[tuple[int, int]] = []
    render = QuotesView.render_lines

    def rendered(pane: QuotesView, crop: Region) -> list[Strip]:
        painted.append((pane._flow.width, pane.room.width))
        return render(pane, crop)

    async with driving(size=(120, 30)) as drive:
        before = drive.browser.quotes.room.width
        monkeypatch.setattr(QuotesView, "render_lines", rendered)
        await drive.resize(96, 28)
        width = drive.browser.quotes.room.width
        assert width != before
        assert painted == [(width, width)]
