"""Looking into a library. What comes out is frozen and stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from store.keeping import exchange, following
from store.keeping.checking import check
from store.keeping.identity import LikelySame, likely_same
from store.library.door import Door
from store.model import Meeting, Official, Quote, Source
from store.outcomes import Counts, Problem

if TYPE_CHECKING:
    from store.search import Index


class Looking(Door):
    """What is there, and what changed."""

    def meetings(self) -> Sequence[Meeting]:
        """Return all meetings, newest first, unknown dates last; each is read when it is first looked at.

        The list stays as it is, whatever becomes of the meetings: ask anew for what changed.
        """
        tables = self._tables
        with tables.log.threads:
            tables.log.rows("meetings")
            changes = tables.newest.changes
            if self._listed is not None and self._listed[0] == changes:
                return self._listed[1]
            ids = tables.newest.ids()
        # Of a large library this takes long, and whoever reads a meeting meanwhile must not wait for it.
        with suppress(KeyError):
            listed = tables.listed(ids)
        with tables.log.threads:
            if tables.newest.changes != changes:  # and places with it
                changes = tables.newest.changes
                listed = tables.listed(tables.newest.ids())
            self._listed = (changes, listed)
            return listed

    def meeting(self, meeting_id: int) -> Meeting:
        """Return a meeting. Raises `LibraryError` if it is not there."""
        with self._tables.log.threads:
            return self._tables.meeting(meeting_id)

    def has_meeting(self, meeting_id: int) -> bool:
        """Tell whether a meeting is there, without reading it."""
        with self._tables.log.threads:
            return self._tables.has_meeting(meeting_id)

    def meeting_with_text(self, sha256: str) -> int | None:
        """Return the meeting that has a source with this sum, ``None`` if none has."""
        with self._tables.log.threads:
            return self._tables.meeting_with_text(sha256)

    def quotes(self, meeting_id: int) -> tuple[Quote, ...]:
        """Return a meeting's quotes in the order of its sources and of their places in them; ``()`` if none."""
        with self._tables.log.threads:
            return self._tables.shelf(meeting_id).quotes

    def quote(self, quote_id: str) -> Quote:
        """Return a quote by its name, ``"12.3"``. Raises `LibraryError` if it is not there."""
        with self._tables.log.threads:
            return self._tables.quote(quote_id)

    def source(self, source_id: int) -> Source:
        """Return a source with its text. Raises `LibraryError` if it is not there."""
        with self._tables.log.threads:
            return self._tables.source(source_id)

    def officials(self) -> list[Official]:
        """Return all officials in the order of their names."""
        with self._tables.log.threads:
            return sorted(self._tables.identities.officials.values(), key=lambda one: (one.name, one.id))

    def official(self, official_id: int) -> Official:
        """Return an official. Raises `LibraryError` if they are not there."""
        with self._tables.log.threads:
            return self._tables.official(official_id)

    def likely_same(self) -> list[LikelySame]:
        """Return pairs of officials who may be one person, likeliest first; merging them is a person's choice."""
        return list(likely_same(self.officials()))

    def meetings_of(self, official_id: int) -> Sequence[Meeting]:
        """Return the meetings where an official met or was quoted, newest first; each read when it is looked at."""
        with self._tables.log.threads:
            found = self._tables.meetings_of({official_id})
            return self._tables.listed(self._tables.newest.in_order(found))

    def counts(self) -> Counts:
        """Return how many meetings, officials and quotes there are."""
        with self._tables.log.threads:
            return self._tables.counts()

    def record(self, meeting_id: int) -> dict[str, Any]:
        """Return a meeting with its sources and quotes as one line of ``export --format jsonl``."""
        with self._tables.log.threads:
            return exchange.record_of(self._tables, meeting_id)

    @property
    def index(self) -> Index:
        """The full-text index, opened when first asked for. It may be behind: see `Index.catch_up`."""
        from store.search import Index, index_path

        with self._tables.log.threads:
            if self._index is None:
                self._index = Index(self, index_path(self.folder))
            return self._index

    def check(self) -> list[Problem]:
        """Look over the whole library, every quote against its source, and return what is wrong."""
        with self._tables.log.threads:
            return check(self._tables)

    def mark(self) -> str:
        """Return a name of this state of the library, to ask later what changed since."""
        with self._tables.log.threads:
            return following.mark(self._tables)

    def changed_meetings(self, since: str) -> frozenset[int] | None:
        """Return the meetings written since a `mark`, deleted ones too; ``None`` if it may be all."""
        with self._tables.log.threads:
            return following.changed_meetings(self._tables, since)

    def changed_officials(self, since: str) -> frozenset[int] | None:
        """Return the officials written since a `mark`; ``None``: perhaps all (`keeping.following`)."""
        with self._tables.log.threads:
            return following.changed_officials(self._tables, since)
