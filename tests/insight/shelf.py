"""A library small enough to check by hand, written down in a few lines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from store.model import Meeting, Official, Participant, Quote, SourceLabel

WANG = Official("Wang Yi", "China", id=1)
LAVROV = Official("Sergei Lavrov", "Russia", id=2)
OFFICIALS = (WANG, LAVROV)
BY_NAME = {official.name: official for official in OFFICIALS}
MINISTERS = tuple(Participant(one.id, one.name, "Foreign Minister", one.country) for one in OFFICIALS)


def label(number: int, publisher: str | None = None) -> SourceLabel:
    return SourceLabel(number, f"sha{number}", publisher=publisher)


def said(
    text: str,
    speaker: str | None = "Wang Yi",
    *,
    meeting: int = 1,
    number: int = 1,
    source: int = 1,
    tags: tuple[str, ...] = (),
    status: str = "found",
) -> Quote:
    """One quote that begins at a hundred times its number."""
    officials = (BY_NAME[speaker].id,) if speaker in BY_NAME else ()
    start = number * 100
    return Quote(
        meeting,
        number,
        source,
        start,
        start + len(text),
        text,
        speaker,
        "indirect",
        officials=officials,
        tags=tags,
        status=status,
    )


def met(number: int = 1, date: str | None = "2023-11-21", *sources: SourceLabel, **known: object) -> Meeting:
    """The two ministers met."""
    known = {"title": f"Meeting {number}", "participants": MINISTERS, **known}
    return Meeting(date=date, sources=sources or (label(number),), id=number, **known)


@dataclass
class Shelf:
    """Meetings with their quotes, as far as insights look into a library."""

    held: list[tuple[Meeting, tuple[Quote, ...]]] = field(default_factory=list)
    people: tuple[Official, ...] = OFFICIALS

    def put(self, meeting: Meeting, *quotes: Quote) -> Shelf:
        numbered = tuple(
            replace(quote, meeting=meeting.id, number=rank, source=meeting.sources[0].id)
            for rank, quote in enumerate(quotes, 1)
        )
        self.held.append((replace(meeting, quotes=len(quotes)), numbered))
        return self

    def meetings(self) -> list[Meeting]:
        return sorted((meeting for meeting, _ in self.held), key=lambda m: (m.date or "", m.id), reverse=True)

    def meeting(self, number: int) -> Meeting:
        return next(meeting for meeting, _ in self.held if meeting.id == number)

    def quotes(self, meeting: int) -> tuple[Quote, ...]:
        return next(quotes for held, quotes in self.held if held.id == meeting)

    def quote(self, name: str) -> Quote:
        return next(quote for _, quotes in self.held for quote in quotes if quote.id == name)

    def officials(self) -> list[Official]:
        return list(self.people)
