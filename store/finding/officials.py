"""Officials found by a query, with how often they met and spoke within what it asks.

An official answers for what is their own: words are sought in their names and offices, in what they said and where,
never in the names of the others who were there, nor in titles, which are made of names.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, replace

from store.finding.matching import matches
from store.finding.people import People, folded
from store.finding.rows import Row, Shared, bare_row, quote_row
from store.model import Meeting, Official, Quote
from store.query.tree import Query, fields_of


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """An official and what the query finds of them. ``first`` and ``last`` are days of such meetings."""

    official: Official
    meetings: int
    quotes: int
    first: str | None
    last: str | None


@dataclass(slots=True)
class _Tally:
    """What has been counted of one official so far."""

    official: Official
    own: str
    names: str
    home: str
    people: People
    meetings: int = 0
    quotes: int = 0
    first: str | None = None
    last: str | None = None

    @classmethod
    def of(cls, official: Official, people: People) -> _Tally:
        """Fold an official once for all that is counted."""
        names, home = folded(official.name, *official.aliases), folded(official.country)
        return cls(official, people.own_words(official), names, home, People((official,)))

    def count(self, meeting: Meeting, quotes: int) -> None:
        self.meetings += 1
        self.quotes += quotes
        if meeting.date:
            self.first = min(self.first or meeting.date, meeting.date)
            self.last = max(self.last or meeting.date, meeting.date)

    def row(self) -> OfficialRow:
        return OfficialRow(self.official, self.meetings, self.quotes, self.first, self.last)


def count_officials(
    query: Query,
    officials: Iterable[Official],
    meetings: Iterable[tuple[Meeting, tuple[Quote, ...]]],
    met: Container[int] = (),
    people: People | None = None,
) -> list[OfficialRow]:
    """Return the officials the query finds, those who spoke most first.

    ``meetings`` are those to look through, with their quotes. Officials who are in none of them are found by their
    names and country, unless ``met`` tells that they are in others. ``people`` are the officials, folded before.
    """
    everyone = {one.id: one for one in officials}
    people = people or People(everyone.values())
    asked = fields_of(query.root)
    tallies: dict[int, _Tally] = {}
    for meeting, quotes in meetings:
        shared = _of_one(Shared.of(meeting, people))
        for number in shared.present.keys() & everyone.keys():
            if (tally := tallies.get(number)) is None:
                tally = tallies[number] = _Tally.of(everyone[number], people)
            said = [quote for quote in quotes if number in quote.officials]
            found = sum(_answers(query, row, tally) for row in _rows(shared, said, asked))
            if found:
                tally.count(meeting, found if said else 0)
    nowhere = bare_row(_of_one(Shared.of(Meeting(""), people)))
    alone = (one for number, one in everyone.items() if number not in tallies and number not in met)
    named = [tally for one in alone if _answers(query, nowhere, tally := _Tally.of(one, people))]
    counted = (tally for tally in tallies.values() if tally.meetings)
    return ranked(tally.row() for tally in (*counted, *named))


def said_within(
    query: Query, official: Official, meetings: Iterable[tuple[Meeting, tuple[Quote, ...]]]
) -> Iterator[tuple[Meeting, Quote]]:
    """Yield those quotes of an official that `count_officials` would count, in the order of ``meetings``."""
    tally = _Tally.of(official, People((official,)))
    for meeting, quotes in meetings:
        shared = _of_one(Shared.of(meeting, tally.people))
        for quote in quotes:
            own = official.id in quote.officials
            if own and (query.everything or _answers(query, quote_row(shared, quote), tally)):
                yield meeting, quote


def ranked(found: Iterable[OfficialRow]) -> list[OfficialRow]:
    """Order officials: those who spoke most first, then those who met most, then by name, and namesakes by id."""

    def place(row: OfficialRow) -> tuple[int, int, str, int]:
        return -row.quotes, -row.meetings, folded(row.official.name), row.official.id

    return sorted(found, key=place)


def _rows(shared: Shared, said: list[Quote], asked: Collection[str]) -> Iterator[Row]:
    if not said:
        yield bare_row(shared)
    for quote in said:
        yield quote_row(shared, quote, asked)


def _of_one(shared: Shared) -> Shared:
    """Leave out the words that belong to all who were there: names and the title."""
    return replace(shared, words=shared.fields["place"])


def _answers(query: Query, row: Row, tally: _Tally) -> bool:
    """Ask the query of a row as if only this one official had been there."""
    number = tally.official.id
    home = row.shared.present.get(number) or tally.home
    own = Row(
        f"{row.words}\n{tally.own}",
        {**row.fields, "official": tally.names, "country": home},
        frozenset((number,)),
        row.source,
        row.shared,
    )
    return matches(query.root, own, tally.people, "quotes")
