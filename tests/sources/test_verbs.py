"""The verbs that take sources in, run as a person does, against a local web server."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sources.serving import Server, answer, serving
from tests.verbs import verbs_on

PAGES = Path(__file__).parent / "pages"
PAGE = (PAGES / "ministry_cn.html").read_bytes()
Verb = Callable[..., tuple[int, list[dict], str]]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def verb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Verb:
    """Run a verb with ``--json``; return its exit code, its records and what it said on standard error."""

    diplo = verbs_on(tmp_path / "library", capsys)

    def run(name: str, *arguments: str) -> tuple[int, list[dict], str]:
        code, out, err = diplo(name, "--json", *arguments)
        return code, [json.loads(line) for line in out.splitlines()], err

    return run


def test_read_and_add_take_a_page(server: Server, verb: Verb) -> None:
    server.pages["/talks"] = answer(PAGE)
    url = f"{server.url}/talks"
    code, (read,), _ = verb("read", url)
    assert code == 0
    assert read["path"] == url
    assert read["meeting"]["date"] == "2024-03-14"
    code, (added,), _ = verb("add", url)
    assert (code, added["status"], added["quotes"]) == (0, "added", len(read["quotes"]))


def test_add_walks_folders_and_goes_on_after_failures(verb: Verb, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_bytes(PAGE)
    (folder / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "c.txt").write_text("The ministers met in Oslo.")
    (folder / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, records, err = verb("add", "--jobs", "2", folder)
    assert code == 1
    assert {Path(record["path"]).name: record["status"] for record in records} == {
        "a.html": "added",
        "b.pdf": "failed",
        "c.txt": "added",
    }
    assert "b.pdf: is a damaged PDF" in err
    code, records, _ = verb("add", folder, "--match", "*.txt")
    assert (code, [record["status"] for record in records]) == (0, ["duplicate"])


def test_an_empty_folder_is_said(verb: Verb, tmp_path: Path) -> None:
    code, (record,), err = verb("add", tmp_path)
    assert (code, record["status"]) == (1, "failed")
    assert "is a folder without files" in err


def test_sources_are_told_in_the_order_given(verb: Verb, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The ministers met in Oslo {name}.")
    wheres = [str(tmp_path / name) for name in ("c.txt", "missing.txt", "a.txt", "b.txt")]
    assert [record["path"] for record in verb("add", *wheres)[1]] == wheres


def test_what_read_printed_goes_into_add(verb: Verb, tmp_path: Path) -> None:
    _, readings, _ = verb("read", str(PAGES / "ministry_cn.html"), str(PAGES / "newspaper.html"))
    lines = tmp_path / "readings.jsonl"
    readings[1]["quotes"] = [{**quote, "text": "something else"} for quote in readings[1]["quotes"]]
    lines.write_text("".join(json.dumps(reading) + "\n" for reading in readings))
    code, added, _ = verb("add", lines)
    assert code == 0
    # The first is taken as told; of the second the text is read again, because the quotes do not stand in it.
    assert [record["quotes"] for record in added] == [len(reading["quotes"]) for reading in readings]
    for record in verb("quotes")[1]:
        assert record["text"] != "something else"


@pytest.mark.parametrize("line", ["[]", "{", '{"meeting": 1}', '{"path": "a"}', "nonsense"])
def test_lines_that_are_neither_are_named(verb: Verb, tmp_path: Path, line: str) -> None:
    lines = tmp_path / "bad.jsonl"
    lines.write_text(line + "\n")
    code, (record,), err = verb("add", lines)
    assert (code, record["status"]) == (1, "failed")
    assert "bad.jsonl, line 1" in err


def test_refresh_tells_what_has_changed(server: Server, verb: Verb) -> None:
    server.pages["/changing"] = answer(PAGE)
    server.pages["/gone"] = answer(
        (PAGES / "presidency_ru.html").read_bytes().replace(b"canonical", b"other")
    )
    verb("add", f"{server.url}/changing")
    server.pages["/changing"] = answer(PAGE.replace(b"in shipping, education", b"in fisheries, education"))
    code, told, _ = verb("refresh", "--dry-run")
    assert (code, [one["status"] for one in told]) == (0, ["changed"])
    code, (changed,), _ = verb("refresh")
    assert (code, changed["status"]) == (0, "changed")
    assert [sentence[:2] for sentence in changed["difference"]] == ["- ", "+ "]
    missing = [record["id"] for record in verb("quotes", "status:missing")[1]]
    assert missing == changed["missing"] != []
    server.pages["/changing"] = answer(b"", status=410)
    code, (failed,), err = verb("refresh")
    assert (code, failed["status"]) == (1, "failed")
    assert "410" in err


def read_terminal(screen: int) -> bytes:
    """Read what was drawn; nothing when the last program at the terminal has ended, which Linux calls an error."""
    try:
        return os.read(screen, 100_000)
    except OSError:
        return b""


def test_at_a_terminal_a_bar_is_drawn_and_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"The ministers met in Oslo for the {number}. time.")
    screen, terminal = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "--library", str(tmp_path / "library"), "add", str(folder)],
        stdout=subprocess.PIPE,
        stderr=terminal,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(terminal)
    drawn = b"".join(iter(lambda: read_terminal(screen), b"")).decode()
    os.close(screen)
    stdout, _ = run.communicate()
    assert run.returncode == 0
    assert stdout.count(b"added") == 30
    assert "0/30" in drawn
    assert "\x1b[2K" in drawn


def test_files_of_a_folder_that_hold_nothing_are_counted_and_named(verb: Verb, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "GUIDELINES.md").write_text("# Guidelines\n\nKeep the files in order.\n")
    (folder / "a.html").write_bytes(PAGE)
    code, records, err = verb("add", folder)
    assert code == 0
    assert [record["status"] for record in records] == ["added", "added"]
    assert "1 held no meeting and no statement, and stand in the library without: GUIDELINES.md" in err
    _, _, err = verb("add", folder)
    assert "held no meeting" not in err


def test_a_file_named_itself_is_not_counted(verb: Verb, tmp_path: Path) -> None:
    file = tmp_path / "GUIDELINES.md"
    file.write_text("# Guidelines\n\nKeep the files in order.\n")
    assert "held no meeting" not in verb("add", file)[2]
