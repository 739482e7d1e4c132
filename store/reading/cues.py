"""The words that attribute, each with the content frames it allows, from ``cues.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from store.reading.tables import rows

PAST, PARTICIPLE, GERUND, PRESENT, BASE = "past", "participle", "ing", "s", "base"


@dataclass(slots=True)
class Cue:
    """One cue: its name, the words after the verb (*call* **on**) and its frames (see the table)."""

    name: str
    tail: tuple[str, ...]
    frames: frozenset[str]


@dataclass(slots=True)
class Form:
    """One form of a cue's verb and what it is: past, participle, ing, s or base."""

    cue: Cue
    form: str


def _regular(verb: str) -> tuple[str, str, str, str]:
    if verb.endswith("e"):
        return verb + "d", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing", verb + "s"
    sibilant = verb.endswith(("s", "sh", "ch", "x", "z"))
    return verb + "ed", verb + "ed", verb + "ing", verb + ("es" if sibilant else "s")


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Return every form of every cue's verb, lower case, with the longest tails first."""
    found: dict[str, list[Form]] = {}
    for name, irregular, frames in rows("cues"):
        verb, *tail = name.split()
        past, participle, gerund, present = _regular(verb) if irregular == "-" else irregular.split()
        cue = Cue(name, tuple(tail), frozenset(frames.split()))
        kinds = {gerund: GERUND, present: PRESENT, verb: BASE, participle: PARTICIPLE, past: PAST}
        if verb == "be":
            kinds |= {"were": PAST, "are": PRESENT, "am": PRESENT}
        for word, form in kinds.items():
            found.setdefault(word, []).append(Form(cue, form))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry.cue.tail))
    return {word: tuple(entries) for word, entries in found.items()}


def cues_at(low: list[str], at: int, last: int) -> list[Form]:
    """Return the cues that can begin at token ``at`` and end before ``last``, the longest first."""
    following = low[at + 1] if at + 1 < last else ""
    found: list[Form] = []
    for form in forms().get(low[at], ()):
        tail = form.cue.tail
        if not tail:
            found.append(form)
        elif tail[0] == following:  # of the many cues of *be* and *make*, most end here
            end = at + 1 + len(tail)
            if end <= last and tuple(low[at + 1 : end]) == tail:
                found.append(form)
    return found
