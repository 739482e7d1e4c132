"""The quotes of a text that is not stored yet, corrected with the keys they also have once they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from store.harmless import one_line
from store.model import GROUPS, Official

from .. import cutting
from ..correcting import TAGS_HINT, known_as, names_like, names_of, tags_like, tags_of
from ..drafting import Known, added, rejected, reworded
from ..spanning import Side, Span, Wording, parting, unquoted
from ..widgets.quotes_view import QuotesView
from .found import FoundScreen
from .prompt import PromptScreen
from .span import SpanScreen
from .strangers import ask_about

WORDS = 40
"""Characters of a quote that are repeated when something is said of it."""
KEEPS = "Enter keeps this quote"


class QuotingScreen(FoundScreen):
    """Corrects, adds, leaves out, splits, joins, tags and checks quotes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "correct", "Correct the quote", id="preview.correct"),
        Binding("d,D,x,delete", "reject", "Leave the quote out", id="preview.reject"),
        Binding("plus", "add", "Add a quote", id="preview.add"),
        Binding("vertical_line", "split", "Split the quote", id="preview.split"),
        Binding("ampersand", "join", "Join the quote and the next", id="preview.join"),
        Binding("t", "tag", "Tag the quote", id="preview.tag"),
        Binding("exclamation_mark", "check", "Mark the quote as checked", id="preview.check"),
    ]

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

        def stored(wording: Wording, made: Known) -> None:
            new = reworded(self.draft, number, wording, {**known, **made})
            self._take(new, f"Corrected: {_words(new.quotes[number].text)}", number)

        before = Wording(old.start, old.end, old.speaker, old.kind)
        self._choose(before, f"0.{number}", self._with_speaker(stored))

    def action_add(self) -> None:
        """Choose the words of a quote that was not found, beginning with the next sentence that is in none."""
        near, known, text = self.draft.quotes.get(self._number()), self._known(), self.draft.source.text
        taken = [(one.start, one.end) for one in self.draft.quotes.values()]
        begun = unquoted(Span(text, *((near.start, near.end) if near else (0, min(1, len(text))))), taken)

        def stored(wording: Wording, made: Known) -> None:
            draft, number = added(self.draft, wording, {**known, **made})
            self._take(draft, f"Added: {_words(draft.quotes[number].text)}", number)

        first = Wording(begun.start, begun.end, near.speaker if near else None, "indirect")
        self._choose(first, "", self._with_speaker(stored))

    def _with_speaker(self, stored: Callable[[Wording, Known], None]) -> Callable[[Wording | None], None]:
        """Go on with a wording once it is asked whether a speaker nobody knows is an official."""

        def settled(wording: Wording | None) -> None:
            if wording:
                people = [name for one in self.draft.people() for name in (one.name, *one.aliases)]
                said = [name for one in self.draft.quotes.values() for name in names_of(one.speaker or "")]
                here = {*self._known(), *map(str.casefold, (*people, *said))}
                ask_about(
                    self.app,
                    wording.speaker,
                    here,
                    lambda new: stored(wording, {name.casefold(): Official(name) for name in new}),
                )

        return settled

    def _choose(
        self,
        wording: Wording,
        key: str,
        settled: Callable[[Wording | None], None],
        title: str = KEEPS,
        side: Side = "end",
    ) -> None:
        library = self._browser.library
        here = [one.name for one in self.draft.people()]
        speakers = [*here, *GROUPS, *(one.name for one in (library.officials() if library else ()))]
        places = [place for place in self._page.places if place.key != key]
        screen = SpanScreen(
            self.draft.source.text,
            wording,
            places,
            list(dict.fromkeys(speakers)),
            title,
            side,
            spellings=(*self._known(), *(name for one in self.draft.people() for name in one.aliases)),
        )
        self.app.push_screen(screen, settled)

    def action_split(self) -> None:
        """Choose where the second of two quotes begins."""
        number, text = self._number(), self.draft.source.text
        old = self.draft.quotes.get(number)
        if old is None or (at := parting(text, old.start, old.end)) == old.end:
            self._say("A quote of one word cannot be split." if old else "There is no quote here to split.")
            return

        def settled(wording: Wording | None) -> None:
            if wording:
                draft, second = cutting.split(self.draft, number, wording.start)
                self._take(draft, f"Split: {_words(draft.quotes[second].text)} is a quote of its own", second)

        second = Wording(at, old.end, old.speaker, old.kind)
        self._choose(second, f"0.{number}", settled, "Enter splits the quote where this begins", "start")

    def action_join(self) -> None:
        """Join the quote and the next one in the text; undo is the way back."""
        number = self._number()
        other = cutting.after(self.draft, number) if number else 0
        if not other:
            self._say(
                "There is no quote after this one to join." if number else "There is no quote here to join."
            )
        elif self.draft.quotes[number].speaker != self.draft.quotes[other].speaker:
            self._say("Quotes of different speakers cannot be joined: correct the speaker first.")
        else:
            self._take(cutting.joined(self.draft, number, other), "Joined 2 quotes; u undoes", number)

    def action_tag(self) -> None:
        """Ask for the tags of the quote."""
        number, known = self._number(), self._browser.known_tags()
        if not number:
            self._say("There is no quote here to tag.")
            return

        def typed(line: str | None) -> None:
            if tags := tags_of(line or ""):
                self._take(cutting.tagged(self.draft, number, tags), f"Tagged: {', '.join(tags)}", number)

        self.app.push_screen(
            PromptScreen("Tags", hint=TAGS_HINT, complete=lambda typed: tags_like(typed, known)), typed
        )

    def action_check(self) -> None:
        """Mark the quote as checked; one that is, as found again."""
        number = self._number()
        if not number:
            self._say("There is no quote here to check.")
            return
        draft = cutting.checked(self.draft, number)
        done = draft.quotes[number].status == "checked"
        self._take(
            draft,
            f"{'Checked' if done else 'Not checked any more'}: {_words(draft.quotes[number].text)}",
            number,
        )

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


def _words(text: str) -> str:
    """Return the first words of a quote."""
    line = one_line(text)
    return f"“{line[:WORDS]}{'…' if line[WORDS:] else ''}”"
