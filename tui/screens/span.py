"""A quote's span over its source, with both ends to move; speaker and kind beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.harmless import one_line
from store.model import QUOTE_KINDS

from ..correcting import names_of
from ..spanning import Side, Span, Wording, by_character, by_sentence, by_word, turned
from ..typeset.page import Page, Place
from ..typeset.plain import lines_kept
from ..widgets.source_view import SourceView
from .help import HelpScreen
from .prompt import PromptScreen

NEW = "new"


class SpanScreen(ModalScreen[Wording | None]):
    """Gives back the wording settled on, or nothing when it was left.

    ``speakers`` are offered; ``spellings`` are other names by which they are known.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", id="span.leave"),
        Binding("enter", "keep", "Store", id="span.keep"),
        Binding("tab", "turn", "Other end", id="span.turn", priority=True),
        Binding("right,l", "word(1)", "Word on", id="span.word"),
        Binding("left,h", "word(-1)", "Word back", id="span.wordback"),
        Binding("shift+right,L", "character(1)", "Character on", id="span.character"),
        Binding("shift+left,H", "character(-1)", "Character back", id="span.characterback"),
        Binding("down,j", "sentence(1)", "Next sentence", id="span.sentence"),
        Binding("up,k", "sentence(-1)", "Sentence before", id="span.sentenceback"),
        Binding("s", "speaker", "Speaker", id="span.speaker"),
        Binding("d", "kind", "Kind", id="span.kind"),
        Binding("question_mark,f1", "help", "Help", id="span.help"),
    ]

    def __init__(
        self,
        text: str,
        wording: Wording,
        places: Sequence[Place],
        speakers: Sequence[str],
        title: str = "Enter stores this quote",
        side: Side = "end",
        spellings: Iterable[str] = (),
    ) -> None:
        super().__init__()
        self._title = title
        self._shown = lines_kept(text)
        self._span = Span(self._shown, wording.start, wording.end, side)
        self._wording = wording
        self._others = tuple(places)
        self._speakers = speakers
        self._known = {name.casefold() for name in (*speakers, *spellings)}

    def compose(self) -> ComposeResult:
        """Make the card."""
        with Vertical(classes="card", id="span") as card:
            card.border_subtitle = "←→ word  ⇧ letter  ↑↓ sentence  ⇥ end  s who  d kind"
            yield Static("", id="span-facts")
            text = SourceView(id="span-text")
            text.can_focus = False  # its own keys would scroll, and here they move the ends
            yield text

    def on_mount(self) -> None:
        """Show the text."""
        self._draw()

    def _draw(self) -> None:
        span = self._span
        place = Place(span.start, span.end, NEW)
        page = Page(self._shown, tuple(sorted((*self._others, place), key=lambda one: (one.start, one.end))))
        self.query_one(SourceView).show(page, current=NEW, keep=True)
        moving = "begin ◂" if span.side == "start" else "▸ end"
        facts = Content.assemble(
            ("speaker ", "$quiet"),
            one_line(self._wording.speaker or "nobody named"),
            ("   kind ", "$quiet"),
            self._wording.kind,
            ("   moving ", "$quiet"),
            (moving, "$accent"),
            ("   length ", "$quiet"),
            str(span.end - span.start),
        )
        self.query_one("#span-facts", Static).update(facts)
        self.query_one("#span").border_title = self._title

    def action_word(self, by: int) -> None:
        """Move the end by a word."""
        self._take(by_word(self._span, by))

    def action_character(self, by: int) -> None:
        """Move the end by a character."""
        self._take(by_character(self._span, by))

    def action_sentence(self, by: int) -> None:
        """Take another sentence."""
        self._take(by_sentence(self._span, by))

    def action_turn(self) -> None:
        """Let the other end move."""
        self._take(turned(self._span))

    def _take(self, span: Span) -> None:
        self._span = span
        self._draw()

    def action_kind(self) -> None:
        """Take the next kind."""
        at = QUOTE_KINDS.index(self._wording.kind)
        self._wording = replace(self._wording, kind=QUOTE_KINDS[(at + 1) % len(QUOTE_KINDS)])
        self._draw()

    def action_speaker(self) -> None:
        """Ask for the speaker."""

        def complete(typed: str) -> list[str]:
            folded = typed.casefold()
            return [name for name in self._speakers if folded in name.casefold() and name != typed]

        def named(speaker: str | None) -> None:
            if speaker is not None:
                self._wording = replace(self._wording, speaker=speaker.strip() or None)
                self._draw()

        def about(typed: str) -> str:
            new = [name for name in names_of(typed) if name.casefold() not in self._known]
            return (
                f"no official here is called {' or '.join(map(one_line, new))}: a new speaker" if new else ""
            )

        prompt = PromptScreen(
            "Speaker", self._wording.speaker or "", complete=complete, about=about, selected=True
        )
        self.app.push_screen(prompt, named)

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(self))

    def action_keep(self) -> None:
        """Give the wording back."""
        self.dismiss(replace(self._wording, start=self._span.start, end=self._span.end))
