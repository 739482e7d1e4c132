"""What is read by date out of several places: all of it, in order, and nothing before it is due."""

from datetime import date
from itertools import islice
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Meeting
from store.query import parse
from store.search import Index
from store.search.due import in_order, parted
from store.search.expression import Question
from store.search.slots import day_of, packed
from tests.store.shelves import FakeLibrary, agrees, filled, quote

EVER = Question("", 0, date.max.toordinal() + 1)
LAST = date.max.toordinal()
keys = st.lists(
    st.builds(
        packed,
        st.sampled_from((0, 1, LAST - 70, LAST)) | st.integers(730_000, 739_000),
        st.integers(1, 99),
        st.just(0),
    ),
    unique=True,
)


@given(keys.map(sorted), st.sampled_from((0, 1, 737_000)), st.sampled_from((EVER.end, 738_500)))
def test_parts_hold_every_key_once_the_newest_first(known, first, end):
    with patch("store.search.due._SIZES", (2, 9)):
        parts = list(parted(known, EVER._replace(first=first, end=end)))
    held = [
        [key for key in reversed(known) if part.question.first <= day_of(key) < part.question.end]
        for part in parts
    ]
    assert [key for some in held for key in some] == [k for k in reversed(known) if first <= day_of(k) < end]
    assert [some[0] for some in held] == [part.top for part in parts]


@given(
    st.lists(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 3)), unique=True, max_size=6), max_size=5)
)
def test_parts_are_opened_when_they_are_due(lists):
    opened = []

    def part(number, hits):
        opened.append(number)
        yield from sorted(hits, reverse=True)

    tops = [max((key for key, _ in hits), default=0) for hits in lists]
    found = in_order(
        [(top, part(number, hits)) for number, (top, hits) in enumerate(zip(tops, lists, strict=True))]
    )
    every = sorted((hit for hits in lists for hit in hits), reverse=True)
    for hit in every:
        assert next(found) == hit
        assert all(tops[number] >= hit[0] for number in opened)
    assert next(found, None) is None


@pytest.mark.parametrize("sizes", [(1, 2), (7, 30)])
def test_meetings_that_came_in_any_order_are_found_in_that_of_their_dates(sizes):
    library, chance = FakeLibrary(), Random(4)
    index = filled(library)
    for number in range(1, 90):
        day = chance.choice((None, "2023-11-21", f"20{number * 7 % 14 + 10}-{chance.randrange(1, 13):02}-03"))
        said = [
            quote(number, place, f"peace {place} of {number}", "Wang Yi", kind="direct")
            for place in range(20)
        ]
        library.put(Meeting(f"Talks {number}", day, id=number), tuple(said))
        with patch("store.search.waiting.MEETINGS", 0):
            assert index.catch_up()
    assert sum(not stretch.ordered for stretch in index._slots.stretches())
    with patch("store.search.due._SIZES", sizes), patch("store.search.asking._FEW", 1):
        for text in (
            "peace",
            "pe",
            "peace after:2015",
            "wa before:2020-05",
            "-peace",
            "on:2023-11",
            '"19 of"',
        ):
            agrees(index, library, text)


def test_of_a_first_filling_that_was_interrupted_only_what_is_shown_is_read(tmp_path):
    library = FakeLibrary()
    for number in range(1, 400):
        said = (quote(number, 1, f"peace of {number}", "Wang Yi", kind="direct"),)
        library.put(Meeting(f"Talks {number}", f"20{number % 24:02}-0{number % 9 + 1}-03", id=number), said)
    with (
        patch("store.search.following._FIRST_BATCH", 40),
        patch("store.search.slots.SHORT", 4),
        patch("store.search.volumes.NEWEST", 1),
    ):
        for slices in (25, 60, 15, 70, 30, 45, 20):
            index = Index(library, tmp_path / "index", clock=iter(range(10**6)).__next__)
            for _ in range(slices):
                index.catch_up(0)
            index.close()
        index = filled(library, tmp_path / "index")
        agrees(index, library, "peace")
        assert len(list(index._slots.stretches())) > 4
        asked = []
        index._db.set_trace_callback(asked.append)
        list(islice(index.quotes(parse("peace")), 5))
        first = sum("match" in sql for sql in asked)
        list(index.quotes(parse("peace")))
        assert first * 3 < sum("match" in sql for sql in asked)
