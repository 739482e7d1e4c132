"""Sources as CSL-JSON, which Zotero, pandoc and every citation processor take; the quotes go along in ``custom``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.export import dates
from store.export.commonmark import web_address
from store.export.json_lines import dumps
from store.export.options import Options
from store.export.references import Reference, references
from store.export.rows import ExportRow


def chunks(rows: Iterable[ExportRow], options: Options) -> Iterator[bytes]:
    """Yield one JSON array with an item a source, UTF-8."""
    yield f"{dumps([item(reference) for reference in references(rows)], indent=True)}\n".encode()


def item(reference: Reference) -> dict[str, object]:
    """Return the item of one source, without the keys of which nothing is known.

    ``custom`` is the schema's own place for what it does not name (CSL-JSON 1.0.2); ``note`` is Zotero's *Extra*.
    """
    label = reference.label
    address = web_address(label.url)
    known = {
        "id": reference.key,
        "type": "webpage" if address else "document",
        "title": reference.title,
        "author": [{"literal": label.author}] if label.author else None,
        "container-title": label.publisher,
        "issued": _date(label.published),
        "accessed": _date(label.retrieved),
        "URL": address,
        "keyword": ", ".join(reference.tags) or None,
        "note": f"sha256: {label.sha256}" if label.sha256 else None,
        "custom": {"sha256": label.sha256, "quotes": [_quote(row) for row in reference.rows]},
    }
    return {name: value for name, value in known.items() if value is not None}


def _quote(row: ExportRow) -> dict[str, object]:
    return {
        "id": row.quote.id,
        "speaker": row.quote.speaker,
        "office": row.office,
        "country": row.country,
        "date": row.meeting.date,
        "kind": row.quote.kind,
        "cue": row.quote.cue,
        "text": row.quote.text,
        "start": row.quote.start,
        "end": row.quote.end,
    }


def _date(date: str | None) -> dict[str, object] | None:
    found = dates.parts(date)
    return {"date-parts": [[part for part in found if part]]} if found else None
