"""The clipboard through the system's own programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import SourceError
from store.sources import clipboard, load


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no programs but those put into this folder."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def installed(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_the_first_that_answers_is_believed(programs: Path) -> None:
    installed(programs, "wl-paste", "exit 1")
    installed(programs, "xclip", "printf 'The ministers met in S\\303\\243o Tom\\303\\251.'")
    assert load("clipboard:", retrieved="2024-05-01").text == "The ministers met in São Tomé."


def test_nothing_on_it(programs: Path) -> None:
    installed(programs, "xclip", "exit 1")
    with pytest.raises(SourceError, match="the clipboard: holds no text"):
        load("clipboard:")


def test_no_program_to_ask(programs: Path) -> None:
    with pytest.raises(SourceError, match="the clipboard: cannot be read; install"):
        load("clipboard:")


def test_a_program_that_hangs(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "SECONDS", 0.2)
    installed(programs, "xsel", "exec /bin/sleep 60")
    with pytest.raises(SourceError, match="holds no text"):
        load("clipboard:")
