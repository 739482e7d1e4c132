"""Attributing with a verb that says little and a noun that says all: *gave a detailed account of the talks*."""

from __future__ import annotations

from store.reading.cues import BASE, GERUND, PARTICIPLE, PAST, PRESENT, Cue, Form
from store.reading.tables import classes

VERBS = {
    "give": BASE, "gave": PAST, "given": PARTICIPLE, "giving": GERUND, "gives": PRESENT,
    "provide": BASE, "provided": PAST, "providing": GERUND, "provides": PRESENT,
    "draw": BASE, "drew": PAST, "drawn": PARTICIPLE, "drawing": GERUND, "draws": PRESENT,
    "offer": BASE, "offered": PAST, "offering": GERUND, "offers": PRESENT,
}  # fmt: skip
_DRAWN = frozenset({"draw", "drew", "drawn", "drawing", "draws"})  # … *Keller's attention to*
_ACCOUNTS = classes("nouns")["account"]
_OF = frozenset({"of", "on", "about", "regarding", "concerning", "to"})
_OWN, _TOPICS = frozenset({"his", "her", "their", "its"}), frozenset({"situation", "developments"})
_TOPIC = 3  # tokens after *of* in which such a topic is named
_DESCRIBING = 5  # tokens between the verb and its noun: *a high and principled assessment*
_NO_ADJECTIVE = frozenset({",", ".", ";", ":", "(", "to", "of", "for", "with", "that", "by", "in"})


def giving(low: list[str], at: int, last: int) -> list[Form]:
    """Return the cue that begins with the verb at token ``at`` and ends before ``last``, in a list, or nothing.

    An account of something has a noun phrase for content, an assurance that something is so a clause.
    """
    form = VERBS.get(low[at])
    if form is None:
        return []
    drawn = low[at] in _DRAWN
    for noun in range(at + 1, min(at + 1 + _DESCRIBING, last - 1)):
        if (low[noun] == "attention") if drawn else (low[noun] in _ACCOUNTS):
            break
        if low[noun] in _NO_ADJECTIVE:
            return []
    else:
        return []
    if drawn and low[noun + 1] != "to":
        return []
    if low[noun + 1] == "that":
        return [Form(Cue("give an account", tuple(low[at + 1 : noun + 1]), frozenset({"that!"})), form)]
    topic = low[at + 1] in _OWN and not _TOPICS.isdisjoint(low[noun + 2 : noun + 2 + _TOPIC])
    if low[noun + 1] in _OF and not topic:  # *his assessment of the situation* tells nothing of it
        return [Form(Cue("give an account", tuple(low[at + 1 : noun + 2]), frozenset({"np"})), form)]
    return []
