"""How well a reading agrees with what a careful person marked in the same text.

A quote is found when the letters of the two spans overlap by half (tight: by nine tenths) of all letters in either,
one quote for one. A speaker is right when it is the same group, a person with a family name in common and no other
given name, or a body most of whose words are the same. *Joint* is found and the speaker right. Gold marked ``nested``
counts neither way.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from store.model import GROUPS, Reading, Source

Reader = Callable[[str], list[tuple[int, int, str | None, str]]]
"""A text in; start, end, speaker and kind of each quote out."""


class Text(NamedTuple):
    """One annotated text."""

    name: str
    text: str
    gold: dict[str, Any]


def texts(folder: Path) -> Iterator[Text]:
    """Yield the annotated texts of a folder."""
    for path in sorted(folder.glob("*.txt")):
        gold = json.loads(path.with_suffix(".gold.json").read_text("utf-8"))
        yield Text(path.stem, path.read_bytes().decode("utf-8"), gold)


def words(name: str | None) -> set[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold()
    return set(re.findall(r"[a-z0-9]+", plain)) - {"the", "of", "and", "for", "mr", "mrs", "ms", "dr", "jr"}


def letters(text: str, start: int, end: int) -> frozenset[int]:
    return frozenset(at for at in range(start, end) if text[at].isalnum())


def pairs(gold: list[frozenset[int]], got: list[frozenset[int]], bar: float) -> list[tuple[int, int]]:
    """Match spans one to one, the best overlaps first."""
    overlaps = (
        (len(g & p) / len(g | p), i, j) for i, g in enumerate(gold) for j, p in enumerate(got) if g & p
    )
    taken_gold, taken, found = set(), set(), []
    for overlap, i, j in sorted(overlaps, key=lambda one: (-one[0], one[1], one[2])):
        if overlap >= bar and i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            found.append((i, j))
    return found


def same_speaker(gold: str, said: str | None, aliases: dict[str, list[str]]) -> bool:
    if not said or gold in GROUPS or said in GROUPS:
        return gold == said
    if ";" in gold:
        return all(
            any(same_speaker(one.strip(), other, aliases) for other in said.split(";"))
            for one in gold.split(";")
        )
    known, got = [gold, *aliases.get(gold, [])], words(said)
    if gold in aliases:
        return bool(words(gold) & got) and got <= set().union(*map(words, known)) | {
            w for w in got if len(w) == 1
        }
    return any(len(words(one) & got) * 2 >= len(words(one) | got) for one in known)


def score(folder: Path, reader: Reader) -> dict[str, float]:
    """Return found, tight and joint F1, and the shares of speakers and kinds that are right."""
    count: Counter[str] = Counter()
    for one in texts(folder):
        meeting = one.gold["meeting"]
        people = [*meeting["participants"], *meeting.get("other_speakers", [])]
        aliases = {person["name"]: person.get("aliases", []) for person in people}
        asked = [s for s in one.gold["statements"] if not s.get("nested")]
        free = [letters(one.text, s["start"], s["end"]) for s in one.gold["statements"] if s.get("nested")]
        found = [quote for quote in reader(one.text) if letters(one.text, quote[0], quote[1])]
        want = [letters(one.text, s["start"], s["end"]) for s in asked]
        got = [letters(one.text, quote[0], quote[1]) for quote in found]
        hits = pairs(want, got, 0.5)
        hit = {j for _, j in hits}
        kept = [j for j, p in enumerate(got) if j in hit or not any(len(p & f) * 2 >= len(p) for f in free)]
        count.update(texts=1, gold=len(want), got=len(kept), hit=len(hits), tight=len(pairs(want, got, 0.9)))
        count["speaker"] += sum(same_speaker(asked[i]["speaker"], found[j][2], aliases) for i, j in hits)
        count["kind"] += sum(asked[i]["kind"] == found[j][3] for i, j in hits)
    both = count["gold"] + count["got"] or 1
    return {
        "texts": count["texts"],
        "quotes": count["gold"],
        "found": 2 * count["hit"] / both,
        "tight": 2 * count["tight"] / both,
        "joint": 2 * count["speaker"] / both,
        "speaker": count["speaker"] / (count["hit"] or 1),
        "kind": count["kind"] / (count["hit"] or 1),
    }


def ours(text: str) -> list[tuple[int, int, str | None, str]]:
    """Read with this program."""
    return [(q.start, q.end, q.speaker, q.kind) for q in reading_of(text).quotes]


def reading_of(text: str) -> Reading:
    from store.reading import read

    return read(Source.of(text))
