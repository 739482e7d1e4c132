"""Whatever happens to the process that reads, the program gets a sentence and the next source is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from store.errors import SourceError
from store.sources.box import Box
from store.sources.limits import BOX_SECONDS
from tests.sources.serving import serving, silent

PAGE = (Path(__file__).parent / "pages" / "ministry_de.html").read_bytes()
KNOWN = {"where": "a.html", "media_type": None, "charset": None, "url": None, "retrieved": None}
TASK = {"where": "a.html", "raw": KNOWN}


def test_a_task_that_never_ends_is_given_up_and_the_next_is_done() -> None:
    with serving() as server, Box(seconds=1) as box:
        server.pages["/"] = silent
        with pytest.raises(SourceError, match="took longer than 1 seconds and was given up"):
            box.ask({"where": f"{server.url}/", "raw": None, "day": None})
        box._seconds = BOX_SECONDS  # a second is too little for what can be done, on a busy machine
        assert box.ask(TASK, PAGE)["source"]["language"] == "de"


def test_a_process_that_dies_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/true")
    with Box() as box, pytest.raises(SourceError, match=r"a\.html: could not be read \(its process ended"):
        box.ask(TASK, PAGE)


def test_a_process_ended_between_two_tasks_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen):
        def __init__(self, *arguments, **known) -> None:
            super().__init__(*arguments, **known)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    with Box() as box:
        box.ask(TASK, PAGE)
        started[0].kill()
        started[0].wait()
        assert box.ask(TASK, PAGE)["source"]["language"] == "de"
    assert len(started) == 2


def test_closing_twice_is_once() -> None:
    box = Box()
    box.ask(TASK, PAGE)
    box.close()
    box.close()
