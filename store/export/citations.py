"""One quote for the clipboard: citations in three styles, the quote with its attribution, and both as Markdown.

The forms are those for a web page in the *Publication Manual of the APA* (7th edition, 10.16), the *Chicago Manual of
Style* (17th edition, 14.207) and the *MLA Handbook* (9th edition, 5.1–5.99). Names stay as they are given: a program
cannot tell the family name of *Zhao Leji* or of a ministry's press office, and a wrong inversion is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from store.export import dates, phrases
from store.export.commonmark import address, escaped, link_target
from store.export.rows import ExportRow
from store.harmless import one_line

_SHORT_MONTHS = (
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)


def apa(row: ExportRow, accessed: str | None = None) -> str:
    """Return an APA reference. ``accessed`` is an ISO day; without one, the day the source was read."""
    label = row.source_label
    author, site = label.author or phrases.publisher(label), label.publisher if label.author else None
    issued = _year_first(label.published) or "n.d."
    read = _american(accessed or label.retrieved)
    tail = f"Retrieved {read}, from {label.url}" if label.url and read else label.url
    return _sentences(author, f"({issued})", _title(row), site, address=tail)


def chicago(row: ExportRow, accessed: str | None = None) -> str:
    """Return a Chicago note, the place of the quote last. ``accessed`` as in `apa`."""
    label = row.source_label
    read = _american(accessed or label.retrieved)
    rest = (
        label.publisher,
        _american(label.published),
        f"accessed {read}" if read else None,
        label.url,
    )
    opening = phrases.together((label.author, f"“{_inner(_title(row))},”"))
    return one_line(f"{opening} {phrases.together(rest)}") + "."


def mla(row: ExportRow, accessed: str | None = None) -> str:
    """Return an MLA entry. ``accessed`` as in `apa`."""
    label = row.source_label
    container = phrases.together((label.publisher, _day_first(label.published), label.url))
    read = _day_first(accessed or label.retrieved)
    return _sentences(
        label.author, f"“{_inner(_title(row))}.”", container, f"Accessed {read}" if read else None
    )


CITATIONS: Mapping[str, Callable[[ExportRow, str | None], str]] = MappingProxyType(
    {"APA": apa, "Chicago note": chicago, "MLA": mla}
)


def attributed(row: ExportRow) -> str:
    """Return the quote and who said it, where, when, and who reports it.

    Only a direct quote is put in quotation marks; the words of reported speech are the source's, and said to be.
    """
    said = one_line(row.quote.text)
    facts = (
        phrases.person(row),
        row.meeting.place,
        dates.span(row.meeting.date, row.meeting.end_date),
        f"{'' if row.quote.kind == 'direct' else 'as '}reported by {phrases.publisher(row.source_label)}",
    )
    marked = f"“{said}”" if row.quote.kind == "direct" else said
    return f"{marked} — {one_line(phrases.together(facts))}"


def markdown_quote(row: ExportRow) -> str:
    """Return the quote as a Markdown block quote with its attribution and a link to the source."""
    label = row.source_label
    who = phrases.together(
        (phrases.person(row), row.meeting.place, dates.span(row.meeting.date, row.meeting.end_date))
    )
    name, target = escaped(phrases.publisher(label)), link_target(label.url)
    source = f"[{name}]({target})" if target else phrases.together((name, address(label.url)))
    return f"> {escaped(row.quote.text)}\n>\n> — {escaped(who)} ({source})\n"


def _title(row: ExportRow) -> str:
    return one_line(row.source_label.title or row.meeting.title).rstrip(".,")


def _inner(title: str) -> str:
    """Return a title for use between quotation marks: its own become single ones."""
    return title.translate({ord("“"): "‘", ord("”"): "’"})


def _sentences(*parts: str | None, address: str | None = None) -> str:
    """Join parts, each closed by one full stop; an address comes last and bare, so that a click leads there."""
    lines = [one_line(part) for part in parts if part]
    closed = " ".join(
        line if line.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{line}." for line in lines
    )
    return f"{closed} {one_line(address)}" if address else closed


def _american(date: str | None) -> str:
    """Return ``November 21, 2023``."""
    found = dates.parts(date)
    if found is None or not found.day:
        return dates.long(date)
    return f"{dates.MONTHS[found.month - 1]} {found.day}, {found.year:04}"


def _year_first(date: str | None) -> str:
    """Return ``2023, November 21``."""
    found = dates.parts(date)
    if found is None or not found.month:
        return dates.long(date)
    day = f" {found.day}" if found.day else ""
    return f"{found.year:04}, {dates.MONTHS[found.month - 1]}{day}"


def _day_first(date: str | None) -> str:
    """Return ``21 Nov. 2023``."""
    found = dates.parts(date)
    if found is None or not found.month:
        return dates.long(date)
    day = f"{found.day} " if found.day else ""
    return f"{day}{_SHORT_MONTHS[found.month - 1]} {found.year:04}"
