"""The review: officials who may be one person have their turn too, and undo comes back to what it restores."""

from __future__ import annotations

from dataclasses import replace

from textual.widgets import Input

from store.library import Library
from tests.tui.conftest import PEOPLE, a_text
from tests.tui.driving import Drive, driving
from tui.screens.review import ReviewScreen


def with_a_namesake(library: Library) -> None:
    """Add a meeting of somebody who may be Zhao Leji."""
    source, made = a_text("2020-02-02", "Oslo")
    leji = replace(PEOPLE[0], name="Leji")
    library.add(source, replace(made, meeting=replace(made.meeting, officials=(leji, PEOPLE[1]))))


def title(drive: Drive) -> str:
    return str(drive.app.screen.query_one("#review").border_title)


def number(drive: Drive) -> int:
    """Which in the queue has its turn."""
    return int(title(drive).split()[1])


async def test_two_who_may_be_one_are_merged_in_the_review_and_undo_returns_to_them(library: Library) -> None:
    with_a_namesake(library)
    async with driving(library) as drive:
        await drive.press("R")
        assert "perhaps one person" in drive.text() and "Leji" in drive.text()
        assert "two persons" in drive.text()
        await drive.press("enter")
        assert drive.said()[-1] == "Merged Leji into Zhao Leji"
        assert "perhaps one person" not in drive.text()
        await drive.press("n", "n", "u")
        assert "perhaps one person" in drive.text() and number(drive) == 1
        assert len(library.officials()) == 3


async def test_two_are_told_apart_in_the_review_and_asked_about_no_more(library: Library) -> None:
    with_a_namesake(library)
    async with driving(library) as drive:
        await drive.press("R", "c")
        assert drive.said()[-1] == "Enter makes one person of the two, d says that they are two."
        await drive.press("d")
        assert (
            drive.said()[-1] == "Told Leji and Zhao Leji apart"
            or drive.said()[-1] == "Told Zhao Leji and Leji apart"
        )
        await drive.press("escape", "R")
        assert "perhaps one person" not in drive.text()
        assert "≈" not in drive.text() and library.likely_same() == []


async def test_a_pair_is_reviewed_within_a_filter_only_where_one_of_them_is_quoted(library: Library) -> None:
    with_a_namesake(library)
    async with driving(library) as drive:
        for query, asked in (("place:Doha", True), ("official:Volodin", False)):
            await drive.press("/")
            await drive.type(query)
            await drive.press("enter", "R")
            assert ("perhaps one person" in drive.text()) is asked
            await drive.press("escape", "escape")


async def test_a_pair_is_told_apart_in_the_list_of_officials_and_undo_brings_the_sign_back(
    library: Library,
) -> None:
    with_a_namesake(library)
    async with driving(library, size=(120, 40)) as drive:
        await drive.press("B")
        assert drive.said()[-1] == "No official here is thought to be another (≈)."
        names = [row.official.name for row in drive.browser.officials.rows]
        await drive.press("tab")
        drive.browser.officials.go(names.index("Leji"))
        await drive.settled()
        assert "≈ M merges, B parts: Zhao Leji" in drive.text()
        await drive.press("B")
        assert "apart; u undoes" in drive.said()[-1] and "≈" not in drive.text()
        await drive.press("u")
        assert "≈" in drive.text()


async def test_undo_in_the_review_returns_to_the_quote_it_restored(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("R", "n", "d", "n", "n")
        assert number(drive) == 5
        gone = drive.said()[-1]
        await drive.press("u")
        assert drive.said()[-1] == f"Undone: {gone}" and number(drive) == 2
        screen = drive.app.screen
        assert isinstance(screen, ReviewScreen)
        await drive.press("enter", "n", "u")
        assert number(drive) == 2 and "0 done" in title(drive)


async def test_what_was_undone_in_the_review_is_done_again(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("R", "n", "d", "n", "n")
        rejected = drive.said()[-1]
        await drive.press("u", "ctrl+r")
        assert drive.said()[-1] == f"Done again: {rejected}"
        assert number(drive) == 2 and title(drive).endswith("of 8 · 1 done")
        await drive.press("u")
        assert drive.said()[-1] == f"Undone: {rejected}" and number(drive) == 2 and "0 done" in title(drive)
        await drive.press("ctrl+r", "ctrl+r")
        assert drive.said()[-1] == "There is nothing to redo."


async def test_undo_in_the_review_returns_to_the_quote_that_was_corrected(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("R", "c", "s")
        drive.app.screen.query_one(Input).value = "Vyacheslav Volodin"
        await drive.press("enter", "enter", "n", "n", "n")
        assert number(drive) == 4
        await drive.press("u")
        assert number(drive) == 1 and "Zhao Leji" in drive.text()


async def test_what_was_rejected_and_passed_again_comes_back_where_it_was(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("R", "d", "p")
        before = title(drive)
        await drive.press("u")
        assert number(drive) == 1 and title(drive) != before


async def test_undo_in_the_review_takes_nothing_back_that_came_before(library: Library) -> None:
    async with driving(library) as drive:
        before = len(library.meetings())
        await drive.press("R", "d", "u", "u", "u")
        assert drive.said()[-1].startswith("Nothing was decided in this review")
        assert len(library.meetings()) == before and number(drive) == 1


async def test_the_review_fits_a_narrow_screen(library: Library) -> None:
    async with driving(library, size=(40, 14)) as drive:
        await drive.press("R")
        card = drive.app.screen.query_one("#review").region
        assert card.x >= 0 and card.right <= 40


async def test_what_is_still_being_stored_can_be_undone(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("R")
        screen = drive.app.screen
        assert isinstance(screen, ReviewScreen)
        screen.action_reject()
        screen.action_undo()
        await drive.settled()
        assert not any(said.startswith("Nothing was decided") for said in drive.said())
