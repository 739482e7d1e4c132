"""The one door to the database: looking, changing, undoing. The rest of the program knows no TinyDB.

A library is a folder of tables (`store.log`). Every change is one step: durable before the call returns, all of it or
nothing, and undoable. Records that come out are frozen; changing one means asking the library to.

Safe to use from several threads; several processes may open one folder, and `refresh` shows what the others did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from store.keeping import adding, changing, cutting, exchange, following, persons, telling, undoing
from store.keeping.adding import Bundle, bundle_of
from store.keeping.checking import check, told
from store.keeping.identity import LikelySame, likely_same
from store.keeping.listed import Meetings
from store.keeping.opening import open_tables
from store.keeping.tables import Tables
from store.log.clock import utc_now
from store.model import Meeting, Official, Quote, Reading, Source
from store.outcomes import Added, Counts, Foreseen, OnDuplicate, Problem, Step
from store.wording import counted

if TYPE_CHECKING:
    from store.search import Index

Value: TypeAlias = Any
"""What a field may be changed to: what the record's own field holds."""

__all__ = ["Added", "Counts", "Library", "LikelySame", "Problem", "Step"]


class Library:
    """An open library. Make one with `open`; use it in a ``with`` block or `close` it."""

    def __init__(self, tables: Tables, problems: Iterable[str]) -> None:
        self._tables = tables
        self._problems = tuple(problems)
        self._listed: tuple[int, Meetings] | None = None
        self._index: Index | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = True,
        clock: Callable[[], str] = utc_now,
        on_wait: Callable[[str], None] | None = None,
    ) -> Library:
        """Open a folder, made if it is missing and ``create``.

        ``clock`` tells the time that steps are stamped with; ``on_wait`` is given a sentence when another process
        keeps this one waiting. Raises `LibraryError` for a folder that is not a library or cannot be read. Damage
        and a folder that can only be read do not keep it from opening: see `problems`.
        """
        return cls(*open_tables(Path(folder), create=create, clock=clock, on_wait=on_wait))

    def compact(self) -> None:
        """Rewrite the files without what is past the last 1,000 steps, keeping a backup. Raises `LibraryError`."""
        self._tables.log.compact()

    def close(self) -> None:
        """Let go of all files."""
        if self._index is not None:
            self._index.close()
        self._tables.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The library's folder."""
        return self._tables.log.folder

    @property
    def read_only(self) -> bool:
        """Whether the folder can only be read; every change then raises `LibraryError`."""
        return self._tables.log.read_only

    @property
    def problems(self) -> tuple[str, ...]:
        """Sentences for the person about what is wrong with this library, as far as has been noticed."""
        with self._tables.log.threads:
            log = self._tables.log
            damaged = (told(self._tables, damage) for damage in log.all_damage())
            return tuple(dict.fromkeys((*self._problems, *log.notices, *damaged)))

    @property
    def version(self) -> int:
        """The number of the last step; changes whenever anything did."""
        return self._tables.log.steps.last

    def refresh(self) -> bool:
        """Take over what other processes wrote; tell whether there was anything. Cheap when there was not."""
        return self._tables.log.follow()

    # -- looking ----------------------------------------------------------------------------------------------

    def meetings(self) -> Sequence[Meeting]:
        """Return all meetings, newest first, unknown dates last; each is read when it is first looked at.

        The list stays as it is, whatever becomes of the meetings: ask anew for what changed.
        """
        with self._tables.log.threads:
            self._tables.log.rows("meetings")
            changes = self._tables.newest.changes
            if self._listed is None or self._listed[0] != changes:
                self._listed = (changes, self._tables.listed(self._tables.newest.ids()))
            return self._listed[1]

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

    # -- adding -----------------------------------------------------------------------------------------------

    def add(
        self, source: Source, reading: Reading, *, on_duplicate: OnDuplicate = "join", now: str | None = None
    ) -> Added:
        """Store a source and what was read in it: a new meeting, or part of one that is there.

        ``on_duplicate`` decides about a text of a meeting already there; the same text again is never stored twice
        unless it is ``"add"``. ``now`` is taken as the day of access of a source that does not tell its own.
        """
        return self.add_many([(source, reading)], on_duplicate=on_duplicate, now=now)[0]

    def foresee(self, source: Source, reading: Reading, *, on_duplicate: OnDuplicate = "join") -> Foreseen:
        """Tell what `add` would do; nothing is stored."""
        with self._tables.log.threads:
            return adding.foresee(self._tables, bundle_of(source, reading, None), on_duplicate)

    def add_many(
        self,
        items: Iterable[tuple[Source, Reading]],
        *,
        on_duplicate: OnDuplicate = "join",
        now: str | None = None,
    ) -> list[Added]:
        """Store many sources as one step; returns what became of each, in order."""
        items = list(items)
        return self._add(
            (bundle_of(source, reading, now) for source, reading in items), len(items), on_duplicate
        )

    def add_record(self, record: Mapping[str, Any], *, on_duplicate: OnDuplicate | None = None) -> Added:
        """Store one line of ``export --format jsonl``. Raises `LibraryError` if it is none.

        Without ``on_duplicate`` it becomes a meeting of its own unless a text of it is already here: what one library
        keeps apart stays apart in another.
        """
        return self.add_records([record], on_duplicate=on_duplicate)[0]

    def add_records(
        self, records: Iterable[Mapping[str, Any]], *, on_duplicate: OnDuplicate | None = None
    ) -> list[Added]:
        """Store many such lines as one step."""
        records = list(records)
        return self._add(map(exchange.bundle_of, records), len(records), on_duplicate)

    def _add(self, bundles: Iterable[Bundle], count: int, on_duplicate: OnDuplicate | None) -> list[Added]:
        """Store bundles as one step. Each is made when it is its turn: a thousand at once would fill the memory."""
        if count == 1:
            bundles = list(bundles)
        title = bundles[0].meeting.title if isinstance(bundles, list) else counted(count, "text")
        with self._tables.step(f"Added {title}"):
            return [adding.add(self._tables, bundle, on_duplicate) for bundle in bundles]

    # -- changing ---------------------------------------------------------------------------------------------

    def change_quotes(self, quote_ids: Iterable[str], *, what: str | None = None, **known: Value) -> Step:
        """Change ``speaker``, ``kind``, ``cue``, ``start``, ``end``, ``status``, ``tags`` or ``note`` of quotes.

        A change of content makes them ``corrected`` unless ``status`` is given. ``what`` names the step.
        """
        quote_ids = list(quote_ids)
        with self._tables.step(what or self._told(quote_ids, known)):
            changing.change_quotes(self._tables, quote_ids, known)
        return self._last()

    def tag_quotes(
        self, quote_ids: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> Step:
        """Add tags to quotes and remove others, as one step."""
        quote_ids, add, remove = list(quote_ids), list(add), list(remove)
        tags = [*add, *(f"-{tag}" for tag in remove)]
        with self._tables.step(f"Tagged {_count(quote_ids, 'quote')} {', '.join(tags)}"):
            changing.tag_quotes(self._tables, quote_ids, add, remove)
        return self._last()

    def add_quote(self, quote: Quote) -> Step:
        """Store a quote that a person marked; its number, text and officials are found here."""
        with self._tables.step(f"Added a quote of {quote.speaker or 'an unknown speaker'}"):
            changing.add_quote(self._tables, quote)
        return self._last()

    def split_quote(self, quote_id: str, at: int) -> Step:
        """Make two quotes of one; the second begins at ``at``, an offset in the source."""
        with self._tables.step("Split a quote"):
            cutting.split_quote(self._tables, quote_id, at)
        return self._last()

    def join_quotes(self, quote_ids: Iterable[str]) -> Step:
        """Make one quote of several that a speaker says in one source."""
        quote_ids = list(quote_ids)
        with self._tables.step(f"Joined {_count(quote_ids, 'quote')}"):
            cutting.join_quotes(self._tables, quote_ids)
        return self._last()

    def delete_quotes(self, quote_ids: Iterable[str]) -> Step:
        """Delete quotes; their numbers are not given again."""
        quote_ids = list(quote_ids)
        with self._tables.step(f"Deleted {_count(quote_ids, 'quote')}"):
            changing.delete_quotes(self._tables, quote_ids)
        return self._last()

    def change_meeting(self, meeting_id: int, **known: Value) -> Step:
        """Change any field of a meeting but its id, sources and number of quotes."""
        with self._tables.step(telling.record_told(self.meeting(meeting_id), known)):
            changing.change_meeting(self._tables, meeting_id, known)
        return self._last()

    def delete_meetings(self, meeting_ids: Iterable[int]) -> Step:
        """Delete meetings with their quotes and sources; the officials stay."""
        ids = list(meeting_ids)
        title = self.meeting(ids[0]).title if len(ids) == 1 else counted(len(ids), "meeting")
        with self._tables.step(f"Deleted {title}"):
            changing.delete_meetings(self._tables, ids)
        return self._last()

    def join_meetings(self, keep: int, others: Iterable[int]) -> Step:
        """Make one meeting of several, under the id and title of ``keep``."""
        with self._tables.step(f"Joined into {self.meeting(keep).title}"):
            changing.join_meetings(self._tables, keep, others)
        return self._last()

    def renew_source(
        self,
        meeting_id: int,
        old: int,
        new: Source,
        places: Mapping[str, tuple[int, int] | None],
        *,
        now: str | None = None,
    ) -> Step:
        """Put a later version of a source beside the old one (`store.keeping.changing.renew_source`)."""
        if new.retrieved is None and now:
            new = replace(new, retrieved=now[:10])
        missing = sum(place is None for place in places.values())
        with self._tables.step(
            f"Renewed {self.meeting(meeting_id).title} ({_count(range(missing), 'quote')} missing)"
        ):
            changing.renew_source(self._tables, meeting_id, old, new, places)
        return self._last()

    def change_official(self, official_id: int, **known: Value) -> Step:
        """Change ``name``, ``country``, ``aliases`` or ``offices`` of an official."""
        with self._tables.step(telling.record_told(self.official(official_id), known)):
            persons.change_official(self._tables, official_id, known)
        return self._last()

    def merge_officials(self, keep: int, others: Iterable[int]) -> Step:
        """Make one person of several; quotes keep their own wording of the name."""
        others = list(others)
        names = ", ".join(self.official(one).name for one in others)
        with self._tables.step(f"Merged {names} into {self.official(keep).name}"):
            persons.merge_officials(self._tables, keep, others)
        return self._last()

    def split_official(self, official_id: int, alias: str) -> Step:
        """Make a person of their own of another spelling of an official."""
        with self._tables.step(f"Split {alias} from {self.official(official_id).name}"):
            persons.split_official(self._tables, official_id, alias)
        return self._last()

    # -- undoing ----------------------------------------------------------------------------------------------

    def undo(self) -> Step | None:
        """Take the newest step in force back, as a new step; ``None`` if there is none."""
        record = undoing.undo(self._tables)
        return undoing.step_of(record) if record else None

    def redo(self) -> Step | None:
        """Do again what was undone last, as a new step; ``None`` if nothing was."""
        record = undoing.redo(self._tables)
        return undoing.step_of(record) if record else None

    def history(self, limit: int = 100) -> list[Step]:
        """Return the newest steps, newest first."""
        with self._tables.log.threads:
            return undoing.history(self._tables, limit)

    def _told(self, quote_ids: Sequence[str], known: Mapping[str, Value]) -> str:
        if len(quote_ids) != 1:
            return telling.quotes_told(len(quote_ids), known)
        quote = self.quote(quote_ids[0])
        return telling.quote_told(quote, known, self.source(quote.source).text)

    def _last(self) -> Step:
        made = self._tables.log.last_step
        return undoing.step_of(made) if made else self.history(1)[0]


def _count(things: Sequence[object], name: str) -> str:
    return f"1 {name}" if len(things) == 1 else f"{len(things)} {name}s"
