"""The insight verbs as a person or a program meets them."""

import json

import pytest

from store.library import Library
from tests.verbs import verbs_on
from tui.cli import main

from .conftest import CORRIDOR

PLACE = {"id", "meeting_id", "date", "speaker", "cue", "text", "source"}


@pytest.fixture
def diplo(folder, capsys):
    """Run a verb on the library."""
    return verbs_on(folder, capsys)


@pytest.fixture
def first(folder):
    """The id of the meeting of which two sources tell."""
    with Library.open(folder) as library:
        return next(meeting.id for meeting in library.meetings() if len(meeting.sources) == 2)


def records(out):
    return [json.loads(line) for line in out.splitlines()]


def stands(folder, place):
    """Tell whether a place's text really stands there."""
    with Library.open(folder) as library:
        source = library.source(library.quote(place["id"]).source)
        assert source.sha256 == place["source"]["sha256"]
        return source.text[place["source"]["start"] : place["source"]["end"]] == place["text"]


def test_compare_prints_a_record_a_point_with_its_places(diplo, first, folder):
    code, out, _ = diplo("compare", first, "--json")
    assert code == 0
    points = records(out)
    assert [(point["told"], point["wording"]) for point in points] == [
        ("all", "other words"),
        ("one", None),
        ("one", None),
    ]
    for point in points:
        assert set(point) == {
            "meeting_id",
            "speaker",
            "topics",
            "told",
            "wording",
            "likeness",
            "changes",
            "accounts",
        }
        assert [account["source"]["publisher"] for account in point["accounts"]] == ["Beijing", "Moscow"]
        places = [place for account in point["accounts"] for place in account["quotes"]]
        assert all(set(place) == PLACE and stands(folder, place) for place in places)


def test_compare_takes_a_filter_that_finds_one_meeting(diplo, first):
    assert diplo("compare", "on:2023-01")[1] == diplo("compare", first)[1]


def test_compare_says_which_meetings_it_could_be(diplo):
    code, out, err = diplo("compare", "on:2023")
    assert (code, out) == (1, "")
    assert "12 meetings answer" in err
    assert diplo("compare", "place:Atlantis")[::2] == (
        1,
        "diplo-tui: No meeting answers to 'place:Atlantis'.\n",
    )


def test_without_a_meeting_those_worth_comparing_are_listed(diplo, first):
    code, out, _ = diplo("compare", "--json")
    assert code == 0
    assert [(one["meeting_id"], one["sources"], one["points"], one["shared"]) for one in records(out)] == [
        (first, 2, 3, 1)
    ]
    _, out, _ = diplo("compare")
    assert "1 meeting of which several sources tell the same" in out and "1 of 3 points shared" in out
    code, _, err = diplo("compare", "--markdown")
    assert (code, "Which meeting?" in err) == (1, True)


def test_one_source_is_nothing_to_compare(diplo):
    code, out, _ = diplo("compare", "on:2023-02")
    assert code == 1
    assert "Only one source tells of this meeting" in out


def test_compare_reads_well_in_columns(diplo, first):
    lines = diplo("compare", first)[1].splitlines()
    assert lines[0] == "2023-01-10  Beijing: talks 1"
    assert any(line.startswith("1 Beijing") and line.endswith("2 Moscow") for line in lines)
    (row,) = [line for line in lines if "corridor for" in line and "│" in line]
    assert "the grain corridor" in row


def test_compare_writes_markdown(diplo, first, tmp_path):
    _, printed, _ = diplo("compare", first, "--markdown")
    diplo("compare", first, "-o", tmp_path / "talks.md")
    assert (tmp_path / "talks.md").read_text() == printed
    assert "### Wang Yi · food" in printed
    assert "- Beijing, said: the grain corridor across the sea must remain open (quote" in printed
    assert "Told by all." in printed
    one_only = printed.partition("## Told by one only")[2]
    assert "### travel" in one_only and "### trade" in one_only
    assert "- Beijing · Wang Yi, said: students should get visas faster (quote" in one_only


def test_timeline_follows_an_official(diplo, folder):
    code, out, _ = diplo("timeline", "wang", "food", "--json")
    assert code == 0
    found = records(out)
    positions = [record for record in found if record["what"] == "position"]
    assert [record["quote"]["date"] for record in positions] == [
        "2023-01-10",
        "2023-01-10",
        "2023-02-10",
        "2023-03-10",
        "2023-04-10",
        "2023-05-10",
    ]
    assert all(record["office"] == "Foreign Minister" for record in positions)
    assert {"kind": "new", "text": "5"} in positions[-1]["changes"]
    phrases = [record for record in found if record["what"] == "phrase"]
    assert phrases[0]["phrase"].startswith(CORRIDOR.removeprefix("the "))
    assert phrases[0]["first"]["date"] == "2023-01-10"
    assert all(stands(folder, record[end]) for record in phrases for end in ("first", "last"))


