"""What makes a quote checkable: which text, which characters of it, and when it was read.

The token is one HTML comment of plain ASCII. It is written beside the same facts in words: what keeps comments
(an editor, pandoc, GitHub, Obsidian) keeps all 64 digits of the hash, and what drops them leaves the short form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.export import dates
from store.export.rows import ExportRow

_TOKEN = re.compile(
    r"<!--\s*diplo-tui\s+quote=(?P<id>[0-9]+\.[0-9]+)\s+span=(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12})"
    r"(?:\s+accessed=(?P<accessed>[0-9-]{4,10}))?\s+sha256=(?P<sha256>[0-9a-f]{64})\s*-->"
)
_WORDS = re.compile(
    r"characters\s+(?P<start>[0-9]{1,12})\s*[-–—]{1,2}\s*(?P<end>[0-9]{1,12}),?\s+sha256\s+(?P<sha256>[0-9a-f]{12,64})"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote claims to stand. ``sha256`` may be its beginning only; ``id`` is empty where unknown."""

    sha256: str
    start: int
    end: int
    id: str = ""


def token(row: ExportRow) -> str:
    """Return the comment to set beside a quote; empty where the source has no hash."""
    if not row.source_label.sha256:
        return ""
    read = dates.iso(row.source_label.retrieved)
    parts = (
        f"quote={row.quote.id}",
        f"span={row.quote.start}-{row.quote.end}",
        f"accessed={read}" if read else "",
        f"sha256={row.source_label.sha256}",
    )
    return f"<!-- diplo-tui {' '.join(part for part in parts if part)} -->"


def place(note: str, id: str = "") -> Place | None:
    """Read the place back from a note, from its comment if it is still there, else from its words."""
    found = _TOKEN.search(note) or _WORDS.search(note)
    if found is None:
        return None
    facts = found.groupdict()
    return Place(facts["sha256"], int(facts["start"]), int(facts["end"]), facts.get("id") or id)
