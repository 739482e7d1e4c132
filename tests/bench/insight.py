"""How long insights take at 100,000 meetings and a million quotes, what memory they add, and how soon they stop.

``python -m tests.bench.insight [--meetings N]``.

Times are CPU seconds of one core, as other work may go on beside. ``stops within`` is the longest time between two
calls of the progress function: so long a person who leaves may have to wait for the thread to end, not the keys.
``opens`` is the wall-clock time until the screen says that it is working or shows the result, in an app without a
terminal; ``first result`` until there is something to read; then the screen is left, which stops the work.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from random import Random
from time import perf_counter, process_time
from typing import Any

from textual.app import App

from store.insight.compare import compare
from store.insight.days import oldest_first
from store.insight.evidence import heard
from store.insight.formulas import formulas
from store.insight.overview import all_tables
from store.insight.phrasebook import Phrasebook
from store.insight.silence import silences
from store.insight.timeline import timeline
from store.insight.topics import topics_of
from store.insight.words import function_words
from store.model import Meeting, Official, Quote, SourceLabel
from tests.bench.archive import TAGS, archive
from tui.insight import comparing, counting, following, phrasing, tasks
from tui.screens.insight import InsightScreen
from tui.themes import FALLBACKS
from tui.widgets.insight_view import InsightView

TODAY = "2026-01-01"


class Shelf:
    """Meetings in memory. Quotes are as long as in readouts; half of them hold one of 2,000 set phrases."""

    def __init__(self, meetings: int, seed: int = 11) -> None:
        random = Random(seed)
        frame = archive(min(meetings, 1000))
        self.random = random
        self._officials = frame.officials
        self._little = sorted(function_words())
        self._words = [f"{random.choice('bcdfglmprst')}{number}o" for number in range(40_000)]
        self._ranks = list(accumulate(1 / (rank + 1) ** 1.05 for rank in range(len(self._words))))
        self._phrases = [self._phrase() for _ in range(2_000)]
        kept = [
            self._meeting(number, frame.meetings[number % len(frame.meetings)][0])
            for number in range(1, meetings + 1)
        ]
        self._said = {meeting.id: quotes for meeting, quotes in kept}
        self._meetings = [meeting for meeting, _ in kept]

    def _phrase(self) -> str:
        words = self.random.choices(self._words[50:5_000], k=self.random.randint(3, 7))
        return f" {self.random.choice(self._little)} ".join(words)

    def _meeting(self, number: int, like: Meeting) -> tuple[Meeting, tuple[Quote, ...]]:
        day = f"{1996 + number % 30}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        quotes = tuple(self._quote(number, rank, like) for rank in range(1, 11))
        label = SourceLabel(number, f"{number:064x}", publisher="Ministry")
        return replace(like, id=number, date=day, quotes=10, sources=(label,)), quotes

    def _quote(self, meeting: int, number: int, like: Meeting) -> Quote:
        random = self.random
        content = random.choices(self._words, cum_weights=self._ranks, k=10)
        text = " ".join(
            word for pair in zip(content, random.choices(self._little, k=10), strict=True) for word in pair
        )
        if random.random() < 0.5:
            text = f"{text} {random.choice(self._phrases)}"
        speaker = random.choice(like.participants)
        tags = (random.choice(TAGS),) if random.random() < 0.5 else ()
        return Quote(
            meeting, number, meeting, 0, len(text), text, speaker.name, "indirect", "", (speaker.official,), tags=tags
        )  # fmt: skip

    def meetings(self) -> Sequence[Meeting]:
        return self._meetings

    def quotes(self, meeting: int, /) -> tuple[Quote, ...]:
        return self._said[meeting]

    def officials(self) -> list[Official]:
        return self._officials

    def meeting(self, number: int, /) -> Meeting:
        return self._meetings[number - 1]

    def meetings_of(self, official: int) -> list[Meeting]:
        return [meeting for meeting in self._meetings if _met(meeting, official)]


class Bare(App[None]):
    """An app with nothing but our looks, to open screens in."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return FALLBACKS


