"""The quotes of an exported file that somebody may have edited since, each with its proof."""

from __future__ import annotations

from store.errors import ExportError
from store.export.claims.claim import Claim

__all__ = ["Claim", "claims"]

_ENCODINGS = ("utf-8-sig", "cp1252")  # the second is what Excel saves CSV in, in western Europe


def claims(name: str, data: bytes) -> list[Claim]:
    """Read the quotes of a file; ``name`` is only used to tell its format and in errors.

    Markdown, CSV (commas, semicolons or tabs), HTML, CSL-JSON, JSON Lines of whole meetings, and what
    ``diplo-tui quotes --json`` prints. Raises `ExportError` where the file is none of them.
    """
    text = _decoded(name, data)
    if "\0" in text:
        raise ExportError(f"{name} is not a text file.")
    suffix = name.lower().rpartition(".")[2]
    start = text.lstrip()[:1]
    if suffix in ("json", "jsonl", "ndjson") or (
        suffix not in ("md", "markdown", "csv", "tsv") and start == "{"
    ):
        from store.export.claims.objects import read_objects

        return read_objects(name, text)
    if suffix in ("csv", "tsv"):
        from store.export.claims.cells import read_cells

        return read_cells(name, text)
    if suffix in ("html", "htm"):
        from store.export.claims.figures import read_figures

        return read_figures(text)
    from store.export.claims.notes import read_notes

    return read_notes(text)


def _decoded(name: str, data: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ExportError(f"{name} is neither UTF-8 nor Windows text.")
