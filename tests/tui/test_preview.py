"""What was found is corrected before it is stored: every way a person can, and what the library holds afterwards."""

from pathlib import Path

import pytest
from textual.widgets import Input

from store.library import Library
from tests.tui.driving import Drive, driving
from tui.screens.preview import PreviewScreen

TEXT = (
    "Title: Talks in Berlin\nPublisher: Ministry\n\n"
    "BERLIN, 3 March 2020. Chancellor Angela Merkel met President Emmanuel Macron of France in Berlin. "
    "Merkel said that Europe stands together. Macron stressed that trade must grow. "
    "The weather was fine. Macron added that patience was needed.\n"
)


async def shown(drive: Drive, folder: Path, text: str = TEXT, *before: str) -> PreviewScreen:
    """Read a text in the add dialog, up to what was found in it."""
    file = folder / "readout.txt"
    file.write_text(text, "utf-8")
    await drive.press("a", *before)
    await drive.type(str(file))
    await drive.press("enter")
    assert isinstance(drive.app.screen, PreviewScreen)
    return drive.app.screen


def newest(library: Library) -> int:
    return max(meeting.id for meeting in library.meetings())


async def fill(drive: Drive, **values: str) -> None:
    for name, value in values.items():
        drive.app.screen.query_one(f"#field-{name}", Input).value = value
    await drive.press("enter")


async def test_quotes_are_gone_through_left_out_and_corrected_and_stored_as_one_step(
    library: Library, tmp_path: Path
) -> None:
    async with driving(library) as drive:
        screen = await shown(drive, tmp_path)
        before = library.version
        found = [one.text for one in screen.draft.reading.quotes]
        await drive.press("d")
        assert screen.draft.quotes.keys() == {2, 3} and "Found 2 quotes" in drive.text()
        await drive.press("c", "left", "d", "enter", "j", "D", "u")
        assert library.version == before
        await drive.press("enter")
        assert len(library.history(2)) and library.version > before
        kept = library.quotes(newest(library))
        assert [(one.text, one.status) for one in kept] == [
            (found[1].rsplit(" ", 1)[0], "corrected"),
            (found[2], "found"),
        ]
        assert kept[0].kind == "mixed" and kept[0].speaker == "Emmanuel Macron"
        await drive.press("u")
        assert len(library.meetings()) == 3


async def test_a_missed_quote_is_added_from_the_next_sentence_that_is_in_none(
    library: Library, tmp_path: Path
) -> None:
    async with driving(library) as drive:
        await shown(drive, tmp_path)
        await drive.press("j", "plus", "enter")
        assert drive.app.screen.query_one("#found").key == "0.4"  # type: ignore[attr-defined]
        await drive.press("enter")
        added = [one for one in library.quotes(newest(library)) if one.status == "added"]
        assert [one.text for one in added] == ["The weather was fine."]


