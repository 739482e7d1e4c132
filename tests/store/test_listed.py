"""A list of meetings stays as it was taken, whatever becomes of the meetings."""

import pytest

from store.finding import FoundMeetings
from tests.store.made import add, opened


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path / "library") as library:
        for number in range(3):
            add(library, number)
        yield library


def titles(meetings):
    return [meetings[place].title for place in range(len(meetings))]


ALL = ["Talks 2", "Talks 1", "Talks 0"]


def test_a_list_answers_for_a_meeting_deleted_since(library):
    listed = library.meetings()
    library.delete_meetings([2])
    assert titles(listed) == ALL and [one.title for one in listed] == ALL
    assert titles(library.meetings()) == ["Talks 2", "Talks 0"]


def test_a_list_answers_for_an_import_undone_since(tmp_path):
    with opened(tmp_path / "other") as library:
        add(library, 5)
        listed = library.meetings()
        library.undo()
        assert titles(listed) == ["Talks 5"] and listed[:] == [listed[0]]
        assert len(library.meetings()) == 0


def test_a_list_answers_for_what_another_process_deleted(library):
    listed = library.meetings()
    with opened(library.folder) as other:
        other.delete_meetings([1, 2, 3])
    assert titles(listed) == ALL
    assert library.refresh()
    assert titles(listed) == ALL
    assert len(library.meetings()) == 0


def test_a_list_shows_a_meeting_as_it_was_before_a_change(library):
    listed = library.meetings()
    library.change_meeting(2, title="Another title")
    assert titles(listed) == ALL
    assert titles(library.meetings()) == ["Talks 2", "Another title", "Talks 0"]


def test_a_list_of_an_official_answers_for_a_meeting_deleted_since(library):
    listed = library.meetings_of(library.officials()[0].id)
    library.delete_meetings([3])
    assert titles(listed) == ALL


def test_what_was_shown_is_shown_after_compaction_and_the_rest_raises_nothing(library, monkeypatch):
    monkeypatch.setattr("store.log.compaction.KEPT_STEPS", 1)
    listed = library.meetings()
    assert listed[0].title == "Talks 2"
    library.delete_meetings([2, 3])
    library.change_meeting(1, note="mine")
    library.compact()
    assert titles(listed) == ["Talks 2", "", "Talks 0"]
    assert [one.id for one in listed] == [3, 2, 1]


def test_a_list_looked_through_within_the_step_that_deletes_raises_nothing(library):
    listed = library.meetings()
    with library._tables.step("Deleted some"):
        library.delete_meetings([1])
        assert [one.title for one in listed] == ALL


def test_a_change_of_a_quote_makes_no_new_list(library):
    listed = library.meetings()
    library.tag_quotes(["1.1"], ["mine"])
    assert library.meetings() is listed
    add(library, 9)
    assert library.meetings() is not listed


def test_what_was_found_answers_for_a_meeting_deleted_since(library):
    found = FoundMeetings([3, 2, 1], library.meeting)
    assert found[0].title == "Talks 2"
    library.delete_meetings([2, 3])
    assert titles(found) == ["Talks 2", "", "Talks 0"]
    assert [one.title for one in found] == titles(found)
