"""The values that completing a filter can offer, gathered from what is shown; the most frequent first. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.finding import OfficialRow
    from store.model import Meeting
    from store.query import Vocabulary


MOST_MEETINGS = 20_000
"""Meetings looked at, newest first; enough to know the words."""


def vocabulary(meetings: Iterable[Meeting], officials: Sequence[OfficialRow]) -> Vocabulary:
    """Gather officials, countries, places, publishers and tags."""
    places: Counter[str] = Counter()
    publishers: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    for meeting in islice(meetings, MOST_MEETINGS):
        if meeting.place:
            places[meeting.place] += 1
        publishers.update(source.publisher for source in meeting.sources if source.publisher)
        tags.update(meeting.tags)
    return {
        **officials_known(officials),
        "place": _by_frequency(places),
        "source": _by_frequency(publishers),
        "tag": _by_frequency(tags),
    }


def officials_known(officials: Sequence[OfficialRow]) -> Vocabulary:
    """Gather officials and countries alone, which takes no time."""
    countries = Counter(row.official.country for row in officials if row.official.country)
    return {"official": [row.official.name for row in officials], "country": _by_frequency(countries)}


def _by_frequency(counted: Counter[str]) -> list[str]:
    return [value for value, _ in counted.most_common()]
