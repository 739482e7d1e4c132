"""Where a source is named, and which way it is read: here, or in a box."""

from __future__ import annotations

from types import TracebackType
from typing import Any, BinaryIO, Self

from store.errors import SourceError
from store.model import Source
from store.sources.box import Box
from store.sources.files import from_place, from_stream
from store.sources.formats import format_of
from store.sources.naming import STDIN, WEB, is_url, scheme
from store.sources.raw import Entry, Feed, Raw
from store.wording import counted


class Loader:
    """Reads any number of sources with one box. A context manager; to be used by one thread at a time."""

    def __init__(self, box: Box | None = None) -> None:
        self._box = box or Box()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._box.close()

    def open(
        self, where: str, *, stdin: BinaryIO | None = None, retrieved: str | None = None
    ) -> Source | Feed:
        """Read the source named ``where``; a feed comes back as the list of its entries. Raises `SourceError`."""
        if is_url(where):
            if scheme(where) not in WEB:
                raise SourceError(f"{where}: is a {scheme(where)}: address; only http and https are fetched")
            return unpacked(self._box.ask({"where": where, "raw": None, "day": retrieved}))
        if where != STDIN:
            return self.read(Raw(where, from_place(where), retrieved=retrieved))
        if stdin is None:
            raise SourceError("-: there is no standard input here")
        return self.read(Raw("standard input", from_stream("standard input", stdin), retrieved=retrieved))

    def load(self, where: str, *, stdin: BinaryIO | None = None, retrieved: str | None = None) -> Source:
        """Read the source named ``where``. Raises `SourceError`, for a feed too."""
        made = self.open(where, stdin=stdin, retrieved=retrieved)
        if isinstance(made, Feed):
            texts = counted(len(made.entries), "text")
            raise SourceError(f"{where}: is a feed of {texts}, not a text; `diplo-tui add` takes them")
        return made

    def read(self, raw: Raw) -> Source | Feed:
        """Read bytes that are already here."""
        row = format_of(raw)
        if not row.boxed:
            return row.read(raw)
        known = {name: getattr(raw, name) for name in ("where", "media_type", "charset", "url", "retrieved")}
        return unpacked(self._box.ask({"where": raw.where, "raw": known}, raw.data))


def unpacked(answer: dict[str, Any]) -> Source | Feed:
    """Turn a box's answer back into records."""
    if "source" in answer:
        return Source(**answer["source"])
    feed = answer["feed"]
    return Feed(feed["where"], feed["title"], tuple(Entry(**entry) for entry in feed["entries"]))
