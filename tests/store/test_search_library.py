"""The index behind a real library: edits, undo, merges, deletion, compaction and other processes."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.finding import find_meetings, find_officials, find_quotes, first_meetings
from store.finding.officials import count_officials
from store.finding.plain import plain_meetings, plain_quotes
from store.library import Library
from store.query import parse
from tests.store.made import SAID, TEXT, add, reading, source

QUERIES = (
    "exchanges",
    "-exchanges",
    "official:zhao",
    "official:volodin OR tag:peace",
    "country:russia -status:checked",
    "status:corrected",
    "tag:peace",
    "on:2023-11",
    "before:2024 talks",
    "place:geneva OR kind:call",
    '"summary of"',
    "zhao",
)


@pytest.fixture(autouse=True)
def always_through_the_index(monkeypatch):
    monkeypatch.setattr("store.finding.FEW", 0)


def agrees(library):
    for text in QUERIES:
        query = parse(text)
        assert list(find_quotes(library, text)) == list(plain_quotes(library, query)), text
        assert find_meetings(library, text) == plain_meetings(library, query), text
        first = first_meetings(library, text, 2)
        assert (
            first is None if query.everything else list(first or ()) == [*find_meetings(library, text)][:2]
        ), text
        everything = [(meeting, library.quotes(meeting.id)) for meeting in library.meetings()]
        assert find_officials(library, text) == count_officials(query, library.officials(), everything), text


def quote_ids(library):
    return [quote.id for meeting in library.meetings() for quote in library.quotes(meeting.id)]


def merge_two(library):
    keep, *others = [official.id for official in library.officials()]
    library.merge_officials(keep, others[:1])


CHANGES = {
    "add": lambda library, n: add(library, n, date=f"2023-1{n % 3}-0{n % 9 + 1}"),
    "add undated": lambda library, n: add(library, n, date=None),
    "tag": lambda library, n: library.tag_quotes(quote_ids(library)[n % 3 :: 2], add=("peace",)),
    "check": lambda library, n: library.change_quotes(
        quote_ids(library)[:n], what="Checked", status="checked"
    ),
    "delete quotes": lambda library, n: library.delete_quotes(quote_ids(library)[n % 4 :: 5]),
    "delete meeting": lambda library, n: library.delete_meetings([library.meetings()[-1].id]),
    "move": lambda library, n: library.change_meeting(
        library.meetings()[0].id, date="2024-02-02", place="Geneva"
    ),
    "emigrate": lambda library, n: library.change_official(library.officials()[0].id, country="Russia"),
    "merge": lambda library, n: merge_two(library),
    "undo": lambda library, n: library.undo(),
    "redo": lambda library, n: library.redo(),
    "compact": lambda library, n: library.compact(),
}
WITHOUT_MEETINGS = {"add", "add undated", "undo", "redo", "compact"}


@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 8)), min_size=1, max_size=7))
def test_after_any_change_the_index_answers_like_the_library(tmp_path_factory, changes):
    with Library.open(tmp_path_factory.mktemp("shelf") / "library") as library:
        library.add(source(TEXT), reading(TEXT, *SAID))
        add(library, 1)
        library.index.catch_up()
        for name, number in changes:
            if library.meetings() or name in WITHOUT_MEETINGS:
                CHANGES[name](library, number)
        agrees(library)


def test_the_index_is_kept_between_visits(tmp_path):
    with Library.open(tmp_path / "library") as library:
        library.add(source(TEXT), reading(TEXT, *SAID))
        agrees(library)
    with Library.open(tmp_path / "library") as library, patch.object(Library, "quotes") as quotes:
        assert library.index.catch_up()
        assert not quotes.called


def test_what_another_process_writes_is_found(tmp_path):
    with Library.open(tmp_path / "library") as ours, Library.open(tmp_path / "library") as theirs:
        theirs.add(source(TEXT), reading(TEXT, *SAID))
        ours.refresh()
        agrees(ours)
        add(ours, 3)
        theirs.refresh()
        agrees(theirs)
        theirs.undo()
        ours.refresh()
        agrees(ours)


def test_a_library_made_anew_in_the_same_folder_is_not_taken_for_the_old(tmp_path):
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        library.add(source(TEXT), reading(TEXT, *SAID))
        agrees(library)
    for path in folder.glob("*.jsonl"):
        path.unlink()
    with Library.open(folder) as library:
        add(library, 5)
        add(library, 6)
        agrees(library)
