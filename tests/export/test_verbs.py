"""``export`` and ``verify`` as a person runs them, on a library that was read from a text."""

import csv
import io
import json
import os

import pytest

from store.export import FORMATS
from store.export.templates import NAMES
from store.library import Library
from store.model import FoundMeeting, FoundOfficial, FoundQuote, Reading, Source
from tests.verbs import verbs_on
from tui.cli import main

TALKS = """Title: Ministers meet in Helsinki
Publisher: Ministry for Foreign Affairs
URL: https://example.org/talks
Published: 2024-05-03
Retrieved: 2024-05-06

HELSINKI, 3 May 2024 - Aino Virtanen, Minister of Foreign Affairs of Finland, held talks with Omar Haddad, Minister
of Trade of Jordan, in Helsinki on Friday. Aino Virtanen stressed that the new rail line should open before winter.
Omar Haddad expressed gratitude to Finland for its patience with the *slow* work.
"""
SAID = {
    "the new rail line should open before winter": "Aino Virtanen",
    "gratitude to Finland for its patience with the *slow* work": "Omar Haddad",
}
HOSTILE = "=1+1 is <b>two</b>\x1b[31m and \x9b red"


@pytest.fixture
def talks(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(TALKS, encoding="utf-8")
    return path


def found(text, words, speaker, kind="indirect", cue="said"):
    start = text.index(words)
    return FoundQuote(start, start + len(words), words, speaker, kind, cue)


def store(folder, text, said):
    """Put the talks into a library, with the quotes named."""
    officials = (
        FoundOfficial("Aino Virtanen", "Minister of Foreign Affairs", "Finland"),
        FoundOfficial("Omar Haddad", "Minister of Trade", "Jordan"),
    )
    meeting = FoundMeeting("Ministers meet in Helsinki", "2024-05-03", None, "Helsinki", "talks", officials)
    source = Source.of(
        text,
        title=meeting.title,
        publisher="Ministry for Foreign Affairs",
        url="https://example.org/talks",
        published="2024-05-03",
        retrieved="2024-05-06",
    )
    with Library.open(folder) as library:
        quotes = tuple(found(text, words, speaker) for words, speaker in said.items())
        library.add(source, Reading(meeting, quotes), on_duplicate="add")


@pytest.fixture
def diplo(tmp_path, talks, capsys):
    """Run a verb on a library that holds the talks."""
    shelf = tmp_path / "library"
    store(shelf, TALKS, SAID)
    return verbs_on(shelf, capsys)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_standard_output_or_to_a_file(diplo, tmp_path, name):
    code, out, err = diplo("export", "--format", name)
    assert (code, err) == (0, "")
    path = tmp_path / f"out{FORMATS[name].suffix}"
    code, nothing, err = diplo("export", "--format", name, "-o", path)
    assert (code, nothing) == (0, "")
    assert path.name in err
    assert path.read_bytes() == out.encode()
    assert "https://example.org/talks" in out


@pytest.mark.parametrize("name", FORMATS)
def test_a_query_without_quotes_makes_a_valid_file(diplo, name):
    code, out, _ = diplo("export", "nothing-like-this", "--format", name)
    assert code == 0
    assert out.encode() == FORMATS[name].write([])


def test_an_export_of_nothing_says_so_and_one_of_something_does_not(diplo):
    nothing = "diplo-tui: nothing answers to 'nothing-like-this'\n"
    assert diplo("export", "nothing-like-this")[2] == nothing
    assert diplo("export", "nothing-like-this", "--format", "jsonl")[2] == nothing
    assert diplo("export", "official:virtanen")[2] == ""


def test_a_format_of_whole_meetings_says_that_it_takes_more_than_what_was_found(diplo, tmp_path):
    file = tmp_path / "talks.jsonl"
    _, _, err = diplo("export", "official:virtanen", "-o", file)
    wrote, more = err.splitlines()
    assert wrote.startswith(f"diplo-tui: wrote {file} (jsonl, ")
    assert more.startswith("diplo-tui: jsonl holds whole meetings: 1 meeting with all that was said there, ")
    assert "whole meetings" not in diplo("export", "-o", file)[2]
    assert "whole meetings" not in diplo("export", "official:virtanen", "-o", tmp_path / "talks.csv")[2]


@pytest.mark.parametrize("form", ["text", "bibtex"])
def test_a_format_without_proofs_is_told_from_those_that_can_be_verified(diplo, tmp_path, form):
    file = tmp_path / f"quotes{FORMATS[form].suffix}"
    diplo("export", "-o", file)
    code, out, err = diplo("verify", file)
    assert (code, out) == (1, "")
    assert "Exports as markdown, csv, csv-excel, jsonl, csl-json, html can be verified" in err
    assert "bibtex and text hold no places to check" in err


def test_an_ending_that_names_no_format_is_refused_and_a_format_named_is_not(diplo, tmp_path):
    file = tmp_path / "quotes.xlsx"
    code, _, err = diplo("export", "-o", file)
    assert code == 1 and not file.exists()
    assert "The ending of quotes.xlsx names no format: they are .md, .csv, .jsonl" in err
    assert "--format NAME" in err and "csv-excel" in err
    assert diplo("export", "--format", "csv", "-o", file)[0] == 0
    assert "names no format" not in diplo("export", "-o", tmp_path / "quotes.csv")[2]


def test_a_name_without_an_ending_is_remarked_on(diplo, tmp_path):
    file = tmp_path / "quotes"
    code, _, err = diplo("export", "-o", file)
    assert code == 0
    assert "quotes has no ending that names a format: writing markdown" in err
    assert file.read_text("utf-8").startswith("# Quotes")


def test_only_what_the_query_finds_is_exported(diplo):
    assert "rail line" in diplo("export", "official:virtanen")[1]
    assert "gratitude" not in diplo("export", "official:virtanen")[1]
    assert diplo("export", "colour:red")[0] == 2


def test_the_suffix_of_the_file_chooses_the_format(diplo, tmp_path):
    path = tmp_path / "quotes.csv"
    assert diplo("export", "-o", path)[0] == 0
    assert path.read_bytes() == diplo("export", "--format", "csv")[1].encode()
    assert diplo("export", "--format", "bibtex", "-o", path)[0] == 0
    assert path.read_text().startswith("@online{")


def test_the_choices_show(diplo):
    out = diplo("export", "--group", "official", "--front-matter", "--context", "4", "--title", "My *title*")[
        1
    ]
    assert out.startswith('---\ntitle: "My \\\\*title\\\\*"\n')
    assert "\n# My \\*title\\*\n" in out
    assert "\n## Aino Virtanen\n" in out
    assert "\nContext: Aino Virtanen stressed" in out


def test_templates_by_name_by_file_and_in_words(diplo, tmp_path):
    words = "{speaker} @ {place}: {text}"
    file = tmp_path / "mine.template"
    file.write_text(f"{words}\n")
    by_words = diplo("export", "official:virtanen", "--format", "text", "--template", words)[1]
    assert by_words.startswith("Aino Virtanen @ Helsinki: ")
    assert diplo("export", "official:virtanen", "--format", "text", "--template", file)[1] == by_words
    assert "[Ministry" in diplo("export", "--format", "text", "--template", "line")[1]


@pytest.mark.parametrize("wrong", ["{colour}", "nowhere.txt", "{text"])
def test_a_wrong_template_is_one_sentence_and_writes_nothing(diplo, tmp_path, wrong):
    path = tmp_path / "out.md"
    code, out, err = diplo("export", "--template", wrong, "-o", path)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert not path.exists()
    assert wrong != "{colour}" or all(name in err for name in NAMES)


def test_a_folder_that_is_not_there_is_one_sentence(diplo, tmp_path):
    code, out, err = diplo("export", "-o", tmp_path / "none" / "quotes.md")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "none" in err


def test_hostile_text_is_inert_in_every_format(diplo, tmp_path):
    store(tmp_path / "library", f"Omar Haddad said {HOSTILE}.", {HOSTILE: "Omar Haddad"})
    assert "red" in diplo("export")[1]
    for name in FORMATS:
        _, out, err = diplo("export", "--format", name)
        assert not set(out + err) & {"\x1b", "\x9b"}
    assert "<b>two" not in diplo("export", "--format", "html")[1]
    assert "<b>two" not in diplo("export")[1]
    cells = csv.reader(io.StringIO(diplo("export", "--format", "csv")[1], newline=""))
    assert not [cell for row in cells for cell in row if cell.startswith("=")]


@pytest.mark.parametrize("name", ["markdown", "csv", "csv-excel", "csl-json", "html", "jsonl"])
def test_an_export_is_verified_against_the_library_and_against_its_source(diplo, tmp_path, talks, name):
    path = tmp_path / f"out{FORMATS[name].suffix}"
    diplo("export", "--format", name, "-o", path)
    code, out, err = diplo("verify", path)
    assert code == 0
    assert {line.split()[0] for line in out.splitlines()} == {"verified"}
    assert "verified" in err
    assert diplo("verify", path, "--source", talks)[0] == 0


def test_an_edited_export_fails_with_the_difference(diplo, tmp_path):
    path = tmp_path / "out.md"
    diplo("export", "-o", path)
    path.write_text(path.read_text().replace("before winter", "before summer"))
    code, out, err = diplo("verify", path)
    assert code == 1
    assert "before [-winter-] {+summer+}" in out
    assert "1 drifted" in err
    drifted = [
        record
        for line in diplo("verify", "--json", path)[1].splitlines()
        if (record := json.loads(line))["difference"]
    ]
    assert [record["outcome"] for record in drifted] == ["drifted"]
    assert drifted[0]["line"] == path.read_text()[: path.read_text().index("before summer")].count("\n") + 1


def test_a_changed_source_says_where_the_words_stand_now(diplo, tmp_path, talks):
    path = tmp_path / "out.md"
    diplo("export", "official:virtanen", "-o", path)
    talks.write_text("Corrected. " + TALKS)
    code, out, _ = diplo("verify", path, "--source", talks)
    assert code == 1
    assert "drifted" in out
    talks.write_text("Something else entirely, with no such words in it at all.")
    assert "missing" in diplo("verify", path, "--source", talks)[1]


def test_files_that_cannot_be_checked_fail_and_the_others_go_on(diplo, tmp_path):
    good, empty = tmp_path / "good.md", tmp_path / "empty.md"
    diplo("export", "-o", good)
    empty.write_text("# My notes\n\nNothing[^1] quoted.\n\n[^1]: A note.\n")
    code, out, err = diplo("verify", empty, tmp_path / "none.md", good)
    assert code == 1
    assert "verified" in out
    assert "empty.md" in err
    assert "none.md" in err
    assert diplo("verify", good, "--source", tmp_path / "none.txt")[0] == 1


def test_the_output_of_quotes_can_be_verified(diplo, tmp_path):
    path = tmp_path / "quotes.jsonl"
    path.write_text(diplo("quotes", "--json")[1])
    assert diplo("verify", path)[0] == 0


def test_whole_meetings_go_out_and_in_without_loss(diplo, tmp_path, capsys):
    """Also what a person made of them, a meeting of the same day, and a text that holds what JSON can hardly say."""
    store(tmp_path / "library", f"Omar Haddad said {HOSTILE}.", {HOSTILE: "Omar Haddad"})
    with Library.open(tmp_path / "library") as library:
        library.tag_quotes(["1.1", "1.2"], add=["rail", "ε"])
        library.change_quotes(["1.1"], note="Said\ntwice.", status="checked")
        library.change_meeting(1, tags=("north",), note="A good day.")
    path = tmp_path / "all.jsonl"
    diplo("export", "-o", path)
    assert len(path.read_text().splitlines()) == 2
    other = str(tmp_path / "other")
    assert main(["--library", other, "add", "--on-duplicate", "add", str(path)]) == 0
    capsys.readouterr()
    for name in FORMATS:
        assert main(["--library", other, "export", "--format", name]) == 0
        assert capsys.readouterr().out == diplo("export", "--format", name)[1]


def test_a_pipe_is_refused_without_waiting_for_what_is_written_into_it(tmp_path, diplo):
    os.mkfifo(tmp_path / "pipe.md")
    code, _, err = diplo("verify", tmp_path / "pipe.md")
    assert code == 1
    assert "pipe.md is not a file." in err
