"""The copy menu, and the words that go to the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from store.errors import DiploError
from store.export import ExportRow, row_of
from store.export.citations import CITATIONS, attributed, markdown_quote
from store.export.links import passage
from store.harmless import one_line
from store.wording import counted

from ..choosing import Chosen, look_up_quotes
from ..clipboard import TERMINAL, copy
from .menu import Choice, MenuScreen

if TYPE_CHECKING:
    from .browser import Browser

Form = Callable[[ExportRow], str]


def _link(row: ExportRow) -> str:
    return passage(row) or ""


def _cited(style: str) -> Form:
    return lambda row: CITATIONS[style](row, None)


FORMS: Mapping[str, tuple[str, Form]] = {
    "t": ("text alone", lambda row: one_line(row.quote.text)),
    "q": ("quote with attribution", attributed),
    "m": ("Markdown", markdown_quote),
    "l": ("link to the passage", _link),
    **{key: (f"citation, {style}", _cited(style)) for key, style in zip("acwxz", CITATIONS, strict=False)},
}
"""By the key in the menu: what it is called, and how a quote is written."""


def written(rows: Sequence[ExportRow], key: str) -> str:
    """Write the quotes in one form; what would be the same twice, as a link, stands once."""
    _, form = FORMS[key]
    parts = dict.fromkeys(filter(None, (form(row) for row in rows)))
    return ("\n" if key == "l" else "\n\n").join(parts)


def ask_how(browser: Browser, choice: Chosen) -> None:
    """Show the menu; copy what is chosen there, and say where it went."""
    choices = [Choice(key, label, key) for key, (label, _) in FORMS.items()]

    def taken(key: str | None) -> None:
        if key and browser.library:
            library = browser.library
            browser.do_quietly(lambda: _copied(browser, library, choice, key))

    browser.app.push_screen(MenuScreen(f"Copy {choice.name} as", choices), taken)


def _copied(browser: Browser, library: object, choice: Chosen, key: str) -> str:
    rows = [row_of(found.meeting, found.quote) for found in look_up_quotes(library, choice)]  # type: ignore[arg-type]
    text = written(rows, key)
    if not text:
        raise DiploError("There is nothing of that kind to copy.")
    where = copy(text)
    if where is None:
        browser.app.call_from_thread(browser.app.copy_to_clipboard, text)
        where = TERMINAL
    return f"Copied {counted(len(rows), 'quote')} to {where}."
