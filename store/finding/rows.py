"""What can be sought in a quote with its meeting: one row of folded words, the same for every way of finding.

The words of one property are joined to ``" word word "``; several properties are parted by line breaks, so that a
phrase never reaches from one into the next. A meeting without quotes is a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store.folding import words
from store.model import Meeting, Quote
from store.query.periods import days_of


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be found. ``words`` answers bare words, ``fields`` the named ones.

    ``speakers`` are the ids of the officials who say it; ``shared`` is what all rows of the meeting have in common.
    """

    words: str
    fields: dict[str, str]
    speakers: frozenset[int]
    shared: Shared


@dataclass(frozen=True, slots=True)
class Shared:
    """The folded properties of a meeting. ``about`` is its title and those who met.

    ``present`` are the ids of all who met or were quoted, with their countries as the meeting's texts name them;
    ``sources`` are folded by the source's id.
    """

    about: str
    place: str
    tags: str
    kind: str
    days: tuple[str, ...]
    sources: dict[int, str]
    present: dict[int, str]

    @classmethod
    def of(cls, meeting: Meeting) -> Shared:
        """Fold a meeting once for all of its rows."""
        return cls(
            folded(meeting.title, *(person.name for person in meeting.participants)),
            folded(meeting.place),
            folded(*meeting.tags),
            folded(meeting.kind),
            days_of(meeting),
            {label.id: folded(label.title, label.publisher, label.url) for label in meeting.sources},
            {
                person.official: folded(person.country)
                for person in (*meeting.speakers, *meeting.participants)
            },
        )


def folded(*texts: str | None) -> str:
    """Fold properties so that `Words.pattern` can be sought in them."""
    return "\n".join(f" {' '.join(words(text))} " for text in texts if text)


def rows(meeting: Meeting, quotes: Iterable[Quote]) -> Iterator[Row]:
    """Yield a row for each quote in order, or the one row of a meeting without quotes."""
    shared = Shared.of(meeting)
    empty = True
    for quote in quotes:
        empty = False
        yield quote_row(shared, quote)
    if empty:
        yield bare_row(shared)


def bare_row(shared: Shared) -> Row:
    """Return the row of a meeting without quotes."""
    fields = {
        "place": shared.place,
        "tag": shared.tags,
        "kind": shared.kind,
        "source": "\n".join(shared.sources.values()),
    }
    return Row(f"{shared.place}\n{shared.about}", fields, frozenset(), shared)


def quote_row(shared: Shared, quote: Quote) -> Row:
    """Return the row of a quote."""
    fields = {
        "official": folded(quote.speaker),
        "country": "\n".join(shared.present.get(official, "") for official in quote.officials),
        "place": shared.place,
        "tag": f"{shared.tags}\n{folded(*quote.tags)}",
        "cue": folded(quote.cue),
        "source": shared.sources.get(quote.source, ""),
        "kind": f"{shared.kind}\n{folded(quote.kind)}",
        "status": folded(quote.status),
    }
    own = folded(quote.text, quote.speaker)
    return Row(f"{own}\n{shared.place}\n{shared.about}", fields, frozenset(quote.officials), shared)
