"""Quotes as one HTML page: to read, to print, to send. It loads nothing and runs nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape

from store.export import evidence, phrases, templates
from store.export.commonmark import web_address
from store.export.options import Options
from store.export.outline import Section, beside, outline
from store.export.rows import ExportRow
from store.harmless import one_line
from store.model import SourceLabel

STYLE = """
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #222 }
h1, h2, h3, h4 { line-height: 1.2; break-after: avoid }
h2 { margin-top: 2.5rem; border-top: 1px solid #bbb; padding-top: 1rem }
figure { margin: 1rem 0; break-inside: avoid }
blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid #bbb }
figcaption, .about, .source { font-size: .85rem; color: #555; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } a { color: inherit } }
"""
# Only the style above may apply, by its hash; scripts, pictures, frames, forms: nothing else is let in.
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)


def chunks(rows: Iterable[ExportRow], options: Options) -> Iterator[bytes]:
    """Yield the page in pieces, UTF-8."""
    for piece in _pieces(tuple(rows), options):
        yield f"{piece}\n".encode()


def text(value: object) -> str:
    """Return a value as text of a page or of an attribute in quotation marks: inert, on one line."""
    return escape(one_line(str(value)), quote=True)


def _pieces(rows: Sequence[ExportRow], options: Options) -> Iterator[str]:
    title = text(options.title)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{text(_POLICY)}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    if not rows:
        yield "<p>No quotes.</p>"
    if options.template is not None:
        filled = templates.Template(options.template, text, lambda url: text(web_address(url) or ""))
        yield from (f"<p>{filled.fill(row)}</p>{evidence.token(row)}" for row in rows)
    else:
        for section in outline(rows, options.group):
            yield from _section(section, options, 2)
    yield "</body>\n</html>"


def _section(section: Section, options: Options, depth: int) -> Iterator[str]:
    yield f'<section>\n<h{depth} dir="auto">{text(section.heading)}</h{depth}>'
    if section.about:
        yield f'<p class="about">{text(section.about)}</p>'
    for label in section.sources:
        yield f'<p class="source">Source: {text(phrases.source_name(label))}{_link(label)}</p>'
    for deeper in section.sections:
        yield from _section(deeper, options, depth + 1)
    for row in section.rows:
        yield from _figure(row, options)
    yield "</section>"


def _figure(row: ExportRow, options: Options) -> Iterator[str]:
    quote, label = row.quote, row.source_label
    cite = f' cite="{text(web_address(label.url))}"' if web_address(label.url) else ""
    yield f'<figure id="q{quote.meeting}-{quote.number}">{evidence.token(row)}'
    yield f'<blockquote{cite} dir="auto"><p>{text(quote.text)}</p></blockquote>'
    manner = phrases.together((beside(row, options.group), phrases.manner(row)), " · ")
    place = phrases.together(
        (phrases.publisher(label), phrases.accessed(label), phrases.place_in_source(row))
    )
    yield f"<figcaption>{text(manner)}<br>{text(place)}"
    extra = {
        "Context": phrases.context(row),
        "Note": quote.note,
        "Topics": "" if options.group == "topic" else ", ".join(quote.tags),
    }
    yield from (f"<br>{name}: {text(said)}" for name, said in extra.items() if said)
    yield "</figcaption>\n</figure>"


def _link(label: SourceLabel) -> str:
    safe = web_address(label.url)
    return f', <a href="{text(safe)}" rel="noopener noreferrer">{text(safe)}</a>' if safe else ""
