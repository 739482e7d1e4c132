"""The sources behind the quotes, for the formats of bibliographies: one entry a source, with the quotes from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from store.export import dates, phrases
from store.export.rows import ExportRow
from store.harmless import one_line
from store.model import SourceLabel

_KEY_HASH = (
    6  # hexadecimal digits of the hash in a key: two texts of one publisher and year that share them are rare
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A source, its citation key, and the rows quoted from it."""

    key: str
    label: SourceLabel
    rows: tuple[ExportRow, ...]

    @property
    def title(self) -> str:
        """The source's title, or that of the meeting it tells of."""
        return one_line(self.label.title or "") or one_line(self.rows[0].meeting.title)

    @property
    def tags(self) -> list[str]:
        """The tags of the quotes, each once."""
        return list(dict.fromkeys(one_line(tag) for row in self.rows for tag in row.quote.tags))


def references(rows: Iterable[ExportRow]) -> list[Reference]:
    """Return the sources in the order in which the rows first name them."""
    grouped: dict[str, list[ExportRow]] = {}
    for row in rows:
        grouped.setdefault(row.source_label.sha256 or f"id {row.source_label.id}", []).append(row)
    made: list[Reference] = []
    taken: set[str] = set()
    for group in grouped.values():
        label = group[0].source_label
        key = citation_key(label)
        if key in taken:
            key = f"{key}-{label.id}"
        taken.add(key)
        made.append(Reference(key, label, tuple(group)))
    return made


def citation_key(label: SourceLabel) -> str:
    """Return a key of ASCII letters, digits and hyphens: publisher, year, start of the hash.

    It comes from the source alone, so that it stays the same in every export and a manuscript can rely on it.
    """
    folded = unicodedata.normalize("NFKD", phrases.publisher(label)).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", folded.lower())
    published = dates.parts(label.published)
    year = f"{published.year:04}" if published else ""
    return f"{'-'.join(words)[:30].strip('-') or 'source'}{year}-{label.sha256[:_KEY_HASH] or label.id}"
