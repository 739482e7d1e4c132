"""Kill a library's writer with ``kill -9`` again and again, and count what is lost: ``python -m tests.torture``.

A child process adds, edits, tags, merges, deletes, undoes and compacts, and tells through a pipe what it was
promised: the number of the last step and a digest of the whole library. It is killed at a random moment, or kills
itself in the middle of the n-th call that changes the disk. In half of the trials the power fails with it: of every
file only what was synced is sure to be left, and of the rest a part drawn by chance. Then the library must open, hold
every step that was promised, hold at most one more, and that one wholly: taking it back must give the digest promised
last.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import sleep

from store.library import Library
from store.log import compaction
from store.model import FoundMeeting, FoundOfficial, FoundQuote, Reading, Source

SYNCS = tuple(name for name in ("fsync", "fdatasync") if hasattr(os, name))
CALLS = ("write", *SYNCS, "ftruncate", "replace", "rename", "link", "unlink")
NAMES = ("Zhao Leji", "Vyacheslav Volodin", "Wang Yi", "Péter Szijjártó", "Antony Blinken", "Sergey Lavrov")
KINDS = ("add", "add", "bulk add", "edit", "tag", "merge", "delete", "undo", "undo", "redo", "compact")
FRESH_AFTER = 50
"""Trials after which a new library is begun, so that early steps are killed as often as late ones."""


def digest(library: Library) -> str:
    """Return a sum of everything a library holds."""
    held = [library.record(meeting.id) for meeting in library.meetings()]
    said = [quote for meeting in library.meetings() for quote in library.quotes(meeting.id)]
    return sha256(repr((held, said, library.officials())).encode()).hexdigest()


def reading(chance: random.Random) -> tuple[Source, Reading]:
    """Return a text and what was read in it, like no other."""
    text = " ".join(f"word{chance.randrange(10**6)}" for _ in range(chance.randrange(20, 400)))
    people = tuple(FoundOfficial(name, "Minister", "Country") for name in chance.sample(NAMES, 3))
    day = f"20{chance.randrange(25):02}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    cuts = sorted(chance.sample(range(len(text)), 8))
    quotes = [
        FoundQuote(start, end, text[start:end], chance.choice(people).name, "indirect", "said")
        for start, end in zip(cuts[::2], cuts[1::2], strict=True)
    ]
    return Source.of(text), Reading(FoundMeeting(f"Talks {text[:10]}", day, officials=people), tuple(quotes))


def work(library: Library, chance: random.Random) -> str:
    """Do one piece of work, drawn by chance; return what kind it was."""
    ids = [meeting.id for meeting in library.meetings()]
    quotes = [quote.id for meeting in ids[:5] for quote in library.quotes(meeting)]
    officials = [official.id for official in library.officials()]
    kind = chance.choice(KINDS)
    if len(ids) > 25:
        library.delete_meetings(ids[5:])
    elif kind == "bulk add":
        library.add_many([reading(chance) for _ in range(5)])
    elif kind == "edit" and ids:
        library.change_meeting(chance.choice(ids), note=f"{chance.random()}")
    elif kind == "tag" and quotes:
        library.tag_quotes(quotes, [f"t{chance.randrange(9)}"], [f"t{chance.randrange(9)}"])
    elif kind == "merge" and len(officials) > 3:
        library.merge_officials(*(lambda keep, other: (keep, [other]))(*chance.sample(officials, 2)))
    elif kind == "delete" and len(ids) > 3:
        library.delete_meetings(chance.sample(ids, 2))
    elif kind == "undo":
        library.undo()
    elif kind == "redo":
        library.redo()
    elif kind == "compact":
        library.compact()
    else:
        kind = "add"
        library.add(*reading(chance))
    return kind


def dying(name: str, real: object, chance: random.Random, left: list[int]) -> object:
    """Return a call that kills this process once the calls left are used up, a write having written some of it."""

    def call(*arguments: object, **named: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            if name == "write":
                text = bytes(arguments[1])  # type: ignore[call-overload]
                real(arguments[0], text[: chance.randrange(len(text) + 1)])  # type: ignore[operator]
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **named)  # type: ignore[operator]

    return call


def noting(
    real: Callable[[int], None], note: Callable[[int, bytes], int], synced: int
) -> Callable[[int], None]:
    """Return a sync that notes which file, by its inode, is synced up to which size."""

    def call(fd: int) -> None:
        real(fd)
        found = os.fstat(fd)
        note(synced, b"%d %d\n" % (found.st_ino, found.st_size))

    return call


def sizes(folder: Path) -> dict[int, int]:
    """Return the size of every file of lines by its inode."""
    return {found.st_ino: found.st_size for found in map(Path.stat, folder.glob("*.jsonl"))}


def power_fails(folder: Path, safe: dict[int, int], chance: random.Random) -> None:
    """Take from the end of every file of lines a part of what is not safe, or all of it."""
    for path in sorted(folder.glob("*.jsonl")):
        found = path.stat()
        least = min(safe.get(found.st_ino, 0), found.st_size)
        os.truncate(path, chance.choice((least, found.st_size, chance.randint(least, found.st_size))))


def child(folder: Path, seed: int, pipe: int, synced: int, *, targeted: bool) -> None:
    """Work on a library until killed, telling after each step what was promised."""
    chance = random.Random(seed)
    tell = os.write
    for name in SYNCS:
        setattr(os, name, noting(getattr(os, name), tell, synced))
    if targeted:
        left = [chance.randrange(120)]
        for name in CALLS:
            setattr(os, name, dying(name, getattr(os, name), chance, left))
    with Library.open(folder) as library:
        tell(pipe, f"{library.version} {digest(library)} open\n".encode())
        while True:
            kind = work(library, chance)
            tell(pipe, f"{library.version} {digest(library)} {kind}\n".encode())


def trial(folder: Path, seed: int, counts: Counter[str]) -> str | None:
    """Kill one child and look at what it left; return what is wrong, ``None`` if nothing is."""
    targeted, power = seed % 2 == 0, seed % 4 > 1
    safe = sizes(folder)
    out, into = os.pipe()
    notes = folder.with_suffix(".synced")
    synced = os.open(notes, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
    pid = os.fork()
    if not pid:
        os.close(out)
        try:
            child(folder, seed, into, synced, targeted=targeted)
        finally:
            os._exit(1)
    os.close(into)
    if not targeted:
        sleep(random.Random(seed).uniform(0.005, 0.15))
        os.kill(pid, signal.SIGKILL)
    with os.fdopen(out, "rb") as pipe:
        promises = [line.split(maxsplit=2) for line in pipe.read().decode().splitlines()]
    if os.WTERMSIG(os.waitpid(pid, 0)[1]) != signal.SIGKILL:
        return "the child did not live to be killed"
    os.close(synced)
    counts["killed at a chosen call" if targeted else "killed at a random moment"] += 1
    if power:
        safe.update(tuple(map(int, line.split())) for line in notes.read_text().splitlines())
        power_fails(folder, safe, random.Random(seed))
        counts["  of them with the power failing"] += 1
    counts["promised changes"] += len(promises)
    counts.update(f"  {kind}" for _, _, kind in promises)
    return look(folder, promises, counts)


def look(folder: Path, promises: list[list[str]], counts: Counter[str]) -> str | None:
    """Open what a killed child left; return what is wrong with it, ``None`` if nothing is."""
    with Library.open(folder) as library:
        if library.check():
            return f"damaged: {library.check()[0]}"
        if not promises:
            return None
        version, promised = int(promises[-1][0]), promises[-1][1]
        if library.version not in (version, version + 1):
            return f"{library.version} steps of {version}"
        if library.version == version:
            counts["steps in flight that are not there"] += 1
            return None if digest(library) == promised else "a promised step has changed"
        counts["steps in flight that are wholly there"] += 1
        if library.history(1)[0].undoes:
            library.redo()
        else:
            library.undo()
        return None if digest(library) == promised else "a step is half there"


def torture(trials: int, seed: int, counts: Counter[str]) -> list[str]:
    """Run trials in a folder of their own; return what went wrong in each that did."""
    compaction.KEPT_STEPS = 20
    wrong = []
    with tempfile.TemporaryDirectory() as place:
        for number in range(trials):
            folder = Path(place) / f"library-{number // FRESH_AFTER}"
            if number % FRESH_AFTER == 0:
                shutil.rmtree(Path(place) / f"library-{number // FRESH_AFTER - 1}", ignore_errors=True)
            if failure := trial(folder, seed + number, counts):
                wrong.append(f"trial {number} (seed {seed + number}): {failure}")
                break
    return wrong


def main() -> int:
    """Run as many trials as asked for and print the counts."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    wrong = torture(options.trials, options.seed, counts)
    for what, number in sorted(counts.items(), key=lambda count: count[0].lstrip()):
        print(f"{number:8,}  {what}")
    print(f"{len(wrong):8,}  trials that lost anything")
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
