from dataclasses import replace

from tui.marking import between, inverted, toggled, unmarked, without
from tui.state import PANES, Spot, State, focused, level_up, next_pane, travelled, visited


def test_panes_go_round_both_ways() -> None:
    state = State()
    for pane in (*PANES[1:], PANES[0]):
        state = next_pane(state, 1)
        assert state.pane == pane
    assert next_pane(state, -1).pane == PANES[-1]


def test_escape_goes_one_level_at_a_time() -> None:
    state = State(pane="source", zoomed=True, query="trade after:2020", range_from="1.2")
    seen = []
    for _ in range(7):
        seen.append((state.range_from, state.zoomed, state.pane, state.query))
        state = level_up(state)
    assert seen == [
        ("1.2", True, "source", "trade after:2020"),
        ("", True, "source", "trade after:2020"),
        ("", False, "source", "trade after:2020"),
        ("", False, "quotes", "trade after:2020"),
        ("", False, "meetings", "trade after:2020"),
        ("", False, "meetings", "trade"),
        ("", False, "meetings", ""),
    ]


def test_a_range_ends_with_its_pane() -> None:
    state = State(range_from="3")
    assert focused(state, "meetings").range_from == "3"
    assert focused(state, "quotes").range_from == ""


def test_marks_are_turned_and_survive_what_is_not_shown() -> None:
    state = toggled(State(), "meetings", [1, 2])
    assert state.marks.meetings == {1, 2}
    assert toggled(state, "meetings", [2]).marks.meetings == {1}
    assert toggled(state, "meetings", [2, 3]).marks.meetings == {1, 2, 3}
    assert inverted(state, "meetings", [2, 3]).marks.meetings == {1, 3}
    assert without(state, "meetings", [1]).marks.meetings == {2}
    both = toggled(state, "quotes", ["1.1"])
    assert len(both.marks) == 3
    assert len(unmarked(both).marks) == 0


def test_a_range_runs_either_way_and_needs_both_ends() -> None:
    keys = [5, 4, 3, 2]
    assert list(between(keys, 4, 2)) == list(between(keys, 2, 4)) == [4, 3, 2]
    assert list(between(keys, 9, 3)) == [3]


def test_the_trail_is_walked_and_cut() -> None:
    state = State()
    for number in (1, 2, 3):
        state = visited(state, Spot(number, f"{number}.1"))
    back = travelled(travelled(state, -1), -1)
    assert (back.meeting, back.quote) == (1, "1.1")
    assert travelled(back, -1) == back
    assert travelled(back, 1).meeting == 2
    elsewhere = visited(back, Spot(9))
    assert [spot.meeting for spot in elsewhere.trail] == [1, 9]
    assert travelled(elsewhere, 1) == elsewhere
    assert visited(replace(elsewhere), Spot(9)).trail == elsewhere.trail


def test_escape_goes_back_to_the_list_one_came_from() -> None:
    assert level_up(State(pane="quotes", about="officials")).pane == "officials"
    assert level_up(State(pane="quotes")).pane == "meetings"
    assert level_up(State(pane="officials", about="officials")).pane == "meetings"
