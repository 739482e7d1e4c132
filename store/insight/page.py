"""A library's overview as one HTML page with charts: it loads nothing, runs nothing, and opens without a network.

Every number leads to a list further down of what it counts: the first few meetings or quotes, and the filter that
finds all of them.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from shlex import quote as for_shell

from store.export.commonmark import web_address
from store.export.page import text
from store.insight.charts import bars, columns, grid
from store.insight.evidence import label_name
from store.insight.formulas import Formula
from store.insight.report import LISTED, Report
from store.insight.silence import Silence
from store.insight.tables import Cell, Table
from store.model import Meeting, Quote
from store.wording import attribution, counted

_CHARTS = {"months": columns, "tally": bars, "matrix": grid}


@cache
def _style() -> str:
    return (files("store") / "data" / "insight" / "report.css").read_text("utf-8")


def _policy() -> str:
    """Let only the page's own style apply, by its hash: no scripts, pictures, frames or forms."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@dataclass(slots=True)
class _Lists:
    """The numbers of the page in order, so that each can be given a place to lead to."""

    places: dict[int, str] = field(default_factory=dict)
    cells: list[tuple[str, Cell]] = field(default_factory=list)

    def take(self, table: Table) -> None:
        for name, row in zip(table.rows, table.cells, strict=True):
            for across, cell in zip(table.columns, row, strict=True):
                if cell.count and id(cell) not in self.places:
                    self.places[id(cell)] = f"n{len(self.cells) + 1}"
                    along = "" if across == table.counted else f" – {across}"
                    self.cells.append((f"{table.title}: {name}{along}", cell))

    def link(self, cell: Cell) -> str | None:
        return f"#{self.places[id(cell)]}" if id(cell) in self.places else None


def page(report: Report) -> Iterator[bytes]:
    """Yield the page in pieces, UTF-8."""
    for piece in _pieces(report):
        yield f"{piece}\n".encode()


def _pieces(report: Report) -> Iterator[str]:
    lists = _Lists()
    for table in report.tables:
        lists.take(table)
    title = text(report.title)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{text(_policy())}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_style()}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    yield f'<p class="about">{text(report.about)}, as of {text(report.day)}.</p>'
    yield from (f"<p>{text(one)}</p>" for one in report.remarks)
    for table in report.tables:
        yield from _chart(table, lists)
    yield from _formulas(report.formulas.found)
    yield from _silences(report.silences)
    yield "<h2>What is counted</h2>"
    for name, cell in lists.cells:
        yield from _listed(name, cell, lists.places[id(cell)], report)
    yield "</body>\n</html>"


def _chart(table: Table, lists: _Lists) -> Iterator[str]:
    yield f"<h2>{text(table.title)}</h2>"
    if not table.rows:
        yield "<p>Nothing to count.</p>"
        return
    yield f'<div class="chart">{_CHARTS[table.shape](table, lists.link)}</div>'
    if table.left_out:
        yield f'<p class="about">Not shown: {counted(table.left_out, "more row")}.</p>'


def _formulas(found: Sequence[Formula]) -> Iterator[str]:
    yield "<h2>Formulas</h2>"
    if not found:
        yield "<p>No phrase of four words or more recurs in three meetings.</p>"
        return
    yield "<table><tr><th>phrase</th><th>meetings</th><th>first – last</th><th>most by</th></tr>"
    for one in found:
        when = f"{one.first} – {one.last}" if one.first else "undated"
        who = one.usages[0].speaker or "speaker unknown"
        yield f'<tr><td dir="auto">{text(one.text)}</td><td>{one.meetings:,}</td>'
        yield f"<td>{text(when)}</td><td>{text(who)}</td></tr>"
    yield "</table>"


def _silences(found: Sequence[Silence]) -> Iterator[str]:
    yield "<h2>No longer heard</h2>"
    if not found:
        yield "<p>Nothing that was often spoken of has fallen silent.</p>"
        return
    yield "<table><tr><th>who</th><th>topic</th><th>heard at</th><th>last</th><th>meetings since</th></tr>"
    for one in found:
        often = f"{one.heard:,} of {one.of:,} meetings"
        yield f"<tr><td>{text(one.who)}</td><td>{text(one.topic)}</td><td>{often}</td>"
        yield f"<td>{text(one.last)}</td><td>{one.since:,}</td></tr>"
    yield "</table>"


def _listed(name: str, cell: Cell, place: str, report: Report) -> Iterator[str]:
    yield f'<section id="{place}"><h3 dir="auto">{text(name)} ({cell.count:,})</h3>\n<ul>'
    if cell.quotes:
        for quote in cell.quotes[:LISTED]:
            yield _quote(report.quotes[quote], report.meetings[report.quotes[quote].meeting])
    else:
        for number in cell.meetings[:LISTED]:
            meeting = report.meetings[number]
            yield f'<li dir="auto">{text(meeting.date or "no date")} {text(meeting.title)}</li>'
    yield "</ul>"
    if cell.query and cell.count > LISTED:
        verb = "quotes" if cell.quotes else "list"
        yield f'<p class="about">All of them: <code>diplo-tui {verb} {text(for_shell(cell.query))}</code></p>'
    yield "</section>"


def _quote(quote: Quote, meeting: Meeting) -> str:
    label = next((source for source in meeting.sources if source.id == quote.source), None)
    address = web_address(label.url) if label else None
    name = text(label_name(label)) if label else "source"
    source = f'<a href="{text(address)}" rel="noopener noreferrer">{name}</a>' if address else name
    who = attribution(quote.speaker or "speaker unknown", quote.cue)
    said = f"{text(who)}: {text(quote.text)}"
    place = f"{text(meeting.date or 'no date')}, {source}, characters {quote.start}–{quote.end}"
    return f'<li dir="auto">{said} <span class="place">({place})</span></li>'
