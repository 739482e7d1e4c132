"""Undo and redo, over everything a library can do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.library import Library
from store.model import Quote
from tests.store.made import NOW, SAID, SZIJJARTO, TEXT, WANG, add, reading, source, state

CHANGES = {
    "add": lambda library: add(library, 7),
    "join": lambda library: add(library, 8, title="Again", date="2023-01-02"),
    "change quotes": lambda library: library.change_quotes(["1.1"], speaker="Zhao Leji; Vyacheslav Volodin"),
    "tag": lambda library: library.tag_quotes(["1.1", "2.1", "2.2"], ["gas"]),
    "add quote": lambda library: library.add_quote(Quote(1, 0, 1, 0, 4, "", None, "direct")),
    "delete quotes": lambda library: library.delete_quotes(["1.1", "2.2"]),
    "split quote": lambda library: library.split_quote("1.1", library.quote("1.1").start + 6),
    "change meeting": lambda library: library.change_meeting(1, title="Other", date=None),
    "delete meetings": lambda library: library.delete_meetings([1, 2]),
    "join meetings": lambda library: library.join_meetings(1, [2, 3]),
    "change official": lambda library: library.change_official(1, name="Zhao Le-ji"),
    "merge officials": lambda library: library.merge_officials(1, [2, 3]),
    "split official": lambda library: library.split_official(2, "Yacheslav Volodin"),
    "bulk": lambda library: library.add_many(
        [(source(f"{TEXT} {n}"), reading(f"{TEXT} {n}", *SAID, date=f"2025-01-{n}")) for n in range(10, 20)]
    ),
}


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", clock=lambda: NOW) as opened:
        add(opened, 1)
        add(opened, 2)
        add(opened, 3, officials=(WANG, SZIJJARTO))
        yield opened


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_one_step_taken_back_and_done_again(library, name):
    before, version = state(library), library.version
    CHANGES[name](library)
    after = state(library)
    assert after != before and library.version == version + 1
    what = library.history(1)[0].what
    with Library.open(library.folder) as elsewhere:
        assert elsewhere.undo().what == what
        assert state(elsewhere) == before
    library.refresh()
    assert state(library) == before
    assert library.redo().what == what
    assert state(library) == after
    assert [step.undoes or step.redoes for step in library.history(2)] == [version + 1, version + 1]


def test_history_names_each_step_newest_first(library):
    library.tag_quotes(["1.1"], ["gas"], ["oil"])
    library.undo()
    assert [step.what for step in library.history(4)] == [
        "Undid: Tagged 1 quote gas, -oil",
        "Tagged 1 quote gas, -oil",
        "Added Talks 3",
        "Added Talks 2",
    ]
    assert all(step.at == NOW for step in library.history(9))


def test_undo_goes_back_to_the_beginning_and_redo_to_the_end(library):
    states = [state(library)]
    for name in ("tag", "change meeting", "merge officials", "delete meetings"):
        CHANGES[name](library)
        states.append(state(library))
    for wanted in reversed(states[:-1]):
        library.undo()
        assert state(library) == wanted
    while library.undo():
        pass
    assert not library.meetings() and not library.officials()
    while library.redo():
        pass
    assert state(library) == states[-1]


def test_a_new_change_ends_what_can_be_redone(library):
    library.tag_quotes(["1.1"], ["gas"])
    library.undo()
    library.tag_quotes(["1.2"], ["oil"])
    assert library.redo() is None
    assert library.undo().what == "Tagged 1 quote oil"
    assert library.undo().what == "Added Talks 3"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["do", "do", "undo", "undo", "redo"]), max_size=25))
def test_undo_and_redo_walk_like_in_an_editor(tmp_path_factory, walk):
    with Library.open(tmp_path_factory.mktemp("walk"), clock=lambda: NOW) as library:
        add(library, 1)
        past, future, number = [()], [], 0
        for move in walk:
            if move == "do":
                number += 1
                library.tag_quotes(["1.1"], [f"t{number}"])
                past, future = [*past, (*past[-1], f"t{number}")], []
            elif move == "undo" and len(past) > 1:
                assert library.undo() is not None
                future.append(past.pop())
            elif move == "redo":
                assert (library.redo() is not None) is bool(future)
                past += [future.pop()] if future else []
            assert library.quote("1.1").tags == past[-1]
