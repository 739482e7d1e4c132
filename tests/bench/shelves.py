"""Generated libraries on disk for the measurements of the screen: realistic in shape, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from store.library import Library
from store.model import FoundMeeting, FoundOfficial, FoundQuote, Reading, Source

BATCH = 500


def _words(text: str) -> list[str]:
    return text.split()


FIRST = _words("""
Sergey Anna João José Zoë Mehmet Søren Emmanuel Olaf Antony Ursula Péter Dmytro Müge
Ingrid Fumio Andrés
""")
LAST = _words("""
Lavrov Erdem Silva Blinken Müller Kuleba Borrell Sánchez Ørsted Kowalczyk Petrov Škoda
Macron Gonçalves
""")
LANDS = _words("Russia Turkey Portugal Germany Ukraine Spain Norway Poland France China Brazil Japan")
CITIES = _words("""
Geneva Vienna Brussels İstanbul Łódź Doha Riyadh Beijing Tōkyō Zürich Kyiv 北京 Reykjavík
Moscow
""")
CUES = _words("said stressed noted reiterated expressed underscored called highlighted")
WORDS = _words("""
peace security agreement cooperation minister government dialogue sanctions ceasefire
nuclear treaty trade energy border region partners alliance council sovereignty
humanitarian support defence missile summit negotiations bilateral relations development
climate migration resolution law rights economy investment corridor grain gas
""")


def officials(chance: random.Random, count: int) -> list[FoundOfficial]:
    """Make people with names that do not run into each other."""
    syllables = ["ka", "lo", "mi", "ran", "tes", "vor", "bel", "dun", "fi", "gar", "hol"]
    made = []
    for number in range(count):
        middle = "".join(chance.choice(syllables) for _ in range(3)).title()
        name = f"{FIRST[number % len(FIRST)]} {middle} {LAST[number // len(FIRST) % len(LAST)]}"
        made.append(FoundOfficial(name, "Foreign Minister", LANDS[number % len(LANDS)]))
    return made


def texts(count: int, quotes: int = 8, seed: int = 7) -> Iterator[tuple[Source, Reading]]:
    """Make readouts as the reader would hand them on."""
    chance = random.Random(seed)
    people = officials(chance, 600)
    for number in range(count):
        year, month, day = 1995 + chance.randrange(30), chance.randrange(1, 13), chance.randrange(1, 29)
        present = chance.sample(people, 2)
        city = chance.choice(CITIES)
        text, found = f"Readout {number}: the two sides met in {city}.\n\n", []
        for _ in range(quotes):
            who, cue = chance.choice(present), chance.choice(CUES)
            words = " ".join(chance.choices(WORDS, k=chance.randrange(8, 40)))
            text += f"{who.name} {cue} "
            found.append(FoundQuote(len(text), len(text) + len(words), words, who.name, "indirect", cue))
            text += words + ".\n"
        when = f"{year}-{month:02}-{day:02}"
        title = f"Talks {number} in {city}"
        source = Source.of(text, publisher="Ministry", url=f"https://example.org/{number}", title=title)
        yield source, Reading(FoundMeeting(title, when, None, city, "talks", tuple(present)), tuple(found))


def fill(folder: Path, meetings: int, quotes: int = 8, seed: int = 7) -> None:
    """Make a library, unless one is there."""
    if folder.exists():
        return
    with Library.open(folder) as library:
        batch: list[tuple[Source, Reading]] = []
        for item in texts(meetings, quotes, seed):
            batch.append(item)
            if len(batch) == BATCH:
                library.add_many(batch, on_duplicate="add")
                batch = []
        if batch:
            library.add_many(batch, on_duplicate="add")
