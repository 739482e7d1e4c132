"""The words that attribute, each with the content frames it allows, from ``cues.tsv``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from store.reading.tables import rows

_BE = frozenset({"is", "are", "was", "were"})
_BETWEEN = frozenset({"also", "very", "fully", "deeply", "firmly", "particularly"})  # *is also convinced*
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


@cache
def _by_next() -> dict[str, tuple[dict[str, list[Form]], list[Form]]]:
    """Return the forms of each word by the word that must follow it, and those that ask for none."""
    found: dict[str, tuple[dict[str, list[Form]], list[Form]]] = {}
    for word, entries in forms().items():
        tailed, bare = found[word] = ({}, [])
        for form in entries:
            (tailed.setdefault(form.cue.tail[0], []) if form.cue.tail else bare).append(form)
    return found


def cues_at(low: list[str], at: int, last: int) -> list[Form]:
    """Return the cues whose verb is token ``at`` and that end before ``last``, the longest first; often none."""
    known = _by_next().get(low[at])
    if known is None:
        return []
    tailed, bare = known
    if at + 2 < last and low[at + 1] in _BETWEEN and low[at + 2] in tailed and low[at] in _BE:
        fits = [form for form in tailed[low[at + 2]] if _follows(form.cue.tail, low, at + 2, last)]
        return [replace(form, cue=replace(form.cue, tail=(low[at + 1], *form.cue.tail))) for form in fits]
    if at + 1 >= last or low[at + 1] not in tailed:  # so it is for most of the many cues of *be* and *make*
        return bare
    fits = [form for form in tailed[low[at + 1]] if _follows(form.cue.tail, low, at + 1, last)]
    return fits + bare


def _follows(tail: tuple[str, ...], low: list[str], at: int, last: int) -> bool:
    end = at + len(tail)
    return end <= last and tuple(low[at:end]) == tail
