"""The command line as a person or a program meets it: output, errors, exit codes."""

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from store.harmless import harmless
from tests.tui.conftest import TALKS
from tui.cli import library_folder, main, parser, verb_of
from tui.output import columns, json_line


def records(out):
    return [json.loads(line) for line in out.splitlines()]


def test_read_prints_one_record_a_source_with_all_keys(diplo, talks):
    code, out, _ = diplo("read", "--json", talks, talks)
    assert code == 0
    first, second = records(out)
    assert first == second
    assert set(first) == {"path", "meeting", "quotes"}
    assert set(first["meeting"]) == {"title", "date", "end_date", "place", "kind", "officials"}
    assert {"name", "office", "country", "aliases"} == set(first["meeting"]["officials"][0])
    for quote in first["quotes"]:
        assert set(quote) == {"start", "end", "text", "speaker", "kind", "cue"}
        assert quote["text"] == TALKS[quote["start"] : quote["end"]]
    assert {quote["speaker"] for quote in first["quotes"]} == {"Wang Yi", "Sergey Lavrov"}


def test_read_stores_nothing(diplo, talks, shelf):
    diplo("read", talks)
    assert not shelf.exists()


def test_what_is_added_is_listed_quoted_and_counted(diplo, talks):
    code, out, _ = diplo("add", "--json", talks)
    (added,) = records(out)
    assert code == 0
    assert set(added) == {"path", "meeting_id", "status", "quotes", "error"}
    assert (added["status"], added["error"]) == ("added", None)
    (meeting,) = records(diplo("list", "--json")[1])
    assert (meeting["date"], meeting["place"], meeting["quotes"]) == (
        "2024-04-09",
        "Beijing",
        added["quotes"],
    )
    quotes = records(diplo("quotes", "official:lavrov", "--json")[1])
    assert [quote["speaker"] for quote in quotes] == ["Sergey Lavrov"]
    assert quotes[0]["source"]["sha256"]
    assert quotes[0]["country"] == "Russia"
    officials = {official["name"]: official for official in records(diplo("officials", "--json")[1])}
    assert officials["Wang Yi"]["meetings"] == 1
    assert officials["Wang Yi"]["first"] == "2024-04-09"


def test_officials_are_counted_in_the_newest_meetings_unless_exactly(diplo, talks, tmp_path, monkeypatch):
    monkeypatch.setattr("tui.verbs.officials.NEWEST", 1)
    later = tmp_path / "later.txt"
    later.write_text(TALKS.replace("9 April", "16 April").replace("trade", "more trade"), encoding="utf-8")
    for path in (talks, later):
        assert diplo("add", path)[0] == 0
    _, some, told = diplo("officials", "trade")
    assert "Wang Yi" in some and "1 meeting " in some and "--exact looks through all" in told
    _, exact, told = diplo("officials", "trade", "--exact")
    assert "2 meetings" in exact and not told
    _, known, told = diplo("officials", "trade", "--json")
    assert records(known)[0]["meetings"] == 2 and not told


def test_the_same_text_again_is_a_duplicate(diplo, talks):
    diplo("add", talks)
    (again,) = records(diplo("add", "--json", talks)[1])
    assert again["status"] == "duplicate"
    assert len(records(diplo("list", "--json")[1])) == 1


def test_undo_redo_and_history_name_the_step(diplo, talks):
    diplo("add", talks)
    code, undone, _ = diplo("undo")
    assert code == 0
    assert undone.startswith("Undone: Added ")
    assert diplo("list", "--json")[1] == ""
    code, redone, _ = diplo("redo")
    assert code == 0
    assert redone.startswith("Redone: Added ")
    assert len(records(diplo("list", "--json")[1])) == 1
    newest, undo, add, _ = diplo("history")[1].splitlines()
    assert "Redid" in newest
    assert "Undid" in undo
    assert "Added" in add
    assert diplo("redo")[:2] == (1, "")


def test_a_failing_source_is_named_and_the_rest_goes_on(diplo, talks, tmp_path):
    binary = tmp_path / "picture.png"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Señor Sánchez met".encode("latin-1"))
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing.txt"
    for wrong in (binary, latin, empty, missing):
        code, out, err = diplo("read", "--json", wrong, talks)
        assert code == 1
        assert len(records(out)) == 1
        assert err.count("\n") == 1
        assert wrong.name in err
    assert "UTF-8" in diplo("read", latin)[2]


