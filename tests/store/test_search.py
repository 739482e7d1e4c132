"""The index answers exactly what the plain definition answers, whatever happens to it and to the library."""

from dataclasses import replace
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Meeting, Official
from store.query import parse
from store.search import Index
from store.search.volumes import NEWEST
from tests.store.shelves import (
    NAMES,
    FakeLibrary,
    agrees,
    countries,
    filled,
    libraries,
    meetings,
    queries,
    quote,
    small_library,
)


@settings(max_examples=60)
@given(libraries(), st.lists(queries, min_size=1, max_size=4))
def test_any_query_on_any_library(library, asked):
    for size in (1, NEWEST):
        with patch("store.search.volumes.NEWEST", size), patch("store.search.volumes.LATER", size):
            index = filled(library)
            for text in asked:
                agrees(index, library, text)


@st.composite
def histories(draw):
    """A library, and changes to it: meetings and officials put anew, changed or deleted."""
    library = draw(libraries())
    steps = draw(
        st.lists(
            st.one_of(
                st.integers(1, 8).flatmap(lambda number: meetings(number, (1, 2, 3))),
                st.sets(st.integers(1, 8), min_size=1, max_size=3),
                st.builds(Official, st.sampled_from(NAMES), countries, id=st.integers(1, 4)),
                st.integers(1, 3),
            ),
            min_size=1,
            max_size=6,
        )
    )
    return library, steps


@settings(max_examples=40)
@given(histories(), st.lists(queries, min_size=1, max_size=2), st.booleans(), st.integers(0, 3))
def test_after_any_change(history, asked, every, waiting):
    library, steps = history
    with patch("store.search.waiting.MEETINGS", waiting):
        index = filled(library)
        for step in steps:
            if isinstance(step, set):
                library.delete(step)
            elif isinstance(step, Official):
                library.put_official(step)
            elif isinstance(step, int):
                library.delete_official(step)
            else:
                library.put(*step)
            if every:
                assert index.catch_up()
        assert index.catch_up()
        for text in asked:
            agrees(index, library, text)


def long_library(meetings=30, quotes=40):
    """Meetings of so many quotes that each takes several slots, not in order of their dates."""
    library = FakeLibrary()
    for number in range(1, meetings + 1):
        day = f"2023-{number * 7 % 12 + 1:02}-{number % 28 + 1:02}"
        said = tuple(
            quote(number, place, f"peace {place} of {number}", "Wang Yi", kind="direct")
            for place in range(quotes)
        )
        library.put(Meeting(f"Talks {number}", day, id=number), said)
    return library


LONG_QUERIES = (
    "peace",
    '"peace 7"',
    "-peace",
    "after:2023-06 peace",
    "before:2023-03-02",
    '"of 3" OR on:2023-07',
)


def test_meetings_of_many_quotes_keep_their_order():
    library = long_library()
    index = filled(library)
    for text in LONG_QUERIES:
        agrees(index, library, text)


def test_a_quote_more_or_less_at_the_front_moves_all_places():
    library = long_library(5)
    index = filled(library)
    library.put(library.meeting(3), library.quotes(3)[1:])
    first = quote(4, 99, "peace before all", "Wang Yi", kind="direct")
    library.put(library.meeting(4), (first, *library.quotes(4)))
    index.catch_up()
    for text in LONG_QUERIES:
        agrees(index, library, text)


def test_reading_in_slices_shows_the_newest_first_and_says_that_it_is_incomplete(tmp_path):
    library = long_library(300, 2)
    clock = iter(range(10_000_000))
    index = Index(library, tmp_path / "i", clock=lambda: next(clock))
    assert not index.catch_up(budget=20)
    assert not index.complete
    assert 0 < index.behind < 300
    seen = index.meetings(parse("peace"))
    assert 0 < len(seen) < 300
    while not index.catch_up(budget=20):
        pass
    assert index.complete
    agrees(index, library, "peace")


def test_what_was_read_is_kept_and_only_the_rest_read_again(tmp_path):
    library = long_library(300, 2)
    clock = iter(range(10_000_000))
    first = Index(library, tmp_path / "i", clock=lambda: next(clock))
    first.catch_up(budget=50)
    left = first.behind
    first.close()
    library.put(library.meeting(7), ())
    second = Index(library, tmp_path / "i", clock=lambda: next(clock))
    second.catch_up(budget=0)
    assert second.behind <= left
    second.catch_up()
    for text in ("peace", "talks", "-peace"):
        agrees(second, library, text)


def test_a_kept_index_reads_nothing_when_nothing_has_changed(tmp_path):
    library = small_library()
    filled(library, tmp_path / "i").close()
    read = []
    library.quotes = lambda number: read.append(number) or library.said[number]
    index = filled(library, tmp_path / "i")
    assert not read
    library.put(replace(library.meeting(2), title="Renamed"), library.said[2])
    index.catch_up()
    for _ in range(3):
        assert index.meetings(parse("renamed")) == [2]
    assert read == [2]
    index.close()
    index = filled(library, tmp_path / "i")
    assert index.meetings(parse("renamed")) == [2] and read == [2, 2]


def test_meetings_changed_and_not_read_yet_are_left_out():
    library = long_library(40, 2)
    clock = iter(range(10_000_000))
    index = Index(library, None, clock=lambda: next(clock))
    index.catch_up()
    for number in range(1, 31):
        library.put(library.meeting(number), ())
    index.catch_up(budget=5)
    found = set(index.meetings(parse("peace")))
    assert found == set(range(31, 41))


