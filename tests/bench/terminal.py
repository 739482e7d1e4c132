"""How fast the screen answers, over a terminal: ``python -m tests.bench.terminal [MEETINGS]``.

A key's bytes are written and the time taken to the last byte of the frame that follows. Medians and 95th percentiles
in milliseconds; VisiData on the same list as CSV stands beside where it is installed, in the same run.
"""

from __future__ import annotations

import csv
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import quantiles

from store.library import Library
from tests.bench.pty_driver import Terminal
from tests.bench.shelves import fill, texts

KEYS = 60
HELD_SECONDS = 4.0
HELD_EVERY = 1 / 30
FIRST_ROW = b"\x1b[5;1H"
"""How the painting of the list's first row begins while the filter is open."""


def told(name: str, seconds: Iterable[float], goal: str = "") -> None:
    """Print median and 95th percentile."""
    times = [one * 1000 for one in seconds]
    cuts = quantiles(times, n=20, method="inclusive") if len(times) > 1 else times * 19
    print(f"{name:<46} p50 {cuts[9]:7.1f}   p95 {cuts[18]:7.1f} ms   {goal}", flush=True)


def at_home(work: Path) -> None:
    """Give this program and those it starts a home of their own."""
    os.environ.update(
        dict.fromkeys(("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(work / "home"))
    )


def app(folder: Path) -> Terminal:
    """Start the program on a library."""
    return Terminal([sys.executable, "-m", "tui.cli", "--library", str(folder)])


def index(folder: Path) -> None:
    """Let the index of a library be complete, as it is on all visits but the first."""
    with Library.open(folder) as library:
        library.index.catch_up()


def starts(command: Sequence[str], sign: bytes, count: int = 7) -> list[float]:
    """Time the first painted screen."""
    found = []
    for _ in range(count):
        terminal = Terminal(command)
        found.append(terminal.until(sign))
        terminal.close()
    return found


def measure_moving(name: str, terminal: Terminal, down: str, bottom: int) -> None:
    """Time the cursor within the view, and scrolling at its lower edge."""
    told(f"{name}: cursor within the view", (terminal.press(down).first for _ in range(min(KEYS, bottom))))
    for _ in range(bottom):
        terminal.send(down)
    terminal.painted(time.perf_counter())
    told(f"{name}: scrolling", (terminal.press(down).first for _ in range(KEYS)))


def measure_held(terminal: Terminal) -> None:
    """Hold a key at 30 Hz: the time to the next frame after each key, and what is left after release."""
    pressed: list[float] = []
    frames: list[float] = []
    began = time.perf_counter()
    due = began
    last = 0.0
    while (now := time.perf_counter()) < began + HELD_SECONDS:
        if now >= due:
            terminal.send("j")
            pressed.append(now)
            due += HELD_EVERY
        if terminal.read(max(0.0, min(due - time.perf_counter(), 0.004))):
            last = time.perf_counter()
        elif last:
            frames.append(last)
            last = 0.0
    told("held at 30 Hz, quotes following", waits(pressed, frames), "goal p95 35")
    after = terminal.painted(time.perf_counter())
    print(f"{'  after release, to the last byte':<46} {after.last * 1000:11.1f} ms")


def waits(pressed: Sequence[float], frames: Sequence[float]) -> list[float]:
    """Return for each key the time to the end of the first frame after it."""
    found = []
    at = 0
    for key in pressed:
        while at < len(frames) and frames[at] < key:
            at += 1
        if at < len(frames):
            found.append(frames[at] - key)
    return found


def measure_filter(terminal: Terminal) -> None:
    """Type filters key by key: to the end of the frame in which the list is painted, and to the last byte."""
    listed: list[float] = []
    whole: list[float] = []
    for words in ("peace agr", "official:serg", "climate treaty"):
        terminal.press("/")
        for letter in words:
            began = time.perf_counter()
            terminal.send(letter)
            if terminal.comes(FIRST_ROW, 2.0):
                listed.append(time.perf_counter() - began)
            whole.append(terminal.painted(began, 0.12).last)
        terminal.press("\x1b", 0.6)
    told("a keystroke in the filter to the new list", listed, "goal p95 50")
    told("a keystroke in the filter to the last byte", whole)


def measure_opening(folder: Path) -> None:
    """Open a meeting of 1,000 quotes, and resize it."""
    terminal = app(folder)
    terminal.until(b"2 meetings")
    terminal.painted(time.perf_counter(), 0.5)
    opened = [terminal.press("j" if number % 2 == 0 else "k").last for number in range(20)]
    told("open a meeting of 1,000 quotes", opened, "goal 30")
    resized = [terminal.resized(100 + number % 2 * 20, 40).last for number in range(20)]  # it begins with 120
    told("resize it", resized, "goal 60")
    terminal.close()


def measure_importing(folder: Path, texts_folder: Path) -> None:
    """Move while a folder of 1,000 files is taken in."""
    terminal = app(folder)
    terminal.until(b"meetings")
    terminal.painted(time.perf_counter(), 0.5)
    told("moving, nothing beside it", (terminal.press("j", 0.1).first for _ in range(KEYS)))
    terminal.press("a")
    terminal.send(str(texts_folder) + "/\r")
    terminal.until(b" done")
    told(
        "moving while 1,000 files are imported",
        (terminal.press("j", 0.1).first for _ in range(KEYS)),
        "p95 × 1.5",
    )
    terminal.close()


def write_csv(folder: Path, file: Path) -> None:
    """Write the list of meetings for the other program."""
    with Library.open(folder) as library, file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["date", "place", "people", "quotes"])
        for one in library.meetings():
            writer.writerow([one.date, one.place, "; ".join(p.name for p in one.participants), one.quotes])


def main(meetings: int) -> None:
    """Measure everything."""
    work = Path(os.environ.get("DIPLO_TUI_BENCH", Path(tempfile.gettempdir()) / "diplo-tui-bench"))
    work.mkdir(parents=True, exist_ok=True)
    library, growing = work / f"meetings-{meetings}", work / "growing"
    thick, files = work / "thick", work / "files"
    at_home(work)
    fill(library, meetings)
    fill(thick, 2, quotes=1_000)
    index(library)
    if not files.exists():
        files.mkdir()
        for number, (source, _) in enumerate(texts(1_000, seed=99)):
            (files / f"{number:04}.txt").write_text(source.text, "utf-8")
    print(f"{meetings:,} meetings")
    command = [sys.executable, "-m", "tui.cli", "--library", str(library)]
    told("first painted screen", starts(command, b"Meetings"))
    told("the list painted", starts(command, f"{meetings:,} meetings".encode()))
    terminal = app(library)
    terminal.until(b"meetings")
    terminal.painted(time.perf_counter(), 2.0)
    measure_moving("diplo-tui", terminal, "j", 12)
    measure_held(terminal)
    measure_filter(terminal)
    terminal.close()
    measure_opening(thick)
    shutil.rmtree(growing, ignore_errors=True)  # a copy: the next run measures the same library
    shutil.copytree(library, growing)
    index(growing)
    measure_importing(growing, files)
    if visidata := shutil.which("vd"):
        table = work / f"meetings-{meetings}.csv"
        write_csv(library, table)
        command = [visidata, str(table)]
        told("visidata: first painted screen", starts(command, b"people"))
        terminal = Terminal(command)
        terminal.until(b"people")
        terminal.painted(time.perf_counter(), 2.0)
        measure_moving("visidata", terminal, "j", 30)
        terminal.close()
    else:
        print("visidata is not installed; nothing stands beside.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
