"""A folder of tables as TinyDB's storage, where a change over several tables counts wholly or not at all.

How a step becomes true: its lines are written to each of its tables and synced, or once more to the journal and
synced there (`store.log.journal`). The last of them holds the record of the step with the number of lines in every
table, so that the step can be told complete from the tables alone; that is all that has to be on the disk. Then its
line in ``steps.jsonl`` follows, which is what readers believe: lines of a later step than the last one there do not
count yet.

Should the writer die in between, the next one counts the step if it is complete in all its tables, and drops it
otherwise (`store.log.recovery`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import RLock, get_ident

from tinydb.storages import Storage

from store.errors import LibraryError
from store.log.clock import utc_now
from store.log.compaction import compact, worth_while
from store.log.damage import Damage
from store.log.draft import Draft, Strung
from store.log.file import sync_folder
from store.log.journal import Journal, Part
from store.log.line import Json, pack
from store.log.lock import WriterLock
from store.log.recovery import settle
from store.log.rows import Peek, Rows
from store.log.running import Running
from store.log.steps import NAME, StepRecord, Steps
from store.log.watch import Watch

Changes = dict[str, set[int] | None]
"""What a step or another process changed: per table the ids, or ``None`` where everything may have."""


class LogStorage(Storage):
    """The tables of one folder and the steps that changed them. Safe to use from several threads."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], str] = utc_now,
        peeks: Mapping[str, Peek] | None = None,
        on_change: Callable[[Changes], None] | None = None,
        on_end: Callable[[bool], None] | None = None,
        on_wait: Callable[[str], None] | None = None,
        live: bool = True,
    ) -> None:
        """Open a folder, made if it is missing.

        ``peeks`` meet the lines of their tables (`Rows`). ``on_change`` is called after each change by this or
        another process, ``on_end`` when a step has ended, with whether it was made, ``on_wait`` with a sentence when
        another process keeps this one waiting. With ``live`` every look follows what others wrote, as TinyDB does;
        without it only `follow` and `step` do, so that a caller sees one state until it asks for the next.
        """
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.clock = clock
        self.live = live
        self.lock = WriterLock(self.folder / ".lock", on_wait)
        self.steps = Steps(self.folder)
        self.journal = Journal(self.folder)
        self.read_only = False
        self.last_step: StepRecord | None = None
        """The last step that this process made."""
        self.damage: list[Damage] = []
        self.notices: list[str] = []
        self.threads = RLock()
        self._peeks = dict(peeks or {})
        self._on_change = on_change or (lambda changes: None)
        self._on_end = on_end or (lambda made: None)
        self._tables: dict[str, Rows] = {}
        self._drafts: dict[str, Draft] | None = None
        self._thread = 0
        self._failed: BaseException | None = None
        self._watch = Watch(self.folder)
        self.steps.follow()

    # -- looking ----------------------------------------------------------------------------------------------

    @property
    def in_step(self) -> bool:
        """Tell whether the caller is inside a step."""
        return self._drafts is not None and self._thread == get_ident()

    def table_names(self) -> list[str]:
        """Return the names of the tables there are, without that of the steps."""
        return sorted(path.stem for path in self.folder.glob("*.jsonl") if path.stem != NAME)

    def rows(self, name: str) -> Rows:
        """Return a table as of the last step followed, opened when first asked for."""
        with self.threads:
            if name not in self._tables:
                if name == NAME or "/" in name or "\\" in name or name.startswith("."):
                    raise ValueError(f"{name!r} cannot name a table")
                rows = Rows(self.folder / f"{name}.jsonl", self._peeks.get(name))
                rows.follow(self.steps.last)
                self._tables[name] = rows
            return self._tables[name]

    def _remember(self, rows: Rows) -> None:
        if not self.read_only:
            with suppress(OSError):  # only the next start would be faster
                rows.remember()

    def look_over(self) -> list[Damage]:
        """Check every line of every table; return all the damage there is."""
        with self.threads:
            for name in self.table_names():
                self.rows(name).look_over()
            return self.all_damage()

    def view(self, name: str) -> Rows | Strung:
        """Return a table as the caller may see it: inside a step, with what the step has changed so far."""
        if self.in_step and self._drafts and name in self._drafts:
            return Strung(self._drafts[name])
        if self.live and self._drafts is None:
            self.follow()
        return self.rows(name)

    def packed(self, name: str, doc_id: int) -> bytes | None:
        """Return a document as its bytes of JSON, as the caller may see it; ``None`` without one."""
        if self._drafts and name in self._drafts and self.in_step:
            return self._drafts[name].packed(doc_id)
        return self.rows(name).packed(doc_id)

    def next_id(self, name: str) -> int:
        """Return an id that no document of a table has or ever had."""
        if self._drafts is not None and name in self._drafts:
            return self._drafts[name].next_id()
        return self.rows(name).last_id + 1

    def follow(self) -> bool:
        """Take over what other processes wrote; tell whether there was anything. Without, a few calls of ``stat``.

        Of a folder that is gone everything stays as it was last seen, as long as it is open.
        """
        with self.threads:
            if not self.folder.is_dir():
                gone = f"The library's folder {self.folder} is no longer there"
                self.notices += [gone] if gone not in self.notices else []
                return False
            new_steps = self.steps.follow()
            found = {name: rows.follow(self.steps.last) for name, rows in self._tables.items()}
            if changes := {name: ids for name, ids in found.items() if ids is None or ids}:
                if None in changes.values():
                    self._watch.forget()  # whatever it was that came over a file
                self._on_change(changes)
            return new_steps or bool(changes)

    # -- changing ---------------------------------------------------------------------------------------------

    def step(self, what: str, **kind: int) -> Running:
        """Do a change as one step, named ``what``: all of it is durable when the block ends, or none if it raises.

        Within another step it is part of that one. ``kind`` may be ``undoes`` or ``redoes`` with a step's number.
        Raises `LibraryError` if it cannot be written.
        """
        return Running(self, what, kind)

    def begin(self) -> bool:
        """Begin a step, which `end` must end; tell whether it is one, and not part of another."""
        with self.threads:
            if self._drafts is not None:
                return False
            self._hold()
            self._drafts, self._failed, self._thread = {}, None, get_ident()
            return True

    def end(self, what: str, kind: dict[str, int], error: BaseException | None) -> None:
        """Write the running step; or let go of it where there was an ``error``, or an updater failed."""
        drafts, self._drafts = self._drafts or {}, None
        failed = error or self._failed
        done = False
        try:
            if failed is None:
                self._write(what, kind, drafts)
                done = True
            elif failed is not error or isinstance(failed, OSError):
                raise failed
        except OSError as failure:
            raise self._unwritable(failure) from failure
        finally:
            self._on_end(done)
            self._let_go()

    def change(self, name: str, updater: Callable[[Draft], None]) -> None:
        """Let an updater change a table within the running step. If it raises, the whole step comes to nothing."""
        draft = self._draft(name)
        try:
            updater(draft)
            draft.settle()
        except BaseException as error:
            self._failed = self._failed or error
            raise

    def put(self, name: str, doc_id: int, packed: bytes) -> None:
        """Put a document, packed as `packed` returns it, in place of what is there, within the running step."""
        self._draft(name).put(doc_id, packed)

    def _draft(self, name: str) -> Draft:
        assert self._drafts is not None, "changes are made within a step"
        draft = self._drafts.get(name)
        if draft is None:
            rows = self.rows(name)
            if not self._watch.as_seen(rows.file.name):
                self._settle()
            draft = self._drafts[name] = Draft(rows)
        return draft

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writer's lock over a folder in which every file ends with its last step that counts.

        May be nested. Raises `LibraryError` where it cannot be written.
        """
        self._hold()
        try:
            yield
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            self._let_go()

    def _hold(self) -> None:
        if self.read_only:
            raise LibraryError(f"{self.folder} can only be read; nothing was changed")
        self.threads.acquire()
        try:
            self.lock.acquire()
            try:
                if self._drafts is None:
                    self.settle()
            except BaseException:
                self.lock.release()
                raise
        except BaseException as error:
            self.threads.release()
            if isinstance(error, OSError):
                raise self._unwritable(error) from error
            raise

    def _let_go(self) -> None:
        try:
            self.lock.release()
        finally:
            self.threads.release()

    def _unwritable(self, error: OSError) -> LibraryError:
        if not self.folder.is_dir():
            return LibraryError(f"The library's folder {self.folder} is no longer there")
        return LibraryError(f"{self.folder} cannot be written: {error.strerror or error}")

    def settle_if_free(self) -> None:
        """Put right what a dead writer left, unless somebody is writing just now. Raises `OSError`."""
        with self.threads, suppress(LibraryError), self.lock.held(limit=0):
            self.settle()

    def all_damage(self) -> list[Damage]:
        """Return every damage met so far, in the files' order."""
        found = [damage for name in sorted(self._tables) for damage in self._tables[name].damage]
        return [*self.damage, *found]

    def settle(self, *, write: bool = True) -> None:
        """Put right what a writer that died left behind, and follow what others wrote; the caller holds the lock.

        Without ``write`` nothing is changed on the disk, and no lock is needed.
        """
        # Where nobody else held the lock, there can only be damage. That to a table is looked for when it is changed.
        if not (self.lock.undisturbed and self._watch.as_seen(self.steps.file.name)):
            self._settle(write=write)

    def _settle(self, *, write: bool = True) -> None:
        self.steps.follow()
        if write:
            self.journal.recover(self.steps)
        found = settle(self.folder, self.table_names(), self.steps, self.clock(), write=write)
        if write and not self.steps.last:
            self.steps.append(1, pack(StepRecord(1, "Library begun", self.clock(), {}).packed()))
            # Later steps can be told from the tables, but only if it is known that this is where they begin.
            self.steps.file.sync()
            sync_folder(self.folder)
        self.damage += [damage for damage in found.damage if damage not in self.damage]
        self.notices += found.notices
        self.follow()
        self._watch.remember()

    def _write(self, what: str, kind: dict[str, int], drafts: dict[str, Draft]) -> None:
        """Write the drafts as one step. On failure every file is cut back to where it was, and the error goes on."""
        written: list[Draft] = []
        counts: dict[str, int] = {}
        for name in sorted(drafts):
            draft = drafts[name]
            draft.rows.file.create()
            if draft.changed:
                written.append(draft)
                counts[name] = len(draft.changed)
        if not written:
            return
        step = StepRecord(self.steps.last + 1, what, self.clock(), counts, **kind)
        record = pack(step.packed())
        parts: list[Part] = []
        for draft in written:
            parts.append(draft.rows.part(draft.spelt(step, record)))
        # Whoever makes one step and leaves would have to sync the tables all the same.
        in_journal = self.last_step is not None and Journal.takes(parts)
        # Should this be left half-way, by an interrupt too, the next step begins with looking at the files.
        self._watch.forget()
        try:
            for draft, part in zip(written, parts, strict=True):
                draft.rows.file.append(part.lines)
                if not in_journal:
                    draft.rows.file.sync()
            if in_journal:
                self.journal.write(step.number, parts)
            self.steps.append(step.number, record)
        except OSError:
            self._take_back(step.number, written)
            raise
        changes: Changes = {}
        for draft in written:
            changes[draft.rows.name] = draft.take_over(step.number)
            self._watch.grown(draft.rows)
        self._watch.grown(self.steps)
        self.last_step = step
        self._on_change(changes)

    def _take_back(self, step: int, written: Iterable[Draft]) -> None:
        try:
            self.journal.take_back(step)
        finally:
            for draft in written:
                draft.rows.file.cut(draft.rows.end)

    def compact(self, *, if_worth_while: bool = False) -> bool:
        """Rewrite the files without what cannot be undone any more; tell whether that was done.

        Raises `LibraryError` if it cannot be written; the files are then as before.
        """
        with self.writing():
            tables = [self.rows(name) for name in self.table_names()]
            if if_worth_while and not worth_while(tables, self.steps):
                return False
            self._watch.forget()
            stamp = self.clock()[:19].replace(":", "-")
            try:
                self.journal.clear()
                compact(self.folder, tables, self.steps, f"{self.steps.last:08}-{stamp}")
            finally:
                self.steps.start_over()
                for rows in tables:
                    rows.start_over()
                self._on_change(dict.fromkeys(self._tables))
                self.follow()
            self._watch.remember()
            return True

    # -- TinyDB's own face ------------------------------------------------------------------------------------

    def read(self) -> dict[str, Json] | None:
        """Return every table, each parsed as it is looked into; ``None`` if there are none, as TinyDB expects."""
        with self.threads:
            return {name: self.view(name) for name in self.table_names()} or None

    def write(self, data: Mapping[str, Mapping[Json, Json]]) -> None:
        """Make the folder hold these tables and no others, as TinyDB asks when it drops tables."""
        with self.step("Replaced tables"):
            for name, documents in data.items():
                if documents is not self._tables.get(name):
                    self.change(name, partial(Draft.replace_all, documents=documents))
            gone = set(self.table_names()) - set(data)
            if gone:
                self.journal.clear()  # or they would be put back from there
            for name in gone:
                self.rows(name).file.close()
                self._tables.pop(name)
                (self.folder / f"{name}.jsonl").unlink()

    def close(self) -> None:
        """Let go of all files, having rewritten them if this process wrote and more than half of them is past."""
        with self.threads:
            if self.last_step and not self.read_only:
                with suppress(LibraryError):  # tidiness only: there will be another time
                    self.compact(if_worth_while=True)
                with suppress(LibraryError, OSError), self.lock.held(limit=0):  # or the next writer does it
                    if self.lock.undisturbed:
                        self.journal.clear()
            self.journal.close()
            for rows in self._tables.values():
                self._remember(rows)
                rows.file.close()
            self.steps.file.close()
            self.lock.close()
