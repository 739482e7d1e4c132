from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import LibraryError, QueryError
from store.finding import (
    best_quotes,
    find_meetings,
    find_officials,
    find_quotes,
    official_page,
    officials_within,
    spans,
)
from store.finding.officials import count_officials, said_within
from store.finding.page import Presence, months_of
from store.model import Meeting, Office, Official, Participant
from store.query import parse
from store.search import Index
from tests.store.shelves import FakeLibrary, libraries, queries, quote, small_library


def quotes(query):
    return [row.quote.id for row in find_quotes(small_library(), query)]


def meetings(query):
    return [meeting.id for meeting in find_meetings(small_library(), query)]


def officials(query):
    return [(row.official.name, row.meetings, row.quotes) for row in find_officials(small_library(), query)]


def test_everything_is_found_by_nothing_newest_first_undated_last():
    assert meetings("") == [1, 2, 3]
    assert quotes("") == ["1.1", "1.2", "1.3", "2.1", "2.2"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("exch", ["1.1", "1.3"]),
        ("climate exch", ["1.3"]),
        ('"peace"', ["1.2"]),
        ("peace", ["1.2", "2.1"]),
        ("peace -resolution", ["1.2"]),
        ('"climate exchanges"', []),
        ('"exchanges on climate"', ["1.3"]),
        ("beijing duma", ["1.3"]),
        ("blinken", ["2.1", "2.2"]),
        ("变化", ["2.2"]),
        ("变合", []),
        ("official:zhao", ["1.1"]),
        ("official:yacheslav", ["1.2"]),
        ('official:"state duma"', ["1.3"]),
        ("-official:zhao place:beijing", ["1.2", "1.3"]),
        ("country:china", ["1.1", "2.2"]),
        ("country:russia", ["1.2"]),
        ('country:"Russian Federation"', ["1.2"]),
        ("country:prc", ["1.1", "2.2"]),
        ("kind:direct", ["1.2", "2.2"]),
        ("kind:visit", ["2.1", "2.2"]),
        ("tag:peace", ["1.2"]),
        ("tag:parliament", ["1.1", "1.2", "1.3"]),
        ("status:checked", ["1.2"]),
        ("cue:note", ["1.3"]),
        ("source:xinhua", ["1.1", "1.2", "1.3"]),
        ('source:"example.org"', ["1.1", "1.2", "1.3"]),
        ("after:2023-11", ["1.1", "1.2", "1.3"]),
        ("before:2023-11", ["2.1", "2.2"]),
        ("on:2023-10-27", ["2.1", "2.2"]),
        ("before:2023-10-27 after:2023-10-26", ["2.1", "2.2"]),
        ("official:zhao OR official:wang", ["1.1", "2.2"]),
        ("(official:zhao OR official:volodin) peace", ["1.2"]),
    ],
)
def test_quotes_answer(query, found):
    assert quotes(query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("climate", [1]),
        ("lodz", [3]),
        ("kind:call", [3]),
        ("official:wang", [2]),
        ("official:volodin climate", [1]),
        ("-official:volodin", [2, 3]),
        ("-country:china", [3]),
        ("-on:2023", [3]),
        ("status:checked", [1]),
        ("-status:found", [1, 3]),
    ],
)
def test_meetings_answer_for_all_who_were_there(query, found):
    assert meetings(query) == found


def test_officials_answer_for_what_is_their_own():
    assert officials("")[0] == ("Antony Blinken", 1, 1)
    assert officials("zhao") == [("Zhao Leji", 1, 1)]
    assert officials("peace") == [("Antony Blinken", 1, 1), ("Vyacheslav Volodin", 1, 1)]
    assert officials("official:wang -peace") == [("Wang Yi", 1, 1)]
    assert officials("country:china on:2023-10") == [("Wang Yi", 1, 1)]


def test_officials_are_counted_with_their_first_and_last_day():
    row = next(row for row in find_officials(small_library(), "blinken"))
    assert (row.first, row.last) == ("2023-10-26", "2023-10-26")


def test_namesakes_stand_in_one_order_however_they_are_found():
    library = small_library()
    for number in (6, 5):
        library.put_official(Official("Wang Yi", None, id=number))
        library.put(Meeting("Talks", participants=(Participant(number, "Wang Yi"),), id=20 - number), ())
    plain = [row.official.id for row in find_officials(library, "wang")]
    library.index = Index(library, None)
    with patch("store.finding.FEW", 0):
        assert [row.official.id for row in find_officials(library, "wang")] == plain
    assert plain.index(5) < plain.index(6)


@settings(max_examples=30)
@given(libraries(), st.lists(queries, min_size=1, max_size=3))
def test_through_an_index_the_same_is_found(library, asked):
    plain = replace(library)
    library.index = Index(library, None)
    for query in ("", "official:wang", "official:yi on:2023", *asked):
        with patch("store.finding.FEW", 0):
            quotes = list(find_quotes(library, query))
            found = find_meetings(library, query)
            people = find_officials(library, query)
        assert quotes == list(find_quotes(plain, query))
        assert found == find_meetings(plain, query)
        assert people == find_officials(plain, query)
    for official in library.people:
        with patch("store.finding.FEW", 0):
            page = official_page(library, official)
        assert replace(page, library=plain) == official_page(plain, official)


