"""Long meetings are set before the cursor comes to them, and never shown as they were before a change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.library import Library
from store.model import FoundMeeting, FoundQuote, Quote, Reading, Source
from tests.tui.conftest import PEOPLE
from tests.tui.driving import driving
from tui.screens.ahead import KEPT, MANY


def long_text(number: int) -> tuple[Source, Reading]:
    text, quotes = f"The two sides met, text {number}.\n", []
    for turn in range(MANY):
        text += "Zhao Leji said "
        words = f"point {turn} of {number}"
        quotes.append(FoundQuote(len(text), len(text) + len(words), words, "Zhao Leji", "indirect", "said"))
        text += words + ".\n"
    meeting = FoundMeeting(f"Talks {number}", f"20{number:02}-01-01", None, "Doha", "talks", PEOPLE)
    return Source.of(text), Reading(meeting, tuple(quotes))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        library.add_many([long_text(number) for number in range(KEPT + 3)], on_duplicate="add")
        yield library


async def test_the_next_step_finds_a_long_meeting_set(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    quotes = library.quotes

    def ask(meeting: int) -> tuple[Quote, ...]:
        asked.append(meeting)
        return quotes(meeting)

    monkeypatch.setattr(library, "quotes", ask)
    async with driving(library) as drive:
        for _ in range(KEPT + 1):
            drive.browser.look_ahead()
            await drive.settled()
            del asked[:]
            await drive.press("j")
            assert drive.browser.detail.meeting == drive.browser.meetings.row
            assert asked == [] or asked == [drive.browser.meetings.rows[drive.browser.meetings.cursor + 1].id]


async def test_a_meeting_that_was_changed_is_set_anew(library: Library) -> None:
    async with driving(library) as drive:
        drive.browser.look_ahead()
        await drive.settled()
        after = drive.browser.meetings.rows[1]
        quote = library.quotes(after.id)[0]
        library.delete_quotes([quote.id])
        await drive.press("j")
        assert quote.id not in drive.browser.quotes.keys
        assert len(drive.browser.quotes.keys) == MANY - 1
