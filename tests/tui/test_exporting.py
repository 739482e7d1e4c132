"""What can be turned in the export dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from store.export.options import GROUPS
from store.export.templates import TEMPLATES
from store.library import Library
from store.model import Source
from store.reading import read
from tests.tui.driving import driving
from tui.exporting import CONTEXTS, Manner, turned
from tui.settings import Settings

TALKS = "ROME, 1 June 2019. Minister Ann Poe of Peru met Minister Bo Roe of Chad in Rome. Poe said that trade grew."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    source = Source.of(TALKS, title="Talks")
    with Library.open(tmp_path / "library") as library:
        library.add(source, read(source))
        yield library


@pytest.mark.parametrize(
    ("what", "times"),
    [
        ("group", len(GROUPS)),
        ("context", len(CONTEXTS)),
        ("template", len(TEMPLATES) + 2),
        ("front_matter", 2),
    ],
)
def test_everything_comes_round_again_and_is_said_differently_on_the_way(what: str, times: int) -> None:
    manner = Manner(own="{text}")
    seen = []
    for _ in range(times):
        seen.append(manner.told()[what])
        manner = turned(manner, what)
    assert manner == Manner(own="{text}")
    assert len(set(seen)) == times


def test_a_template_has_no_headings_to_group_by() -> None:
    assert Manner(group="official").told()["group"] == "by official"
    assert Manner(group="official", template="prose").told()["group"] == "no headings"


def test_a_template_of_ones_own_is_offered_only_where_there_is_one() -> None:
    assert turned(Manner(own="{speaker}!"), "template").template_text == "{speaker}!"
    assert turned(Manner(), "template").template_text == next(iter(TEMPLATES.values()))
    assert Manner(own="{speaker}!").template_text is None


async def test_the_file_is_made_as_it_was_turned(library: Library, tmp_path: Path) -> None:
    settings = Settings(export_folder=tmp_path, export_template="{speaker}: {text}{footnote}")
    async with driving(library, settings=settings) as drive:
        await drive.press("e")
        assert "ctrl+t: template own" in drive.text()
        await drive.press("ctrl+y", "enter")
        made = (tmp_path / "quotes.md").read_text("utf-8")
        assert made.startswith("---\ntitle:")
        assert "\nAnn Poe: trade grew[^q1-1]\n" in made
        await drive.press("e", *["ctrl+t"] * (len(TEMPLATES) + 1), "ctrl+g", "ctrl+o")
        await drive.press("enter", "enter")
        made = (tmp_path / "quotes.md").read_text("utf-8")
        assert made.startswith("# Quotes\n\n## Ann Poe")
        assert "Context: " in made


async def test_a_format_of_whole_meetings_says_how_much_that_is(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        await drive.press("enter", "e")
        assert "1 quote" in drive.text() and "with all that was said" not in drive.text()
        await drive.press("down", "down", "down")
        assert "1 meeting with all that was said there, 1 quote" in drive.text()


async def test_the_path_is_in_sight_on_a_low_screen(library: Library) -> None:
    async with driving(library, size=(40, 12)) as drive:
        await drive.press("e")
        await drive.type("zz")
        assert "zz" in drive.text() and "CSV" not in drive.text()
        await drive.resize(100, 36)
        assert "csv" in drive.text()


async def test_a_folder_is_told_to_be_one_at_once(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        await drive.press("e")
        drive.app.screen.query_one(Input).value = str(tmp_path)
        await drive.press("enter")
        assert "is a folder" in drive.text() and "replaces" not in drive.text()


async def test_a_name_too_long_is_one_sentence(library: Library, tmp_path: Path) -> None:
    async with driving(library) as drive:
        await drive.press("e")
        drive.app.screen.query_one(Input).value = str(tmp_path / ("a" * 5000))
        await drive.press("enter")
        said = str(drive.app.screen.query_one("#export-said", Static).content)
        assert drive.app.is_running and "too long" in said
