"""Whether a text is already in the library, or tells of a meeting that is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.keeping.joining import likeness
from store.library import Library
from tests.store.made import NOW, SAID, SZIJJARTO, TEXT, VOLODIN, WANG, ZHAO, reading, source, state

OTHER = "In Beijing the two chairmen spoke at length. They praised the importance of exchanges and support for trade."


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", clock=lambda: NOW) as opened:
        opened.add(source(TEXT), reading(TEXT, *SAID))
        yield opened


def test_the_same_text_again_is_a_duplicate_whatever_was_read_in_it(library):
    before = state(library)
    added = library.add(source(TEXT, title="Other"), reading(TEXT, title="Other", date=None, officials=()))
    assert (added.meeting_id, added.status, added.quotes) == (1, "duplicate", 0)
    assert state(library) == before


def test_nearly_the_same_text_is_a_duplicate(library):
    long = " ".join(f"Sentence {number} of a long readout says something of its own." for number in range(50))
    library.add(source(long), reading(long, date="2024-02-02"))
    wrapped = long.replace("number 17", "No. 17").replace(". ", ".\n  ") + " Share this page"
    assert library.add(source(wrapped), reading(wrapped, date="2024-02-02")).status == "duplicate"
    assert library.add(source(wrapped), reading(wrapped, date="2024-02-03")).status == "added"


def test_another_text_of_the_same_day_and_people_joins_the_meeting(library):
    added = library.add(source(OTHER, publisher="TASS"), reading(OTHER, (None, "support"), title="Other"))
    assert (added.meeting_id, added.status, added.quotes) == (1, "joined", 1)
    meeting = library.meeting(1)
    assert meeting.title == "Talks" and len(meeting.sources) == 2 and meeting.quotes == 3
    assert [quote.id for quote in library.quotes(1)] == ["1.1", "1.2", "1.3"]
    assert library.quotes(1)[2].source == meeting.sources[1].id


def test_joining_adds_who_and_what_the_first_text_did_not_tell(library):
    hungarian = replace(SZIJJARTO, side="guest")
    library.add(source(OTHER), reading(OTHER, officials=(VOLODIN, ZHAO, hungarian), speakers=(WANG,)))
    meeting = library.meeting(1)
    assert [one.name for one in meeting.participants] == [
        "Zhao Leji",
        "Vyacheslav Volodin",
        "Péter Szijjártó",
    ]
    assert [one.name for one in meeting.speakers] == ["Wang Yi"]


@pytest.mark.parametrize(
    ("day", "status"),
    [("2023-11-21", "joined"), ("2023-11-23", "joined"), ("2023-11-24", "added"), ("2023-11-20", "added")],
)
def test_a_day_of_a_meeting_of_several_days_is_of_that_meeting(library, day, status):
    library.change_meeting(1, end_date="2023-11-23")
    assert library.add(source(OTHER), reading(OTHER, date=day)).status == status


def test_a_period_that_holds_the_day_of_a_meeting_is_of_that_meeting(library):
    told = reading(OTHER, date="2023-11-20")
    told = replace(told, meeting=replace(told.meeting, end_date="2023-11-21"))
    assert library.add(source(OTHER), told).status == "joined"


@pytest.mark.parametrize(
    "known",
    [
        {"date": "2023-11-22"},
        {"date": None},
        {"officials": (ZHAO, SZIJJARTO)},
        {"officials": (ZHAO,)},
        {"officials": (WANG, SZIJJARTO)},
        {"officials": ()},
        {"officials": (ZHAO, replace(VOLODIN, country="Belarus"))},
    ],
)
def test_another_day_or_fewer_than_two_of_the_same_people_is_another_meeting(library, known):
    assert library.add(source(OTHER), reading(OTHER, **known)).status == "added"


def test_a_person_may_choose(library):
    told = reading(OTHER, (None, "support"))
    assert library.add(source(OTHER), told, on_duplicate="skip").status == "duplicate"
    assert library.add(source(OTHER), told, on_duplicate="add").status == "added"
    assert library.add(source(TEXT), reading(TEXT), on_duplicate="add").status == "added"
    assert library.counts().meetings == 3


@pytest.mark.parametrize("way", ["join", "skip", "add"])
@pytest.mark.parametrize("text", [TEXT, OTHER, OTHER + " Another day."])
def test_what_becomes_of_a_text_is_foreseen_and_nothing_is_stored(library, way, text):
    told = reading(text, date="2024-03-03" if "day" in text else "2023-11-21")
    before = library.version
    foreseen = library.foresee(source(text), told, on_duplicate=way)
    assert library.version == before
    added = library.add(source(text), told, on_duplicate=way)
    assert foreseen.status == added.status
    assert foreseen.meeting_id in (None, added.meeting_id)
    assert (foreseen.meeting_id is None) == (added.status == "added")


def test_what_a_person_corrected_before_storing_is_stored_as_corrected(library):
    told = reading(OTHER, (None, "support"), date="2024-05-05")
    (quote,) = told.quotes
    library.add(source(OTHER), replace(told, quotes=(replace(quote, status="corrected"),)))
    assert [one.status for one in library.quotes(2)] == ["corrected"]


def test_texts_added_in_one_step_know_of_each_other(library):
    first, second = (
        OTHER + " One.",
        "Quite another telling of how Zhao Leji and Vyacheslav Volodin met again.",
    )
    added = library.add_many(
        [(source(text), reading(text, date="2024-01-01")) for text in (first, second, first)]
    )
    assert [(one.meeting_id, one.status) for one in added] == [(2, "added"), (2, "joined"), (2, "duplicate")]
    assert len(library.officials()) == 2


def test_meetings_are_joined_by_hand_and_keep_every_quote(library):
    library.add(source(OTHER), reading(OTHER, (None, "support"), date="2023-11-22"))
    library.join_meetings(1, [2])
    assert [quote.id for quote in library.quotes(1)] == ["1.1", "1.2", "1.3"]
    assert [quote.text for quote in library.quotes(1)][2] == "support"
    assert len(library.meetings()) == 1 and library.quotes(2) == () and library.check() == []


@given(st.text())
def test_a_text_is_like_itself(text):
    assert likeness(text, text) == 1


@given(st.lists(st.sampled_from("abc"), min_size=8), st.lists(st.sampled_from("xyz"), min_size=8))
def test_texts_without_common_words_are_not_alike(one, other):
    assert likeness(" ".join(one), " ".join(other)) == 0
    assert likeness("".join(one) * 10, "".join(other) * 10) == 0
