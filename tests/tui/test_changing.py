"""What stays and what is said when quotes and officials are changed: cursor, marks, suggestions, toasts."""

from dataclasses import replace
from pathlib import Path

from store.library import Library
from tests.tui.conftest import PEOPLE, a_text
from tests.tui.driving import driving
from tui.memory import Memory


async def test_a_quote_is_added_where_one_reads_and_the_cursor_goes_there(library: Library) -> None:
    async with driving(library) as drive:
        first = library.meetings()[0].id
        await drive.press("enter", "plus", "enter")
        added = next(one for one in library.quotes(first) if one.status == "added")
        assert added.text.startswith("The two sides met") and added.speaker == "Zhao Leji"
        assert drive.browser.quote and drive.browser.quote.id == added.id
        await drive.press("u")
        assert drive.browser.quote and drive.browser.quote.id != added.id
        await drive.press("tab", "tab", "tab", "down", "enter", "plus", "enter")
        again = next(one for one in library.quotes(first) if one.status == "added")
        assert drive.browser.quote and drive.browser.quote.id == again.id


async def test_a_speaker_is_typed_over_and_one_who_is_nobody_yet_is_said_to_be_new(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("enter", "c", "s", *"zh")
        assert "Zhao Leji" in drive.text() and "no official here is called zh" in drive.text()
        await drive.press("tab")
        assert "no official here" not in drive.text()
        await drive.press("enter", "enter")
        assert drive.browser.quote and drive.browser.quote.speaker == "Zhao Leji"


async def test_meetings_of_different_days_are_joined_with_their_days_named(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("space", "down", "space", "M")
        days = "9 Jan 2021 and 21 Nov 2023"
        assert f"Join meetings of {days} into" in drive.text()
        await drive.press("enter")
        assert days in drive.said()[-1] and drive.said()[-1].endswith("u undoes")


async def test_the_cursor_stays_where_a_quote_was_deleted(library: Library) -> None:
    async with driving(library) as drive:
        first = library.meetings()[0].id
        await drive.press("enter", "j", "D")
        assert drive.browser.quote and drive.browser.quote.id == f"{first}.3"
        await drive.press("D")
        assert drive.browser.quote and drive.browser.quote.id == f"{first}.1"


async def test_the_cursor_goes_to_what_comes_back(library: Library) -> None:
    async with driving(library) as drive:
        browser, first = drive.browser, library.meetings()[0].id
        await drive.press("enter", "j", "D", "u")
        assert browser.quote and browser.quote.id == f"{first}.2"
        await drive.press("escape", "j", "D")
        assert browser.meetings.row
        left = browser.meetings.row.id
        await drive.press("k", "u")
        assert browser.meetings.row and browser.meetings.row.id not in (left, first)


async def test_the_cursor_stays_on_the_page_of_an_official_when_a_quote_is_changed(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("tab", "down", "up", "enter", "j", "j")
        here = drive.browser.quote
        await drive.press("exclamation_mark")
        assert here and drive.browser.quote and drive.browser.quote.id == here.id


async def test_marks_count_as_long_as_their_things_are_there_and_come_back_with_them(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "memory.json"
    async with driving(library, memory=Memory.load(file)) as drive:
        browser = drive.browser
        await drive.press("space", "enter", "plus", "enter", "space")
        assert "2 marked" in drive.text()
        await drive.press("u")
        assert "1 marked" in drive.text() and not browser.state.marks.quotes
        await drive.press("ctrl+r")
        assert "2 marked" in drive.text() and len(browser.state.marks.quotes) == 1
        await drive.press("h", "h", "D")
        assert "1 marked" in drive.text() and not browser.state.marks.meetings
    with Library.open(library.folder) as again:
        async with driving(again, memory=Memory.load(file)) as drive:
            await drive.press("u")
            assert "2 marked" in drive.text()
            await drive.press("U", "u", "ctrl+r")
            assert "marked" not in drive.text()


async def test_checking_says_of_how_many_quotes_and_whose_and_how_to_take_it_back(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("exclamation_mark")
        assert drive.said()[-1] == "Checked 3 quotes of Zhao – Volodin, 21 Nov 2023; u undoes"
        await drive.press("enter", "exclamation_mark", "exclamation_mark")
        assert drive.said()[-2:] == [
            "Took the check off 1 quote of Zhao Leji; u undoes", "Checked 1 quote of Zhao Leji; u undoes"
        ]  # fmt: skip
        await drive.press("c", "d", "enter")
        assert drive.said()[-1] == (
            "Changed “closer exchanges between the…” of Zhao Leji: kind indirect → mixed"
        )
        library.delete_quotes([quote.id for quote in library.quotes(library.meetings()[1].id)])
        await drive.press("h", "h", "j", "exclamation_mark")
        assert drive.said()[-1] == "There is no quote here to check."


async def test_two_who_may_be_one_person_are_shown_and_merged_with_one_key(library: Library) -> None:
    source, made = a_text("2020-02-02", "Oslo")
    leji = replace(PEOPLE[0], name="Leji")
    library.add(source, replace(made, meeting=replace(made.meeting, officials=(leji, PEOPLE[1]))))
    async with driving(library, size=(120, 40)) as drive:
        assert drive.text().count("≈") == 2
        names = [row.official.name for row in drive.browser.officials.rows]
        await drive.press("tab")
        drive.browser.officials.go(names.index("Vyacheslav Volodin"))
        await drive.press("M")
        assert drive.said() == ["Mark two or more of them first."]
        drive.browser.officials.go(names.index("Leji"))
        await drive.settled()
        assert "≈ M merges, B parts: Zhao Leji" in drive.text()
        await drive.press("M")
        assert drive.said()[-1] == "Merged Leji into Zhao Leji; u undoes"
        assert [one.name for one in library.officials()] == ["Vyacheslav Volodin", "Zhao Leji"]
        assert drive.browser.official and drive.browser.official.name == "Zhao Leji"
        assert "≈" not in drive.text()
        await drive.press("u")
        assert "≈ M merges, B parts: Leji" in drive.text()


async def test_tagging_that_changes_nothing_says_so(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("enter", "exclamation_mark", "t")
        before = len(library.history())
        await drive.type("-nosuch")
        await drive.press("enter")
        assert drive.said()[-1] == "Nothing was changed." and len(library.history()) == before
