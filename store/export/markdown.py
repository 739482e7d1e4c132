"""Quotes as Markdown that pandoc, Obsidian and GitHub read: headings, block quotes, a footnote for each quote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from store.export import evidence, phrases, templates
from store.export.commonmark import address, escaped, link_target
from store.export.options import Options
from store.export.outline import Section, beside, outline
from store.export.rows import ExportRow
from store.model import SourceLabel


def chunks(rows: Iterable[ExportRow], options: Options) -> Iterator[bytes]:
    """Yield the document in pieces, UTF-8: front matter if asked for, quotes under their headings, footnotes."""
    for block in _blocks(tuple(rows), options):
        yield f"{block}\n".encode()


def _blocks(rows: Sequence[ExportRow], options: Options) -> Iterator[str]:
    """Yield the lines of the document, an empty one between two blocks."""
    if options.front_matter:
        yield from front_matter(rows, options)
        yield ""
    yield f"# {escaped(options.title)}"
    if not rows:
        yield from ("", "No quotes.")
    if options.template is not None:
        yield from _templated(rows, options.template)
    else:
        for section in outline(rows, options.group):
            yield from _section(section, options, depth=2)
    notes = {note_label(row): row for row in rows}
    if notes:
        yield ""
    yield from (footnote(row) for row in notes.values())


def _section(section: Section, options: Options, depth: int) -> Iterator[str]:
    yield from ("", f"{'#' * depth} {escaped(section.heading)}")
    if section.about:
        yield from ("", escaped(section.about))
    for label in section.sources:
        yield from ("", f"Source: {source_line(label)}")
    for deeper in section.sections:
        yield from _section(deeper, options, depth + 1)
    for row in section.rows:
        yield from ("", *_quote(row, options))


def _quote(row: ExportRow, options: Options) -> Iterator[str]:
    yield escaped(phrases.together((beside(row, options.group), phrases.manner(row)), " · "))
    yield ""
    yield f"> {escaped(row.quote.text)}[^{note_label(row)}]"
    if around := phrases.context(row):
        yield from ("", f"Context: {escaped(around)}")
    if row.quote.note:
        yield from ("", f"Note: {escaped(row.quote.note)}")
    if row.quote.tags and options.group != "topic":
        yield from ("", f"Topics: {escaped(', '.join(row.quote.tags))}")


def _templated(rows: Iterable[ExportRow], template: str) -> Iterator[str]:
    """Fill the template for each row. One without a footnote gets it at its end: no quote goes out unproved."""
    filled = templates.Template(template, escaped, link_target)
    for row in rows:
        mark = f"[^{note_label(row)}]"
        told = templates.FOOTNOTE in filled.fields
        yield from ("", filled.fill(row, footnote=mark) + ("" if told else mark))


def note_label(row: ExportRow) -> str:
    """Return the name of the quote's footnote, from its id: without a sign that any dialect minds."""
    return f"q{row.quote.meeting}-{row.quote.number}"


def footnote(row: ExportRow) -> str:
    """Return the footnote: the source's short name, address, day of access, the place in it, and the token."""
    label = row.source_label
    facts = phrases.together(
        (
            escaped(phrases.publisher(label)),
            address(label.url),
            escaped(phrases.accessed(label)),
            phrases.place_in_source(row),
        )
    )
    return f"[^{note_label(row)}]: {facts}. {evidence.token(row)}".rstrip()


def source_line(label: SourceLabel) -> str:
    """Return the line that names a source in full."""
    return phrases.together((escaped(phrases.source_name(label)), address(label.url)))


def front_matter(rows: Sequence[ExportRow], options: Options) -> Iterator[str]:
    """Yield a YAML block. Each value is a JSON string, which YAML reads as one and never as a key or a type.

    Inside it is escaped as Markdown, because pandoc reads metadata as Markdown, HTML included.
    """
    facts: dict[str, object] = {
        "title": escaped(options.title),
        "query": escaped(options.query) or None,
        "exported": options.exported,
        "meetings": len({row.meeting.id for row in rows}),
        "quotes": len(rows),
        "officials": [escaped(name) for name in dict.fromkeys(phrases.speaker(row) for row in rows)],
    }
    yield "---"
    for name, fact in facts.items():
        if fact is not None:
            yield f"{name}: {json.dumps(fact, ensure_ascii=False)}"
    yield "---"
