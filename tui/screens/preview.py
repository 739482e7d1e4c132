"""The preview: what was found in a text is corrected before it is stored; nothing is stored before."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from store.harmless import one_line
from store.model import GROUPS
from store.wording import counted

from ..correcting import known_as, names_like, wrong_meeting
from ..drafting import (
    Known,
    added,
    meeting_fields,
    rejected,
    reworded,
    with_meeting,
    with_person,
)
from ..spanning import Span, Wording, unquoted
from ..typeset.people import described
from ..widgets.quotes_view import QuotesView
from .form import Field, FormScreen
from .found import FoundScreen
from .menu import Choice, MenuScreen
from .prompt import nothing
from .span import SpanScreen

WORDS = 40
"""Characters of a quote that are repeated when something is said of it."""

KEPT = "The pasted text is kept: p goes on with it."


class PreviewScreen(FoundScreen):
    """Stores on enter, with everything that was corrected, as one step."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "store", "Store what is shown", id="preview.store", priority=True),
        Binding("c", "correct", "Correct the quote", id="preview.correct"),
        Binding("d,D,x,delete", "reject", "Leave the quote out", id="preview.reject"),
        Binding("plus", "add", "Add a quote", id="preview.add"),
        Binding("m", "meeting", "Correct the meeting", id="preview.meeting"),
        Binding("p", "people", "Correct an official", id="preview.people"),
        Binding("o", "turn", "Join to the meeting that is here, or keep apart", id="preview.turn"),
        Binding("u,ctrl+z", "undo", "Take the last correction back", id="preview.undo"),
        Binding("ctrl+r", "redo", "Correct again", id="preview.redo"),
        Binding("question_mark,f1", "help", "Help", id="preview.help"),
        Binding("escape,q", "leave", "Leave, store nothing", id="preview.leave"),
    ]

    # Correcting

    def _known(self) -> Known:
        library = self._browser.library
        return known_as(library.officials()) if library else {}

    def _names_like(self, typed: str) -> list[str]:
        library = self._browser.library
        return names_like(typed, (one.name for one in library.officials()) if library else ())

    def _number(self) -> int:
        """Return the number of the quote under the cursor, 0 for none."""
        return int(self.query_one(QuotesView).key.removeprefix("0.") or 0)

    def action_correct(self) -> None:
        """Correct span, speaker and kind of the quote."""
        number, known = self._number(), self._known()
        if not number:
            self._say("There is no quote here to correct.")
            return
        old = self.draft.quotes[number]

        def settled(wording: Wording | None) -> None:
            if wording:
                new = reworded(self.draft, number, wording, known)
                self._take(new, f"Corrected: {_words(new.quotes[number].text)}", number)

        before = Wording(old.start, old.end, old.speaker, old.kind)
        self._choose(before, f"0.{number}", settled)

    def action_add(self) -> None:
        """Choose the words of a quote that was not found, beginning with the next sentence that is in none."""
        near, known, text = self.draft.quotes.get(self._number()), self._known(), self.draft.source.text
        taken = [(one.start, one.end) for one in self.draft.quotes.values()]
        begun = unquoted(Span(text, *((near.start, near.end) if near else (0, min(1, len(text))))), taken)

        def settled(wording: Wording | None) -> None:
            if wording:
                draft, number = added(self.draft, wording, known)
                self._take(draft, f"Added: {_words(draft.quotes[number].text)}", number)

        first = Wording(begun.start, begun.end, near.speaker if near else None, "indirect")
        self._choose(first, "", settled)

    def _choose(self, wording: Wording, key: str, settled: Callable[[Wording | None], None]) -> None:
        library = self._browser.library
        here = [one.name for one in self.draft.people()]
        speakers = [*here, *GROUPS, *(one.name for one in (library.officials() if library else ()))]
        places = [place for place in self._page.places if place.key != key]
        screen = SpanScreen(
            self.draft.source.text,
            wording,
            places,
            list(dict.fromkeys(speakers)),
            "Enter keeps this quote",
            spellings=(*self._known(), *(name for one in self.draft.people() for name in one.aliases)),
        )
        self.app.push_screen(screen, settled)

    def action_reject(self) -> None:
        """Leave the quote out."""
        number = self._number()
        if not number:
            self._say("There is no quote here to leave out.")
            return
        keys = self.query_one(QuotesView).keys
        at = keys.index(f"0.{number}")
        after = [*keys[at + 1 : at + 2], *keys[:at][-1:]]
        words = _words(self.draft.quotes[number].text)
        draft = rejected(self.draft, number)
        self._take(draft, f"Left out: {words} (u undoes)", int(after[0].removeprefix("0.")) if after else 0)

    def action_meeting(self) -> None:
        """Correct the meeting in the form it also has once it is stored."""
        known = self._known()
        about = {
            "participants": "Names with ; between them. A new name is a new official.",
            "date": "2023-11-21, 2023-11 or 2023.",
        }
        complete = {"participants": self._names_like}
        fields = [
            Field(name, value, about.get(name, ""), complete.get(name, nothing))
            for name, value in meeting_fields(self.draft).items()
        ]

        def typed(changed: dict[str, str] | None) -> None:
            if changed:
                self._take(with_meeting(self.draft, changed, known), f"Corrected: {', '.join(changed)}")

        self.app.push_screen(
            FormScreen("Meeting", fields, lambda typed: wrong_meeting(typed, None), "keeps"), typed
        )

    def action_people(self) -> None:
        """Choose an official, and correct name, office and country."""
        people = self.draft.people()
        if not people:
            self._say("No official was found here; the meeting's participants can be named (m).")
            return
        choices = [Choice("", one.name, one.name, described(one.office, one.country)) for one in people]

        def chosen(name: str | None) -> None:
            if name:
                self._correct_person(name)

        self.app.push_screen(MenuScreen("Correct which official", choices), chosen)

    def _correct_person(self, name: str) -> None:
        one = next(one for one in self.draft.people() if one.name == name)
        fields = [
            Field("name", one.name, "Ctrl+n takes a name that is here already.", self._names_like),
            Field("office", one.office or ""),
            Field("country", one.country or ""),
            Field("aliases", "; ".join(one.aliases), "Other spellings in this text, with ; between them."),
        ]

        def typed(changed: dict[str, str] | None) -> None:
            if changed:
                self._take(
                    with_person(self.draft, name, changed, self._known()),
                    f"Corrected {changed.get('name', name)}",
                )

        wrong = "An official needs a name."
        self.app.push_screen(
            FormScreen("Official", fields, lambda typed: "" if typed["name"] else wrong, "keeps"), typed
        )

    # Leaving

    def action_store(self) -> None:
        """Store what is shown."""
        draft = self.draft
        if self._is_pasted():
            self._browser.pasted = ""
        self.dismiss()
        self._browser.store((draft.source, draft.reading), self._way)

    def action_leave(self) -> None:
        """Leave; what was corrected is given up only on asking twice."""
        if self._at and not self._warned:
            self._warned = True
            self._say(
                f"Leaving forgets {counted(self._at, 'correction')}: escape again leaves, enter stores."
            )
            return
        if self._is_pasted():
            self._say(KEPT)
        self.dismiss()

    def _is_pasted(self) -> bool:
        """Tell whether this is the text that stands in the field to paste into."""
        return self.draft.source.text.strip() == self._browser.pasted.strip()


def _words(text: str) -> str:
    """Return the first words of a quote."""
    line = one_line(text)
    return f"“{line[:WORDS]}{'…' if line[WORDS:] else ''}”"
