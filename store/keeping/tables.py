"""The library's four tables with typed records going in and out, and what is kept of them in memory.

``meetings`` holds only what lists and filters need; ``quotes`` a meeting's quotes under the meeting's id; ``sources``
the texts; ``officials`` the persons. Each is opened when first asked for. Inside a step, reading sees what the step
has done so far.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from store.errors import LibraryError
from store.keeping.identity import Identities
from store.keeping.listed import Meetings
from store.keeping.newest import Newest
from store.keeping.records import (
    Shelf,
    in_order,
    meeting_document,
    meeting_of,
    official_document,
    official_of,
    shelf_document,
    shelf_of,
    source_document,
    source_of,
)
from store.keeping.splicing import EMPTY, with_quotes_changed
from store.log import LogDB, LogStorage, LogTable
from store.log.mentions import Mentions, needles_of
from store.log.storage import Changes
from store.model import Meeting, Official, Quote, Source
from store.outcomes import Counts

_SUM, _DIGITS = b'"sha256":"', 64  # how a text's sum is written


class Tables:
    """The database of one folder. Methods raise `LibraryError` where an id is not in it."""

    def __init__(self, folder: Path, clock: Callable[[], str], on_wait: Callable[[str], None] | None) -> None:
        self.newest = Newest()
        self._cache: dict[int, Meeting] = {}
        self._identities: Identities | None = None
        self._texts: dict[str, int] | None = None
        self._written: dict[int, Meeting] = {}
        self._put: dict[int, Official] = {}
        self._just_now = Newest()
        self._mentions: Mentions | None = None
        self.db = LogDB(
            folder,
            clock=clock,
            on_wait=on_wait,
            on_change=self._changed,
            on_end=self._ended,
            peeks={"meetings": self.newest},
            live=False,
        )
        assert isinstance(self.db.storage, LogStorage)
        self.log: LogStorage = self.db.storage
        """The log below."""
        self.step = self.log.step
        """Make one step of what the block does (`LogStorage.step`)."""

    def table(self, name: str) -> LogTable:
        """Return a TinyDB table by name."""
        return self.db.table(name)  # type: ignore[return-value]

    def _ended(self, made: bool) -> None:
        if not made:
            # What was learnt inside the step is not so.
            self._identities = None
            self._texts = None
        self._put.clear()
        if self._written:
            self._written.clear()
            self._just_now = Newest()

    def _changed(self, changes: Changes) -> None:
        for name, ids in changes.items():
            if name == "meetings":
                if ids is None:
                    self._cache.clear()
                for meeting_id in ids or ():
                    self._cache.pop(meeting_id, None)
            elif name == "officials" and self._identities is not None:
                if ids is None:
                    self._identities = None
                else:
                    self._renew_identities(self._identities, ids)

    def _renew_identities(self, identities: Identities, ids: Iterable[int]) -> None:
        for official_id in ids:
            if official_id in self._put:
                continue
            document = self.table("officials").one(official_id)
            if document is None:
                identities.drop(official_id)
            else:
                identities.put(official_of(official_id, document))

    # -- meetings ---------------------------------------------------------------------------------------------

    def has_meeting(self, meeting_id: int) -> bool:
        """Tell whether there is such a meeting."""
        return self.table("meetings").has(meeting_id)

    def meeting(self, meeting_id: int) -> Meeting:
        """Return a meeting; once read it is kept in memory."""
        known = self._written.get(meeting_id) if self.log.in_step else None
        known = known or self._cache.get(meeting_id)
        if known is not None and (not self.log.in_step or self.has_meeting(meeting_id)):
            return known
        document = self.table("meetings").one(meeting_id)
        if document is None:
            raise LibraryError(f"There is no meeting {meeting_id} in this library")
        meeting = meeting_of(meeting_id, document)
        if not self.log.in_step:
            self._cache[meeting_id] = meeting
        return meeting

    def next_meeting(self) -> int:
        """Return an id for a new meeting: not one that damage took the meeting of, and left the quotes."""
        return max(self.table("meetings").next_id(), self.table("quotes").next_id())

    def listed(self, ids: list[int]) -> Meetings:
        """Return meetings that are there, by their ids, as a list that stays as they are now."""
        return Meetings(ids, self.log.rows("meetings").lying(ids), self._meeting_as_listed)

    def _meeting_as_listed(self, meeting_id: int, place: int) -> Meeting:
        """Return a meeting as it stood on the line at a place; without title and date if nothing is left of it."""
        with self.log.threads:
            rows = self.log.rows("meetings")
            if rows.find(meeting_id) == place:
                with suppress(LibraryError):  # deleted within the running step, or damaged
                    return self.meeting(meeting_id)
            document = rows.version(meeting_id, place) or self.table("meetings").one(meeting_id)
            return meeting_of(meeting_id, document) if document else Meeting(title="", id=meeting_id)

    def put_meeting(self, meeting: Meeting) -> None:
        """Store a meeting under its id."""
        self.table("meetings").replace({meeting.id: meeting_document(meeting)})
        self._written[meeting.id] = meeting
        self._just_now.put(meeting)
        if self._texts is not None:
            self._texts.update((label.sha256, meeting.id) for label in meeting.sources)

    def drop_meeting(self, meeting_id: int) -> None:
        """Delete a meeting with its quotes; its sources are the caller's business."""
        self.table("meetings").replace({meeting_id: None})
        self.table("quotes").replace({meeting_id: None})
        self._written.pop(meeting_id, None)

    def meetings_during(
        self, first: str | None, last: str | None, officials: Collection[int]
    ) -> list[Meeting]:
        """Return the meetings of a period that one of some officials may have been at, or nobody is known to have.

        Those of the running step are among them; there are none without a first day.
        """
        if first is None:
            return []
        last = max(first, last or first)
        ids = dict.fromkeys((*self.newest.during(first, last), *self._just_now.during(first, last)))
        perhaps = self._perhaps_of(ids, officials)
        found = [self.meeting(one) for one in perhaps if self.has_meeting(one)]
        return [one for one in found if one.date and one.date <= last and (one.end_date or one.date) >= first]

    def _perhaps_of(self, ids: Iterable[int], officials: Collection[int]) -> Iterator[int]:
        """Leave out the meetings whose line names participants, and none of the officials: few need be parsed."""
        needles = needles_of("official", officials)
        rows = self.log.rows("meetings")
        for one in ids:
            line = b"" if one in self._written or one in self._cache else rows.line(one)
            if b'"participants":[' not in line:
                yield one
                continue
            for needle in needles:
                if needle in line:
                    yield one
                    break

    def meeting_with_text(self, sha256: str) -> int | None:
        """Return the meeting that has a source with this sum, ``None`` if none has."""
        if self._texts is None:
            self._texts = {}
            for one, line in self.log.rows("meetings").newest_lines():
                at = line.find(_SUM)
                while at >= 0:  # a pattern takes three times as long, and there may be 100,000 lines
                    self._texts[
                        line[at + len(_SUM) : at + len(_SUM) + _DIGITS].decode("ascii", "replace")
                    ] = one
                    at = line.find(_SUM, at + len(_SUM))
            for meeting in self._written.values():
                self._texts.update((label.sha256, meeting.id) for label in meeting.sources)
        known = self._texts.get(sha256)
        if known is None or not self.has_meeting(known):
            return None
        return known if any(label.sha256 == sha256 for label in self.meeting(known).sources) else None

    def meetings_of(self, official_ids: Collection[int]) -> set[int]:
        """Return the ids of the meetings where any of these officials met or was quoted."""
        return self._attending.of(official_ids)

    @property
    def _attending(self) -> Mentions:
        if self._mentions is None:
            self._mentions = Mentions(self.log.rows("meetings"), "official")
        return self._mentions

    def close(self) -> None:
        """Let go of all files, having written down what makes the next start faster."""
        if not self.log.read_only:
            with suppress(OSError):
                self._attending.remember()
        self.db.close()

    # -- quotes -----------------------------------------------------------------------------------------------

    def shelf(self, meeting_id: int) -> Shelf:
        """Return a meeting's quotes and the number of the next; empty if it has none."""
        document = self.table("quotes").one(meeting_id)
        return shelf_of(meeting_id, document) if document is not None else Shelf()

    def put_shelf(self, meeting_id: int, shelf: Shelf) -> None:
        """Store a meeting's quotes, in order."""
        kept = shelf._replace(quotes=in_order(shelf.quotes))
        self.table("quotes").replace({meeting_id: shelf_document(kept)})

    def change_shelf(
        self, meeting_id: int, numbers: Collection[int], change: Callable[[Quote], Quote]
    ) -> set[int]:
        """Put in place of some of a meeting's quotes what ``change`` makes of them; return the numbers not there.

        Nothing is written where ``change`` returns what it was given.
        """
        known = self.log.packed("quotes", meeting_id) or EMPTY
        new, absent = with_quotes_changed(known, meeting_id, numbers, change)
        if new is not known:
            self.log.put("quotes", meeting_id, new)
        return absent

    def quote(self, quote_id: str) -> Quote:
        """Return a quote by its name, ``"12.3"``."""
        meeting, number = split_quote_id(quote_id)
        for quote in self.shelf(meeting).quotes:
            if quote.number == number:
                return quote
        raise LibraryError(f"There is no quote {quote_id} in this library")

    # -- sources ----------------------------------------------------------------------------------------------

    def source(self, source_id: int) -> Source:
        """Return a source with its text."""
        document = self.table("sources").one(source_id)
        if document is None:
            raise LibraryError(f"There is no source {source_id} in this library")
        return source_of(source_id, document)

    def new_source(self, source: Source) -> int:
        """Store a source and return its new id."""
        return self.table("sources").insert(source_document(source))

    # -- officials --------------------------------------------------------------------------------------------

    def counts(self) -> Counts:
        """Return how much there is, without reading any of it."""
        meetings = len(self.log.rows("meetings"))
        return Counts(meetings, len(self.log.rows("officials")), self.newest.quotes)

    @property
    def identities(self) -> Identities:
        """All officials, and who is meant by a name."""
        if self._identities is None:
            found = self.table("officials").everything()
            self._identities = Identities(official_of(one, document) for one, document in found)
        return self._identities

    def official(self, official_id: int) -> Official:
        """Return an official; where not all of them are in memory, only this one is read."""
        if self._identities is None:
            document = self.table("officials").one(official_id)
            official = None if document is None else official_of(official_id, document)
        else:
            official = self._identities.officials.get(official_id)
        if official is None:
            raise LibraryError(f"There is no official {official_id} in this library")
        return official

    def put_official(self, official: Official) -> None:
        """Store an official under its id."""
        document = official_document(official)
        self.table("officials").replace({official.id: document})
        self._put[official.id] = official_of(official.id, document)
        self.identities.put(self._put[official.id])


def split_quote_id(quote_id: str) -> tuple[int, int]:
    """Return meeting and number of a quote's name. Raises `LibraryError` if it is no such name."""
    meeting, _, number = quote_id.partition(".")
    if not (meeting.isdigit() and number.isdigit()):
        raise LibraryError(f"{quote_id!r} is not the name of a quote, such as 12.3")
    return int(meeting), int(number)