def test_a_file_of_fifty_megabytes_is_refused_without_reading_it(diplo, tmp_path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    code, _, err = diplo("add", huge)
    assert code == 1
    assert err.count("\n") == 1
    assert "huge.txt" in err


def test_a_failed_source_has_a_record_too(diplo, tmp_path):
    code, out, _ = diplo("add", "--json", tmp_path / "missing.txt")
    (record,) = records(out)
    assert code == 1
    assert record["status"] == "failed"
    assert "missing.txt" in record["error"]


def test_a_text_without_a_meeting_is_kept_and_said_so(diplo, tmp_path):
    recipe = tmp_path / "recipe.txt"
    recipe.write_text("Peel the onions and fry them slowly in butter.\n")
    code, _, err = diplo("add", recipe)
    assert code == 0
    assert "meeting" in err
    (meeting,) = records(diplo("list", "--json")[1])
    assert (meeting["date"], meeting["officials"]) == (None, [])


def test_export_and_add_of_jsonl_lose_nothing(diplo, talks, shelf, tmp_path, capsys):
    diplo("add", talks)
    exported = tmp_path / "all.jsonl"
    assert diplo("export", "--format", "jsonl", "-o", exported)[0] == 0
    other = tmp_path / "other"
    assert main(["--library", str(other), "add", str(exported)]) == 0
    capsys.readouterr()
    assert main(["--library", str(other), "export", "--format", "jsonl"]) == 0
    assert capsys.readouterr().out.encode() == exported.read_bytes()


def test_a_damaged_export_is_refused_with_its_line(diplo, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"meeting": \n')
    code, _, err = diplo("add", broken)
    assert code == 1
    assert "line 1" in err


def test_a_wrong_query_says_what_and_where(diplo, talks):
    diplo("add", talks)
    code, out, err = diplo("list", "colour:red")
    assert (code, out) == (2, "")
    assert "colour" in err
    assert "character 7" in diplo("list", "grain", "colour:red")[2]


def test_a_word_to_leave_out_is_no_option(diplo, talks):
    diplo("add", talks)
    assert [quote["speaker"] for quote in records(diplo("quotes", "-grain", "--json")[1])] == [
        "Sergey Lavrov"
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--colour"),
        ("--sample", "list"),
        ("quotes", "--limit", "-3"),
        ("history", "--limit", "0"),
        ("undo", "-x"),
        ("export", "--context", "-4"),
        ("--library", "somewhere", "--sample"),
    ],
)
def test_wrong_usage_is_two_and_no_traceback(arguments):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_escape_sequences_never_reach_the_terminal(diplo, tmp_path):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(TALKS.replace("grain", "gr\x1b[31mai\x9bn\x07"), encoding="utf-8")
    for arguments in (
        ("read", hostile),
        ("read", "--json", hostile),
        ("add", hostile),
        ("quotes",),
        ("export",),
    ):
        _, out, err = diplo(*arguments)
        assert not set(out + err) & {"\x1b", "\x9b", "\x07"}


def test_json_escapes_are_lossless():
    record = {"text": "a\x9b\x1b\u202eb\u2028é"}
    assert json.loads(json_line(record)) == record
    assert "\x9b" not in json_line(record)


def test_harmless_text_keeps_its_length():
    every = "".join(map(chr, [*range(0x300), *range(0x2000, 0x2070), 0xFEFF, 0xD800]))
    assert len(harmless(every)) == len(every)
    assert "\x1b" not in harmless(every)


def test_columns_align_and_need_no_rows():
    assert columns([]) == []
    assert columns([("a", "bb"), ("ccc", "d")]) == ["a    bb", "ccc  d"]


def test_standard_input_is_a_source(diplo, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TALKS.encode())))
    (record,) = records(diplo("read", "--json", "-")[1])
    assert record["path"] == "-"
    assert record["quotes"]


