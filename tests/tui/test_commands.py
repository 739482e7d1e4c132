"""Commands as a person uses them: keys in, what the library holds and what is said out."""

from pathlib import Path

import pytest
from textual.widgets import Input

from store.errors import LibraryError
from store.library import Library
from store.model import Meeting
from tests.tui.driving import driving
from tui.memory import Memory


async def test_quotes_are_checked_tagged_deleted_and_all_of_it_undone(library: Library) -> None:
    async with driving(library) as drive:
        first = library.meetings()[0].id
        await drive.press("enter", "exclamation_mark")
        assert library.quote(f"{first}.1").status == "checked"
        await drive.press("A", "t")
        await drive.type("trade #peace")
        await drive.press("enter")
        assert all(quote.tags == ("trade", "peace") for quote in library.quotes(first))
        assert "#trade" in drive.text()
        await drive.press("D")
        assert library.quotes(first) == ()
        await drive.press("u", "u", "u")
        assert [quote.status for quote in library.quotes(first)] == ["found"] * 3
        assert not any(quote.tags for quote in library.quotes(first))
        await drive.press("ctrl+r")
        assert library.quote(f"{first}.1").status == "checked"
        assert any("Tagged 3 quotes" in said for said in drive.said())


async def test_what_is_marked_in_another_pane_is_not_deleted_from_this_one(library: Library) -> None:
    async with driving(library) as drive:
        first, before = library.meetings()[0].id, len(library.meetings())
        await drive.press("enter", "space", "shift+tab", "shift+tab", "D")
        assert len(library.quotes(first)) == 3
        assert len(library.meetings()) == before
        assert any("not in this pane" in said for said in drive.said())


async def test_a_meeting_is_corrected_in_its_form_and_a_wrong_day_is_refused(library: Library) -> None:
    async with driving(library) as drive:
        first = library.meetings()[0].id
        await drive.press("c")
        fields = list(drive.app.screen.query(Input))
        fields[0].value = "Talks about trade"
        fields[1].value = "yesterday"
        await drive.press("enter")
        assert "A date is written" in drive.text()
        participants = drive.app.screen.query_one("#field-participants", Input)
        participants.focus()
        participants.value = "Zhao Leji; volod"
        await drive.settled()
        assert "ctrl+n: Zhao Leji; Vyacheslav Volodin" in drive.text()
        await drive.press("enter")
        assert "A date is written" in drive.text()
        await drive.press("ctrl+n")
        assert participants.value == "Zhao Leji; Vyacheslav Volodin"
        fields[1].value = "2023-11-22"
        await drive.press("enter")
        assert (library.meeting(first).title, library.meeting(first).date) == (
            "Talks about trade",
            "2023-11-22",
        )


async def test_a_quote_is_corrected_over_its_source(library: Library) -> None:
    async with driving(library) as drive:
        first = library.meetings()[0].id
        await drive.press("enter", "c", "left", "d", "enter")
        quote = library.quote(f"{first}.1")
        assert (quote.text, quote.kind, quote.status) == (
            "closer exchanges between the",
            "mixed",
            "corrected",
        )