async def test_the_speaker_may_be_anybody_the_library_knows(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        await shown(drive, tmp_path)
        await drive.press("c", "s")
        drive.app.screen.query_one(Input).value = "zhao leji"
        await drive.press("enter", "enter", "enter")
        meeting = library.meeting(newest(library))
        first = library.quotes(meeting.id)[0]
        zhao = next(one for one in library.officials() if one.name == "Zhao Leji")
        assert first.officials == (zhao.id,)
        assert [one.official for one in meeting.speakers] == [zhao.id]


async def test_the_meeting_is_corrected_with_new_people_too(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        screen = await shown(drive, tmp_path)
        await drive.press("m")
        await fill(drive, date="tomorrow")
        assert "A date is written" in drive.text()
        await fill(
            drive, title="A call", date="2020-03-02", end_date="2020-03-03", place="Bonn", kind="call",
            participants="Angela Merkel; Jane Doe; Zhao Leji",
        )  # fmt: skip
        assert drive.app.screen is screen and "2–3 Mar 2020 · Bonn · call" in drive.text()
        await drive.press("enter")
        meeting = library.meeting(newest(library))
        assert (meeting.title, meeting.date, meeting.end_date) == ("A call", "2020-03-02", "2020-03-03")
        assert (meeting.place, meeting.kind) == ("Bonn", "call")
        assert [one.name for one in meeting.participants] == ["Angela Merkel", "Jane Doe", "Zhao Leji"]
        assert meeting.participants[2].country == "China"
        assert [one.name for one in meeting.speakers] == ["Emmanuel Macron"]
        assert all(one.officials for one in library.quotes(meeting.id))


async def test_an_official_is_corrected_and_the_quotes_go_by_the_new_name(
    library: Library, tmp_path: Path
) -> None:
    async with driving(library) as drive:
        await shown(drive, tmp_path)
        await drive.press("p", "down", "enter")
        await fill(drive, name="", country="France")
        assert "An official needs a name." in drive.text()
        await fill(drive, name="Emmanuel Jean-Michel Macron", office="President of the Republic")
        await drive.press("enter")
        meeting = library.meeting(newest(library))
        macron = meeting.participants[1]
        assert (macron.name, macron.office) == ("Emmanuel Jean-Michel Macron", "President of the Republic")
        quotes = library.quotes(meeting.id)
        assert [one.officials for one in quotes][1:] == [(macron.official,)] * 2
        assert quotes[1].speaker == macron.name


async def test_leaving_with_corrections_is_asked_for_twice_and_without_at_once(
    library: Library, tmp_path: Path
) -> None:
    async with driving(library) as drive:
        screen = await shown(drive, tmp_path)
        await drive.press("escape")
        assert drive.browser.is_current
        screen = await shown(drive, tmp_path)
        await drive.press("d", "escape")
        assert drive.app.screen is screen and "forgets 1 correction" in drive.said()[-1]
        await drive.press("escape")
        assert drive.browser.is_current and len(library.meetings()) == 3


async def test_it_says_before_storing_that_the_meeting_is_here_and_lets_one_choose(
    library: Library, tmp_path: Path
) -> None:
    other = TEXT.replace("Merkel said that Europe stands together.", "A quite different telling of " * 9)
    async with driving(library) as drive:
        screen = await shown(drive, tmp_path)
        assert "here" not in drive.text() and not screen._there
        await drive.press("o")
        assert "No text here tells of this meeting" in drive.said()[-1]
        await drive.press("enter")
        await shown(drive, tmp_path)
        assert "This text is here: 3 Mar 2020, Berlin, Merkel – Macron (1 source, 3 quotes)" in drive.text()
        await drive.press("enter")
        assert "nothing was stored" in drive.said()[-1] and len(library.meetings()) == 4
        screen = await shown(drive, tmp_path, other)
        assert "This tells of a meeting that is here" in drive.text()
        await drive.press("o")
        assert "Kept apart" in drive.text()
        await drive.press("o", "enter")
        assert "Joined to a meeting" in drive.said()[-1] and len(library.meetings()) == 4
        screen = await shown(drive, tmp_path, other + "More.")
        await drive.press("o", "enter")
        assert len(library.meetings()) == 5


async def test_another_day_makes_it_another_meeting(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        await shown(drive, tmp_path)
        await drive.press("enter")
        await shown(drive, tmp_path, TEXT.replace("Merkel said that Europe stands together.", "Much " * 99))
        assert "This tells of a meeting that is here" in drive.text()
        await drive.press("m")
        await fill(drive, date="2020-03-09")
        assert "that is here" not in drive.text()


@pytest.mark.parametrize("size", [(50, 12), (60, 20), (80, 24), (160, 50)])
async def test_quotes_and_the_previews_own_keys_are_seen_on_any_screen(
    library: Library, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with driving(library, size=size) as drive:
        await shown(drive, tmp_path)
        lines = drive.text().splitlines()
        assert "Europe stands" in drive.text()
        assert "store" in lines[-1] and "correct" in lines[-1] and "filter" not in lines[-1]
        await drive.press("question_mark")
        assert "Leave the quote out" in drive.text()


async def test_a_text_in_which_nothing_was_found_can_be_made_a_meeting_of(
    library: Library, tmp_path: Path
) -> None:
    async with driving(library) as drive:
        await shown(drive, tmp_path, "Nothing of note happened.\n")
        await drive.press("d", "c", "p")
        assert isinstance(drive.app.screen, PreviewScreen)
        await drive.press("m")
        await fill(drive, participants="Jane Doe")
        await drive.press("plus", "s")
        drive.app.screen.query_one(Input).value = "Jane Doe"
        await drive.press("enter", "enter", "enter")
        (quote,) = library.quotes(newest(library))
        assert quote.officials and quote.text == "Nothing of note happened."


async def test_a_name_is_completed_to_one_the_library_knows(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        await shown(drive, tmp_path)
        await drive.press("p", "enter")
        drive.app.screen.query_one("#field-name", Input).value = "leji"
        await drive.settled()
        assert "ctrl+n: Zhao Leji" in drive.text() and "enter keeps" in drive.text()
        await drive.press("ctrl+n", "enter", "enter")
        assert library.meeting(newest(library)).participants[0].name == "Zhao Leji"
        assert [one.name for one in library.officials()].count("Zhao Leji") == 1
