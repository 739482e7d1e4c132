"""What was found in a text, set as the browser will set it once it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.harmless import one_line
from store.model import Meeting, Participant, Quote
from store.wording import counted

from .blocks import Block, meeting_blocks
from .days import day_range
from .page import Page, page_of
from .people import described, short_names, who_met

if TYPE_CHECKING:
    from store.model import FoundMeeting, FoundOfficial
    from store.outcomes import Foreseen, OnDuplicate

    from ..drafting import Draft


def quotes_of(draft: Draft) -> list[Quote]:
    """Return the quotes as if they were stored, in the order of the text; meeting and source have no number yet."""
    return [
        Quote(0, number, 0, one.start, one.end, one.text, one.speaker, one.kind, one.cue, (), one.status,
              one.tags, sure=one.sure)
        for number, one in draft.in_order()
    ]  # fmt: skip


def found_blocks(draft: Draft) -> list[Block]:
    """Set the quotes under their speakers."""
    people = tuple(_participant(one) for one in draft.people())
    return meeting_blocks(Meeting(draft.meeting.title, participants=people), quotes_of(draft))


def found_page(draft: Draft) -> Page:
    """Set the text with the places of the quotes."""
    return page_of(draft.source, quotes_of(draft))


def _participant(found: FoundOfficial) -> Participant:
    return Participant(0, found.name, found.office, found.country)


def facts_line(meeting: FoundMeeting) -> str:
    """Say when, where and what: what a rule had to guess has a question mark, what is not known is named."""
    day = day_range(meeting.date, meeting.end_date) if meeting.date else ""
    known = {"date": day, "place": meeting.place, "kind": meeting.kind}
    return described(
        *(
            (f"{value}?" if name in meeting.unsure else value) if value else f"no {name}"
            for name, value in known.items()
        )
    )


def people_lines(meeting: FoundMeeting, *, short: bool) -> list[str]:
    """Name who met, with what is known of each, and who is only quoted; ``short`` has one line for all."""
    if short:
        return [short_names(map(_participant, meeting.officials))] if meeting.officials else []
    met = [described(one.name, one.office, one.country) for one in meeting.officials]
    quoted = [one_line(one.name) for one in meeting.speakers]
    return [*met, f"also quoted: {', '.join(quoted)}"] if quoted else met


FATES: dict[tuple[str, OnDuplicate], str] = {
    (
        "joined",
        "join",
    ): "This tells of a meeting that is here: {there}. Enter joins it, {key} keeps it apart.",
    ("joined", "add"): "Kept apart from the meeting that is here: {there}. {key} joins it.",
    ("joined", "skip"): "A meeting that is here: {there}. Enter leaves the text out, {key} joins it.",
    ("duplicate", "join"): "This text is here: {there}. Enter stores nothing, {key} stores it all the same.",
    ("duplicate", "add"): "This text is here: {there}. Enter stores it once more, {key} does not.",
    ("duplicate", "skip"): "This text is here: {there}. Enter stores nothing, {key} stores it all the same.",
}
"""By what the text would become, and what the person chose."""


def fate_line(foreseen: Foreseen, there: Meeting, way: OnDuplicate, key: str) -> str:
    """Say what becomes of a text whose meeting is here, and which key chooses otherwise."""
    told = ", ".join(
        filter(
            None, (day_range(there.date, there.end_date), one_line(there.place or ""), who_met(there, " – "))
        )
    )
    told += f" ({counted(len(there.sources), 'source')}, {counted(there.quotes, 'quote')})"
    return FATES[foreseen.status, way].format(there=told, key=key)
