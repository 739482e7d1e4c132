"""The long torture (`python -m tests.torture`), cut short."""

from collections import Counter

from tests.torture import torture


def test_killed_writers_lose_nothing_promised():
    counts = Counter()
    assert torture(14, 4242, counts) == []
    assert counts["killed at a chosen call"] == counts["killed at a random moment"] == 7