@pytest.mark.parametrize("verb", ["export", "read"])
def test_json_lines_on_standard_input_are_taken_as_from_a_file(verb, diplo, talks, shelf, monkeypatch):
    diplo("add", talks)
    lines = diplo("export", "--format", "jsonl")[1] if verb == "export" else diplo("read", "--json", talks)[1]
    before = records(diplo("quotes", "--json")[1])
    diplo("undo")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert diplo("add", "-")[0] == 0
    after = records(diplo("quotes", "--json")[1])
    assert [quote["text"] for quote in after] == [quote["text"] for quote in before] != []


def test_a_text_on_standard_input_may_begin_with_a_brace(diplo, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{draft}\n" + TALKS.encode())))
    assert diplo("add", "-")[0] == 0
    assert records(diplo("quotes", "--json")[1])


def test_the_app_is_not_started_where_nobody_sees_it(diplo, shelf):
    code, out, err = diplo()
    assert (code, out) == (1, "")
    assert "terminal" in err and err.count("\n") == 1
    assert not shelf.exists()


def test_a_folder_that_is_no_library_is_refused(diplo, shelf):
    shelf.mkdir()
    (shelf / "letters.doc").write_text("mine")
    code, _, err = diplo("list")
    assert code == 1
    assert err.count("\n") == 1


def test_a_damaged_line_costs_that_line_only(diplo, talks, shelf):
    diplo("add", talks)
    with (shelf / "meetings.jsonl").open("ab") as file:
        file.write(b"garbage\n")
    _, out, err = diplo("list", "--json")
    assert len(records(out)) == 1
    assert "meetings" in err
    assert diplo("check")[0] == 1


FULL = Path("/dev/full")  # not every system has one


@pytest.mark.parametrize("output", ["a pipe nobody reads", *[str(FULL)] * FULL.exists()])
def test_an_output_that_takes_nothing_is_no_traceback(output, diplo, talks, shelf):
    diplo("add", talks)
    command = [sys.executable, "-m", "tui.cli", "--library", str(shelf), "export"]
    if output == str(FULL):
        with FULL.open("wb") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
        assert (done.returncode, done.stderr) == (1, "diplo-tui: No space left on device\n")
    else:
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True)
        os.close(writer)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_named_like_a_verb_is_no_verb():
    assert verb_of(["--library", "list", "add", "x"]) == "add"
    assert verb_of([]) == ""
    assert verb_of(["--sample"]) == ""


def test_the_library_is_the_option_then_the_environment_then_the_systems_place(monkeypatch, tmp_path):
    options = parser("list").parse_args(["--library", "here", "list"])
    assert str(library_folder(options)) == "here"
    options = parser("list").parse_args(["list"])
    monkeypatch.setenv("DIPLO_TUI_LIBRARY", str(tmp_path))
    assert library_folder(options) == tmp_path
    monkeypatch.delenv("DIPLO_TUI_LIBRARY")
    assert library_folder(options).parts[-2:] == ("diplo-tui", "library")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_the_verbs(shell, capsys):
    assert main(["completion", shell]) == 0
    assert "officials" in capsys.readouterr().out


def test_a_read_only_library_is_read(diplo, talks, shelf):
    diplo("add", talks)
    files = [shelf, *shelf.iterdir()]
    for path in files:
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    try:
        code, out, _ = diplo("list", "--json")
        assert code == 0
        assert len(records(out)) == 1
        # The superuser may write everywhere: only an ordinary person meets the refusal.
        assert os.geteuid() == 0 or diplo("undo")[0] == 1
    finally:
        for path in files:
            path.chmod(path.stat().st_mode | stat.S_IWUSR)


@pytest.mark.parametrize("verb", ["list", "undo", "check", "export"])
def test_looking_into_a_library_that_was_not_there_says_so(verb, diplo, shelf):
    assert f"there was no library {shelf}: an empty one was made" in diplo(verb)[2]
    assert "there was no library" not in diplo(verb)[2]


def test_adding_makes_the_library_without_a_word(diplo, talks):
    assert diplo("add", talks)[2] == ""


def test_the_library_may_be_named_after_the_verb(diplo, talks, shelf, tmp_path, capsys):
    diplo("add", talks)
    assert main(["list", "--library", str(shelf), "--json"]) == 0
    assert len(records(capsys.readouterr().out)) == 1
    assert main(["--library", str(tmp_path / "other"), "list", "--library", str(shelf), "--json"]) == 0
    assert len(records(capsys.readouterr().out)) == 1
    assert not (tmp_path / "other").exists()
