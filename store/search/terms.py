"""A row written as the terms of the full-text table.

The table's tokenizer only cuts at blanks: words come finished from `store.folding`. What is not a word of the text
is a term with two private-use characters in front, which no folded word can hold. They are two and always the same,
so that the table's list of two-letter beginnings does not swell by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from store.finding.people import People, folded
from store.finding.rows import Shared
from store.folding import spaced
from store.model import Meeting, Quote
from store.search.properties import Properties

EVERY = "\ue000"
"""Stands in every row, and between two properties that no other mark parts."""

_MARK = "\ue000\ue000"
_SOURCE = "\ue001\ue001"

PRESENT = "present"
"""The numbered property that holds the countries of all who were there."""

VOICE = "voice"
"""The numbered property that holds the bodies and groups quoted anywhere in the meeting."""


def value_term(number: int) -> str:
    """Return the term for a numbered value."""
    return f"{_MARK}v{number}"


def speaker_term(official: int) -> str:
    """Return the term for an official who says the quote."""
    return f"{_MARK}o{official}"


def present_term(official: int) -> str:
    """Return the term for an official who was there or was quoted."""
    return f"{_MARK}a{official}"


def begun_term(period: str) -> str:
    """Return the term for meetings that began in a month or on a day (an ISO string)."""
    return f"{_MARK}f{period.replace('-', '')}"


def lasted_term(period: str) -> str:
    """Return the term for meetings that went on into the period without having begun in it."""
    return f"{_MARK}d{period.replace('-', '')}"


def source_term(word: str) -> str:
    """Return the term for a word of the source's title: titles are nearly all different, so they are not numbered."""
    return f"{_SOURCE}{word}"


class Speller:
    """Writes the rows of one meeting; what several of them say alike is written once.

    The terms are those of `store.finding.rows`, which says what a row holds. No row is made of it here: half of the
    time that filling the index takes would go into objects that are thrown away at once. All terms of a row are its
    own and those in ``shared``.
    """

    def __init__(
        self, meeting: Meeting, quotes: Sequence[Quote], people: People, properties: Properties
    ) -> None:
        self._properties = properties
        self._quotes = quotes
        self._here = here = Shared.of(meeting, people, quotes)
        # Between the words of two properties stands a mark, so that no phrase reaches across.
        marks = sorted({mark for some in self._shared_marks(here) for mark in some.split()})
        found = zip_longest(marks, here.words.split("\n"), fillvalue="")
        self.shared = " ".join([f"{mark or EVERY} {words}" for mark, words in found])
        self._sources = {number: self._source(source) for number, source in here.sources.items()}
        self._voices: dict[tuple[str | None, tuple[int, ...]], str] = {}

    def own(self) -> list[str]:
        """Return the terms of each quote, or those of a meeting without any; values met first are numbered."""
        if not self._quotes:
            return [f"{EVERY} {f' {EVERY} '.join(self._sources.values())}"]
        return [self._row(quote) for quote in self._quotes]

    def _row(self, quote: Quote) -> str:
        voice = quote.speaker, quote.officials
        if (known := self._voices.get(voice)) is None:
            known = self._voices[voice] = self._voice(*voice)
        label = quote.cue, quote.kind, quote.status, quote.tags
        if (labels := self._properties.labels.get(label)) is None:
            labels = self._properties.labels[label] = self._labels(*label)
        return f"{EVERY} {spaced(quote.text)} {known} {labels} {self._sources.get(quote.source, '')}"

    def _voice(self, speaker: str | None, officials: tuple[int, ...]) -> str:
        """Return the terms for who a speaker is, and the words of the name behind them."""
        name = folded(speaker)
        countries = "\n".join(self._here.present.get(one, "") for one in officials)
        marks = [self._spelled("official", name), self._spelled("country", countries)]
        return " ".join((*marks, *map(speaker_term, officials), name))

    def _labels(self, cue: str, kind: str, status: str, tags: tuple[str, ...]) -> str:
        told = {"cue": folded(cue), "kind": folded(kind), "status": folded(status), "tag": folded(*tags)}
        return " ".join(self._spelled(field, text) for field, text in told.items())

    def _source(self, source: dict[str, str]) -> str:
        title = " ".join(map(source_term, source["source"].split()))
        return f"{title} {self._spelled('publisher', source['publisher'])}"

    def _shared_marks(self, shared: Shared) -> Iterator[str]:
        for field, texts in shared.fields.items():
            yield self._spelled(field, texts)
        for country in shared.present.values():
            yield self._spelled(PRESENT, country)
        yield from map(present_term, shared.present)
        yield self._spelled(VOICE, shared.voices)
        for number, day in enumerate(shared.days):
            for period in (day[:7], day):
                yield lasted_term(period) if number else begun_term(period)

    def _spelled(self, field: str, texts: str) -> str:
        """Return the terms of a field's values, parted by blanks."""
        if (known := self._properties.spelled.get((field, texts))) is None:
            numbers = [self._properties.number(field, text) for text in texts.split("\n") if text]
            known = self._properties.spelled[field, texts] = " ".join(map(value_term, numbers))
        return known
