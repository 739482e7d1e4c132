"""Officials who have not been heard at all since a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.insight.days import days_between
from store.insight.evidence import Evidence, Said, evidence
from store.model import Meeting, Official, Quote


@dataclass(frozen=True, slots=True)
class Unheard:
    """An official not quoted since a day; ``last`` and ``place`` tell the last quote, ``met`` the last meeting."""

    official: int
    name: str
    country: str | None
    quotes: int
    last: str
    days: int
    met: str | None
    place: Evidence


def unheard(
    heard: Iterable[tuple[Meeting, Sequence[Quote]]],
    officials: Sequence[Official],
    *,
    since: str,
    today: str,
) -> tuple[Unheard, ...]:
    """Return the officials last quoted before the day ``since``, longest silent first.

    ``heard`` must come in order of date (`store.insight.days.oldest_first`).
    """
    last: dict[int, Said] = {}
    met: dict[int, str] = {}
    quotes: dict[int, int] = {}
    for meeting, spoken in heard:
        for person in meeting.participants:
            met[person.official] = meeting.date or ""
        for quote in spoken:
            for official in quote.officials:
                last[official] = Said(meeting, quote)
                quotes[official] = quotes.get(official, 0) + 1
    silent = [
        Unheard(
            official.id,
            official.name,
            official.country,
            quotes[official.id],
            day,
            days_between(day, today),
            met.get(official.id),
            evidence(last[official.id]),
        )
        for official in officials
        if official.id in last and (day := last[official.id].meeting.date or "") < since
    ]
    return tuple(sorted(silent, key=lambda one: (one.last, one.name)))