def test_deleted_index_is_made_anew(tmp_path):
    library = small_library()
    path = tmp_path / "cache" / "i"
    filled(library, path).close()
    path.unlink()
    agrees(filled(library, path), library, "peace")


def test_index_deleted_while_in_use_is_made_anew(tmp_path):
    library = small_library()
    path = tmp_path / "i"
    index = filled(library, path)
    path.unlink()
    library.put(library.meeting(3), ())
    assert index.catch_up()
    agrees(index, library, "peace")
    assert path.exists()


def test_garbage_in_its_place_is_replaced(tmp_path):
    path = tmp_path / "i"
    path.write_bytes(b"no database at all " * 1000)
    library = small_library()
    agrees(filled(library, path), library, "peace")


def test_damage_met_while_asking_or_writing_is_repaired(tmp_path):
    library, path = long_library(), tmp_path / "i"
    filled(library, path).close()
    whole = path.read_bytes()
    for part in range(1, 8):
        at = len(whole) * part // 8
        path.write_bytes(whole[:at] + b"\xff" * 2000 + whole[at + 2000 :])
        index = Index(library, path)
        list(index.quotes(parse("peace 3")))
        library.put(library.meeting(3), library.quotes(3)[::-1])
        index.catch_up()
        index.catch_up()
        assert len(list(index.quotes(parse("wang")))) <= 1200
        index.close()


def test_a_cut_file_is_made_anew(tmp_path):
    library, path = long_library(), tmp_path / "i"
    filled(library, path).close()
    path.write_bytes(path.read_bytes()[:9000])
    index = Index(library, path)
    list(index.quotes(parse("peace")))
    assert index.catch_up() or index.catch_up()
    for text in LONG_QUERIES:
        agrees(index, library, text)


def test_an_older_version_is_made_anew(tmp_path):
    library, path = small_library(), tmp_path / "i"
    index = filled(library, path)
    index._db.execute("pragma user_version=0")
    index.close()
    agrees(filled(library, path), library, "peace")


def test_another_library_in_the_same_folder_is_noticed(tmp_path):
    path = tmp_path / "i"
    filled(long_library(), path).close()
    library = small_library()
    library.life = 1
    index = filled(library, path)
    for _ in range(2):
        for text in ("peace", "place:beijing", "kind:direct", "country:russia"):
            agrees(index, library, text)
        index.close()
        index = filled(library, path)


def test_a_log_made_anew_is_read_from_the_beginning():
    library = small_library()
    index = filled(library)
    library.delete({1})
    library.life, library.steps = 1, []
    assert not index.complete
    index.catch_up()
    agrees(index, library, "")


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").write_text("in the way")
    library = small_library()
    agrees(filled(library, tmp_path / "file" / "i"), library, "peace")


def test_many_changes_start_the_index_over():
    library = FakeLibrary()
    library.put(Meeting("Talks", "2024-01-01", id=1), ())
    index = filled(library)
    library.put(Meeting("Kept", "2023-01-01", id=2), ())
    for number in range(4120):
        library.put(Meeting(f"Talks {number}", "2024-01-01", id=1), ())
        index.catch_up()
    assert index._writer.high - index._writer.low < 4000
    agrees(index, library, "talks")


def test_a_meeting_that_miscounts_its_quotes_is_read_all_the_same():
    library = long_library(5)
    library.held = {number: replace(meeting, quotes=1) for number, meeting in library.held.items()}
    index = filled(library)
    for text in LONG_QUERIES:
        agrees(index, library, text)


def test_a_closed_index_does_nothing_and_finds_nothing(tmp_path):
    library = small_library()
    index = filled(library, tmp_path / "i")
    hits = index.quotes(parse("peace"))
    index.close()
    library.put(Meeting("Later", id=9), ())
    assert not index.catch_up()
    assert not list(hits)


def test_the_best_fit_comes_first():
    library = FakeLibrary()
    said = ("peace and " + "much else " * 20, "peace peace peace", "nothing")
    library.put(
        Meeting("Talks", "2024-01-01", id=1),
        tuple(quote(1, place, text, None, kind="direct") for place, text in enumerate(said)),
    )
    index = filled(library)
    assert [hit.place for hit in index.best_quotes(parse("peace"), 10)] == [1, 0]
    assert [hit.place for hit in index.best_quotes(parse("peace"), 1)] == [1]


def test_the_deepest_query_that_is_understood_can_be_asked():
    library = small_library()
    index = filled(library)
    text = "peace"
    for level in range(20):
        text = f"({text}) OR tag:a -cue:b" if level % 2 else f"-({text}) call"
    agrees(index, library, text)


def test_officials_renamed_are_found_without_reading_again():
    library = small_library()
    index = filled(library)
    library.quotes = None
    library.put_official(replace(library.people[2], aliases=("Volodine",)))
    index.catch_up()
    assert index.meetings(parse("official:volodine")) == [1]
    assert index.meetings(parse("official:yacheslav")) == []


def test_officials_from_elsewhere_are_found_there(tmp_path):
    library, path = small_library(), tmp_path / "i"
    index = filled(library, path)
    library.put_official(replace(library.people[2], country="Belarus"))
    index.catch_up()
    for text in ("country:russia", "country:belarus", "-country:belarus", 'country:"Russian Federation"'):
        agrees(index, library, text)
    index.close()
    library.put_official(replace(library.people[3], country="Canada"))
    agrees(filled(library, path), library, "country:canada")
