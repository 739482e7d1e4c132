"""Which country a person cannot be of: that of whom they met, of who holds the same highest office, of their host."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from store.reading.persons import People, Person
from store.reading.phrase import COUNTRY, Phrase
from store.reading.sentences import Sentence
from store.reading.tables import classes
from store.reading.tokens import Tokens

_MEETS = classes("nouns")["meeting-verb"] | {"counterpart", "visit", "invited"}
_MEETING = frozenset({"meeting", "calling", "receiving", "hosting", "welcoming"})
_ONE_EACH = (  # offices of which a country has one, by their words
    {"president"},
    {"prime", "minister"},
    {"foreign", "minister"},
    {"king"},
    {"emir"},
)
_RANKS = frozenset({"vice", "deputy", "assistant", "under", "former"})
_GOES = frozenset({"visit", "visits", "trip", "tour", "travel", "travelled", "traveled", "arrived"})
_REACHES = frozenset({"visited", "visiting", "visits"})
_ANOTHERS = frozenset({".", "during", "after", "before"})  # *met X during a visit*: another's visit
_NEAR = 14  # tokens between who visits and the country
_HOLDERS = 40  # of those who met, looked at for the same office


class Opposite:
    """Knows it for the persons of one text. Their countries may become known one after the other."""

    def __init__(
        self, tokens: Tokens, people: People, told: list[Sentence], found: list[Phrase], met: list[Person]
    ) -> None:
        self._met = met
        self._others: dict[int, list[Person]] = {}
        self._hosts: dict[int, set[str]] = {}
        firsts = sorted(people.of)
        for one, other in _meeting(tokens, people, told, firsts):
            self._others.setdefault(id(one), []).append(other)
            self._others.setdefault(id(other), []).append(one)
        for guest, country in _visiting(tokens, people, found, firsts):
            self._hosts.setdefault(id(guest), set()).add(country)

    def countries(self, person: Person) -> set[str]:
        """Return the countries that ``person`` cannot be of."""
        others = [*self._others.get(id(person), ()), *self._rivals(person)]
        return {other.country for other in others if other.country} | self._hosts.get(id(person), set())

    def _rivals(self, person: Person) -> Iterator[Person]:
        if not _RANKS.isdisjoint(person.office_words):
            return
        offices = [words for words in _ONE_EACH if words <= person.office_words]
        for other in islice(self._met if offices else (), _HOLDERS):
            held = other.office_words
            if other is not person and _RANKS.isdisjoint(held) and any(words <= held for words in offices):
                yield other


def _meeting(
    tokens: Tokens, people: People, told: list[Sentence], firsts: list[int]
) -> Iterator[tuple[Person, Person]]:
    """Yield the first two persons of each sentence that names one before and one after a word of meeting.

    *She was received by X and called on Y* is not about X meeting Y: a word of meeting stands before both.
    """
    for sentence in told:
        inside = firsts[bisect_left(firsts, sentence.first) : bisect_left(firsts, sentence.last)]
        if len(inside) < 2 or people.of[inside[0]] is people.of[inside[1]]:
            continue
        before, between = (
            tokens.low[sentence.first : inside[0]],
            tokens.low[people.ends[inside[0]] : inside[1]],
        )
        while_meeting = not _MEETING.isdisjoint(before)  # *While calling on X, Y said …*
        if while_meeting or (_MEETS.isdisjoint(before) and not _MEETS.isdisjoint(between)):
            yield people.of[inside[0]], people.of[inside[1]]


def _visiting(
    tokens: Tokens, people: People, found: list[Phrase], firsts: list[int]
) -> Iterator[tuple[Person, str]]:
    """Yield a person and the country of their visit: *X, who is on a visit to Vietnam*."""
    low = tokens.low
    for phrase in found:
        if phrase.kind != COUNTRY or not phrase.country or phrase.first < 2:
            continue
        at = phrase.first - 1 - (low[phrase.first - 1] == "the")
        goes = low[at] in ("to", "in") and low[at - 1] in _GOES
        near = bisect_left(firsts, phrase.first) - 1
        if near < 0 or not (goes or low[at] in _REACHES):
            continue
        end = people.ends[firsts[near]]
        if phrase.first - end < _NEAR and _ANOTHERS.isdisjoint(low[end : phrase.first]):
            yield people.of[firsts[near]], phrase.country
