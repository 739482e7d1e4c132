"""Volumes part the full-text table without a seam that can be seen from outside."""

from hypothesis import given
from hypothesis import strategies as st

from store.query import parse
from store.search.slots import START
from store.search.volumes import lowest_beside
from tests.store.test_search import LONG_QUERIES, agrees, filled, long_library


def test_many_volumes_find_what_one_finds(monkeypatch, tmp_path):
    library = long_library()
    one = filled(library)
    monkeypatch.setattr("store.search.volumes.NEWEST", 3)
    monkeypatch.setattr("store.search.volumes.LATER", 2)
    many = filled(library, tmp_path / "i")
    for text in (*LONG_QUERIES, "pea", "wang pea", "tal", "nowh"):
        agrees(many, library, text)
        assert len(many.best_quotes(parse(text), 2000)) == len(one.best_quotes(parse(text), 2000))
    for number in (3, 9, 21):
        library.put(library.meeting(number), library.quotes(number)[::-1])
        many.catch_up()
        agrees(many, library, "peace")


@given(st.integers(-100_000, 100_000))
def test_each_slot_is_in_the_volume_that_begins_last_before_it(distance):
    slot = START + distance
    lowest = lowest_beside(slot)
    assert lowest <= slot
    assert all(lowest_beside(between) == lowest for between in (lowest, (lowest + slot) // 2))
    assert lowest_beside(lowest - 1) < lowest
