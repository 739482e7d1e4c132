"""Changing what is stored: tags, status, corrections, merging, deleting. Every one is a step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.errors import LibraryError
from store.harmless import one_line
from store.wording import counted

from ..choosing import chosen, quote_ids
from ..marking import markable, vanished
from ..state import Spot
from ..typeset.days import day_range
from ..typeset.people import who_met
from .command import Command, Situation, unchangeable

if TYPE_CHECKING:
    from store.library import Library
    from store.outcomes import Step

    from ..screens.browser import Browser

GROUP = "Changing"


class Change(Command):
    """What changing commands share: a library that can be written, and something to change."""

    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs both."""
        return unchangeable(now) or ("" if now.something else "There is nothing here to change.")


class Check(Change):
    """Mark the quotes as checked by a person; when all of them are, as found again."""

    id = "check"
    keys = "exclamation_mark"
    title = "Mark as checked"

    def run(self, browser: Browser) -> None:
        """Check the marked, or what is under the cursor."""
        choice = chosen(browser.state)
        whose = "" if len(browser.state.marks) else whose_quotes(browser)

        def change(library: Library) -> Step:
            ids = quote_ids(library, choice)
            if not ids:
                raise LibraryError("There is no quote here to check.")
            every = all(library.quote(one).status == "checked" for one in ids)
            status = "found" if every else "checked"
            count = counted(len(ids), "quote") + whose
            what = f"Took the check off {count}" if every else f"Checked {count}"
            return library.change_quotes(ids, what=what, status=status)

        browser.change_library(change, after="; u undoes")


def whose_quotes(browser: Browser) -> str:
    """Say of which meeting or official the pane with the keys shows quotes: “ of Zhao Leji”."""
    if browser.state.pane == "officials":
        return f" of {one_line(browser.official.name)}" if browser.official else ""
    quote = browser.quote if browser.state.pane != "meetings" else None
    if quote:
        return f" of {one_line(quote.speaker or 'nobody named')}"
    meeting = browser.meeting
    parts = (who_met(meeting, " – "), day_range(meeting.date, meeting.end_date)) if meeting else ()
    return f" of {', '.join(filter(None, parts))}" if meeting else ""


class Tag(Change):
    """Tag the quotes; a tag with - before it is taken off. On an official, nothing marked: follow them over time."""

    id = "tag"
    keys = "t"
    title = "Tag"

    def run(self, browser: Browser) -> None:
        """Ask for the tags."""
        from ..correcting import TAGS_HINT, tags_like, tags_of
        from ..screens.prompt import PromptScreen
        from .insight import Timeline

        if browser.state.pane == "officials" and not len(browser.state.marks):
            Timeline().run(browser)
            return
        choice = chosen(browser.state)
        browser.gather_words()

        def typed(line: str | None) -> None:
            words = tags_of(line or "")
            add = [tag for tag in words if not tag.startswith("-")]
            remove = [tag[1:] for tag in words if tag.startswith("-") and tag[1:]]
            if add or remove:
                browser.change_library(
                    lambda library: library.tag_quotes(quote_ids(library, choice), add, remove)
                )

        screen = PromptScreen(
            f"Tags for {choice.name}",
            hint=TAGS_HINT,
            complete=lambda typed: tags_like(typed, browser.known_tags()),
        )
        browser.app.push_screen(screen, typed)


class Correct(Change):
    """Correct what is under the cursor: a quote's speaker, kind and span; a meeting's fields; an official's names."""

    id = "correct"
    keys = "c"
    title = "Correct"

    def run(self, browser: Browser) -> None:
        """Open the form that fits."""
        from ..screens import correct

        correct.open_form(browser)


class Edit(Change):
    """Edit what is under the cursor as a small text in your editor ($VISUAL or $EDITOR)."""

    id = "edit"
    keys = "E"
    title = "Edit in $EDITOR"

    def run(self, browser: Browser) -> None:
        """Give the terminal to the editor."""
        from ..screens import editing

        editing.edit_outside(browser)


class AddQuote(Command):
    """Add a quote the reader missed, by choosing its words in the source."""

    id = "quote.add"
    keys = "plus"
    title = "Add a quote"
    group = GROUP

    def why_not(self, now: Situation) -> str:
        """Needs a text."""
        return unchangeable(now) or ("" if now.page else "There is no source here.")

    def run(self, browser: Browser) -> None:
        """Open the text to choose in."""
        from ..screens import correct

        correct.add_quote(browser)


class Merge(Change):
    """Merge the marked officials, or join the marked meetings; unmarked, the one here and who it may be (≈)."""

    id = "merge"
    keys = "M"
    title = "Merge or join the marked"

    def why_not(self, now: Situation) -> str:
        """Needs two of a kind marked, or an official who may be another."""
        marks = now.state.marks
        kind = marks.officials if now.state.pane == "officials" else marks.meetings
        if now.state.pane not in ("meetings", "officials"):
            return "Officials are merged and meetings joined in their own panes."
        suggested = now.state.pane == "officials" and now.perhaps and not kind
        return unchangeable(now) or ("" if len(kind) > 1 or suggested else "Mark two or more of them first.")

    def run(self, browser: Browser) -> None:
        """Ask which stays; of two that may be one person, the fuller name does."""
        from ..screens import merging

        if browser.state.pane == "officials" and not browser.state.marks.officials:
            merging.merge_suggested(browser)
        else:
            merging.ask_which_stays(browser)


class TellApart(Change):
    """Say once and for all that the official here and the one it may be (≈) are two different persons."""

    id = "apart"
    keys = "B"
    title = "Two different persons"

    def why_not(self, now: Situation) -> str:
        """Needs an official who may be another."""
        suggested = now.state.pane == "officials" and now.perhaps
        return unchangeable(now) or ("" if suggested else "No official here is thought to be another (≈).")

    def run(self, browser: Browser) -> None:
        """Store it; undo is the way back."""
        if pair := browser.perhaps:
            one, other = pair.one.id, pair.other.id
            browser.change_library(lambda library: library.tell_apart(one, other), after="; u undoes")


class Delete(Change):
    """Delete the marked, or what is under the cursor: quotes, or meetings with their quotes. Undo brings it back."""

    id = "delete"
    keys = "D,delete"
    title = "Delete"

    def why_not(self, now: Situation) -> str:
        """Officials are merged; marks of another pane, perhaps out of sight, are not what is meant here."""
        if now.state.pane == "officials":
            return "Officials are merged (M), not deleted."
        own = markable(now.state)
        if len(now.state.marks) and not getattr(now.state.marks, own):
            return f"What is marked is not in this pane: delete it in its own, or unmark it to delete {own} here."
        return super().why_not(now)

    def run(self, browser: Browser) -> None:
        """Delete at once: undo is the way back."""
        marks, own = chosen(browser.state).marks, markable(browser.state)
        here = Spot(browser.state.meeting, browser.state.quote)
        browser.change(vanished(browser.state, own, getattr(marks, own)))

        def change(library: Library) -> Step:
            if own == "meetings":
                step = library.delete_meetings(sorted(marks.meetings))
            else:
                step = library.delete_quotes(sorted(marks.quotes))
            browser.deleted[step.number] = here  # for the cursor, should it come back
            return step

        browser.change_library(change, after="; u undoes")


COMMANDS: tuple[type[Command], ...] = (Check, Tag, Correct, Edit, AddQuote, Merge, TellApart, Delete)
