"""PDF to a Source: the text in the order in which it was written, mended by `store.sources.lines`."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from store.errors import SourceError
from store.model import Source
from store.sources.limits import MAX_PAGES, MAX_TEXT
from store.sources.lines import Line, running_text
from store.sources.raw import Raw
from store.sources.text import clean

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_FEWEST_WORDS = 5
_FILE_NAME = re.compile(r"^Microsoft Word - |\.(?:docx?|odt|pdf|indd|rtf|p65)$|^untitled", re.I)


def from_pdf(raw: Raw) -> Source:
    """Read a PDF; `SourceError` for one that is encrypted, has no text (a scan), or is too large."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(raw.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{raw.where}: is encrypted; save it without its password first")
        text = running_text(list(_lines(reader, raw.where)))
    except DependencyError:
        raise SourceError(f"{raw.where}: is encrypted in a way that cannot be read here") from None
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        # pypdf meets broken structures with any of these
        raise SourceError(
            f"{raw.where}: is a damaged PDF ({clean(str(error)) or type(error).__name__})"
        ) from None
    if len(text.split()) < _FEWEST_WORDS:
        raise SourceError(
            f"{raw.where}: has no text in it; a scan has to go through character recognition first"
        )
    known: Any = reader.metadata or {}
    title = clean(str(known.get("/Title") or ""))
    return Source.of(
        text.encode("utf-8", "replace").decode(),
        title=None if title and _FILE_NAME.search(title) else title,
        author=clean(str(known.get("/Author") or "")),
        url=raw.url,
        retrieved=raw.retrieved,
        language=_language(reader),
    )


def _lines(reader: PdfReader, where: str) -> Iterator[Line]:
    pages = len(reader.pages)
    if pages > MAX_PAGES:
        raise SourceError(f"{where}: has {pages} pages; the limit is {MAX_PAGES}")
    characters = 0
    for number, page in enumerate(reader.pages):
        for line in _lines_of(number, page):
            characters += len(line.text)
            if characters > MAX_TEXT:
                raise SourceError(f"{where}: has more than {MAX_TEXT} characters of text")
            yield line


def _lines_of(number: int, page: PageObject) -> list[Line]:
    """Collect the lines of a page as pypdf puts them together, each with the place of its first letters."""
    lines: list[Line] = []
    parts: list[str] = []
    place = (0.0, 0.0, 1.0)

    def finish() -> None:
        if text := "".join(parts).strip():
            lines.append(Line(number, text, *place))
        parts.clear()

    def visit(
        text: str, page_matrix: list[float], text_matrix: list[float], _font: object, size: float
    ) -> None:
        nonlocal place
        for index, piece in enumerate(text.split("\n")):
            if index:
                finish()
            if piece.strip() and not "".join(parts).strip():
                place = (
                    *_place(page_matrix, text_matrix),
                    abs(size * _scale(page_matrix, text_matrix)) or 1.0,
                )
            parts.append(piece)

    page.extract_text(visitor_text=visit)
    finish()
    return lines


def _place(page: list[float], text: list[float]) -> tuple[float, float]:
    """Return x and y of a text matrix under a page matrix (PDF 32000-1, 8.3.4), in points."""
    return (
        text[4] * page[0] + text[5] * page[2] + page[4],
        text[4] * page[1] + text[5] * page[3] + page[5],
    )


def _scale(page: list[float], text: list[float]) -> float:
    return text[3] * page[3] + text[2] * page[1]


def _language(reader: PdfReader) -> str | None:
    declared = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", str(reader.root_object.get("/Lang", "")))
    return declared[0].lower() if declared else None