async def open_screens(shelf: Shelf) -> None:
    """Print how soon each screen stands, and how soon there is something on it."""
    library: Any = shelf
    busiest = max(shelf.officials(), key=lambda one: sum(_met(m, one.id) for m in shelf.meetings()[:1000]))
    kinds = {
        "overview": tasks.counting(library),
        "timeline": tasks.following(library, busiest),
        "formulas": tasks.phrasing(library),
        "silence": tasks.missing(library, TODAY),
        "compare": tasks.comparing(library, shelf.meetings()[0]),
    }
    for name, task in kinds.items():
        app = Bare()
        async with app.run_test(size=(100, 40)):
            begun = perf_counter()
            screen = InsightScreen(library, task)
            painted = asyncio.Event()
            await app.push_screen(screen)
            screen.call_after_refresh(painted.set)
            await painted.wait()
            opened = perf_counter() - begun
            while not screen.query_one(InsightView).lines:
                await asyncio.sleep(0.02)
            shown = perf_counter() - begun
            screen.action_leave()
        print(f"{name:<12} opens in {opened * 1000:5.0f} ms   first result in {shown:7.2f} s", flush=True)


class Watch:
    """A progress function that remembers the longest silence."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()

    def __call__(self, done: int, total: int) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def timed(name: str, work: Callable[[Watch], str]) -> None:
    """Print what work took."""
    watch, begun, before = Watch(), process_time(), peak()
    told = work(watch)
    watch(1, 1)
    took, more = process_time() - begun, peak() - before
    stops = watch.longest * 1000
    print(f"{name:<28} {took:8.2f} s   stops within {stops:6,.0f} ms   {more:+5,} MB   {told}", flush=True)


def peak() -> int:
    """Return the most memory this process had so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def two_accounts(shelf: Shelf, statements: int) -> tuple[Meeting, tuple[Quote, ...]]:
    """Make a meeting of which two sources tell with many statements each."""
    meeting = replace(shelf.meetings()[0], sources=(SourceLabel(1, "a"), SourceLabel(2, "b")))
    quotes = [quote for one in shelf.meetings()[: statements // 5] for quote in shelf.quotes(one.id)]
    told = (
        replace(quote, meeting=1, number=rank, source=1 + rank % 2) for rank, quote in enumerate(quotes, 1)
    )
    return meeting, tuple(told)


def figures(shelf: Shelf) -> Iterator[tuple[str, Callable[[Watch], str]]]:
    """Yield what is measured."""
    busiest = max(shelf.officials(), key=lambda one: sum(_met(m, one.id) for m in shelf.meetings()[:1000]))
    theirs = [meeting for meeting in shelf.meetings() if _met(meeting, busiest.id)]
    dated = oldest_first(shelf.meetings(), TODAY)

    def find(watch: Watch) -> str:
        known = formulas(heard(shelf, progress=watch), progress=watch)
        book = Phrasebook(known.found)
        begun = process_time()
        for meeting in shelf.meetings()[:100]:
            for quote in shelf.quotes(meeting.id):
                book.stretches(quote.text)
        each = process_time() - begun  # of a thousand quotes: seconds are milliseconds each
        lines = phrasing.lay_out(replace(known, found=known.found[:200]), 100)
        return f"{len(known.found):,} formulas, {len(lines):,} lines; {each:.2f} ms to tell a quote apart"

    def silent(watch: Watch) -> str:
        topics = topics_of(shelf, dated, watch)
        known = silences(heard(shelf, dated, watch), shelf.officials(), topics, today=TODAY)
        return f"{len(known.silences):,} silences"

    def follow(watch: Watch) -> str:
        told = timeline(busiest, heard(shelf, theirs, watch), progress=watch)
        return f"{len(told.positions):,} positions, {len(following.lay_out(told, 100, tasks.MOST_POSITIONS)):,} lines"

    def narrow(watch: Watch) -> str:
        told = timeline(busiest, heard(shelf, theirs, watch), "climate", progress=watch)
        return f"{len(told.positions):,} positions"

    def count(watch: Watch) -> str:
        return f"{len(counting.lay_out(all_tables(shelf, shelf.meetings(), watch), 100)):,} lines"

    def together(statements: int) -> Callable[[Watch], str]:
        meeting, quotes = two_accounts(shelf, statements)
        return lambda watch: f"{len(comparing.lay_out(compare(meeting, quotes), 100)):,} lines"

    yield "formulas", find
    yield "silence", silent
    yield "overview", count
    yield "timeline, everything", follow
    yield "timeline, one topic", narrow
    yield "compare, 2 × 20 statements", together(20)
    yield "compare, 2 × 200 statements", together(200)


def _met(meeting: Meeting, official: int) -> bool:
    return any(person.official == official for person in meeting.participants)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--meetings", type=int, default=100_000)
    shelf = Shelf(options.parse_args().meetings)
    print(f"the records: {peak():,} MB")
    for name, work in figures(shelf):
        timed(name, work)
    asyncio.run(open_screens(shelf))


if __name__ == "__main__":
    main()
