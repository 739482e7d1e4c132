"""Spoil a library's files byte by byte, and count what is lost beyond that: ``python -m tests.spoil``.

Each file is cut at every byte of its last lines, and has a bit flipped in every byte. Every time the folder must
open; documents whose lines were not hit must be as they were, one whose line was hit as in an earlier line or not
there; what was hit must be named; and the next step must be possible. The steps can be made anew from the tables, so
hitting them must cost nothing.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from store.library import Library
from store.log import LogDB
from store.log.line import decode
from tests.torture import reading, work

TABLES = ("meetings", "officials", "quotes", "sources")
CUT_LINES = 3


def made(folder: Path) -> None:
    """Make a library with some history."""
    chance = random.Random(5)
    with Library.open(folder) as library:
        library.add_many([reading(chance) for _ in range(3)])
        for _ in range(14):
            if work(library, chance) == "compact":
                shutil.rmtree(folder / "backups", ignore_errors=True)


def versions(path: Path) -> list[tuple[int, int, object]]:
    """Return offset, id and document of each line of a table."""
    found, at = [], 0
    for text in path.read_bytes().splitlines(keepends=True):
        line = decode(text)
        found.append((at, line.id, line.document))
        at += len(text)
    return found


def spoilt(text: bytes, seed: int) -> Iterator[tuple[str, int, bytes]]:
    """Yield kind, place and content of each way to spoil a file."""
    chance = random.Random(seed)
    start = len(text)
    for _ in range(CUT_LINES):
        start = max(0, text.rfind(b"\n", 0, start - 1) + 1)
    for cut in range(start, len(text)):
        yield "cut", cut, text[:cut]
    for at in range(len(text)):
        flipped = bytearray(text)
        flipped[at] ^= 1 << chance.randrange(8)
        yield "flipped", at, bytes(flipped)


def held(base: LogDB) -> dict[str, dict[int, object]]:
    """Return everything in the tables."""
    return {name: {one.doc_id: dict(one) for one in base.table(name)} for name in TABLES}


def look(folder: Path, name: str, kind: str, at: int, whole: dict[str, dict[int, object]]) -> str | None:
    """Open a spoilt folder; return what is wrong beyond what was spoilt, ``None`` if nothing is."""
    path = folder.parent / "whole" / f"{name}.jsonl"
    lines = versions(path)
    size = path.stat().st_size
    ends = [start for start, _, _ in lines[1:]] + [size]
    hit = [
        place
        for place, start in enumerate(lines)
        if (start[0] <= at < ends[place]) or (kind == "cut" and start[0] >= at)
    ]
    if kind == "flipped" and at + 1 in ends[:-1]:
        hit.append(hit[-1] + 1)  # without the line break between them, two lines are one
    nothing = name == "steps" or (kind == "cut" and at == size - 1)
    ids = {lines[place][1] for place in hit} if not nothing else set()
    with LogDB(folder) as base:
        with base.storage.step("Looked"):
            base.table("marks").insert({})
        now, damage = held(base), base.storage.look_over()
    for table, documents in whole.items():
        for doc_id in documents.keys() | now[table].keys():
            was, found = documents.get(doc_id), now[table].get(doc_id)
            earlier = [document for _, one, document in lines if one == doc_id] if table == name else []
            if found != was and not (table == name and doc_id in ids and (found is None or found in earlier)):
                return f"{table} {doc_id} is not as it was"
    if not nothing and not any(one.file == f"{name}.jsonl" for one in damage):
        return "what was hit is not named"
    return None


def spoil(counts: Counter[str], every: int = 1) -> list[str]:
    """Spoil every file at every ``every``-th place; return what went wrong."""
    wrong = []
    with tempfile.TemporaryDirectory() as place:
        good, folder = Path(place) / "whole", Path(place) / "spoilt"
        made(good)
        with LogDB(shutil.copytree(good, folder)) as base:
            whole = held(base)
        for name in (*TABLES, "steps"):
            text = (good / f"{name}.jsonl").read_bytes()
            for number, (kind, at, content) in enumerate(spoilt(text, seed=len(text))):
                if number % every:
                    continue
                shutil.rmtree(folder)
                folder.mkdir()
                for path in good.glob("*.json*"):
                    shutil.copy(path, folder)
                (folder / f"{name}.jsonl").write_bytes(content)
                counts[f"{name} {kind}"] += 1
                if failure := look(folder, name, kind, at, whole):
                    wrong.append(f"{name}.jsonl {kind} at {at}: {failure}")
    return wrong


def main() -> int:
    """Spoil as often as asked for and print the counts."""
    parser = argparse.ArgumentParser(prog="python -m tests.spoil", description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th place")
    counts: Counter[str] = Counter()
    wrong = spoil(counts, parser.parse_args().every)
    for what, number in counts.items():
        print(f"{number:8,}  {what}")
    print(f"{len(wrong):8,}  that cost more than what was hit, or did not name it")
    print("\n".join(wrong[:20]))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
