"""The failures a person can cause, each with one sentence they can act on."""

from __future__ import annotations


class DiploError(Exception):
    """Base of all expected failures. ``str(error)`` is one sentence for the person, without a traceback."""


class SourceError(DiploError):
    """A file, page or pasted text that could not be turned into a source."""


class LibraryError(DiploError):
    """A library folder that cannot be opened, read or written."""


class QueryError(DiploError):
    """A filter that cannot be understood. ``position`` is the offset of the trouble in what was typed."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class ExportError(DiploError):
    """An export that cannot be written, a template that cannot be filled, or an export that cannot be read."""


class AmbiguousError(DiploError):
    """A name or filter that fits nothing, or more than the one thing asked for."""
