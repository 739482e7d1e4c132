"""Correcting what is under the cursor: which form fits, and what the library is asked for afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeAlias

from store.model import GROUPS, Meeting, Official, Quote

from ..correcting import known_as, meeting_changes, names_like, names_of, official_changes, wrong_meeting
from ..spanning import Side, Span, Wording, parting, unquoted
from ..typeset.page import page_of
from .form import Field, FormScreen
from .prompt import nothing
from .reader import Put
from .span import SpanScreen
from .strangers import ask_about

if TYPE_CHECKING:
    from store.library import Library
    from store.outcomes import Step

    from .browser import Browser


Make: TypeAlias = "Callable[[Library], Step]"
"""A change to the library that is one step."""


def open_form(browser: Browser) -> None:
    """Open the form for what the pane with the keys is about."""
    if browser.state.pane == "officials" and (official := browser.official):
        correct_official(browser, official)
    elif browser.state.pane == "meetings" and (meeting := browser.meeting):
        correct_meeting(browser, meeting)
    elif quote := browser.quote:
        correct_quote(browser, quote)


def meeting_fields(meeting: Meeting) -> dict[str, str]:
    """Return the fields of a meeting as a person writes them."""
    return {
        "title": meeting.title,
        "date": meeting.date or "",
        "end_date": meeting.end_date or "",
        "place": meeting.place or "",
        "kind": meeting.kind or "",
        "participants": "; ".join(one.name for one in meeting.participants),
        "tags": ", ".join(meeting.tags),
        "note": meeting.note or "",
    }


def correct_meeting(browser: Browser, meeting: Meeting) -> None:
    """Show a meeting's fields."""
    library = browser.library
    if library is None:
        return
    known = known_as(library.officials())
    about = {"participants": "Names with ; between them.", "date": "2023-11-21, 2023-11 or 2023."}
    names = [official.name for official in library.officials()]
    complete = {"participants": lambda typed: names_like(typed, names)}
    fields = [
        Field(name, value, about.get(name, ""), complete.get(name, nothing))
        for name, value in meeting_fields(meeting).items()
    ]

    def typed(changed: dict[str, str] | None) -> None:
        if changed:
            changes = meeting_changes(changed, meeting, known)
            browser.change_library(lambda library: library.change_meeting(meeting.id, **changes))

    browser.app.push_screen(FormScreen("Meeting", fields, lambda typed: wrong_meeting(typed, known)), typed)


def official_fields(official: Official) -> dict[str, str]:
    """Return the fields of an official as a person writes them."""
    return {
        "name": official.name,
        "country": official.country or "",
        "aliases": "; ".join(official.aliases),
        "offices": "; ".join(one.title for one in official.offices),
    }


def correct_official(browser: Browser, official: Official) -> None:
    """Show an official's names, country and offices."""
    about = {
        "aliases": "Other spellings, with ; between them.",
        "offices": "Offices, with ; between them.",
    }
    fields = [Field(name, value, about.get(name, "")) for name, value in official_fields(official).items()]

    def wrong(typed: Mapping[str, str]) -> str:
        return "" if typed["name"] else "An official needs a name."

    def typed(changed: dict[str, str] | None) -> None:
        if changed:
            changes = official_changes(changed, official)
            browser.change_library(lambda library: library.change_official(official.id, **changes))

    browser.app.push_screen(FormScreen("Official", fields, wrong), typed)


def unnoted(change: Make) -> Make:
    """Return a change as it is."""
    return change


def correct_quote(browser: Browser, quote: Quote, noted: Callable[[Make], Make] = unnoted) -> None:
    """Show a quote's span in its source, its speaker and kind; ``noted`` sees the change that is asked for."""
    library = browser.library
    if library is None:
        return
    before = Wording(quote.start, quote.end, quote.speaker, quote.kind)

    def settled(after: Wording | None) -> None:
        if after and after != before:
            old = asdict(before)
            changes: dict[str, Any] = {
                name: value for name, value in asdict(after).items() if value != old[name]
            }
            ask_about(
                browser.app,
                changes.get("speaker"),
                known_speakers(library, quote.meeting),
                lambda new: browser.change_library(
                    noted(lambda library: library.change_quotes([quote.id], new_officials=new, **changes))
                ),
            )

    browser.app.push_screen(span_screen(browser, quote, before), settled)


