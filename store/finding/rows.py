"""What can be sought in a quote with its meeting: one row of folded words, the same for every way of finding.

The words of one property are joined to ``" word word "``; several properties are parted by line breaks, so that a
phrase never reaches from one into the next. A meeting without quotes is a row of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.finding.people import People, folded
from store.model import Meeting, Quote, SourceLabel
from store.query.periods import days_of

_SITE = re.compile(r"(?:[A-Za-z][\w+.-]*://)?(?:[^/?#@]*@)?([^/?#]*)")


@dataclass(frozen=True, slots=True)
class Shared:
    """What all rows of a meeting have in common: words, and the values of fields.

    ``present`` are the ids of all who met or were quoted, with the country that the meeting's texts name, else the
    official's own; ``voices`` are the bodies and groups quoted. ``sources`` hold the fields ``source`` (the title)
    and ``publisher`` (also the site) by id.
    """

    words: str
    fields: dict[str, str]
    days: tuple[str, ...]
    present: dict[int, str]
    voices: str
    sources: dict[int, dict[str, str]]

    @classmethod
    def of(cls, meeting: Meeting, people: People, quotes: Iterable[Quote] = ()) -> Shared:
        """Fold a meeting once for all of its rows."""
        return cls(
            folded(meeting.place, meeting.title, *(person.name for person in meeting.participants)),
            {"place": folded(meeting.place), "tag": folded(*meeting.tags), "kind": folded(meeting.kind)},
            days_of(meeting),
            {
                person.official: folded(person.country) or people.home(person.official)
                for person in (*meeting.speakers, *meeting.participants)
            },
            folded(*{quote.speaker: None for quote in quotes if not quote.officials}),
            {label.id: _source(label) for label in meeting.sources},
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be found. ``words`` and ``fields`` are its own, beside those it shares with its meeting.

    ``speakers`` are the ids of the officials who say it; ``source`` is the id of the source that tells it.
    """

    words: str
    fields: dict[str, str]
    speakers: frozenset[int]
    source: int | None
    shared: Shared

    def values(self, field: str) -> Iterator[str]:
        """Yield what the row holds for a field."""
        yield self.fields.get(field, "")
        yield self.shared.fields.get(field, "")
        if field == "source":
            for source in self.told_by():
                yield from source.values()

    def told_by(self) -> Iterable[dict[str, str]]:
        """Return the source of a quote, or all sources of a meeting without quotes."""
        if self.source is None:
            return self.shared.sources.values()
        known = self.shared.sources.get(self.source)
        return (known,) if known else ()


def rows(meeting: Meeting, quotes: Sequence[Quote], people: People) -> Iterator[Row]:
    """Yield a row for each quote in order, or the one row of a meeting without quotes."""
    shared = Shared.of(meeting, people, quotes)
    for quote in quotes:
        yield quote_row(shared, quote)
    if not quotes:
        yield bare_row(shared)


def bare_row(shared: Shared) -> Row:
    """Return the row of a meeting without quotes."""
    return Row("", {}, frozenset(), None, shared)


_QUOTED: dict[str, Callable[[Shared, Quote], str]] = {
    "official": lambda _, quote: folded(quote.speaker),
    "country": lambda shared, quote: "\n".join([shared.present.get(one, "") for one in quote.officials]),
    "tag": lambda _, quote: folded(*quote.tags),
    "cue": lambda _, quote: folded(quote.cue),
    "kind": lambda _, quote: folded(quote.kind),
    "status": lambda _, quote: folded(quote.status),
}
"""The fields that a quote has of its own."""


def quote_row(shared: Shared, quote: Quote, asked: Collection[str] = tuple(_QUOTED)) -> Row:
    """Return the row of a quote, with those of its fields that are ``asked`` for."""
    fields = {name: _QUOTED[name](shared, quote) for name in asked if name in _QUOTED}
    return Row(folded(quote.text, quote.speaker), fields, frozenset(quote.officials), quote.source, shared)


def _source(label: SourceLabel) -> dict[str, str]:
    site = _SITE.match(label.url or "")
    return {"source": folded(label.title), "publisher": folded(label.publisher, site and site[1])}
