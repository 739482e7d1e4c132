"""A ministry's archive made of numbers: meetings with their quotes, the same for the same seed.

Words follow Zipf's law over a vocabulary of syllables, with some Cyrillic and Chinese between; few officials speak
often and many seldom. It is for measuring: nothing in it means anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from store.model import (
    MEETING_KINDS,
    QUOTE_KINDS,
    STATUSES,
    Meeting,
    Official,
    Participant,
    Quote,
    SourceLabel,
)

COMMON = """the of and to in a that is for our on with are this as it be have will not by has from they their all was
an which he peace security agreement cooperation minister president government dialogue sanctions treaty trade energy
border region partners council nations sovereignty climate support development relations"""
COUNTRIES = (
    "China",
    "Russia",
    "United States",
    "France",
    "Germany",
    "Japan",
    "Brazil",
    "India",
    "South Africa",
    "Türkiye",
)
CUES = ("said", "stressed", "emphasised", "noted", "called on", "expressed", "reiterated", "")
TAGS = ("climate", "security", "trade", "to check", "quoted")
FIRST_DAY, DAYS = date(1995, 1, 1), 11_300


class Words:
    """Words drawn by rank: the second as often as half the first, and so on."""

    def __init__(self, random: Random, words: Sequence[str]) -> None:
        self._random, self._words = random, list(dict.fromkeys(words))
        self._weights = list(accumulate(1 / (rank + 1) ** 1.05 for rank in range(len(self._words))))

    def some(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._weights, k=count)


@dataclass(frozen=True)
class Archive:
    """The whole of it."""

    officials: list[Official]
    meetings: list[tuple[Meeting, tuple[Quote, ...]]]


def archive(meetings: int, seed: int = 7) -> Archive:
    """Make an archive of that many meetings with about ten quotes each."""
    random = Random(seed)
    languages = (
        Words(random, [*COMMON.split(), *(_latin(random) for _ in range(60_000))]),
        Words(random, [_cyrillic(random) for _ in range(20_000)]),
        Words(random, [_chinese(random) for _ in range(8_000)]),
    )
    officials = [
        Official(f"{_latin(random)} {_latin(random)}".title(), random.choice(COUNTRIES), id=number)
        for number in range(1, min(3_000, meetings + 10))
    ]
    ranks = list(accumulate(1 / (rank + 1) ** 1.05 for rank in range(len(officials))))
    places = [_latin(random).title() for _ in range(200)]
    made = Maker(random, languages, officials, ranks, places)
    return Archive(officials, [made.meeting(number) for number in range(1, meetings + 1)])


@dataclass(frozen=True)
class Maker:
    """Draws meetings."""

    random: Random
    languages: tuple[Words, Words, Words]
    officials: list[Official]
    ranks: list[float]
    places: list[str]

    def meeting(self, number: int) -> tuple[Meeting, tuple[Quote, ...]]:
        random = self.random
        met = dict.fromkeys(random.choices(self.officials, cum_weights=self.ranks, k=random.randint(2, 7)))
        present = list(met)
        words = random.choices(self.languages, weights=(88, 8, 4))[0]
        meeting = Meeting(
            " ".join(self.languages[0].some(6)).capitalize(),
            (FIRST_DAY + timedelta(random.randrange(DAYS))).isoformat(),
            place=random.choice(self.places),
            kind=random.choice(MEETING_KINDS),
            participants=tuple(Participant(one.id, one.name, country=one.country) for one in present),
            sources=(
                SourceLabel(
                    number,
                    f"{number:064x}",
                    " ".join(words.some(8)),
                    "Ministry of Foreign Affairs",
                    f"https://mfa.example.org/news/{number}",
                ),
            ),
            id=number,
        )
        said = tuple(self._quotes(number, present, words))
        return meeting, said

    def _quotes(self, meeting: int, present: list[Official], words: Words) -> Iterator[Quote]:
        random, at = self.random, 0
        for number in range(1, random.randint(7, 13) + 1):
            speaker = random.choice(present)
            text = " ".join(words.some(random.randint(28, 62)))
            yield Quote(
                meeting,
                number,
                meeting,
                at,
                at + len(text),
                text,
                speaker.name,
                random.choice(QUOTE_KINDS),
                random.choice(CUES),
                (speaker.id,),
                random.choice(STATUSES[:3]),
                (random.choice(TAGS),) if random.random() < 0.1 else (),
            )
            at += len(text) + 2


def _latin(random: Random) -> str:
    starts, middles = (
        "b c d f g h l m n p r s t v w br cr dr gr pl pr st tr ch sh th",
        "a e i o u ai ea io ou",
    )
    ends = ("", "", "n", "r", "s", "t", "l", "nt", "st", "ment", "tion")
    syllables = random.choice((1, 2, 2, 2, 3))
    return "".join(
        random.choice(starts.split()) + random.choice(middles.split()) + random.choice(ends)
        for _ in range(syllables)
    )


def _cyrillic(random: Random) -> str:
    return "".join(random.choices("абвгдежзиклмнопрстуфхцчшщыьэюя", k=random.randint(3, 11)))


def _chinese(random: Random) -> str:
    return "".join(chr(random.randint(0x4E00, 0x5FFF)) for _ in range(random.choice((1, 2, 2, 3))))
