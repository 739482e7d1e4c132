"""The insights in the app: made in a worker, read line by line, each leading to its place."""

from threading import Event

import pytest

from store.insight.evidence import Cancelled
from store.library import Library
from tests.tui.driving import driving
from tui.commands.insight import show
from tui.insight.lines import Goal, Part
from tui.insight.tasks import Made, Task
from tui.screens.insight import InsightScreen
from tui.widgets.insight_view import InsightView


@pytest.fixture
def library(folder):
    with Library.open(folder) as opened:
        yield opened


def view(drive):
    return drive.app.screen.query_one(InsightView)


async def compare(drive):
    await drive.press("equals_sign")


async def test_two_accounts_side_by_side_lead_to_their_sources(library):
    async with driving(library) as drive:
        await drive.press("G")
        await compare(drive)
        assert isinstance(drive.app.screen, InsightScreen)
        assert "1 Beijing" in drive.text() and "2 Moscow" in drive.text()
        assert "said: the corridor for grain should" in drive.text()
        await drive.press("right", "enter")
        browser = drive.browser
        assert drive.app.screen is browser
        assert browser.state.pane == "quotes"
        assert browser.quotes.key == "1.3"
        assert browser.quote and browser.quote.text == "the corridor for grain should be kept open"


async def test_where_one_source_tells_the_meetings_with_several_are_offered(library):
    async with driving(library) as drive:
        await compare(drive)
        assert "Only one source tells of" in drive.text()
        assert "1 of 3 points shared" in drive.text()
        await drive.press("enter")
        assert "1 Beijing" in drive.text() and "2 Moscow" in drive.text()
        await drive.press("enter")
        assert drive.app.screen is drive.browser
        assert drive.browser.quotes.key == "1.1"


