"""What was found in a text, to look at and to correct before it is stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, get_args

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.harmless import one_line
from store.model import FoundMeeting, Meeting, MeetingKind, Participant, Quote, Reading, Source
from store.wording import counted

from ..typeset.blocks import Block, meeting_blocks
from ..typeset.people import described
from ..widgets.quotes_view import QuotesView

FIELDS = ("title", "date", "place", "kind")
KINDS: tuple[str, ...] = get_args(MeetingKind)


def found_blocks(reading: Reading) -> list[Block]:
    """Set what was found as the browser will."""
    found = reading.meeting
    people = tuple(
        Participant(0, one.name, one.office, one.country) for one in (*found.officials, *found.speakers)
    )
    quotes = [
        Quote(0, number, 0, one.start, one.end, one.text, one.speaker, one.kind, one.cue, sure=one.sure)
        for number, one in enumerate(reading.quotes, start=1)
    ]
    return meeting_blocks(Meeting(found.title, participants=people), quotes)


def corrected(found: FoundMeeting, typed: dict[str, str]) -> FoundMeeting:
    """Return the meeting with the fields as typed. Raises `ValueError` with a sentence for a wrong day or kind."""
    values: dict[str, str | None] = {name: text.strip() or None for name, text in typed.items()}
    day, kind = values.get("date"), values.get("kind")
    if day and not is_day(day):
        raise ValueError("A date is written 2023-11-21, 2023-11 or 2023.")
    if kind and kind not in KINDS:
        raise ValueError(f"The kind is one of {', '.join(KINDS)}.")
    changed = {name for name, value in values.items() if value != getattr(found, name)}
    values["title"] = values.get("title") or found.title
    unsure = tuple(name for name in found.unsure if name not in changed)
    return replace(found, **values, unsure=unsure)  # type: ignore[arg-type]


def is_day(text: str) -> bool:
    """Tell whether a text is a year, a month or a day that exists."""
    from datetime import date

    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text)
    except ValueError:
        return False
    return len(text) in (4, 7, 10)


class PreviewScreen(ModalScreen[None]):
    """Stores on enter; nothing is stored before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Leave, store nothing", id="preview.leave"),
        Binding("enter,ctrl+s", "store", "Store", id="preview.store", priority=True),
    ]

    def __init__(self, made: tuple[Source, Reading], store: Callable[[tuple[Source, Reading]], None]) -> None:
        super().__init__()
        self._source, self._reading = made
        self._store = store

    def compose(self) -> ComposeResult:
        """Make the card."""
        found = self._reading.meeting
        with Vertical(classes="card", id="preview") as card:
            card.border_title = f"Found {counted(len(self._reading.quotes), 'quote')}"
            card.border_subtitle = "tab next field · enter stores · escape leaves"
            for name in FIELDS:
                with Horizontal(classes="field"):
                    sign = "?" if name in found.unsure else " "
                    yield Static(Content(f"{name}{sign}"), classes="field--name")
                    yield Input(one_line(getattr(found, name) or ""), id=f"field-{name}", compact=True)
            people = [described(one.name, one.office, one.country) for one in found.officials]
            remarks = [one_line(remark) for remark in self._reading.remarks]
            yield Static(Content("\n").join(map(Content, (*people, *remarks))), classes="hint", id="people")
            yield QuotesView(id="found")

    def on_mount(self) -> None:
        """Show the quotes, and put the keys there; a long title is shown from its beginning."""
        for line in self.query(Input):
            line.cursor_position = 0
        self.query_one(QuotesView).show(found_blocks(self._reading))
        self.query_one(QuotesView).focus()

    def action_store(self) -> None:
        """Store with the fields as they stand now."""
        typed = {name: self.query_one(f"#field-{name}", Input).value for name in FIELDS}
        try:
            meeting = corrected(self._reading.meeting, typed)
        except ValueError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.dismiss()
        self._store((self._source, replace(self._reading, meeting=meeting)))