def test_timeline_is_readable(diplo):
    _, out, _ = diplo("timeline", "Wang Yi", "food")
    assert out.startswith("Wang Yi on food: 6 statements\n")
    assert "[-4-] {+5+}" in " ".join(out.split())


def test_timeline_offers_names_that_come_close(diplo):
    assert diplo("timeline", "Wang Ji")[::2] == (
        1,
        "diplo-tui: No official answers to 'Wang Ji'. Did you mean Wang Yi?\n",
    )


def test_formulas_are_found_with_who_says_them(diplo):
    code, out, _ = diplo("formulas", "--json")
    assert code == 0
    formula = records(out)[0]
    assert set(formula) == {"formula", "meetings", "first", "last", "speakers", "variants", "quotes"}
    assert formula["formula"] == "grain corridor across the sea must remain open"
    assert (formula["meetings"], formula["first"], formula["last"]) == (5, "2023-01-10", "2023-05-10")
    assert formula["speakers"] == [
        {"speaker": "Wang Yi", "quotes": 5, "first": "2023-01-10", "last": "2023-05-10"}
    ]


def test_a_quote_is_told_apart(diplo):
    quote = records(diplo("formulas", "--json")[1])[0]["quotes"][1]
    told = records(diplo("formulas", "--quote", quote, "--json")[1])[0]
    assert (
        told["text"][told["formulas"][0]["start"] : told["formulas"][0]["end"]] == told["formulas"][0]["text"]
    )
    assert 0 < told["new"] < 0.5
    assert "‹grain corridor" in diplo("formulas", "--quote", quote)[1]


def test_a_formula_of_one_meeting_is_wrong_usage(diplo):
    with pytest.raises(SystemExit) as stopped:
        diplo("formulas", "--least", "1")
    assert stopped.value.code == 2


def test_silence_tells_what_is_no_longer_spoken_of(diplo, folder):
    code, out, _ = diplo("silence", "--today", "2024-01-10", "--json")
    assert code == 0
    found = records(out)
    assert {(record["kind"], record["who"], record["topic"]) for record in found} == {
        ("official", "Wang Yi", "food"),
        ("country", "China", "food"),
    }
    assert {(record["last"], record["since"], record["days"]) for record in found} == {("2023-05-10", 7, 245)}
    assert all(stands(folder, record["quote"]) for record in found)
    assert len(records(diplo("silence", "--today", "2024-01-10", "--only", "country", "--json")[1])) == 1
    assert "Wang Yi · food" in diplo("silence", "--today", "2024-01-10")[1]


def test_silence_since_a_day_lists_officials(diplo):
    _, out, _ = diplo("silence", "--since", "2023-06-01", "--today", "2024-01-10", "--json")
    (record,) = records(out)
    assert (record["name"], record["last"], record["met"]) == ("Sergei Lavrov", "2023-01-10", "2023-12-10")
    assert diplo("silence", "--since", "June")[::2] == (
        1,
        "diplo-tui: 'June' is no day: write it as 2023-11-21.\n",
    )


def test_a_day_is_checked_before_there_is_anything_to_count(capsys, tmp_path):
    assert main(["--library", str(tmp_path / "empty"), "silence", "--since", "June"]) == 1
    assert "'June' is no day" in capsys.readouterr().err


def test_overview_counts_and_gives_the_filter_for_each_count(diplo):
    code, out, _ = diplo("overview", "--json")
    assert code == 0
    counts = {(record["table"], record["row"], record["column"]): record for record in records(out)}
    place = counts["Meetings by place", "Moscow", "meetings"]
    assert (place["count"], place["query"]) == (11, "place:Moscow")
    listed = records(diplo("list", place["query"], "--json")[1])
    assert {record["id"] for record in listed} == set(place["meetings"])
    assert counts["Who met whom", "Wang Yi", "Sergei Lavrov"]["count"] == 12
    assert counts["Who speaks of what", "food", "Wang Yi"]["count"] == 6


def test_overview_shows_as_many_rows_as_are_asked_for(diplo):
    few, all_of_them = diplo("overview", "--rows", 1)[1], diplo("overview")[1]
    assert "not shown: 1 more row\n" in few
    assert "not shown" not in all_of_them


def test_overview_is_readable_and_narrows_by_a_filter(diplo):
    _, out, _ = diplo("overview", "on:2023-01")
    assert "Only 1 meeting here: counts say little yet." in out
    assert "2023-01       1 █" in out
