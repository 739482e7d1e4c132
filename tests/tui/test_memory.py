import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.memory import SAMPLE, Memory, record_of, state_of
from tui.state import ORDERS, PANES, Marks, Spot, State

MARKS = st.builds(Marks, st.frozensets(st.integers()), st.frozensets(st.text()), st.frozensets(st.integers()))
STATES = st.builds(
    State,
    pane=st.sampled_from(PANES),
    query=st.text(max_size=20),
    order=st.sampled_from(list(ORDERS)),
    meeting=st.integers(0, 99),
    quote=st.text(max_size=5),
    marks=MARKS,
    gone=MARKS,
    trail=st.tuples(st.builds(Spot, st.integers(0, 9), st.text(max_size=3))),
    trail_at=st.integers(-1, 0),
    about=st.sampled_from(["meetings", "officials"]),
)


@given(STATES)
def test_a_state_comes_back_through_json(state: State) -> None:
    assert state_of(json.loads(json.dumps(record_of(state)))) == state


@pytest.mark.parametrize("odd", [{"marks": 3}, {"trail": [1]}, {"meeting": "x"}, {"pane": "cellar"}, {}])
def test_an_odd_record_begins_anew(odd: dict[str, object]) -> None:
    assert state_of(odd) == State()


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"places": 1, "filters": [1, ["a"]], "hints": "x"}', "\x00"]
)
def test_a_damaged_file_costs_the_memory_only(tmp_path: Path, text: str) -> None:
    file = tmp_path / "memory.json"
    file.write_text(text)
    memory = Memory.load(file)
    assert (memory.places, memory.filters, memory.hints) == ({}, [], 0)


def test_filters_are_kept_replaced_by_name_and_forgotten(tmp_path: Path) -> None:
    memory = Memory.load(tmp_path / "deep" / "memory.json")
    assert memory.save_filter("trade", "trade") == 1
    assert memory.save_filter("zhao", "official:zhao") == 2
    assert memory.save_filter("trade", "tag:trade") == 1
    assert Memory.load(memory.file).filters == [("trade", "tag:trade"), ("zhao", "official:zhao")]
    memory.forget_filter(1)
    memory.forget_filter(9)
    assert Memory.load(memory.file).filters == [("zhao", "official:zhao")]


def test_a_place_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory.load(tmp_path / "file" / "memory.json")
    memory.keep_place(tmp_path, State(query="x"))
    memory.save()
    assert memory.place(tmp_path).query == "x"


def test_the_place_in_a_sample_is_forgotten(tmp_path: Path) -> None:
    memory = Memory()
    memory.keep_place(tmp_path / f"{SAMPLE}x1" / "library", State())
    memory.keep_place(tmp_path / "library", State())
    assert list(memory.places) == [str(tmp_path / "library")]
