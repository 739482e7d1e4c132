"""The preview: what was found in a text is corrected before it is stored; nothing is stored before."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from store.wording import counted

from ..correcting import wrong_meeting
from ..drafting import meeting_fields, with_meeting, with_person
from ..typeset.people import described
from .form import Field, FormScreen
from .menu import Choice, MenuScreen
from .prompt import nothing
from .quoting import QuotingScreen

KEPT = "The pasted text is kept: p goes on with it."


class PreviewScreen(QuotingScreen):
    """Stores on enter, with everything that was corrected, as one step."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "store", "Store what is shown", id="preview.store", priority=True),
        Binding("m", "meeting", "Correct the meeting", id="preview.meeting"),
        Binding("p", "people", "Correct an official", id="preview.people"),
        Binding("o", "turn", "Join to the meeting that is here, or keep apart", id="preview.turn"),
        Binding("u,ctrl+z", "undo", "Take the last correction back", id="preview.undo"),
        Binding("ctrl+r", "redo", "Correct again", id="preview.redo"),
        Binding("question_mark,f1", "help", "Help", id="preview.help"),
        Binding("escape,q", "leave", "Leave, store nothing", id="preview.leave"),
    ]

    # Correcting

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
