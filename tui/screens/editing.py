"""The fields of what is under the cursor in the person's own editor, and what is stored of them afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from store.model import QUOTE_KINDS, Meeting, Official, Quote

from ..correcting import known_as, meeting_changes, official_changes, tags_of, wrong_meeting
from ..outside import edited, fields_of, refused, text_of
from .correct import meeting_fields, official_fields

if TYPE_CHECKING:
    from .browser import Browser


def edit_outside(browser: Browser) -> None:
    """Give the terminal to the editor for what the pane with the keys is about."""
    if browser.state.pane == "officials" and (official := browser.official):
        edit_official(browser, official)
    elif browser.state.pane == "meetings" and (meeting := browser.meeting):
        edit_meeting(browser, meeting)
    elif quote := browser.quote:
        edit_quote(browser, quote)


def edit_quote(browser: Browser, quote: Quote) -> None:
    """Edit speaker, cue, kind, tags and note of a quote."""
    before = {
        "speaker": quote.speaker or "", "cue": quote.cue, "kind": quote.kind,
        "tags": ", ".join(quote.tags), "note": quote.note or "",
    }  # fmt: skip

    def wrong(typed: Mapping[str, str]) -> str:
        return "" if typed["kind"] in QUOTE_KINDS else f"The kind is one of {', '.join(QUOTE_KINDS)}."

    if changed := _changed(browser, f"quote {quote.id}", before, wrong, quote.text):
        changes: dict[str, Any] = {k: v if k in ("cue", "tags") else v or None for k, v in changed.items()}
        if "tags" in changes:
            changes["tags"] = tags_of(changes["tags"])
        browser.change_library(lambda library: library.change_quotes([quote.id], **changes))


def edit_meeting(browser: Browser, meeting: Meeting) -> None:
    """Edit the fields of a meeting."""
    known = known_as(browser.library.officials() if browser.library else ())
    before, what = meeting_fields(meeting), f"meeting {meeting.id}"
    if changed := _changed(browser, what, before, lambda typed: wrong_meeting(typed, known)):
        changes = meeting_changes(changed, meeting, known)
        browser.change_library(lambda library: library.change_meeting(meeting.id, **changes))


def edit_official(browser: Browser, official: Official) -> None:
    """Edit the names, country and offices of an official."""

    def wrong(typed: Mapping[str, str]) -> str:
        return "" if typed["name"] else "An official needs a name."

    if changed := _changed(browser, f"official {official.id}", official_fields(official), wrong):
        changes = official_changes(changed, official)
        browser.change_library(lambda library: library.change_official(official.id, **changes))


def _changed(
    browser: Browser,
    what: str,
    before: Mapping[str, str],
    wrong: Callable[[Mapping[str, str]], str],
    about: str = "",
) -> dict[str, str]:
    """Let fields be edited; return those that were changed, none where something is wrong, having said so.

    ``what`` names the thing. What was wrong is kept, and offered the next time it is edited, unless it has changed.
    """
    fresh = text_of(before, about)
    key = (what, fresh)
    after = edited(browser.app, browser.refused_edits.get(key, fresh), browser.settings.editor)
    if after is None:
        return {}
    browser.refused_edits.pop(key, None)
    typed = fields_of(after, before)
    if said := wrong(typed):
        browser.refused_edits[key] = refused(after, said)
        browser.say(f"{said} Nothing was stored; E again goes on with what you typed.", severity="warning")
        return {}
    return {name: value for name, value in typed.items() if value != before[name]}
