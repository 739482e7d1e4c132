"""Runs of words that recur in several meetings, each counted as long as it can be.

Counting every run of words in a table would need memory for each that occurs only once, which most do. So the
shortest runs are counted twice: first into a table of small counters by hash, which says which cannot recur (a
counter is never too low; the idea is that of Park, Chen and Yu's hash-based search for frequent sets, SIGMOD
1995), then the few others exactly. A run of n + 1 words can recur only where both its runs of n words do, so
longer ones are counted only there, and named by the pair of their parts (as Karp, Miller and Rosenberg name
repeated strings, STOC 1972).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import NamedTuple

from store.insight.corpus import BREAK, Corpus
from store.insight.evidence import STRIDE, Progress, quiet

SHORTEST = 4
LONGEST = 48
"""Words of a run; of a longer one its overlapping parts are given."""

_SMALLEST_TABLE, _LARGEST_TABLE = 1 << 16, 1 << 26
_FULL = 255
_BLOCK = 1 << 19
_MOST_PLACES = 40_000_000
"""Places kept over all lengths, eight bytes each. Beyond it no longer runs are sought."""


class Run(NamedTuple):
    """A run of ``length`` words that recurs, and every place in the corpus where it begins."""

    length: int
    places: array[int]


class _Level(NamedTuple):
    """All recurring runs of one length: the places, ascending, and the number of the run at each."""

    length: int
    places: array[int]
    names: array[int]


def _beginnings(corpus: Corpus, progress: Progress) -> tuple[array[int], array[int]]:
    """Return every place where a run may begin, at a content word, and a hash of the shortest run there."""
    places, grams = array("I"), array("q")
    meetings = len(corpus.meeting_ids)
    for meeting in range(meetings):
        if meeting % STRIDE == 0:
            progress(meeting, meetings)
        begin = corpus.meeting_starts[meeting]
        stems = corpus.stems(begin, corpus.meeting_starts[meeting + 1])
        is_content = list(map(corpus.content.__getitem__, stems))
        runs = zip(stems, stems[1:], stems[2:], stems[3:], strict=False)
        grams.extend(map(hash, compress(runs, is_content)))
        places.extend(compress(range(begin, begin + len(stems) - SHORTEST + 1), is_content))
    return places, grams


def _blocks(grams: array[int], progress: Progress) -> Iterator[array[int]]:
    for start in range(0, len(grams), _BLOCK):
        progress(start, len(grams))
        yield grams[start : start + _BLOCK]


def _likely(grams: array[int], least: int, progress: Progress) -> list[int]:
    """Return the ranks of the hashes that may stand ``least`` times or more: all that do, and few others."""
    size = _SMALLEST_TABLE
    while size < min(4 * len(grams), _LARGEST_TABLE):
        size *= 2
    table, mask, most = bytearray(size), size - 1, min(least, _FULL)
    for block in _blocks(grams, progress):
        for gram in block:
            slot = gram & mask
            if table[slot] < most:
                table[slot] += 1
    likely: list[int] = []
    for number, block in enumerate(_blocks(grams, progress)):
        first = number * _BLOCK
        likely += [rank for rank, gram in enumerate(block, first) if table[gram & mask] >= most]
    return likely


def _meetings_of(
    corpus: Corpus, occurrences: Iterable[tuple[int, int]], progress: Progress
) -> dict[int, int]:
    """Count in how many different meetings each run occurs; ``occurrences`` are (place, name), places ascending."""
    meetings: dict[int, int] = {}
    last: dict[int, int] = {}
    meeting, ends = -1, 0
    for place, name in occurrences:
        while place >= ends:
            meeting += 1
            ends = corpus.meeting_starts[meeting + 1]
            if meeting % (8 * STRIDE) == 0:
                progress(meeting, len(corpus.meeting_ids))
        if last.get(name) != meeting:
            last[name] = meeting
            meetings[name] = meetings.get(name, 0) + 1
    return meetings


def _keep_recurring(
    corpus: Corpus, length: int, places: array[int], names: array[int], least: int, progress: Progress
) -> _Level:
    """Keep only the runs that occur in ``least`` different meetings or more, and number them anew from 0."""
    meetings = _meetings_of(corpus, zip(places, names, strict=True), progress)
    anew = {name: rank for rank, name in enumerate(n for n, count in meetings.items() if count >= least)}
    progress(0, 1)
    ranks = [anew.get(name, -1) for name in names]
    recurs = [rank >= 0 for rank in ranks]
    return _Level(length, array("I", compress(places, recurs)), array("I", compress(ranks, recurs)))


def _shortest(corpus: Corpus, least: int, progress: Progress) -> _Level:
    """Return the recurring shortest runs that begin with a content word, or go on one that does."""
    beginnings, grams = _beginnings(corpus, progress)
    places, names, words = array("I"), array("q"), corpus.words
    for rank in _likely(grams, least, progress):
        place, gram = beginnings[rank], grams[rank]
        while BREAK not in words[place : place + SHORTEST]:
            places.append(place)
            names.append(gram)
            place += 1
            if place + SHORTEST > len(words) or corpus.is_content(place):
                break
            gram = hash(tuple(corpus.stems(place, place + SHORTEST)))
    return _keep_recurring(corpus, SHORTEST, places, names, least, progress)


def _longer(corpus: Corpus, level: _Level, least: int, progress: Progress) -> _Level:
    """Return the runs one word longer: those that begin where two neighbouring runs of ``level`` do."""
    places, names = array("I"), array("q")
    span = max(level.names, default=0) + 1
    progress(0, 1)
    follower = zip(level.places[1:], level.names[1:], strict=True)
    for place, name, (next_place, next_name) in zip(level.places, level.names, follower, strict=False):
        if next_place == place + 1:
            places.append(place)
            names.append(name * span + next_name)
    return _keep_recurring(corpus, level.length + 1, places, names, least, progress)


def _levels(corpus: Corpus, least: int, progress: Progress) -> list[_Level]:
    levels = [_shortest(corpus, least, progress)]
    kept = len(levels[-1].places)
    while levels[-1].places and levels[-1].length < LONGEST and kept < _MOST_PLACES:
        levels.append(_longer(corpus, levels[-1], least, progress))
        kept += len(levels[-1].places)
    return levels


def _stands_alone(
    corpus: Corpus, level: _Level, reach: bytearray, least: int, progress: Progress
) -> dict[int, array[int]]:
    """Return the runs of a level that begin and end with content words and stand outside longer ones often enough.

    ``reach`` tells for each place how many words from there on a longer run kept already covers.
    """
    occurrences = zip(level.places, level.names, strict=True)
    outside = ((place, name) for place, name in occurrences if reach[place] < level.length)
    alone = _meetings_of(corpus, outside, progress)
    progress(0, 1)
    chosen: dict[int, array[int]] = {}
    refused = set[int]()
    for place, name in zip(level.places, level.names, strict=True):
        if name in refused or alone.get(name, 0) < least:
            continue
        if name not in chosen and not _has_content_edges(corpus, place, level.length):
            refused.add(name)
        else:
            chosen.setdefault(name, array("I")).append(place)
    return chosen


def _has_content_edges(corpus: Corpus, place: int, length: int) -> bool:
    return corpus.is_content(place) and corpus.is_content(place + length - 1)


def recurring_runs(corpus: Corpus, least: int, progress: Progress = quiet) -> Iterator[Run]:
    """Yield the runs of `SHORTEST` to `LONGEST` words that occur in ``least`` different meetings or more.

    Words are compared by stem; a run begins and ends with a content word and stays within a sentence. A run within
    longer recurring ones is given only when it occurs outside of them in ``least`` meetings. Longest first.
    ``progress`` is called with parts done and parts in all, of each stage anew.
    """
    levels = _levels(corpus, least, progress)
    reach = bytearray(len(corpus.words))
    while levels:
        level = levels.pop()
        for places in _stands_alone(corpus, level, reach, least, progress).values():
            for place in places:
                if reach[place] < level.length:
                    for offset in range(level.length):
                        reach[place + offset] = max(reach[place + offset], level.length - offset)
            yield Run(level.length, places)
