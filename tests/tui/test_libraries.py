"""Which library is open: one after the other, one's own again, and what is said of one that is damaged."""

import shutil
from pathlib import Path

from store.library import Library
from tests.tui.driving import driving


async def test_one_library_after_the_other(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        await drive.press("O")
        drive.app.focused.value = str(tmp_path / "other")  # type: ignore[union-attr]
        await drive.press("enter")
        await drive.settled()
        assert drive.browser.library and drive.browser.library.folder == tmp_path / "other"
        assert "This library is empty." in drive.text()


async def test_the_library_stays_open_where_the_other_cannot_be_opened(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("Dear all")
    async with driving(library) as drive:
        before = drive.text()
        await drive.press("O")
        drive.app.focused.value = str(tmp_path / "other")  # type: ignore[union-attr]
        await drive.press("enter")
        assert drive.said()[-1].endswith("it holds other files; the library that is open stays open.")
        assert drive.browser.library is library and drive.text() == before
        await drive.press("t", "x", "enter")
        assert any("x" in quote.tags for quote in library.quotes(library.meetings()[0].id))


async def test_the_library_that_is_open_can_be_named_again(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("O")
        drive.app.focused.value = str(library.folder)  # type: ignore[union-attr]
        await drive.press("enter")
        await drive.press("t", "x", "enter")
        assert drive.browser.library
        assert any("x" in one.tags for one in drive.browser.library.quotes(library.meetings()[0].id))


async def test_there_is_a_way_back_to_ones_own_library(library: Library, tmp_path: Path) -> None:
    async with driving(library, own=library.folder) as drive:
        await drive.press("O")
        drive.app.focused.value = str(tmp_path / "other")  # type: ignore[union-attr]
        await drive.press("enter")
        assert "This library is empty." in drive.text()
        for _ in range(2):
            drive.browser.action_command("library.own")
            await drive.settled()
            assert drive.browser.library and drive.browser.library.folder == library.folder
        assert drive.said()[-1] == "This is your library."


async def test_damage_is_told_once_with_the_file_and_what_lists_all(library: Library, tmp_path: Path) -> None:
    folder = shutil.copytree(library.folder, tmp_path / "damaged")
    lines = (folder / "quotes.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "quotes.jsonl").write_bytes(b"".join([lines[0][:40] + b"XX" + lines[0][42:], *lines[1:]]))
    with Library.open(folder) as damaged:
        async with driving(damaged) as drive:
            for _ in range(2):
                drive.browser.listen()
                await drive.settled()
            told = [said for said in drive.said() if "damaged" in said]
            assert len(told) == 1
            assert told[0].startswith("quotes.jsonl, line 1: damaged") and "Check the library" in told[0]
