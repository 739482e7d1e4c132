"""The one place of the store that looks at the clock; everything else is given the time."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> str:
    """Return the time now, ISO 8601 in UTC to the second: ``2026-01-05T10:11:12+00:00``."""
    return datetime.now(UTC).isoformat(timespec="seconds")
