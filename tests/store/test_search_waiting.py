"""Several processes at one index, and changes that wait to be written into it."""

from dataclasses import replace
from unittest.mock import patch

from store.model import Meeting, Participant
from store.query import parse
from store.search.waiting import LOOKS, MEETINGS, QUOTES
from tests.store.shelves import (
    agrees,
    filled,
    quote,
    small_library,
)


def test_two_processes_share_one_index(tmp_path):
    library, path = small_library(), tmp_path / "i"
    ours, theirs = filled(library, path), filled(library, path)
    for waiting in (0, 3, 32):
        with patch("store.search.waiting.MEETINGS", waiting):
            for number in range(10, 20):
                library.put(Meeting(f"Talks {number} {waiting}", "2024-01-01", place="Łódź", id=number), ())
                (ours if number % 2 else theirs).catch_up()
            for index in (ours, theirs):
                index.catch_up()
                for text in ("talks", "place:lodz", "peace", "-peace", f"{waiting}"):
                    agrees(index, library, text)


def test_a_writer_that_was_behind_does_not_leave_old_words(tmp_path):
    library, path = small_library(), tmp_path / "i"
    ours, theirs = filled(library, path), filled(library, path)
    old = replace(library, held=dict(library.held), said=dict(library.said), steps=list(library.steps))
    theirs._follower._library = old
    library.put(replace(library.meeting(3), title="New words"), ())
    old.put(replace(old.meeting(3), title="Old words"), ())
    ours.catch_up()
    theirs.catch_up()
    library.put(replace(library.meeting(3), title="Newest words"), ())
    ours.catch_up()
    agrees(ours, library, "words")


def many_later(library, count=MEETINGS + 1):
    for number in range(count):
        library.put(Meeting("Later talks", "2024-01-01", id=100 + number), ())


def test_while_another_writes_nothing_is_waited_for(tmp_path):
    library, path = small_library(), tmp_path / "i"
    ours, theirs = filled(library, path), filled(library, path)
    theirs._db.execute("begin immediate")
    many_later(library)
    assert not ours.catch_up()
    theirs._db.execute("rollback")
    assert ours.catch_up()
    agrees(ours, library, "later")


def test_a_few_changes_are_found_while_another_writes_and_before_they_are_written(tmp_path):
    library, path = small_library(), tmp_path / "i"
    ours, theirs = filled(library, path), filled(library, path)
    theirs._db.execute("begin immediate")
    many_later(library, 3)
    assert ours.catch_up() and ours.complete and ours.behind == 0
    for text in ("later", "talks", "-later", "later OR peace", "before:2024"):
        agrees(ours, library, text)
    ours.close()
    theirs._db.execute("rollback")
    assert theirs.catch_up()
    agrees(theirs, library, "later")


def test_a_meeting_of_very_many_quotes_is_written_at_once(tmp_path):
    library, path = small_library(), tmp_path / "i"
    index = filled(library, path)
    long = tuple(quote(50, place, f"word {place}", None, kind="direct") for place in range(QUOTES + 1))
    library.put(Meeting("Long", "2024-01-01", quotes=len(long), id=50), long)
    assert index.catch_up()
    library.quotes = None  # nothing is looked at any more
    assert [hit.place for hit in index.quotes(parse("word"))] == list(range(QUOTES + 1))


def test_one_meeting_edited_without_end_is_written_now_and_then(tmp_path):
    library, path = small_library(), tmp_path / "i"
    index = filled(library, path)
    for number in range(LOOKS + 10):
        library.put(replace(library.meeting(3), title=f"Title {number}"), ())
        index.catch_up()
    since, changed = [], library.changed_meetings
    library.changed_meetings = lambda mark: since.append(mark) or changed(mark)
    agrees(filled(library, path), library, "title")
    assert len(library.steps) - int(since[0].partition(":")[2]) < LOOKS


def test_what_waits_is_written_before_it_is_weighed_or_counted(tmp_path):
    library, path = small_library(), tmp_path / "i"
    index = filled(library, path)
    said = (quote(9, 1, "peace peace peace", "Zhao Leji", officials=(1,), kind="direct"),)
    library.put(Meeting("New", "2024-01-01", participants=(Participant(1, "Zhao Leji"),), id=9), said)
    assert index.catch_up()
    assert index.best_quotes(parse("peace"), 1)[0].meeting == 9
    library.put(Meeting("New", "2024-01-02", participants=(Participant(1, "Zhao Leji"),), id=9), said)
    assert index.catch_up()
    assert index.tallies(parse("on:2024-01-02"))[1].quotes == 1
    assert 9 in [one.meeting for one in index.presences(1)]
