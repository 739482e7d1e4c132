"""A library counted."""

import pytest

from store.finding import find_meetings, find_quotes
from store.insight.evidence import heard
from store.insight.overview import remark, tallies, who_met_whom, who_speaks_of_what
from store.insight.topics import Topics
from store.model import Participant

from .shelf import OFFICIALS, Shelf, label, met, said


@pytest.fixture
def shelf():
    alone = (Participant(1, "Wang Yi", country="China"),)
    return (
        Shelf()
        .put(
            met(1, "2023-11-21", kind="talks", place="Beijing"),
            said("grain", tags=("food",)),
            said("truce", tags=("food", "peace")),
            said("grain", "Sergei Lavrov", tags=("food",)),
        )
        .put(met(2, "2023-11-30", kind="talks", place="New York"), said("truce", tags=("peace",)))
        .put(met(3, None, label(3), kind=None, place=None, participants=alone))
    )


def counts(table):
    return {row: cells[0].count for row, cells in zip(table.rows, table.cells, strict=True)}


def test_meetings_by_month_country_kind_and_place(shelf):
    month, country, kind, place = tallies(shelf.meetings())
    assert counts(month) == {"2023-11": 2, "unknown": 1}
    assert counts(country) == {"China": 3, "Russia": 2}
    assert counts(kind) == {"talks": 2, "unknown": 1}
    assert counts(place) == {"Beijing": 1, "New York": 1, "unknown": 1}


def test_who_met_whom_is_the_same_both_ways(shelf):
    table = who_met_whom(shelf.meetings(), OFFICIALS)
    assert table.rows == table.columns == ("Wang Yi", "Sergei Lavrov")
    assert [[cell.count for cell in row] for row in table.cells] == [[0, 2], [2, 0]]
    assert set(table.cells[0][1].meetings) == {1, 2}


def test_who_speaks_of_what(shelf):
    table = who_speaks_of_what(heard(shelf), OFFICIALS, Topics())
    assert (table.rows, table.columns) == (("food", "peace"), ("Wang Yi", "Sergei Lavrov"))
    assert [[cell.count for cell in row] for row in table.cells] == [[2, 1], [2, 0]]
    assert set(table.cells[1][0].quotes) == {"1.2", "2.1"}
    assert table.most == 2


def test_every_cell_finds_what_it_counts(shelf):
    for table in (*tallies(shelf.meetings()), who_met_whom(shelf.meetings(), OFFICIALS)):
        for cell in (cell for row in table.cells for cell in row if cell.query):
            assert {meeting.id for meeting in find_meetings(shelf, cell.query)} == set(cell.meetings)
    for row in who_speaks_of_what(heard(shelf), OFFICIALS, Topics()).cells:
        for cell in (cell for cell in row if cell.query):
            assert {found.quote.id for found in find_quotes(shelf, cell.query)} == set(cell.quotes)


def test_only_the_largest_rows_are_shown_and_the_rest_counted():
    crowd = Shelf()
    for number in range(1, 31):
        crowd.put(met(number, place=f"City {number:02d}"))
    place = tallies(crowd.meetings())[3]
    assert (len(place.rows), place.left_out) == (20, 10)


def test_it_says_when_there_is_too_little(shelf):
    assert remark(shelf.meetings()) == "Only 3 meetings here: counts say little yet."
    assert remark([]) == "There are no meetings here to count."
    assert remark(shelf.meetings() * 2) is None


def test_an_empty_library_has_empty_tables():
    assert [table.most for table in tallies([])] == [0, 0, 0, 0]
    assert who_met_whom([], ()).rows == ()


def test_without_tags_the_words_that_recur_are_topics():
    quotes = [said(text) for text in ["the grain harvest", "grain prices", "grain ships", *["peace"] * 40]]
    topics = Topics.learned(quotes)
    assert topics.of(quotes[0]) == ("grain",)
    assert topics.of(quotes[-1]) == ()
    assert topics.of(said("grain", tags=("food",))) == ("food",)


def test_topics_are_words_as_they_are_written_and_no_names():
    quotes = [said("Harvests in Grainland"), said("a harvest in Grainland"), said("the harvest in Grainland")]
    assert Topics.learned(quotes, ["Grainland"]).of(quotes[0]) == ("harvest",)
