"""The long trials (`python -m tests.torture`, `python -m tests.spoil`), cut short."""

from collections import Counter

from tests.spoil import spoil
from tests.torture import torture


def test_killed_writers_lose_nothing_promised():
    counts = Counter()
    assert torture(14, 4242, counts) == []
    assert counts["killed at a chosen call"] == counts["killed at a random moment"] == 7


def test_spoilt_files_cost_what_was_hit_and_it_is_named():
    counts = Counter()
    assert spoil(counts, every=401) == []
    assert counts["quotes flipped"] > 50 and counts["sources cut"] > 9