def known_speakers(library: Library, meeting_id: int) -> set[str]:
    """Return the names, in lower case, of all officials and of those who took part or speak in a meeting."""
    meeting = library.meeting(meeting_id)
    here = [one.name for one in (*meeting.participants, *meeting.speakers)]
    said = [name for one in library.quotes(meeting_id) for name in names_of(one.speaker or "")]
    return {*known_as(library.officials()), *map(str.casefold, (*here, *said))}


def add_quote(browser: Browser) -> None:
    """Choose a new quote's words, beginning with the next sentence from the place shown that no quote is of."""
    library, meeting, near = browser.library, browser.meeting_shown(), browser.quote
    if library is None or meeting is None or not meeting.sources:
        return
    source = library.source(near.source if near else meeting.sources[0].id)
    at = browser.source.offset_read(browser.quotes.key)
    there = [one for one in library.quotes(meeting.id) if one.source == source.id and one.status != "missing"]
    begun = unquoted(Span(source.text, at, at + 1), [(one.start, one.end) for one in there])
    blank = Quote(
        meeting.id, 0, source.id, begun.start, begun.end, "", near.speaker if near else None, "indirect"
    )

    def settled(after: Wording | None) -> None:
        if after:
            made = Quote(
                meeting.id, 0, source.id, after.start, after.end, source.text[after.start : after.end],
                after.speaker, after.kind, status="added",
            )  # fmt: skip
            ask_about(
                browser.app,
                made.speaker,
                known_speakers(library, meeting.id),
                lambda new: browser.change_library(lambda library: _added(library, made, new)),
            )

    first = Wording(blank.start, blank.end, blank.speaker, blank.kind)
    browser.app.push_screen(span_screen(browser, blank, first), settled)


def _added(library: Library, made: Quote, officials: Sequence[str]) -> Put:
    """Store a quote; say which it is now, for the cursor to go to."""
    what = library.add_quote(made, new_officials=officials).what
    return Put(what, max(library.quotes(made.meeting), key=lambda one: one.number).id)


def split_quote(browser: Browser) -> None:
    """Choose where the second of two quotes begins."""
    library, quote = browser.library, browser.quote
    if library is None or quote is None:
        return
    at = parting(library.source(quote.source).text, quote.start, quote.end)
    if at == quote.end:
        browser.say("A quote of one word cannot be split.", severity="warning")
        return

    def settled(after: Wording | None) -> None:
        if after:
            browser.change_library(lambda library: library.split_quote(quote.id, after.start))

    second = Wording(at, quote.end, quote.speaker, quote.kind)
    screen = span_screen(browser, quote, second, "Enter splits the quote where this begins", "start")
    browser.app.push_screen(screen, settled)


def span_screen(
    browser: Browser,
    quote: Quote,
    wording: Wording,
    title: str = "Enter stores this quote",
    side: Side = "end",
) -> SpanScreen:
    """Make the screen for a quote: its source, the other quotes in it, and who may have spoken."""
    assert browser.library is not None
    library = browser.library
    source = library.source(quote.source)
    page = page_of(source, [one for one in library.quotes(quote.meeting) if one.number != quote.number])
    meeting = library.meeting(quote.meeting)
    here = [one.name for one in (*meeting.participants, *meeting.speakers)]
    officials = library.officials()
    speakers = list(dict.fromkeys((*here, *GROUPS, *(one.name for one in officials))))
    return SpanScreen(source.text, wording, page.places, speakers, title, side, known_as(officials))