def test_an_index_that_is_behind_is_waited_for_or_not():
    library = small_library()
    clock = iter(range(1_000_000))
    library.index = Index(library, None, clock=lambda: next(clock))
    with patch("store.finding.FEW", 0):
        assert len(find_meetings(library, "talks OR call OR meets", patience=0)) == 1
        assert not library.index.complete
        assert len(find_meetings(library, "talks OR call OR meets")) == 3


def test_the_best_quote_comes_first():
    library = small_library()
    library.index = Index(library, None)
    with patch("store.finding.FEW", 0):
        best = best_quotes(library, '"exchanges" OR climate', limit=2)
    assert best[0].quote.id == "1.3"


def test_an_officials_page_tells_offices_months_and_quotes_in_order():
    library = small_library()
    late, early = (
        Office("Foreign Minister", "2023-10-26"),
        Office("State Councillor", "2018-03-19", "2022-12-30"),
    )
    library.people[4] = replace(library.people[4], offices=(late, early))
    library.put(
        Meeting("Call", "2023-12-05", participants=(Participant(4, "Wang Yi"),), id=7),
        (quote(7, 1, "later words", "Wang Yi", kind="direct", officials=(4,)),),
    )
    library.put(Meeting("Undated", speakers=(Participant(4, "Wang Yi"),), id=8), ())
    page = official_page(library, 4)
    assert page.offices == (early, late)
    assert [(month.name, month.meetings, month.quotes) for month in page.months] == [
        ("2023-10", 1, 1),
        ("2023-11", 0, 0),
        ("2023-12", 1, 1),
    ]
    assert [meeting.id for meeting in page.meetings] == [2, 7, 8]
    assert [row.quote.id for row in page.said()] == ["2.2", "7.1"]
    assert page.quotes == 2


def test_months_far_apart_are_not_filled_up():
    ages = (Presence(1, 1, 1), Presence(3_000_000, 2, 1))
    assert [month.name for month in months_of(ages)] == ["0001-01", "8214-09"]


def test_an_unknown_official_has_no_page():
    with pytest.raises(LibraryError):
        official_page(small_library(), 99)


def test_a_wrong_query_is_refused_before_anything_is_asked_for():
    with pytest.raises(QueryError):
        find_quotes(small_library(), "peace OR")


def test_a_limit_ends_the_search():
    assert len(list(find_quotes(small_library(), "", limit=2))) == 2


@settings(max_examples=40)
@given(libraries(), queries)
def test_found_and_not_found_are_all(library, query):
    everything = [row.quote.id for row in find_quotes(library, "")]
    found = {row.quote.id for row in find_quotes(library, query)}
    if not parse(query).everything:
        others = {row.quote.id for row in find_quotes(library, f"-({query})")}
        assert found | others == set(everything)
        assert not found & others
    assert [one for one in everything if one in found] == [
        row.quote.id for row in find_quotes(library, query)
    ]


@settings(max_examples=40)
@given(libraries())
def test_more_words_find_less(library):
    wide = [meeting.id for meeting in find_meetings(library, '"peace"')]
    narrow = [meeting.id for meeting in find_meetings(library, '"peace" tag:climate')]
    assert set(narrow) <= set(wide)


def test_hits_are_shown_where_the_words_stand():
    text = "Peace in Łódź: the peaceful talks on climate."
    query = parse('lodz -climate "peaceful talks" pea')
    assert [text[start:end] for start, end in spans(text, query)] == ["Peace", "Łódź", "peaceful talks"]


def test_a_field_shows_only_where_it_was_asked():
    query = parse("place:beijing talks")
    assert spans("Beijing", query) == []
    assert spans("Beijing", query, "place") == [(0, 7)]


@settings(max_examples=40)
@given(libraries(), queries)
def test_hits_are_in_order_and_within_the_text(library, query):
    for row in find_quotes(library, ""):
        hits = spans(row.quote.text, parse(query))
        flat = [place for hit in hits for place in hit]
        assert flat == sorted(flat)
        assert all(0 <= start < end <= len(row.quote.text) for start, end in hits)


@pytest.mark.parametrize("query", ["", "peace", "exch place:beijing", "kind:direct", "after:2022"])
def test_what_an_official_said_within_a_query_is_what_is_counted(query):
    library = small_library()
    for row in find_officials(library, query):
        looked = [(meeting, library.quotes(meeting.id)) for meeting in library.meetings()]
        assert len(list(said_within(parse(query), row.official, looked))) == row.quotes


def test_officials_are_counted_in_the_newest_meetings_only_where_that_is_asked_for():
    library = small_library()
    rows, whole = officials_within(library, "peace", None)
    assert rows == find_officials(library, "peace") and whole
    newest, whole = officials_within(library, "peace", 1)
    assert not whole and sum(row.quotes for row in newest) <= sum(row.quotes for row in rows)
    assert officials_within(library, "peace", None, stopped=lambda: True)[0] != rows


def test_a_word_of_everybodys_office_is_sought_at_once_and_everywhere():
    ministers = [Official(f"Minister Number{one}", "China", id=one) for one in range(1, 4)]
    meetings = [
        replace(Meeting(f"Talks {one}", "2024-01-02", id=one), participants=(Participant(one % 3 + 1, "M"),))
        for one in range(1, 60)
    ]
    library = FakeLibrary({one.id: one for one in meetings}, people={one.id: one for one in ministers})
    expected = count_officials(parse("minister"), ministers, [(one, ()) for one in meetings])
    for most in (1, 100):
        with patch("store.search.index._NAMED", most):
            library.index = Index(library, None)
            assert find_officials(library, "minister") == expected
            assert officials_within(library, "minister", 20)[1] is False
