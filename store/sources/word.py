"""Word files (DOCX) to a Source: paragraphs and table rows in their order, as they read with all changes accepted.

python-docx opens the package; the text is walked here, because python-docx leaves out what was inserted under
tracked changes, and this leaves out what was deleted. Element names are those of ECMA-376, part 1.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.errors import SourceError
from store.model import Source
from store.sources.limits import MAX_TEXT, MAX_UNPACKED, megabytes
from store.sources.raw import Raw
from store.sources.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# The second of two renderings of one thing; what was deleted or moved away; text boxes, read after their paragraph.
_SKIPPED = frozenset(
    {
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}instrText",
        f"{_W}txbxContent",
    }
)


def from_word(raw: Raw) -> Source:
    """Read a DOCX; `SourceError` for one that is damaged, unpacks beyond the limit, or is another kind of ZIP."""
    from docx import Document

    _look_into(raw)
    try:
        document = Document(io.BytesIO(raw.data))
        blocks = list(_blocks(document.element.body))
    except (KeyError, ValueError, zipfile.BadZipFile, SyntaxError) as error:  # XML errors are SyntaxErrors
        raise SourceError(f"{raw.where}: is a damaged Word file ({clean(str(error))})") from None
    text = "\n\n".join(blocks)
    if not text.strip():
        raise SourceError(f"{raw.where}: is empty")
    if len(text) > MAX_TEXT:
        raise SourceError(f"{raw.where}: has more than {MAX_TEXT} characters of text")
    known = document.core_properties
    return Source.of(
        text,
        title=clean(known.title),
        author=clean(known.author),
        url=raw.url,
        retrieved=raw.retrieved,
        language=(clean(known.language) or "")[:2].lower() or None,
    )


def _look_into(raw: Raw) -> None:
    """Refuse what would unpack beyond the limit before anything is unpacked, and archives that are no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as package:
            size = sum(part.file_size for part in package.infolist())
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError):
        raise SourceError(f"{raw.where}: is a damaged ZIP or Word file") from None
    if size > MAX_UNPACKED:
        raise SourceError(
            f"{raw.where}: unpacks to {megabytes(size)}; the limit is {megabytes(MAX_UNPACKED)}"
        )
    if not any(name.startswith("word/") for name in names):
        raise SourceError(f"{raw.where}: is a ZIP archive, but not a Word file")


def _blocks(element: Element) -> Iterator[str]:
    """Yield the paragraphs below ``element``; a table row is one block, its cells set apart by tabs."""
    for child in element:
        if child.tag == f"{_W}p":
            yield from filter(None, ["".join(_written(child)).strip()])
            for box in child.iter(f"{_W}txbxContent"):
                if not any(above.tag in _SKIPPED - {f"{_W}txbxContent"} for above in box.iterancestors()):
                    yield from _blocks(box)
        elif child.tag == f"{_W}tr":
            cells = ["\n".join(_blocks(cell)) for cell in child.iter(f"{_W}tc")]
            yield from filter(None, ["\t".join(cells).strip()])
        elif child.tag not in _SKIPPED:
            yield from _blocks(child)


def _written(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SPACE:
            yield _SPACE[child.tag]
        elif child.tag not in _SKIPPED:
            yield from _written(child)
