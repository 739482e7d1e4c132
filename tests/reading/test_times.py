"""Words that only tell when stand anywhere around a cue, and are no part of what is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.reading.times import over_time, time_before
from tests.reading.vienna import ANA, said

TIMES = [
    "on Monday",
    "on May 3",
    "on 3 May",
    "on March 3, 2021",
    "on Monday, May 3",
    "on Monday (May 3)",
    "on Monday night",
    "late on Monday",
    "late Monday",
    "earlier in the day",
    "last week",
    "last Monday",
    "this morning",
    "today",
]
WORDS = st.sampled_from(
    [
        "on",
        "monday",
        "may",
        "3",
        "2021",
        ",",
        "(",
        ")",
        "late",
        "last",
        "week",
        "night",
        "today",
        "keller",
        "in",
        "the",
        "day",
    ]
)


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize(
    "sentence",
    [
        "Keller {} said that trade had grown.",
        "Keller said {} that trade had grown.",
        "Keller, {}, said that trade had grown.",
        "Keller told reporters {} that trade had grown.",
        "Trade had grown, Keller said {}.",
        "Keller {} welcomed the growth of trade.",
        "Keller welcomed {} the growth of trade.",
    ],
)
def test_when_it_was_said_is_not_what_was_said(time, sentence):
    found = [(who, text.lower()) for who, _, text in said(sentence.format(time))]
    assert found == [(ANA, "the growth of trade" if "welcomed" in sentence else "trade had grown")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller said Monday was a holiday.", "Monday was a holiday"),
        ("Keller said in a statement on Monday trade had grown.", "trade had grown"),
        ("Keller welcomed in a statement the growth of trade.", "the growth of trade"),
        ("Keller said in a statement issued on Monday that trade had grown.", "trade had grown"),
        ("Keller after the meeting said that trade had grown.", "trade had grown"),
        ("Keller told Reuters on Friday that trade had grown.", "trade had grown"),
    ],
)
def test_what_is_said_beside_it(sentence, found):
    assert [(who, text) for who, _, text in said(sentence)] == [(ANA, found)]


@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_both_ways_see_the_same_times(low, data):
    at = data.draw(st.integers(0, len(low) - 1))
    end = over_time(low, at, len(low))
    assert at <= end <= len(low)
    if end > at:
        begun = time_before(low, end, 0)
        assert begun <= at and over_time(low, begun, end) == end
