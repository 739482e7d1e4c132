"""Insights set in text cells: no line too wide, nothing that needs colour, nothing that steers a terminal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.harmless import harmless
from store.insight.compare import compare
from store.insight.days import oldest_first
from store.insight.difference import difference
from store.insight.evidence import heard
from store.insight.formulas import formulas
from store.insight.markdown import comparison_as_markdown
from store.insight.overview import meeting_tables, who_speaks_of_what
from store.insight.phrasebook import Phrasebook
from store.insight.silence import Silences, silences
from store.insight.timeline import timeline
from store.insight.topics import Topics
from store.insight.unheard import unheard
from store.model import Official, Participant
from store.wording import attribution
from tui.insight import comparing, counting, following, listing, missing, phrasing
from tui.insight.lines import Goal, Part, beside, changed, flow, part, text_of

from .shelf import OFFICIALS, WANG, Shelf, label, met, said

HOSTILE = "the grain corridor 走廊 must\x1b[31m stay\nopen [bold]all[/] winter \u202e"


@pytest.fixture
def shelf():
    made = Shelf()
    for number in range(1, 15):
        tag = "food" if number < 8 else "arms"
        made.put(
            met(number, f"2023-{number % 12 + 1:02d}-{number:02d}", title=HOSTILE, place=HOSTILE),
            said(f"{HOSTILE} {number}", tags=(tag,)),
        )
    return made


def every_layout(shelf, width):
    """Return each kind of layout of a library, by name."""
    sources = (label(1, HOSTILE), label(2, "Agency"), label(3))
    told = tuple(said(f"{HOSTILE} {number}", number=number, source=number) for number in (1, 2, 3))
    dated = oldest_first(shelf.meetings())
    silent = silences(heard(shelf, dated), OFFICIALS, Topics(), today="2024-01-01")
    gone = unheard(heard(shelf, dated), OFFICIALS, since="2024-01-01", today="2024-01-01")
    tables = (
        *meeting_tables(shelf, shelf.meetings()),
        who_speaks_of_what(heard(shelf), OFFICIALS, Topics()),
    )
    goal = Goal(tuple(range(1, 15)))
    return {
        "comparison": comparing.lay_out(compare(met(1, "2023-01-01", *sources), told), width),
        "timeline": following.lay_out(timeline(WANG, heard(shelf)), width),
        "formulas": phrasing.lay_out(formulas(heard(shelf)), width),
        "silences": missing.lay_out(silent, width),
        "unheard": missing.lay_out_unheard(gone, "2024-01-01", width),
        "tables": counting.lay_out(tables, width, "Too little."),
        "listed": listing.lay_out(listing.look_up(shelf, goal, lambda done, total: None), width),
    }


@pytest.mark.parametrize("width", [58, 80, 160])
def test_every_line_fits_and_steers_nothing(shelf, width):
    for name, lines in every_layout(shelf, width).items():
        assert lines, name
        for line in lines:
            text = text_of(line)
            assert cell_len(text) <= width, (name, text)
            assert text == harmless(text) and "\n" not in text, name


def test_every_layout_leads_somewhere(shelf):
    for name, lines in every_layout(shelf, 80).items():
        assert any(piece.goal for line in lines for piece in line), name


def test_columns_give_way_to_labels_where_there_is_no_room(shelf):
    sources = tuple(label(number, f"Ministry {number}") for number in range(1, 5))
    told = tuple(said(f"peace in month {number}", number=number, source=number) for number in range(1, 5))
    comparison = compare(met(1, None, *sources), told)
    narrow = [text_of(line) for line in comparing.lay_out(comparison, 60)]
    assert any(line.startswith("3 Ministry 3: peace") for line in narrow)
    assert not any("│" in line for line in narrow)
    wide = [text_of(line) for line in comparing.lay_out(comparison, 140)]
    assert any(line.count("│") == 3 for line in wide)


def test_a_difference_is_written_with_signs():
    changes = difference("peace in spring", "peace in winter")
    assert text_of(tuple(changed(changes))) == "peace in [-spring-] {+winter+}"


def test_a_bar_is_never_nothing_and_never_too_long():
    assert [counting.bar(count, 8, 2) for count in (0, 1, 4, 8)] == ["", "▎", "█", "██"]
    assert counting.bar(1, 10_000, 10) == "▏"


def test_shades_go_from_blank_to_full():
    assert [counting.shade(count, 100) for count in (0, 1, 25, 26, 75, 100)] == [" ", "░", "░", "▒", "▓", "█"]
    assert counting.shade(0, 0) == " "


def crowd(number):
    """A meeting at which so many officials met, and the matrix of who met whom."""
    shelf = Shelf(people=tuple(Official(f"Official {one:02d}", id=one) for one in range(1, number + 1)))
    shelf.put(met(1, participants=tuple(Participant(one.id, one.name) for one in shelf.people)))
    return meeting_tables(shelf, shelf.meetings())[-1]


def test_a_matrix_says_how_many_rows_are_missing():
    lines = [text_of(line) for line in counting.lay_out_table(crowd(30), 60)]
    assert any("not shown: 10 more rows" in line for line in lines)


def test_columns_without_room_stand_further_down():
    matrix = crowd(20)
    lines = counting.lay_out_table(matrix, 60)
    assert all(len(text_of(line)) <= 60 for line in lines)
    heads = [
        int(rank)
        for line in lines
        for rank in text_of(line).split()
        if set(text_of(line)) <= set("0123456789 ")
    ]
    assert heads == list(range(1, 21))
    told = sum(piece.goal is not None for line in lines for piece in line)
    assert told == sum(cell.count > 0 for row in matrix.cells for cell in row) == 20 * 19


def test_a_bar_of_one_does_not_fill_the_line():
    (_, row) = counting.lay_out_table(crowd_by_kind(), 100)
    assert text_of(row).count("█") == 4


def crowd_by_kind():
    shelf = Shelf().put(met(1, kind="talks"))
    return meeting_tables(shelf, shelf.meetings())[2]


def test_of_a_long_timeline_the_newest_is_shown(shelf):
    told = timeline(WANG, heard(shelf))
    lines = [text_of(line) for line in following.lay_out(told, 80, most=2)]
    assert "12 earlier statements not shown: narrow to a topic." in lines
    newest = told.positions[-1].place.date
    assert any(line.startswith(newest) for line in lines)
    assert not any("not shown" in text_of(line) for line in following.lay_out(told, 80, most=14))


def test_no_silence_is_said_to_be_none():
    (first, *_) = missing.lay_out(Silences((), "Too few."), 80)
    assert text_of(first) == "no topics no longer heard"


@given(st.lists(st.text(max_size=30), max_size=5), st.integers(8, 60), st.integers(0, 6))
def test_flowing_keeps_every_word_in_order(texts, width, indent):
    parts = [piece for text in texts for piece in (part(text), Part(" "))]
    lines = flow(parts, width, indent)
    whole = "".join(piece.text for piece in parts)
    assert "".join("".join(text_of(line) for line in lines).split()) == "".join(whole.split())


@given(st.lists(st.lists(st.text("ab 走", max_size=9), max_size=4), min_size=1, max_size=3))
def test_columns_stand_at_the_same_place_on_every_line(columns):
    rows = beside([[(part(text),) for text in column] for column in columns], 20, "|")
    for row in rows:
        text = "".join(piece.text for piece in row)
        assert cell_len(text) == 20 * len(columns) + len(columns) - 1


def rejecting(text, **known):
    return replace(said(text, **known), cue="rejected")


def test_every_view_shows_the_cue_without_which_the_meaning_flips():
    claims = "claims that Russia was isolated"
    shelf = Shelf().put(met(1, "2023-01-01"), rejecting(claims))
    shared = compare(
        met(1, None, label(1, "A"), label(2, "B")),
        (rejecting(claims), rejecting(claims, number=2, source=2), rejecting("talk of arms", number=3)),
    )
    gone = unheard(heard(shelf), OFFICIALS, since="2024-01-01", today="2024-01-01")
    views = {
        "comparison": comparing.lay_out(shared, 100),
        "narrow comparison": comparing.lay_out(shared, 40),
        "timeline": following.lay_out(timeline(WANG, heard(shelf)), 100),
        "unheard": missing.lay_out_unheard(gone, "2024-01-01", 100),
        "listed": listing.lay_out(listing.look_up(shelf, Goal((1,)), lambda done, total: None), 100),
        "told apart": phrasing.lay_out_quote(shelf.quote("1.1"), Phrasebook(()), 100),
        "markdown": [(Part(comparison_as_markdown(shared)),)],
    }
    for name, lines in views.items():
        whole = " ".join(" ".join(map(text_of, lines)).split())
        assert f"rejected: {claims}" in whole, name
    assert "Wang Yi, rejected: talk of arms" in " ".join(map(text_of, views["comparison"]))


def test_a_timeline_shows_that_the_cue_changed_where_the_words_stayed():
    words = "the grain corridor must stay open"
    shelf = Shelf().put(met(1, "2023-01-01"), rejecting(words))
    shelf.put(met(2, "2023-02-01"), replace(said(words), cue="Reaffirmed that"))
    lines = [text_of(line).strip() for line in following.lay_out(timeline(WANG, heard(shelf)), 100)]
    assert f"+ rejected: {words}" in lines
    assert f"≈ [-rejected-] {{+Reaffirmed that+}}: {words}" in lines


@pytest.mark.parametrize("cue", ["", ":", " – "])
def test_a_cue_without_letters_is_not_shown(cue):
    shelf = Shelf().put(met(1, "2023-01-01"), replace(said("peace"), cue=cue))
    lines = [text_of(line).strip() for line in following.lay_out(timeline(WANG, heard(shelf)), 100)]
    assert "+ peace" in lines
    assert attribution("Wang Yi", cue) == "Wang Yi"
