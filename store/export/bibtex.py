"""Sources as BibTeX, the quotes from each in its ``annote``; BibLaTeX, pandoc, Zotero and JabRef read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from store.export import dates, phrases
from store.export.commonmark import web_address
from store.export.options import Options
from store.export.references import Reference, references
from store.export.rows import ExportRow
from store.harmless import one_line

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MACROS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
# BibTeX counts braces, also those behind a backslash, so that single ones must be named; pandoc knows no such names.
_SINGLE_BRACES = {**MACROS, "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_SPECIAL = re.compile("[" + re.escape("".join(MACROS)) + "]")
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[?!])(?=`)")


def chunks(rows: Iterable[ExportRow], options: Options) -> Iterator[bytes]:
    """Yield an entry a source, UTF-8; no rows make an empty file, which is valid."""
    for reference in references(rows):
        yield _entry(reference).encode()


def tex(text: str) -> str:
    """Return text on one line as LaTeX that prints it sign by sign, with balanced braces."""
    apart = _LIGATURE.sub("\0", one_line(text))
    macros = MACROS if _balanced(apart) else _SINGLE_BRACES
    return _SPECIAL.sub(lambda found: macros[found.group()], apart).replace("\0", "{}")


def _balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _entry(reference: Reference) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(reference).items() if value)
    return f"@{'online' if web_address(reference.label.url) else 'misc'}{{{reference.key},\n{fields}}}\n\n"


def _fields(reference: Reference) -> dict[str, str]:
    label = reference.label
    published = dates.parts(label.published)
    return {
        "title": _verbatim(reference.title),
        "author": _verbatim(label.author),
        "organization": _verbatim(label.publisher),
        "year": f"{{{published.year}}}" if published else "",
        "month": MONTHS[published.month - 1] if published and published.month else "",
        "date": _braced(
            dates.iso(label.published)
        ),  # behind year and month, because the last one counts for Zotero
        "url": _braced(web_address(label.url)),
        "urldate": _braced(dates.iso(label.retrieved)),
        "keywords": _braced(tex(", ".join(reference.tags))),
        "annote": _braced("; ".join(_annotation(row) for row in reference.rows)),
        "sha256": _braced(label.sha256),
    }


def _annotation(row: ExportRow) -> str:
    facts = (phrases.person(row), row.quote.kind, f"characters {row.quote.start}–{row.quote.end}")
    return tex(f"“{one_line(row.quote.text)}” ({phrases.together(facts)})")


def _braced(value: str | None) -> str:
    return f"{{{value}}}" if value else ""


def _verbatim(value: str | None) -> str:
    """Return a value in two pairs of braces: capitals stay, and a name is not split into first and last."""
    return f"{{{{{tex(value)}}}}}" if value else ""
