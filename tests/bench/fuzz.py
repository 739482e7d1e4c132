"""Read texts nobody would write: ``python -m tests.bench.fuzz [NUMBER] [SEED]``.

NUMBER texts (100,000) of five sorts: characters of any kind, bytes read as text, shards of readouts in any order,
real texts cut and spoilt, marks and brackets. Each must give a Reading whose quotes are slices of it. Then texts of
1 MB and 2 MB of one strange shape each, and the ratio of their times: 2 is linear. Slow (minutes), and no test.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.measures import reading_of
from tests.reading.test_any_text import PIECES, check

DEV = Path(__file__).parent.parent / "reading" / "texts" / "dev"
MARKS = "\"'“”‘’«»„「」()[]{}.,;:!?-–—…|*#\n\t \u00a0\u202e\x00\ud800"
LONGEST = 1_500  # characters of a text
SAMPLES = 2  # of the measured times the least counts
SIZE = 1_000_000  # characters of the smaller text of a shape
SHAPES: dict[str, str] = {
    "quotation marks": '"',
    "opening marks": "“",
    "roles": "The minister stressed that time was short. ",
    "retold words": "“The minister stressed that time was short,” the press release reads. ",
    "participles joined": "and calling for peace ",
    "quoted as saying": "A, the palace quoted Rivera as saying, ",
    "offices that say": "Rivera's office said, ",
    "repeated paragraphs": "Minister Ana Hill said the talks on fish would go on.\n\n",
    "opening marks, spaced": "“ a ",
    "single marks": "'a ",
    "closing marks": "a” ",
    "marks of two sorts": '“a "b ',
    "marks, a paragraph each": "“A word.\n\n",
    "brackets": "(",
    "brackets, nested": "((a) ",
    "new lines": "\n",
    "blank lines": "a\n\n",
    "short lines": "Of\n",
    "one line": "the talks went on and on with no stop ",
    "one word": "a",
    "capitals": "A MEETING OF ALL THE SIDES ",
    "one name": "Zhao Leji ",
    "one name, acting": "Zhao Leji met Wang Yi and ",
    "one name in one quotation": "Zhao Leji met Wang Yi who ",
    "offices": "President ",
    "offices joined": "Minister of ",
    "offices and commas": "the minister, ",
    "countries": "China and ",
    "cues": "said ",
    "cues with that": "said that ",
    "cues and commas": "he said, ",
    "participles": ", adding that it ",
    "according to": "according to ",
    "attributed": "Lin said that it is so. ",
    "attributed without stops": "Lin said that it is so and ",
    "not attributed": "It is so. ",
    "quoted": "“It is,” Lin said. ",
    "items of a list": "- a word\n",
    "numbered items": "1. A word\n",
    "labels": "Lin: yes.\n",
    "questions": "Question: why?\n\n",
    "colons": "a: ",
    "commas": "a, ",
    "semicolons": "a; ",
    "full stops": "A. ",
    "dots": ".",
    "dashes": "-",
    "hyphens": "a-",
    "apostrophes": "a's ",
    "days": "on Monday, 3 May 2021 ",
    "digits": "1",
    "numbers": "1.1",
    "datelines": "BEIJING, Oct. 21 (Xinhua) -- A\n\n",
    "photographs": "Lin (left) met Bai\n",
    "bars": "a | ",
    "spaces": " ",
    "other scripts": "会见",
    "invisible signs": "\u202e\u200b",
    "lone surrogates": "\ud800",
}


def many_names(size: int) -> str:
    """Return a text of a thousand names and more, each said to have said something."""
    names = (f"Mr. {chr(65 + n % 26)}{'aeiou'[n % 5]}{n:x} Bo{n % 991:x} said so. " for n in range(size))
    return _filled(names, size)


def spelt_alike(size: int) -> str:
    """Return a text of one family name with ever other given names."""
    return _filled((f"President Ana{n:x} Mwale said so. " for n in range(size)), size)


def other_words(size: int) -> str:
    """Return a text in which no word comes twice."""
    return _filled((f"w{n:x} " for n in range(size)), size)


def _filled(pieces: Iterator[str], size: int) -> str:
    found, length = list[str](), 0
    while length < size:
        found.append(next(pieces))
        length += len(found[-1])
    return "".join(found)[:size]


def quoted_whole(size: int) -> str:
    """Return one quotation that is never cut: names, cues and no stop."""
    return "“" + "Zhao Leji met Wang Yi who said the minister of China " * (size // 53) + "”"


MADE: dict[str, Callable[[int], str]] = {
    "many names": many_names,
    "one family, many given names": spelt_alike,
    "no word twice": other_words,
    "one quotation": quoted_whole,
}


def strange_texts(number: int, chance: random.Random) -> Iterator[str]:
    """Yield ``number`` texts, a sort after the other."""
    real = [path.read_text("utf-8") for path in sorted(DEV.glob("*.txt"))]
    sorts = (_characters, _bytes, _shards, _marks)
    for turn in range(number):
        sort = turn % (len(sorts) + 1)
        yield sorts[sort](chance) if sort < len(sorts) else _spoilt(chance, real)


def _characters(chance: random.Random) -> str:
    top = chance.choice((0x7F, 0x24F, 0xFFFF, 0x10FFFF))
    return "".join(chr(chance.randint(0, top)) for _ in range(chance.randint(0, 300)))


def _bytes(chance: random.Random) -> str:
    return chance.randbytes(chance.randint(0, 400)).decode(
        chance.choice(("latin-1", "cp1251", "utf-8")), "replace"
    )


def _shards(chance: random.Random) -> str:
    return "".join(chance.choices(PIECES, k=chance.randint(1, 60)))


def _marks(chance: random.Random) -> str:
    return "".join(chance.choices(MARKS + "  aA", k=chance.randint(1, 300)))


def _spoilt(chance: random.Random, real: list[str]) -> str:
    """Cut pieces from one or two real texts, and change, put in or take out signs."""
    signs = list[str]()
    for text in chance.sample(real, chance.randint(1, 2)):
        start = chance.randrange(len(text))
        signs += text[start : start + chance.randint(1, LONGEST)]
    for _ in range(chance.randint(0, len(signs) // 10)):
        at = chance.randrange(len(signs))
        signs[at : at + chance.randint(0, 3)] = chance.choice(
            (chance.choice(MARKS), "", "\n\n", signs[at].swapcase())
        )
        signs = signs or ["a"]
    return "".join(signs)


def seconds(text: str) -> float:
    taken = []
    for _ in range(SAMPLES):
        start = time.process_time()
        reading_of(text)
        taken.append(time.process_time() - start)
    return min(taken)


def main(number: int, seed: int) -> None:
    chance = random.Random(seed)
    slowest, start = (0.0, ""), time.process_time()
    for text in strange_texts(number, chance):
        begun = time.process_time()
        try:
            check(text)
        except Exception:
            print(f"seed {seed}: this text fails: {text!a}")
            raise
        slowest = max(slowest, ((time.process_time() - begun) / (len(text) + 1_000), text))
    print(f"{number:,} texts read in {time.process_time() - start:.0f} s of CPU, none failed")
    print(f"slowest: {slowest[0] * 1e6:.1f} microseconds a character: {slowest[1][:60]!a}")
    shapes = {
        name: (lambda size, piece=piece: (piece * (size // len(piece) + 1))[:size])
        for name, piece in SHAPES.items()
    }
    for name, make in {**shapes, **MADE}.items():
        one, two = (seconds(make(size)) for size in (SIZE, 2 * SIZE))
        print(f"{name:32} 1 MB {one:7.2f} s   2 MB {two:7.2f} s   ratio {two / one:.2f}", flush=True)


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(given[0] if given else 100_000, given[1] if len(given) > 1 else 1)
