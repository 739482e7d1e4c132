"""The person's own editor: what it changes is stored, and what goes wrong with it never costs the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import driving
from tui.app import DiploApp


@pytest.fixture(autouse=True)
def lent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How it went each time the terminal was lent: Textual takes it back only where nothing was raised."""
    went: list[str] = []

    @contextmanager
    def suspend(app: DiploApp) -> Iterator[None]:
        went.append("lost")
        yield
        went[-1] = "back"

    monkeypatch.setattr(DiploApp, "suspend", suspend)
    return went


def an_editor(folder: Path, *changes: str) -> str:
    script = folder / "editor.sh"
    script.write_text("#!/bin/sh\n" + "".join(f"sed -i '{one}' \"$1\"\n" for one in changes))
    script.chmod(0o755)
    return str(script)


async def test_meetings_officials_and_quotes_are_edited(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = ("s/^place: .*/place: Lima/", "s/^country: .*/country: Peru/", "s/^kind: indirect/kind: mixed/")
    monkeypatch.setenv("EDITOR", an_editor(tmp_path, *changes, "s/^tags:.*/tags: a, b/"))
    async with driving(library) as drive:
        first = library.meetings()[0].id
        await drive.press("E")
        meeting = library.meeting(first)
        assert (meeting.place, meeting.tags) == ("Lima", ("a", "b"))
        await drive.press("enter", "E")
        quote = library.quotes(first)[0]
        assert (quote.kind, quote.tags, quote.status) == ("mixed", ("a", "b"), "corrected")
        await drive.press("escape", "tab", "E")
        assert drive.browser.official and library.official(drive.browser.official.id).country == "Peru"


@pytest.mark.parametrize(
    ("editor", "said"),
    [("/nowhere/editor", "No such file"), ("false", "false ended with 1"), ("true", "Nothing")],
)
async def test_an_editor_that_fails_is_said_and_the_terminal_comes_back(
    library: Library, monkeypatch: pytest.MonkeyPatch, lent: list[str], editor: str, said: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    async with driving(library) as drive:
        await drive.press("E")
        assert lent == ["back"] and said in drive.said()[-1]


async def test_what_is_wrong_in_the_text_is_said_and_nothing_stored(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(
        "EDITOR", an_editor(tmp_path, "s/^date: .*/date: soon/", "s/^kind: indirect/kind: odd/")
    )
    before = library.version
    async with driving(library) as drive:
        await drive.press("E")
        assert drive.said()[-1].startswith("A date is written")
        await drive.press("enter", "E")
        assert drive.said()[-1].startswith("The kind is one of")
        assert library.version == before


async def test_what_was_wrong_is_offered_again_with_the_reason_until_it_is_right_or_taken_out(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", an_editor(tmp_path, "s/^place: .*/place: Lima/", "s/^date: .*/date: soon/"))
    meeting = library.meetings()[0]
    async with driving(library) as drive:
        await drive.press("E")
        assert "E again goes on with what you typed" in drive.said()[-1]
        monkeypatch.setenv("EDITOR", "true")
        await drive.press("E")
        monkeypatch.setenv(
            "EDITOR", an_editor(tmp_path, f"1w {tmp_path / 'seen'}", "s/^date: soon/date: 2024-01-02/")
        )
        await drive.press("E")
        assert (tmp_path / "seen").read_text().startswith("#! Not stored: A date is written")
        assert (library.meeting(meeting.id).place, library.meeting(meeting.id).date) == ("Lima", "2024-01-02")
        monkeypatch.setenv("EDITOR", an_editor(tmp_path, "s/^date: .*/date: never/"))
        await drive.press("E")
        before = library.version
        monkeypatch.setenv("EDITOR", an_editor(tmp_path, "d"))
        await drive.press("E")
        monkeypatch.setenv("EDITOR", an_editor(tmp_path, f"1w {tmp_path / 'seen'}"))
        await drive.press("E")
        assert (tmp_path / "seen").read_text().startswith("title: ")
        assert library.version == before
