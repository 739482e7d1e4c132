"""The bundled texts through the reader and the library, as a person would add them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.insight.compare import compare
from store.library import Library
from store.reading import read
from store.sample import make_sample, sample_folder
from store.sources import load

with sample_folder() as folder:
    FILES = sorted(folder.glob("*.txt"))

# A meeting told twice has two files that differ in their last word alone: …-bali-biden-xi-us, …-bali-biden-xi-china.
TOLD_TWICE = [
    name for name, files in Counter(path.stem.rsplit("-", 1)[0] for path in FILES).items() if files == 2
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    place = tmp_path_factory.mktemp("sample") / "library"
    make_sample(place)
    with Library.open(place) as opened:
        yield opened


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_text_reads_as_its_meeting(path: Path):
    source = load(str(path))
    reading = read(source)
    assert path.stem[:10] in (reading.meeting.date, reading.meeting.end_date)
    assert len(reading.meeting.officials) >= 2
    assert len(reading.quotes) >= 2
    for quote in reading.quotes:
        assert quote.text == source.text[quote.start : quote.end]
        assert quote.start > source.text.index("\n\n"), "the header block is not part of the text"


def test_accounts_of_one_meeting_are_joined(library: Library):
    joined = [meeting for meeting in library.meetings() if len(meeting.sources) == 2]
    assert len(TOLD_TWICE) >= 17
    assert len(joined) >= 18
    zhao = next(meeting for meeting in joined if meeting.date == "2023-11-21")
    assert {person.name for person in zhao.participants} == {"Zhao Leji", "Vyacheslav Volodin"}


def test_officials_meet_again_over_the_years(library: Library):
    years = {
        official.name: {meeting.date[:4] for meeting in library.meetings_of(official.id) if meeting.date}
        for official in library.officials()
    }
    assert len(years["Wang Yi"]) >= 5
    assert len(years["Xi Jinping"]) >= 4
    assert len(years["Sergey Lavrov"]) >= 4


def test_a_formula_recurs_over_the_years(library: Library):
    spoken = [
        (meeting.date, quote.text)
        for meeting in library.meetings()
        for quote in library.quotes(meeting.id)
        if "comprehensive strategic partnership of coordination" in quote.text
    ]
    assert len({date[:4] for date, _ in spoken if date}) >= 4


def test_every_quote_stands_in_its_source(library: Library):
    for meeting in library.meetings():
        quotes = library.quotes(meeting.id)
        assert quotes
        for quote in quotes:
            assert quote.text == library.source(quote.source).text[quote.start : quote.end]


def test_making_it_twice_changes_nothing(tmp_path: Path):
    make_sample(tmp_path)
    with Library.open(tmp_path) as opened:
        before = opened.counts()
    make_sample(tmp_path)
    with Library.open(tmp_path) as opened:
        assert opened.counts() == before


def test_meetings_told_twice_have_points_that_both_tell_and_points_that_one_tells(library: Library):
    compared = [compare(meeting, library.quotes(meeting.id)) for meeting in library.meetings()]
    shared = [
        one
        for one in compared
        if {("all", "other words"), ("one", None)} <= {(point.told, point.wording) for point in one.points}
    ]
    assert len(shared) >= 10
    zhao = next(one for one in shared if one.meeting.date == "2023-11-21")
    assert sum(point.told == "all" for point in zhao.points) >= 4
    assert "same words" in {point.wording for point in zhao.points}


def test_no_sickness_is_an_official(library: Library):
    assert not [person.name for person in library.officials() if person.name.casefold().startswith("covid")]
