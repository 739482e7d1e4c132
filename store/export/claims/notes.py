"""Quotes in Markdown: the words before a footnote's mark, and the proof in the footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from store.export import evidence
from store.export.claims.claim import Claim

if TYPE_CHECKING:
    from markdown_it.token import Token

_OURS = re.compile(r"q([0-9]+)-([0-9]+)")
_OPENING = re.compile("[“\"„«‘'‹]|: ")
_CLOSING = re.compile("[”\"“»’'›][.,;]?$")
_OPENINGS = 40  # tried in one paragraph; each is a copy of its words


def read_notes(text: str) -> list[Claim]:
    """Return a claim for each mark of a footnote that proves a quote, or that did before its note was edited away.

    Other footnotes of the document are passed over.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable("table")
    parser.use(footnote_plugin, move_to_end=False, always_match_refs=True, inline=False)
    tokens = parser.parse(text)
    notes = _notes(tokens)
    return [
        Claim(_readings(words, quoted), place, line, _id(label))
        for words, label, line, quoted in _marked(tokens)
        if (place := evidence.place(notes.get(label, ""), _id(label))) or _id(label)
    ]


def _notes(tokens: Sequence[Token]) -> dict[str, str]:
    """Return the text of each footnote, comments included; of two with one name, the first."""
    notes: dict[str, str] = {}
    inside: str | None = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            inside = str(token.meta["label"])
            if inside in notes:
                inside = ""
            notes.setdefault(inside, "")
        elif token.type == "footnote_reference_close":
            inside = None
        elif inside:
            notes[inside] += _content(token)
    return notes


def _content(token: Token) -> str:
    if token.type == "inline":
        return "".join(
            "\n" if child.type.endswith("break") else child.content for child in token.children or ()
        )
    return token.content  # a comment on lines of its own is a block of HTML


def _marked(tokens: Sequence[Token]) -> Iterator[tuple[str, str, int, bool]]:
    """Yield the words before each mark, the mark's name, its line, and whether all that is in a block quote.

    The words reach back to the mark before, or to the start of the paragraph, or of the block quote.
    """
    words, depth, in_note = "", 0, False
    for token in tokens:
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if token.type.startswith("footnote_reference_"):
            in_note = token.type.endswith("open")
        elif token.type == "inline" and not in_note:
            words = f"{words} " if depth else ""
            for child in token.children or ():
                if child.type == "footnote_ref":
                    yield words.strip(), str(child.meta["label"]), (token.map or [0])[0] + 1, depth > 0
                    words = ""
                elif child.type.endswith("break"):
                    words += " "
                elif child.type != "html_inline":
                    words += child.content
        elif not depth:
            words = ""


def _readings(words: str, quoted: bool) -> tuple[str, ...]:
    """Return the words as a whole, then what a quotation mark or a colon in them opens, up to the closing mark.

    All that stands in a block quote is given as the quote: there only marks around the whole are taken off.
    """
    readings = [words, words.replace("==", "")]  # Obsidian's highlighter
    closing = _CLOSING.search(words)
    for opening in islice(_OPENING.finditer(words), _OPENINGS):
        if quoted and opening.start() > 0:
            break
        if opening.group() == ": ":
            readings.append(words[opening.end() :])
        elif closing and opening.end() <= closing.start():
            readings.append(words[opening.end() : closing.start()])
    return tuple(dict.fromkeys(readings))


def _id(label: str) -> str:
    ours = _OURS.fullmatch(label)
    return f"{ours[1]}.{ours[2]}" if ours else ""
