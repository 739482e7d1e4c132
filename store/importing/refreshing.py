"""Pages fetched again: which have changed, and in what; the library keeps the old text beside the new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from store.errors import SourceError
from store.model import Meeting, Quote, Source, SourceLabel
from store.outcomes import Step
from store.reading.header import header
from store.sources.changes import difference, differs, places


class Shelf(Protocol):
    """What refreshing needs of `store.library.Library`."""

    def source(self, source_id: int) -> Source:
        """One source with its text."""

    def quotes(self, meeting_id: int) -> tuple[Quote, ...]:
        """All quotes of a meeting."""

    def renew_source(
        self,
        meeting_id: int,
        old: int,
        new: Source,
        places: Mapping[str, tuple[int, int] | None],
        *,
        now: str | None = None,
    ) -> Step:
        """Put a later version of a source beside the old one, as one step."""


class Fetcher(Protocol):
    """What refreshing needs of `store.sources.Loader`."""

    def load(self, where: str, *, retrieved: str | None = None) -> Source:
        """Fetch a page. Raises `SourceError`."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of one source. ``missing`` are the ids of quotes that no longer stand in the page.

    ``difference`` are sentences, gone ones marked ``- `` and new ones ``+ ``. ``status``: ``own`` is a text that
    somebody wrote about the page (it begins with a header block), so that there is nothing to compare.
    """

    meeting: Meeting
    label: SourceLabel
    status: Literal["same", "changed", "own", "failed"]
    difference: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    error: str | None = None


def refresh(
    shelf: Shelf, meetings: Iterable[Meeting], fetcher: Fetcher, *, now: str, store: bool = True
) -> Iterator[Refreshed]:
    """Fetch the pages of all sources of these meetings, each page once; keep what has changed unless not ``store``.

    Only the latest version of a source is compared, and only sources with an address are fetched. ``now`` is an ISO
    time. Raises `LibraryError` when the library cannot store.
    """
    fetched: dict[str, Source | SourceError] = {}
    for meeting in meetings:
        for label in meeting.sources:
            if not label.url or label.newer is not None:
                continue
            old = shelf.source(label.id)
            if header(old.text).end:
                yield Refreshed(meeting, label, "own")
                continue
            if label.url not in fetched:
                fetched[label.url] = _fetched(fetcher, label.url, now)
            new = fetched[label.url]
            if isinstance(new, SourceError):
                yield Refreshed(meeting, label, "failed", error=str(new))
            elif not differs(old.text, new.text):
                yield Refreshed(meeting, label, "same")
            else:
                yield _renewed(shelf, meeting, label, (old, new), now, store=store)


def _fetched(fetcher: Fetcher, url: str, now: str) -> Source | SourceError:
    try:
        return fetcher.load(url, retrieved=now[:10])
    except SourceError as error:
        return error


def _renewed(
    shelf: Shelf, meeting: Meeting, label: SourceLabel, texts: tuple[Source, Source], now: str, *, store: bool
) -> Refreshed:
    old, new = texts
    quotes = [quote for quote in shelf.quotes(meeting.id) if quote.source == label.id]
    found = places(quotes, old.text, new.text)
    if store:
        shelf.renew_source(meeting.id, label.id, new, found, now=now)
    missing = tuple(name for name, place in found.items() if place is None)
    return Refreshed(meeting, label, "changed", difference(old.text, new.text), missing)
