"""Quotes as plain text, in lines of an e-mail's width, with numbered notes at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from store.export import phrases, templates
from store.export.options import Options
from store.export.outline import Section, beside, outline
from store.export.rows import ExportRow
from store.harmless import one_line

_WIDTH = 78
_RULES = {1: "=", 2: "-"}  # what underlines a heading of that depth; a deeper one stands bare


def chunks(rows: Iterable[ExportRow], options: Options) -> Iterator[bytes]:
    """Yield the text in pieces, UTF-8."""
    for line in _lines(tuple(rows), options):
        yield f"{line}\n".encode()


def _lines(rows: Sequence[ExportRow], options: Options) -> Iterator[str]:
    if options.template is not None:
        filled = templates.Template(options.template)
        yield from (filled.fill(row) for row in rows)
        return
    yield from _heading(options.title, 1)
    if not rows:
        yield from ("", "No quotes.")
    noted = {row.quote.id: row for row in rows}
    numbers = {quote_id: number for number, quote_id in enumerate(noted, 1)}
    for section in outline(rows, options.group):
        yield from _section(section, options, numbers, 2)
    if noted:
        yield from ("", *_heading("Notes", 2), "")
    for quote_id, row in noted.items():
        yield from _wrapped(f"[{numbers[quote_id]}] {_note(row)}", "", "    ")


def _section(section: Section, options: Options, numbers: dict[str, int], depth: int) -> Iterator[str]:
    yield from ("", *_heading(section.heading, depth))
    if section.about:
        yield from _wrapped(section.about)
    for label in section.sources:
        yield from _wrapped(phrases.together((f"Source: {phrases.source_name(label)}", label.url)))
    for deeper in section.sections:
        yield from _section(deeper, options, numbers, depth + 1)
    for row in section.rows:
        yield ""
        yield from _wrapped(phrases.together((beside(row, options.group), phrases.manner(row)), " · "), "  ")
        yield from _wrapped(f"{row.quote.text} [{numbers[row.quote.id]}]", "    ")
        extra = {"Context": phrases.context(row), "Note": row.quote.note, "Topics": ", ".join(row.quote.tags)}
        for name, said in extra.items():
            if said:
                yield from _wrapped(f"{name}: {said}", "  ")


def _note(row: ExportRow) -> str:
    label = row.source_label
    facts = (phrases.publisher(label), label.url, phrases.accessed(label), phrases.place_in_source(row))
    return phrases.together(facts)


def _heading(title: str, depth: int) -> list[str]:
    line = one_line(title)
    return [line, _RULES[depth] * min(len(line), _WIDTH)] if depth in _RULES else [line]


def _wrapped(text: str, indent: str = "", further: str | None = None) -> list[str]:
    """Break a text between words only: addresses and long words stay whole, and can be copied as they are."""
    return textwrap.wrap(
        one_line(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if further is None else further,
        break_long_words=False,
        break_on_hyphens=False,
    )