async def test_officials_are_merged_into_the_one_chosen(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("tab", "A", "M", "enter")
        assert len(library.officials()) == 1
        await drive.press("u")
        assert len(library.officials()) == 2


async def test_marked_quotes_are_exported_and_a_file_is_replaced_only_on_asking_twice(
    library: Library, tmp_path: Path
) -> None:
    target = tmp_path / "out.md"
    async with driving(library) as drive:
        await drive.press("space", "space", "e")
        drive.app.focused.value = str(target)  # type: ignore[union-attr]
        await drive.press("enter")
        assert target.read_text("utf-8").count("firm commitment") == 2
        target.write_text("precious")
        await drive.press("e")
        drive.app.focused.value = str(target)  # type: ignore[union-attr]
        await drive.press("enter")
        assert target.read_text() == "precious" and "enter again replaces it" in drive.text()
        await drive.press("enter")
        assert target.read_text() != "precious"


async def test_copying_says_which_clipboard_it_used(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("enter", "y", "q")
        assert drive.app.clipboard.startswith("closer exchanges between the legislatures — Zhao Leji")
        assert any("OSC 52" in said for said in drive.said())


async def test_a_file_is_read_shown_corrected_and_stored(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # how long its name is must not matter: on the screen it breaks into lines
    text = tmp_path / "readout.txt"
    text.write_text("BERLIN, 3 March 2020. Chancellor Angela Merkel met President Emmanuel Macron of France. "
                    "Merkel said that Europe stands together.\n", "utf-8")  # fmt: skip
    async with driving(library) as drive:
        await drive.press("a")
        await drive.type(text.name[:-6])
        await drive.press("tab")
        assert drive.app.focused.value == text.name  # type: ignore[union-attr]
        await drive.press("enter")
        assert "Found" in drive.text()
        await drive.press("m")
        drive.app.screen.query_one("#field-place").value = "Bonn"  # type: ignore[attr-defined]
        await drive.press("enter", "enter")
        assert any(meeting.place == "Bonn" for meeting in library.meetings())
        assert any(said.startswith("Added a meeting") for said in drive.said())
        await drive.press("a")
        await drive.type("nothing.txt")
        await drive.press("enter")
        assert "nothing.txt: there is no such file" in drive.text()
        assert len(library.meetings()) == 4


async def test_hits_are_walked_through_and_the_cursor_filters(library: Library) -> None:
    async with driving(library) as drive:
        browser = drive.browser
        await drive.press("slash")
        await drive.type("synergy")
        await drive.press("enter", "n")
        assert browser.state.pane == "quotes" and browser.quote and browser.quote.number == 2
        before = browser.quote.meeting
        await drive.press("n")
        assert browser.quote and browser.quote.meeting != before and browser.quote.number == 2
        await drive.press("N")
        assert browser.quote and browser.quote.meeting == before
        await drive.press("full_stop", "1")
        assert browser.state.query == 'synergy official:"Zhao Leji"'
        await drive.press("W")
        await drive.press("enter")
        await drive.press("backspace", "1")
        assert browser.state.query == 'synergy official:"Zhao Leji"'


async def test_the_place_comes_back_on_the_next_visit(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "memory.json"
    async with driving(library, memory=Memory.load(file)) as drive:
        await drive.press("down", "space", "s", "o", "enter", "down")
        left = drive.browser.state
    with Library.open(library.folder) as again:
        async with driving(again, memory=Memory.load(file)) as drive:
            state = drive.browser.state
            assert (state.pane, state.order, state.marks, state.quote) == (
                "quotes", "oldest", left.marks, left.quote
            )  # fmt: skip
            assert drive.browser.quote and drive.browser.quote.id == left.quote


async def test_help_and_palette_show_what_can_be_done(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("question_mark")
        assert "Moving" in drive.text() and "To the next line." in drive.text()
        await drive.press("escape", "ctrl+p")
        await drive.type("undo")
        await drive.until(lambda: "Take the last change back" in drive.text())
        await drive.press("escape")
        assert drive.browser.is_current


async def test_quotes_are_reviewed_one_by_one_and_the_queue_goes_on_where_it_was_left(
    library: Library,
) -> None:
    async with driving(library) as drive:
        first = library.meetings()[0].id
        await drive.press("R")
        assert "Review 1 of 9" in drive.text()
        await drive.press("enter")
        assert library.quote(f"{first}.1").status == "checked" and "Review 2 of 9" in drive.text()
        await drive.press("d")
        assert [quote.number for quote in library.quotes(first)] == [1, 3]
        await drive.press("u")
        assert len(library.quotes(first)) == 3
        await drive.press("n")
        left = drive.browser.memory.reviewed[str(library.folder)]
        await drive.press("escape", "R")
        assert drive.app.screen._here().id == left  # type: ignore[attr-defined]


async def test_a_text_is_pasted(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("p")
        drive.app.focused.text = "LIMA, 4 May 2021. President Jane Doe of Peru said that talks went on."  # type: ignore[union-attr]
        await drive.press("ctrl+s")
        assert "Found" in drive.text() and len(library.meetings()) == 3
        await drive.press("ctrl+s")
        assert len(library.meetings()) == 4


async def test_a_folder_is_taken_in_and_what_fails_is_named(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "readouts"
    folder.mkdir()
    for number in range(3):
        text = (
            f"ROME, {number + 1} June 2019. Minister Ann Poe met Minister Bo Roe. Poe said that trade grew."
        )
        (folder / f"{number}.txt").write_text(text, "utf-8")
    (folder / "empty.txt").write_text("")
    async with driving(library) as drive:
        await drive.press("X")
        assert drive.said()[-1] == "Nothing is being added."
        await drive.press("a")
        await drive.type(str(folder))
        await drive.press("enter")
        assert len(library.meetings()) == 6
        assert drive.said()[-1].startswith("Took in 3 texts.") and "empty.txt" in drive.said()[-1]


async def test_an_official_is_followed_over_the_years_and_back_to_a_meeting(library: Library) -> None:
    async with driving(library) as drive:
        browser = drive.browser
        await drive.press("tab", "down", "up", "enter")
        assert "Zhao Leji · China" in drive.text() and "2021-01" in drive.text()
        assert len(browser.detail.quotes) == 6
        await drive.press("G", "m")
        assert browser.detail.meeting and browser.detail.meeting.date == "2021-01-09"
        await drive.press("J", "enter", "K", "left_square_bracket")
        assert browser.quote and browser.quote.meeting == browser.detail.meeting.id


async def test_the_trail_comes_back_to_what_an_official_said(library: Library) -> None:
    async with driving(library) as drive:
        browser = drive.browser
        await drive.press("tab", "enter", "G")
        page, at = browser.detail.title, browser.quotes.key
        await drive.press("m")
        assert browser.detail.title != page
        await drive.press("left_square_bracket")
        assert (browser.detail.title, browser.quotes.key) == (page, at)
        await drive.press("right_square_bracket")
        assert browser.detail.meeting and browser.quotes.key == at


class Going(list[Meeting]):
    """Rows of which the first was deleted after they were found."""

    def __getitem__(self, index: object) -> Meeting:  # type: ignore[override]
        if index == 0:
            raise LibraryError("There is no meeting 1 in this library.")
        return super().__getitem__(index)  # type: ignore[index, return-value]


async def test_a_meeting_that_goes_while_it_is_shown_is_an_empty_line_until_the_list_follows(
    library: Library,
) -> None:
    async with driving(library) as drive:
        shown = list(library.meetings())
        library.delete_meetings([shown[0].id])
        drive.browser.meetings.show(Going(shown))
        await drive.press("down", "up", "n", "o", "c", "space")
        assert "2021-01-09" in drive.text() and "2023-11-21" not in drive.text()
        drive.browser.reload()
        await drive.settled()
        assert [meeting.id for meeting in drive.browser.meetings.rows] == [one.id for one in shown[1:]]


async def test_an_official_is_shown_and_exported_as_far_as_the_filter_goes(library: Library) -> None:
    async with driving(library, size=(120, 40)) as drive:
        await drive.press("tab", "slash")
        await drive.type("volod place:doha")
        await drive.press("enter", "e")
        assert "Export all of this official" in drive.text() and "0 quotes" not in drive.text()
        await drive.press("escape", "enter")
        assert "1 of Vyacheslav Volodin" in drive.text() and "9 quotes" not in drive.text()
        before = drive.browser.officials.rows
        await drive.press("slash")
        await drive.type(" after:2023-13")
        assert before and drive.browser.officials.rows == before
        await drive.press("escape", "backspace")
        assert "3 of Vyacheslav Volodin" in drive.text()


async def test_the_official_that_stays_keeps_the_cursor_and_no_mark(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("tab", "A", "M", "down", "enter")
        (kept,) = library.officials()
        assert drive.browser.official and drive.browser.official.id == kept.id
        assert not len(drive.browser.state.marks)


async def test_a_quote_is_split_at_a_place_joined_again_and_seen_in_its_context(library: Library) -> None:
    async with driving(library) as drive:
        first = library.meetings()[0].id
        await drive.press("enter", "vertical_line", "right", "enter")
        assert [quote.text for quote in library.quotes(first)][:2] == [
            "closer exchanges between the", "legislatures"
        ]  # fmt: skip
        await drive.press("ampersand")
        assert library.quotes(first)[0].text == "closer exchanges between the legislatures"
        assert len(library.quotes(first)) == 3
        await drive.press("x")
        assert "The two sides met in Beijing" in drive.browser.quotes.blocks[1].body
        assert drive.browser.quotes.blocks[3].body.startswith(". Zhao Leji highlighted")
        await drive.press("x")
        assert all(block.look != "title" for block in drive.browser.quotes.blocks)


async def test_what_is_sought_in_a_field_stands_out_there(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("slash")
        await drive.type("place:doha official:zhao country:china")
        await drive.press("enter")
        meetings, officials = drive.browser.meetings, drive.browser.officials
        assert meetings.hits("Doha", "place") == [(0, 4)] and not meetings.hits("Doha")
        assert officials.hits("Zhao Leji", "official") and officials.hits("China", "country")


async def test_the_steps_taken_use_the_width_there_is(library: Library) -> None:
    first = library.meetings()[0].id
    library.change_meeting(first, place="Llanfairpwllgwyngyll", title="Talks on trade in grain and on peace")
    what = library.history(1)[0].what
    assert len(what) > 60
    async with driving(library, size=(120, 30)) as drive:
        await drive.press("L")
        assert what[:78] in drive.text()