async def test_a_comparison_is_written_as_markdown(library, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with driving(library) as drive:
        await drive.press("G")
        await compare(drive)
        await drive.press("e", "enter")
        assert "- Moscow, said: the corridor for grain should be kept open" in (
            tmp_path / "meeting-1-compared.md"
        ).read_text(encoding="utf-8")


async def test_an_official_is_followed_and_narrowed_to_a_topic(library):
    async with driving(library) as drive:
        await drive.press("tab")
        assert drive.browser.official and drive.browser.official.name == "Wang Yi"
        await drive.press("T")
        assert "Wang Yi: 14 statements" in drive.text()
        await drive.press("slash")
        await drive.type("food")
        await drive.press("enter")
        assert "Wang Yi on food: 6 statements" in drive.text()
        await drive.press("escape")
        assert drive.app.screen is drive.browser
        await drive.press("t")
        assert "Wang Yi: 14 statements" in drive.text()


async def test_every_number_of_the_overview_leads_to_what_it_counts(library):
    async with driving(library, size=(100, 60)) as drive:
        await drive.press("i")
        assert "Meetings by month" in drive.text() and "Who met whom" in drive.text()
        shown = view(drive)
        row = next(at for at, line in enumerate(shown.lines) if line and line[0].text.startswith("Moscow"))
        shown.go(row)
        await drive.press("enter")
        assert "What is counted" in drive.text()
        assert view(drive).goal == Goal((12,), ("12.1",))
        await drive.press("escape", "full_stop")
        assert drive.app.screen is drive.browser
        assert drive.browser.state.query == "place:Moscow"
        assert len(drive.browser.meetings.rows) == 11


async def test_a_listed_quote_leads_to_its_place_through_both_screens(library):
    async with driving(library, size=(100, 60)) as drive:
        await drive.press("i")
        shown = view(drive)
        shown.go(
            next(at for at, line in enumerate(shown.lines) if line and line[0].text.startswith("Moscow"))
        )
        await drive.press("enter", "down", "enter")
        assert drive.app.screen is drive.browser
        assert drive.browser.quotes.key == "12.1"


async def test_formulas_mark_the_quote_under_the_cursor(library):
    async with driving(library) as drive:
        await drive.press("G", "enter", "P")
        assert "‹grain corridor across the sea must remain open›" in drive.text()
        assert "5 meetings" in drive.text()


async def test_silences_are_listed(library):
    async with driving(library) as drive:
        await drive.press("Q")
        assert "Wang Yi · food" in drive.text()
        assert "2 officials not heard since" in drive.text()


async def test_long_work_shows_progress_and_stops_when_left(library):
    stopped = Event()

    def make(progress):
        try:
            while True:
                progress(1, 4)
                stopped.wait(0.001)
        except Cancelled:
            stopped.set()
            raise
        yield  # what makes a result is a generator

    async with driving(library) as drive:
        show(drive.browser, Task("Long work", make))
        await drive.until(lambda: "25 %" in drive.text())
        await drive.press("escape")
        assert drive.app.screen is drive.browser
        assert stopped.wait(5)


async def test_work_stops_when_the_program_ends(library):
    begun, stopped = Event(), Event()

    def make(progress):
        begun.set()
        try:
            while True:
                progress(1, 4)
                stopped.wait(0.001)
        except Cancelled:
            stopped.set()
            raise
        yield  # what makes a result is a generator

    async with driving(library) as drive:
        show(drive.browser, Task("Long work", make))
        await drive.until(begun.is_set)
    assert stopped.wait(5)


async def test_what_cannot_be_made_is_said(library):
    async with driving(library) as drive:
        await drive.press("i", "slash")
        await drive.type("kind:nonsense")
        await drive.press("enter")
        assert any("nonsense" in said for said in drive.said())


async def test_only_the_lines_in_sight_are_drawn_and_any_width_is_filled(library):
    lines = [(Part(f"line {number} " * 40),) for number in range(10_000)]
    async with driving(library, size=(60, 20)) as drive:
        show(drive.browser, Task("Long text", lambda progress: iter([Made(lambda width: lines)])))
        await drive.settled()
        await drive.press("G")
        assert "line 9999" in drive.text()
        assert all(len(line) <= 60 for line in drive.text().splitlines())


async def test_a_first_result_is_shown_while_the_next_is_made(library):
    first_is_shown = Event()

    def make(progress):
        yield Made(lambda width: [(Part("the first result"),)])
        first_is_shown.wait(10)
        yield Made(lambda width: [(Part("the second result"),)])

    async with driving(library) as drive:
        show(drive.browser, Task("Two results", make))
        await drive.until(lambda: "the first result" in drive.text())
        assert "working" in drive.text()
        first_is_shown.set()
        await drive.settled()
        assert "the second result" in drive.text()
        assert "working" not in drive.text()


async def test_the_cursor_goes_from_place_to_place(library):
    here, there = Goal((1,), ("1.1",)), Goal((2,), ("2.1",))
    lines = [
        (Part("a"),),
        (Part("b", goal=here), Part("c"), Part("d", goal=there)),
        (),
        (Part("e", goal=here),),
    ]
    async with driving(library) as drive:
        show(drive.browser, Task("Places", lambda progress: iter([Made(lambda width: lines)])))
        await drive.settled()
        shown = view(drive)
        assert (shown.cursor, shown.goal) == (1, here)
        await drive.press("right")
        assert (shown.cursor, shown.goal) == (1, there)
        await drive.press("tab")
        assert (shown.cursor, shown.goal) == (3, here)
        await drive.press("h", "left")
        assert (shown.cursor, shown.goal) == (1, here)
        await drive.press("home")
        assert (shown.cursor, shown.goal) == (0, None)
        await drive.press("enter")
        assert isinstance(drive.app.screen, InsightScreen)
        await drive.pilot.click(InsightView, offset=(3, 1))
        assert (shown.cursor, shown.goal) == (1, there)


async def test_the_last_line_tells_the_keys_and_takes_clicks(library):
    async with driving(library, size=(60, 20)) as drive:
        await drive.press("i")
        last = drive.text().splitlines()[19]
        assert last.split() == [
            "enter",
            "open",
            ".",
            "filter",
            "by",
            "it",
            "/",
            "narrow",
            "e",
            "export",
            "escape",
            "back",
        ]
        await drive.pilot.click("#keys", offset=(last.index("back"), 0))
        await drive.settled()
        assert drive.app.screen is drive.browser
