"""Who no longer speaks of what: topics once heard at meeting after meeting, and then no more.

A subject (an official or a country) is called silent on a topic when it spoke of it at three meetings or more, has
spoken at three or more since without it, and that would happen by chance at most once in twenty times if the topic
still came up as often as before. As often as before is (k) of (n + 1) meetings, where k of the n meetings up to the
last mention brought it up; the chance that s meetings pass without it is then (1 - k / (n + 1)) to the power of s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from store.insight.days import days_between
from store.insight.evidence import Evidence, Said, evidence, people
from store.insight.topics import Topics
from store.model import Meeting, Official, Quote

LEAST_HEARD = 3
LEAST_SINCE = 3
MOST_CHANCE = 0.05

SubjectKind = Literal["official", "country"]
Subject = tuple[SubjectKind, str]


@dataclass(frozen=True, slots=True)
class Silence:
    """A topic someone no longer speaks of.

    ``heard`` counts the meetings that brought it up, ``of`` the meetings at which the subject spoke up to ``last``,
    ``since`` those after it; ``days`` have passed from ``last`` to today. ``chance`` is explained above. ``place`` is
    where it was last heard.
    """

    kind: SubjectKind
    who: str
    topic: str
    heard: int
    of: int
    since: int
    first: str
    last: str
    days: int
    chance: float
    place: Evidence


@dataclass(frozen=True, slots=True)
class Silences:
    """What has fallen silent, the least likely to be chance first. ``remark`` when there is too little to tell."""

    silences: tuple[Silence, ...]
    remark: str | None = None


@dataclass(slots=True)
class _Topic:
    heard: int
    of: int
    first: str
    last: str
    place: Said


@dataclass(slots=True)
class _Voice:
    """A subject while the meetings go by: at how many it spoke, and how each topic fared."""

    spoke: int = 0
    topics: dict[str, _Topic] = field(default_factory=dict)

    def speak(self, day: str, about: dict[str, Said]) -> None:
        self.spoke += 1
        for topic, said in about.items():
            known = self.topics.setdefault(topic, _Topic(0, 0, day, day, said))
            known.heard += 1
            known.of, known.last, known.place = self.spoke, day, said


def _subjects(quote: Quote, names: dict[int, str], countries: dict[int, str | None]) -> Iterable[Subject]:
    for official in quote.officials:
        if official in names:
            yield "official", names[official]
    for country in sorted({country for o in quote.officials if (country := countries.get(o))}):
        yield "country", country


def _voices(
    heard: Iterable[tuple[Meeting, Sequence[Quote]]], names: dict[int, str], topics: Topics
) -> dict[Subject, _Voice]:
    voices: dict[Subject, _Voice] = {}
    for meeting, quotes in heard:
        countries = {person.official: person.country for person in people(meeting)}
        about: dict[Subject, dict[str, Said]] = {}
        for quote in quotes:
            if not quote.officials:
                continue
            named = dict.fromkeys(topics.of(quote), Said(meeting, quote))
            for subject in _subjects(quote, names, countries):
                about.setdefault(subject, {}).update(named)
        for subject, spoken in about.items():
            voices.setdefault(subject, _Voice()).speak(meeting.date or "", spoken)
    return voices


def _silence(subject: Subject, topic: str, known: _Topic, since: int, today: str) -> Silence:
    chance = (1 - known.heard / (known.of + 1)) ** since
    return Silence(
        *subject,
        topic,
        known.heard,
        known.of,
        since,
        known.first,
        known.last,
        days_between(known.last, today),
        chance,
        evidence(known.place),
    )


def silences(
    heard: Iterable[tuple[Meeting, Sequence[Quote]]],
    officials: Sequence[Official],
    topics: Topics,
    *,
    today: str,
    most_chance: float = MOST_CHANCE,
) -> Silences:
    """Return the topics that officials and countries used to speak of and no longer do.

    ``heard`` must come in order of date (`store.insight.days.oldest_first`). ``today`` is an ISO day.
    """
    voices = _voices(heard, {official.id: official.name for official in officials}, topics)
    found = [
        _silence(subject, topic, known, voice.spoke - known.of, today)
        for subject, voice in voices.items()
        for topic, known in voice.topics.items()
        if known.heard >= LEAST_HEARD and voice.spoke - known.of >= LEAST_SINCE
    ]
    found = [silence for silence in found if silence.chance <= most_chance]
    found.sort(key=lambda one: (one.chance, one.kind, one.who, one.topic))
    remark = None
    if not any(voice.spoke >= LEAST_HEARD + LEAST_SINCE for voice in voices.values()):
        enough = LEAST_HEARD + LEAST_SINCE
        remark = f"Nobody is quoted at {enough} dated meetings or more: too few to speak of silence."
    return Silences(tuple(found), remark)
