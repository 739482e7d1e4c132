"""Pages fetched again: the difference told, the old text kept, quotes followed or missing, never a lookalike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import SourceError
from store.importing.refreshing import Refreshed, refresh
from store.library import Library
from store.model import FoundMeeting, FoundQuote, Quote, Reading, Source
from store.sources.changes import difference, differs, places

URL = "https://ministry.example/talks"
OLD = (
    "Anna Berg met Ole Dahl in Oslo on Monday.\n\nBerg stressed the importance of open sea lanes. "
    "Dahl said that Denmark would send ships. Dahl thanked Norway."
)
NEW = OLD.replace("Denmark would send ships", "Denmark might send ships").replace("Anna", "Yesterday, Anna")
NOW = "2024-05-01T10:00:00+00:00"


class Web:
    """The pages of a day; what is not there cannot be fetched."""

    def __init__(self, **pages: str) -> None:
        self.pages = pages
        self.fetched: list[str] = []

    def load(self, where: str, *, retrieved: str | None = None) -> Source:
        self.fetched.append(where)
        name = where.rsplit("/", 1)[1]
        if name not in self.pages:
            raise SourceError(f"{where}: the server answered 404 Not Found")
        return Source.of(self.pages[name], url=where, retrieved=retrieved)


def found(text: str, words: str, speaker: str) -> FoundQuote:
    start = text.index(words)
    return FoundQuote(start, start + len(words), words, speaker, "indirect", "said")


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as shelf:
        yield shelf


def add(shelf: Library, text: str = OLD, url: str = URL) -> int:
    quotes = (
        found(text, "the importance of open sea lanes", "Anna Berg"),
        found(text, "Denmark would send ships", "Ole Dahl"),
    )
    reading = Reading(FoundMeeting("Talks", date="2024-04-29"), quotes)
    source = Source.of(text, title="Talks", url=url)
    return shelf.add(source, reading, on_duplicate="add", now=NOW).meeting_id


def test_a_changed_page_is_kept_beside_the_old_text(shelf: Library) -> None:
    meeting = add(shelf)
    (refreshed,) = refresh(shelf, shelf.meetings(), Web(talks=NEW), now=NOW)
    assert refreshed.status == "changed"
    assert refreshed.difference == (
        "- Anna Berg met Ole Dahl in Oslo on Monday.",
        "+ Yesterday, Anna Berg met Ole Dahl in Oslo on Monday.",
        "- Dahl said that Denmark would send ships.",
        "+ Dahl said that Denmark might send ships.",
    )
    assert refreshed.missing == (f"{meeting}.2",)
    stands, missing = sorted(shelf.quotes(meeting), key=lambda quote: quote.number)
    assert shelf.source(stands.source).text == NEW
    assert NEW[stands.start : stands.end] == stands.text
    assert stands.status == "found"
    assert missing.status == "missing"
    assert shelf.source(missing.source).text[missing.start : missing.end] == missing.text
    assert [label.newer for label in shelf.meeting(meeting).sources] == [stands.source, None]


def test_the_next_time_only_the_latest_version_is_compared(shelf: Library) -> None:
    add(shelf)
    list(refresh(shelf, shelf.meetings(), Web(talks=NEW), now=NOW))
    assert [one.status for one in refresh(shelf, shelf.meetings(), Web(talks=NEW), now=NOW)] == ["same"]


def test_it_is_one_step_that_can_be_taken_back(shelf: Library) -> None:
    meeting = add(shelf)
    before = shelf.record(meeting)
    list(refresh(shelf, shelf.meetings(), Web(talks=NEW), now=NOW))
    shelf.undo()
    assert shelf.record(meeting) == before


def test_short_words_stay_though_the_paragraph_before_them_has_changed() -> None:
    old = "Berg spoke of trade.\n\nDahl said that ships would sail.\n\nHe added that all was well."
    said = replace(quote(old, old.index("ships"), old.index("sail.") + 4), speaker="Ole Dahl")
    new = old.replace("trade", "nothing of the kind")
    assert places([said], old, new) == {"1.1": (said.start + 14, said.end + 14)}
    assert places([said], old, new.replace("Dahl", "Berg")) == {"1.1": None}
    added = replace(quote(old, old.index("all was"), len(old) - 1), speaker="Ole Dahl")
    assert places([added], old, new.replace("Dahl said that ships would sail", "Berg left")) == {"1.1": None}


def test_a_dry_run_stores_nothing(shelf: Library) -> None:
    meeting = add(shelf)
    before = shelf.record(meeting)
    assert [one.status for one in refresh(shelf, shelf.meetings(), Web(talks=NEW), now=NOW, store=False)] == [
        "changed"
    ]
    assert shelf.record(meeting) == before


def test_a_page_that_is_gone_is_told_and_the_others_go_on(shelf: Library) -> None:
    add(shelf)
    gone = "https://ministry.example/gone"
    add(shelf, OLD.replace("Monday", "Tuesday"), gone)
    told = {one.label.url: one for one in refresh(shelf, shelf.meetings(), Web(talks=OLD), now=NOW)}
    assert told[URL].status == "same"
    assert (
        told["https://ministry.example/gone"].error
        == "https://ministry.example/gone: the server answered 404 Not Found"
    )


def test_a_summary_is_not_compared_with_its_page(shelf: Library) -> None:
    add(shelf, f"Title: Talks\nURL: {URL}\nNote: In our own words.\n\n{OLD}")
    web = Web(talks=NEW)
    assert [one.status for one in refresh(shelf, shelf.meetings(), web, now=NOW)] == ["own"]
    assert web.fetched == []


def test_a_page_of_two_meetings_is_fetched_once(shelf: Library) -> None:
    add(shelf)
    add(shelf, OLD.replace("Monday", "Tuesday"))
    web = Web(talks=NEW)
    assert len(list(refresh(shelf, shelf.meetings(), web, now=NOW))) == len(shelf.meetings()) * len(
        web.fetched
    )


def quote(text: str, start: int, end: int) -> Quote:
    return Quote(1, 1, 1, start, end, text[start:end], None, "indirect")


def place(old: str, new: str, words: str, turn: int = 1) -> tuple[int, int] | None:
    start = -1
    for _ in range(turn):
        start = old.index(words, start + 1)
    return places([quote(old, start, start + len(words))], old, new)["1.1"]


def test_the_same_words_said_by_another_are_no_longer_the_quote() -> None:
    assert place("Berg said: agreed. Dahl left.", "Dahl said: agreed. Berg left.", "agreed") is None


def test_the_same_words_twice_are_told_apart_by_what_comes_before() -> None:
    old = "Berg said: agreed. Dahl said: agreed."
    new = "Dahl said: agreed. Then Berg went home."
    assert place(old, new, "agreed", turn=2) is None  # what came before Dahl's word has changed as well
    assert place(old, f"{old} They left.", "agreed", turn=2) == (30, 36)


def test_a_long_quote_that_stands_once_is_followed_into_another_context() -> None:
    words = "the importance of open sea lanes for both countries"
    assert place(f"Berg stressed {words}.", f"On Monday she underlined {words}.", words) == (
        25,
        25 + len(words),
    )


def test_white_space_is_no_change() -> None:
    assert not differs("a b\n\nc", "a  b c")


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200), st.text(max_size=200))
def test_a_place_always_holds_the_words(old: str, one: int, other: int, new: str) -> None:
    start, end = sorted((min(one, len(old)), min(other, len(old))))
    found = places([quote(old, start, end)], old, new)["1.1"]
    assert found is None or new[slice(*found)] == old[start:end]


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_in_an_unchanged_text_every_quote_stays_where_it_is(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = places([quote(text, start, end)], text, text)["1.1"]
    assert found == ((start, end) if start < end else None)


@given(st.text(max_size=300))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(text, text) == ()


def test_what_is_refreshed_is_told_in_full(shelf: Library) -> None:
    add(shelf)
    (refreshed,) = refresh(shelf, shelf.meetings(), Web(talks="Another text altogether."), now=NOW)
    assert isinstance(refreshed, Refreshed)
    assert len(refreshed.missing) == 2
