"""A quote in the person's own words around it: ``{speaker}{office:, *} said in {place}: {text}``.

A field in braces stands for what is known of the quote, nothing where it is unknown. What follows a colon frames the
value, which takes the place of ``*``, and goes away with it: ``{office:, *}``. Braces themselves are doubled.
"""

from __future__ import annotations

from collections.abc import Callable
from string import Formatter

from store.errors import ExportError
from store.export import dates, evidence, phrases
from store.export.rows import ExportRow
from store.harmless import one_line
from store.wording import attribution

FIELDS: dict[str, Callable[[ExportRow], object]] = {
    "speaker": phrases.speaker,
    "office": lambda row: row.office,
    "country": lambda row: row.country,
    "date": lambda row: dates.span(row.meeting.date, row.meeting.end_date),
    "day": lambda row: row.meeting.date,
    "place": lambda row: row.meeting.place,
    "meeting": lambda row: row.meeting.title,
    "meeting_kind": lambda row: row.meeting.kind,
    "kind": lambda row: row.quote.kind,
    "cue": lambda row: attribution(None, row.quote.cue),
    "text": lambda row: row.quote.text,
    "before": lambda row: row.before,
    "after": lambda row: row.after,
    "status": lambda row: row.quote.status,
    "tags": lambda row: ", ".join(row.quote.tags),
    "note": lambda row: row.quote.note,
    "id": lambda row: row.quote.id,
    "source": lambda row: phrases.source_name(row.source_label),
    "title": lambda row: row.source_label.title,
    "publisher": lambda row: row.source_label.publisher,
    "author": lambda row: row.source_label.author,
    "published": lambda row: dates.long(row.source_label.published),
    "accessed": lambda row: dates.long(row.source_label.retrieved),
    "start": lambda row: row.quote.start,
    "end": lambda row: row.quote.end,
    "sha256": lambda row: row.source_label.sha256,
}
URL, FOOTNOTE, EVIDENCE = "url", "footnote", "evidence"
NAMES = (*FIELDS, URL, FOOTNOTE, EVIDENCE)
"""All fields: those of `FIELDS`, the address, the mark of a footnote (Markdown only), the token for ``verify``."""

TEMPLATES = {
    "line": "{speaker}{office:, *}{country: (*)}{date:, *}{place:, *}: {text} [{source}{url:, *}]",
    "prose": "{speaker}{office:, *}{country:, *}{cue:, *}: “{text}”{footnote}",
    "block": "> {text}{footnote}\n>\n> — {speaker}{office:, *}{date:, *}{place:, *}",
    "list": "- {date:*, }**{speaker}**{place: (*)}: “{text}”{footnote}",
}
"""Built-in templates by name; good to copy from."""


class Template:
    """A template taken apart. Raises `ExportError` for a field that does not exist or a brace left open."""

    def __init__(
        self,
        text: str,
        escape: Callable[[str], str] = one_line,
        link: Callable[[str | None], str] = lambda url: one_line(url or ""),
    ) -> None:
        self._pieces = _pieces(text)
        self.fields = frozenset(name for _, name, _ in self._pieces)
        self._escape = escape
        self._link = link

    def fill(self, row: ExportRow, footnote: str = "") -> str:
        """Return the template with the values of one quote, each escaped; the template's own text is not."""
        return "".join(
            literal + self._framed(name, frame, row, footnote) for literal, name, frame in self._pieces
        )

    def _framed(self, name: str, frame: str, row: ExportRow, footnote: str) -> str:
        value = self._value(name, row, footnote)
        return frame.replace("*", value) if value and frame else value

    def _value(self, name: str, row: ExportRow, footnote: str) -> str:
        if name in FIELDS:
            known = FIELDS[name](row)
            return "" if known is None else self._escape(str(known))
        special = {URL: self._link(row.source_label.url), FOOTNOTE: footnote, EVIDENCE: evidence.token(row)}
        return special.get(name, "")


def _pieces(text: str) -> list[tuple[str, str, str]]:
    """Split a template into literal text, the field after it (or an empty name) and the field's frame."""
    try:
        parsed = list(Formatter().parse(text))
    except ValueError as error:
        raise ExportError(f"The template cannot be read: {error}.") from error
    pieces: list[tuple[str, str, str]] = []
    for literal, name, frame, conversion in parsed:
        if name is not None and (name not in NAMES or conversion):
            wrong = name + (f"!{conversion}" if conversion else "")
            raise ExportError(f"A template has no field {{{wrong}}}; it knows {', '.join(NAMES)}.")
        if frame and "*" not in frame:
            raise ExportError(f"What follows the colon in {{{name}:{frame}}} needs a * where the value goes.")
        pieces.append((literal, name or "", frame or ""))
    return pieces
