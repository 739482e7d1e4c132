"""What the verbs say where nothing is found."""

import pytest

ASKING = ("list", "quotes", "officials", "export", "formulas", "silence", "overview", "refresh")


@pytest.mark.parametrize("verb", ASKING)
def test_finding_nothing_is_said_the_same_way_by_every_verb_and_is_no_failure(verb, diplo, talks):
    diplo("list")
    assert diplo(verb)[::2] == (0, "diplo-tui: the library is empty: diplo-tui add puts texts into it\n")
    diplo("add", talks)
    code, out, err = diplo(verb, "zzzz")
    assert (code, err) == (0, "diplo-tui: nothing answers to 'zzzz'\n")
    assert out == "" or verb == "export"


def test_no_meeting_to_compare_is_no_failure_either(diplo, talks):
    diplo("list")
    assert diplo("compare") == (0, "", "diplo-tui: the library is empty: diplo-tui add puts texts into it\n")
    diplo("add", talks)
    assert diplo("compare") == (0, "", "diplo-tui: no meeting here has a point that several sources tell\n")


def test_quotes_of_a_library_that_has_none(diplo, tmp_path):
    file = tmp_path / "nothing.txt"
    file.write_text("Nothing of note happened.\n", "utf-8")
    diplo("add", file)
    assert diplo("quotes") == (0, "", "diplo-tui: there is nothing of that kind in the library\n")
