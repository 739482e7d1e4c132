"""The index of one library: it knows how far it has read, reads on in slices, and answers queries in between."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path
from threading import RLock
from time import monotonic

from store.collecting import not_collecting
from store.finding.matching import View
from store.finding.page import Presence
from store.finding.people import People
from store.query.tree import Query, Words
from store.search import database
from store.search.asking import Asker
from store.search.expression import Question, Translation, asks_of_meetings
from store.search.following import Followed, Follower
from store.search.properties import Properties
from store.search.slots import Hit, Slots
from store.search.tallying import NEVER, Tally, apart, presences, tallies
from store.search.volumes import Volumes
from store.search.waiting import Waiting
from store.search.writing import Writer

_REPAIRS = 1
"""Failures that reading to the end goes on after: a damaged file is made anew once, a busy one not waited for."""
_SLICE = 0.2
"""Seconds of reading on between which other threads get their turn."""
_LARGE = 1_000
"""Meetings read at once after which the table is opened anew."""
_COMMIT_AFTER = 2.0
"""Seconds that a transaction stays open over several slices; another process waits no longer for its turn."""

_NAMED = 100
"""Officials with a word in their own names or offices who are sought one by one; more of them are everywhere."""


class Index:
    """A library's index in one file, or in memory where there is none. Safe to use from several threads.

    Call `catch_up` after a change, or in slices in the background; `complete` tells whether answers lack anything.
    """

    def __init__(self, library: Followed, path: Path | None, clock: Callable[[], float] = monotonic) -> None:
        self.library, self._path, self._clock = library, path, clock
        self._name = str(path or "")
        self._lock = RLock()
        self._closed = self._failed = False
        self._open()

    def _open(self) -> None:
        try:
            self._load()
        except sqlite3.DatabaseError as error:
            if self._path is None or not database.is_broken(error):
                raise
            # Damage in what is loaded at once; what is damaged elsewhere shows when it is met.
            self._db.close()
            database.remove(self._path)
            self._load()

    def _load(self) -> None:
        self._db = database.connect(self._path)
        self._inode = self._file()
        self._slots = Slots()
        self._properties = Properties(self._db)
        volumes = Volumes(self._db)
        self._writer = Writer(self._db, self._slots, volumes, self._properties)
        self._follower = Follower(self._db, self._writer, self.library)
        self._asker = Asker(
            self._db, self._slots, volumes, self._lock, self._settled, self._stale, self._recover
        )
        self._others = self._data_version()
        self._begun = 0.0
        self._counted: tuple[tuple[int, int], dict[int, Tally]] | None = None
        self._met: tuple[tuple[int, int], frozenset[int]] | None = None

    def close(self) -> None:
        """Keep what has been read, and let go of the file."""
        with self._lock:
            self._write_waiting()
            self._closed = True
            with suppress(sqlite3.Error):
                self._commit()
            self._asker.close()
            self._db.close()

    # -- keeping up -------------------------------------------------------------------------------------------

    @property
    def complete(self) -> bool:
        """Whether every meeting of the library as it is now can be found."""
        return self._follower.current

    @property
    def behind(self) -> int:
        """How many meetings are known to be still unread."""
        return self._follower.behind

    def catch_up(self, budget: float | None = None) -> bool:
        """Read on for about ``budget`` seconds, without one to the end; return whether the index is complete.

        A few changed meetings are not read yet: they are looked at when somebody asks (`store.search.waiting`). A
        damaged or vanished file is made anew. While another process writes, or the disk is full, nothing is done.
        """
        if budget is not None:
            return self._slice(budget)
        failures = 0
        while not self._slice(_SLICE):
            failures += self._failed
            if self._closed or failures > _REPAIRS:
                return False
        return True

    def _slice(self, budget: float) -> bool:
        with self._lock:
            if self._closed:
                return False
            self._failed = False
            try:
                self._catch_up(self._clock() + budget)
            except (sqlite3.Error, MemoryError) as error:
                self._failed = True
                self._recover(error)
            return self.complete

    def _catch_up(self, deadline: float) -> None:
        if self._path and self._inode and self._file() != self._inode:
            self._reopen()
        if not self._db.in_transaction:
            self._follow_others()
            if not self.complete:
                self._follower.look()
            if not self.complete:
                self._begin()
        if self._db.in_transaction:
            self._follower.look()
            with not_collecting():
                self._follower.work(lambda: self._clock() >= deadline)
            if self.complete or self._clock() - self._begun > _COMMIT_AFTER:
                self._commit()

    def _begin(self) -> None:
        self._db.execute("begin immediate")
        self._follow_others()  # from here on nobody else writes
        self._begun = self._clock()

    def _write_waiting(self) -> None:
        """Write what waits, before something is asked that only the tables know. Nothing where another writes."""
        if self._closed or not self._follower.waiting or not self._follower.current:
            return
        try:
            self._begin()
            self._follower.look()
            if self._follower.current:  # or else another process has made the file anew, and reads on
                self._follower.work(bool)
            self._commit()
        except (sqlite3.Error, MemoryError, OSError) as error:
            self._recover(error)

    def _commit(self) -> None:
        if self._db.in_transaction:
            self._db.execute("commit")
        if self._follower.read > _LARGE and not self._follower.behind:
            self._follower.read = 0
            # What the table gathers terms in has grown with them and never shrinks, and all of it is gone through at
            # each commit: opened anew it is small again, and keeping up with an edit takes half the time.
            self._db.execute("pragma writable_schema=reset")

    def _follow_others(self) -> None:
        """Take over what another process has written into the index, and check it against the library."""
        version = self._data_version()
        if version != self._others:
            self._others = version
            self._properties.follow()
            self._writer.follow()
            self._follower.restart()

    def _recover(self, error: Exception) -> None:
        if database.is_broken(error):
            self._reopen()
            return
        if self._db.in_transaction:
            self._db.execute("rollback")
            self._properties.forget()
            self._writer.forget()
            self._follower.restart()

    def _reopen(self) -> None:
        """Make a file anew that was damaged or is gone."""
        with suppress(sqlite3.Error):
            self._asker.close()
            self._db.close()
        if self._path:
            database.remove(self._path)
        self._open()

    def _file(self) -> tuple[int, int] | None:
        try:
            status = os.stat(self._name) if self._name else None  # noqa: PTH116  # at every look
        except OSError:
            return None
        return (status.st_dev, status.st_ino) if status else None

    def _data_version(self) -> int:
        return int(self._db.execute("pragma data_version").fetchone()[0])

    # -- answering --------------------------------------------------------------------------------------------

    def quotes(self, query: Query) -> Iterator[Hit]:
        """Yield the quotes found, newest meeting first; also the bare meetings without quotes, at place 0."""
        return self._asker.hits(self._question(query, "quotes"), self._waiting(query, "quotes"))

    def best_quotes(self, query: Query, limit: int) -> list[Hit]:
        """Return the quotes that fit the query best, of the newest thousand; the newest where nearly all fit."""
        question = self._question(query, "quotes")
        if self._asker.is_everywhere(question):
            return list(islice(self.quotes(query), limit))
        with self._lock:
            self._write_waiting()
            return self._asker.best(question, limit)

    def meetings(self, query: Query) -> list[int]:
        """Return the ids of the meetings found, newest first."""
        question = self._question(query, "meetings")
        besides = self._waiting(query, "meetings")
        return self._asker.meetings(question, besides, marked=asks_of_meetings(query.root))

    def first_meetings(self, query: Query) -> Iterator[int]:
        """Yield the same ids one by one, for a list that shows its beginning before its end is known."""
        return self._one_by_one(self._question(query, "meetings"), self._waiting(query, "meetings"))

    def _one_by_one(self, question: Question, besides: Sequence[tuple[int, int]] = ()) -> Iterator[int]:
        last = None
        for hit in self._asker.hits(question, besides):
            if hit.meeting != last:
                last = hit.meeting
                yield last

    def tallies(self, query: Query) -> dict[int, Tally] | None:
        """Return how often each official met and spoke within the query; ``None`` if it has to be looked up.

        It is known without looking if the query only asks who, when and where.
        """
        parted = apart(query.root)
        if parted is None:
            return None
        where, names = parted
        with self._lock:
            self._write_waiting()
            within = self.meetings(Query(where)) if where.parts else None
            people = self._follower.people
            asked = frozenset(people).intersection(*map(people.named, names))
            if within is None and len(asked) <= _NAMED:
                within = list(self._writer.meetings_of(asked))
            found = self._everything() if within is None else tallies(self._db, within)
            # Who never met anybody is in no place and at no time, but has a name.
            known = found if where.parts else {**dict.fromkeys(asked, NEVER), **found}
            return {one: known[one] for one in people if one in asked and one in known}

    def presences(self, official_id: int) -> list[Presence]:
        """Return where an official was."""
        with self._lock:
            self._write_waiting()
            return presences(self._db, official_id, self._writer.meetings_of((official_id,)))

    @property
    def people(self) -> People:
        """The library's officials, folded, as of the last look at them."""
        with self._lock:
            return self._follower.people

    def met(self) -> Collection[int]:
        """Return the officials who were in any meeting."""
        with self._lock:
            self._write_waiting()
            if self._met is None or self._met[0] != self._state():
                found = self._db.execute("select distinct official from spoke")
                self._met = self._state(), frozenset(official for (official,) in found)
            return self._met[1]

    def _state(self) -> tuple[int, int]:
        return self._db.total_changes, self._data_version()

    def _everything(self) -> dict[int, Tally]:
        """Return what `tallies` counts of all meetings, counted anew only when something was written since."""
        if self._counted is None or self._counted[0] != self._state():
            self._counted = self._state(), tallies(self._db, None)
        return self._counted[1]

    def perhaps(self, query: Query, most: int | None) -> list[int]:
        """Return the meetings, up to ``most``, that may hold what the query asks of officials, newest first."""
        own = {one.id: self.people.own_words(one) for one in self.library.officials()}

        def also(value: Words) -> list[int] | None:
            pattern = value.pattern
            found = [one for one, names in own.items() if pattern in names]
            return found if len(found) <= _NAMED else None

        with self._lock:
            self._write_waiting()
            loose = Translation(
                "meetings", lambda: self._follower.people, self._properties, self._years, also
            )
            question = loose.question(query.root)
        if most is None:
            return self._asker.meetings(question)
        return list(islice(self._one_by_one(question), most))

    def _question(self, query: Query, view: View) -> Question:
        with self._lock:
            known = Translation(view, lambda: self._follower.people, self._properties, self._years)
            return known.question(query.root)

    def _waiting(self, query: Query, view: View) -> list[tuple[int, int]]:
        with self._lock:
            waiting = self._follower.waiting
            return waiting.hits(query, view, self._follower.people) if waiting else []

    def _years(self) -> tuple[int, int]:
        low, high = self._db.execute("select min(day), max(day) from slots where meeting and day").fetchone()
        return (date.fromordinal(low).year, date.fromordinal(high).year) if low else (1, 1)

    def _settled(self) -> bool:
        """Tell whether whoever opens the file now finds all that is known."""
        return not (self._closed or self._db.in_transaction) and self.complete

    def _stale(self) -> Waiting:
        return self._follower.waiting
