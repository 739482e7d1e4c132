"""The quotes of a text not stored yet are cut, joined, tagged and checked, and new speakers made officials."""

from pathlib import Path

from textual.widgets import Input

from store.library import Library
from store.model import FoundMeeting, FoundQuote, Reading, Source
from tests.tui.driving import Drive, driving
from tests.tui.test_preview import newest, shown
from tui import cutting
from tui.drafting import Draft, draft_of

TEXT = "A said: one two. Three four. B said: five."


def a_draft(*spans: tuple[int, int, str]) -> Draft:
    quotes = tuple(
        FoundQuote(start, end, TEXT[start:end], who, "indirect", "said") for start, end, who in spans
    )
    return draft_of(Source.of(TEXT), Reading(FoundMeeting("Talks"), quotes))


async def speaker(drive: Drive, name: str) -> None:
    """Type a speaker in the screen for a quote's span, and keep the quote."""
    await drive.press("s")
    drive.app.screen.query_one(Input).value = name
    await drive.press("enter", "enter")


def test_a_quote_is_split_without_the_blanks_between_the_parts() -> None:
    draft, second = cutting.split(a_draft((8, 28, "A")), 1, 17)
    assert [(number, one.text, one.cue) for number, one in draft.in_order()] == [
        (1, "one two.", "said"),
        (second, "Three four.", ""),
    ]
    assert {one.status for one in draft.quotes.values()} == {"corrected"}
    whole = a_draft((8, 28, "A"))
    assert cutting.split(whole, 1, 8)[0] is whole


def test_joined_quotes_reach_from_the_first_to_the_last_and_keep_the_tags_of_both() -> None:
    draft = a_draft((8, 16, "A"), (17, 28, "A"))
    draft = cutting.tagged(cutting.tagged(draft, 1, ["x"]), 2, ["y", "x", "-z"])
    assert cutting.after(draft, 1) == 2 and cutting.after(draft, 2) == 0
    (one,) = cutting.joined(draft, 1, 2).quotes.values()
    assert (one.text, one.tags, one.status, one.cue) == (
        "one two. Three four.",
        ("x", "y"),
        "corrected",
        "said",
    )
    assert cutting.tagged(draft, 1, ["-x"]).quotes[1].tags == ()
    assert cutting.tagged(draft, 1, ["x"]) is draft


async def test_what_is_cut_tagged_and_checked_in_the_preview_is_stored_so(
    library: Library, tmp_path: Path
) -> None:
    async with driving(library) as drive:
        screen = await shown(drive, tmp_path)
        await drive.press("exclamation_mark", "t")
        await drive.type("my tag, eu")
        await drive.press("enter", "vertical_line", "enter")
        assert len(screen.draft.quotes) == 4 and "#my-tag  #eu" in drive.text()
        await drive.press("u", "ctrl+r", "enter")
        kept = library.quotes(newest(library))
        assert [one.tags for one in kept][:2] == [("my-tag", "eu")] * 2
        assert kept[0].text + " " + kept[1].text == "Europe stands together"


async def test_a_check_in_the_preview_is_stored_and_can_be_taken_off(
    library: Library, tmp_path: Path
) -> None:
    async with driving(library) as drive:
        await shown(drive, tmp_path)
        await drive.press(*["exclamation_mark"] * 2, "j", "exclamation_mark", "enter")
        assert [one.status for one in library.quotes(newest(library))] == ["found", "checked", "found"]


async def test_quotes_are_joined_in_the_preview_unless_others_say_them(
    library: Library, tmp_path: Path
) -> None:
    async with driving(library) as drive:
        screen = await shown(drive, tmp_path)
        await drive.press("ampersand")
        assert "different speakers" in drive.said()[-1]
        await drive.press("j", "ampersand")
        assert [one.text[-19:] for one in screen.draft.quotes.values()][-1] == "patience was needed"
        await drive.press("ampersand")
        assert drive.said()[-1] == "There is no quote after this one to join."


async def test_where_nothing_was_found_the_keys_say_so(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        await shown(drive, tmp_path, "Nothing of note.\n")
        for key in ("vertical_line", "ampersand", "t", "exclamation_mark"):
            await drive.press(key)
            assert drive.said()[-1].startswith("There is no quote here to")


async def test_a_speaker_nobody_knows_is_made_an_official_when_wanted(
    library: Library, tmp_path: Path
) -> None:
    async with driving(library) as drive:
        await shown(drive, tmp_path)
        await drive.press("c")
        await speaker(drive, "Jane Doe")
        assert "Jane Doe is not here yet" in drive.text()
        await drive.press("o", "j", "c")
        await speaker(drive, "The Chancellery")
        await drive.press("n", "enter")
        one, other, _ = library.quotes(newest(library))
        names = {official.id: official.name for official in library.officials()}
        assert [names[who] for who in one.officials] == ["Jane Doe"]
        assert other.speaker == "The Chancellery" and not other.officials


async def test_a_new_speaker_of_a_stored_quote_is_made_an_official_in_one_step(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("tab", "tab", "c")
        await speaker(drive, "Jane Doe")
        before = library.version
        await drive.press("o")
        assert library.version == before + 1
        (jane,) = [one for one in library.officials() if one.name == "Jane Doe"]
        changed = [
            one
            for meeting in library.meetings()
            for one in library.quotes(meeting.id)
            if one.officials == (jane.id,)
        ]
        assert [one.speaker for one in changed] == ["Jane Doe"]
        await drive.press("u")
        assert all(one.name != "Jane Doe" for one in library.officials())


async def test_a_new_speaker_may_stay_a_name(library: Library) -> None:
    async with driving(library) as drive:
        await drive.press("tab", "tab", "c")
        await speaker(drive, "State Council")
        await drive.press("escape")
        assert "State Council" in {
            one.speaker for meeting in library.meetings() for one in library.quotes(meeting.id)
        }
        assert all(one.name != "State Council" for one in library.officials())
