"""One table as TinyDB wants to see it: a mapping from ids, as strings, to documents.

Only where each document's newest line lies is kept in memory; a document is parsed when asked for.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, ItemsView, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol
from zlib import crc32

from store.log.file import LogFile
from store.log.journal import Part
from store.log.line import SEAL, Json, Line, decode, glance, unpack, whole
from store.log.places import Remembered, recall, remember, seal
from store.log.steps import first_line_of

_SIZE_BITS = 32
_SIZE = (1 << _SIZE_BITS) - 1


class Damage(NamedTuple):
    """A line that is not what was written: in which file, which line (counted from 1, 0 for the end), and what.

    ``doc_id`` and ``title`` are what can still be read of the document that was lost with it, ``at`` is where the
    line begins. Without ``doc_id`` it is not known, or was deleted later anyway.
    """

    file: str
    line: int
    what: str
    doc_id: int | None = None
    title: str = ""
    at: int = 0

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


_ID = re.compile(rb'\{"(\d{1,15})":')
_TITLE = re.compile(rb'"(?:title|name)":("(?:[^"\\]|\\.){1,300}")')


def damage_of(file: str, number: int, at: int, line: bytes) -> Damage:
    """Describe a damaged line, with what can still be read of it."""
    doc_id, named = _ID.match(line), _TITLE.search(line)
    try:
        title = str(unpack(named[1])) if named else ""
    except ValueError:
        title = ""
    return Damage(file, number, "damaged, left out", int(doc_id[1]) if doc_id else None, title, at)


class Peek(Protocol):
    """Who learns something from each line of a table in the sweep that opens it."""

    def peek(self, doc_id: int, line: bytes | None) -> None:
        """Take over a committed line; with ``None`` the document is gone."""

    def peek_new(self, ids: Sequence[int], lines: Sequence[bytes]) -> None:
        """Take over many committed lines, without their ends, of documents that were not there."""

    def forget(self) -> None:
        """Start over, before the table is read anew."""

    def packed(self) -> bytes:
        """Return what was learnt, to be remembered."""

    def unpack(self, more: bytes) -> None:
        """Take over what was remembered, instead of the lines."""


WORTH = 2_000
"""Lines that must have come for a table's places to be written down anew."""

_KEPT = 64
"""Steps of this process of which it is kept in memory what they changed."""


class Rows(Mapping[str, Json]):
    """The newest intact version of every document of one table, up to the last step followed.

    ``peek`` meets each line, so that what a list is ordered by is learnt in the same sweep that opens the table.
    Of a large table the places are remembered from one start to the next (`store.log.places`).
    """

    def __init__(self, path: Path, peek: Peek | None = None) -> None:
        self.file = LogFile(path)
        self.peek = peek
        self.places: dict[int, int] = {}
        self.upto = 0
        self.start_over()

    @property
    def name(self) -> str:
        """The table's name."""
        return self.file.path.stem

    def start_over(self) -> None:
        """Forget all that is known of the file, before it is read anew."""
        self.file.close()
        if self.peek:
            self.peek.forget()
        self.places = {}
        self.end = 0
        self.last_id = 0
        self.last_step = 0
        self.lines = 0
        self.alive = 0
        self.damage: list[Damage] = []
        self._remembered = 0
        self._sealed = 0, ""
        self._forget_written()

    def _forget_written(self) -> None:
        self._written: deque[tuple[int, tuple[int, ...]]] = deque()
        self._written_after: int | None = None

    def wrote(self, step: int, doc_ids: Iterable[int]) -> None:
        """Note which documents a step of this process changes, before its lines are taken over."""
        if self._written_after is None:
            self._written_after = self.last_step
        self._written.append((step, tuple(doc_ids)))
        if len(self._written) > _KEPT:
            self._written_after = self._written.popleft()[0]

    def ends_with(self, line: bytes) -> None:
        """Note the line of this process that the table now ends with."""
        self._sealed = self.end, line[-SEAL:].decode("ascii")

    def changed_since(self, step: int) -> set[int]:
        """Return the ids of the documents written after a step; the file is asked only for what others wrote."""
        if step >= self.last_step:
            return set()
        if self._written_after is not None and step >= self._written_after:
            return {doc_id for number, ids in self._written if number > step for doc_id in ids}
        start = first_line_of(self.file, self.end, step + 1)
        return {glance(line)[0] for _, line in self.file.lines(start, self.end) if whole(line)}

    def follow(self, upto: int, *, trusting: bool = True) -> set[int] | None:
        """Read the lines behind the last one known, as far as their steps are committed.

        Unless ``trusting``, nothing remembered is taken for known, and every line is checked.
        Returns the ids that changed, or ``None`` if the file was replaced and everything may have.
        """
        self.upto = upto
        anew = self.file.replaced() or self.file.size() < self.end
        if anew:
            self.start_over()
        changed: set[int] = set()
        size = self.file.size()
        if size and not self.end and trusting and (known := recall(self.file)) and known.last_step <= upto:
            self._take_over(known)
            changed.update(self.places)
        if size > self.end:
            self._forget_written()
            self._sweep(size, changed)
        return None if anew else changed

    def _sweep(self, size: int, changed: set[int]) -> None:
        """Read on up to ``size``, as far as the steps are committed, and add to what ``changed``."""
        for at, block in self.file.blocks(self.end, size):
            ids: list[int] = []
            lines: list[bytes] = []
            going_on = self._sweep_block(at, block, ids, lines, changed)
            self._take_new(ids, lines, changed)
            if not going_on:
                return

    def _sweep_block(
        self, at: int, block: bytes, ids: list[int], lines: list[bytes], changed: set[int]
    ) -> bool:
        """Read whole lines; those of documents not met before are left in ``ids`` and ``lines`` to be taken in.

        Tells whether all their steps are committed. At its first opening a large library comes through here line by
        line, so nothing new costs a call of ours.
        """
        places, upto = self.places, self.upto
        for line in block[:-1].split(b"\n"):
            end = at + len(line) + 1
            if line[1 - SEAL :] == b',"sum":"%08x"}' % crc32(line[: 1 - SEAL]):
                id_end, step_at = line.index(b'"', 2), line.rindex(b',"step":') + 8  # as `glance` has it
                doc_id, step = int(line[2:id_end]), int(line[step_at : line.index(b",", step_at)])
                if step > upto:
                    return False
                gone = line.startswith(b"null,", id_end + 2)
                if gone or doc_id in places:
                    self._take_new(ids, lines, changed)
                    self.note(doc_id, step, at, None if gone else line + b"\n")
                    self._settle_damage(doc_id if gone else None)
                    changed.add(doc_id)
                else:
                    places[doc_id] = at << _SIZE_BITS | end - at
                    ids.append(doc_id)
                    lines.append(line)
                    self.last_step = step
            else:
                self.damage.append(damage_of(self.file.path.name, self.lines + 1, at, line))
            self.lines += 1
            self.end = at = end
        return True

    def _take_new(self, ids: list[int], lines: list[bytes], changed: set[int]) -> None:
        """Take in the lines of documents not met before, and empty the lists."""
        if ids:
            self.alive += sum(map(len, lines)) + len(lines)
            self.last_id = max(self.last_id, *ids)
            if self.peek:
                self.peek.peek_new(ids, lines)
            changed.update(ids)
            ids.clear()
            lines.clear()

    def _settle_damage(self, gone: int | None) -> None:
        """Leave out of the damage what was lost of a document that was deleted later anyway."""
        if gone is not None and self.damage:
            self.damage = [one._replace(doc_id=None) if one.doc_id == gone else one for one in self.damage]

    def _take_over(self, known: Remembered) -> None:
        self.end, self.last_id, self.last_step, self.lines, self.alive, self.places, more = known
        self._remembered = self.lines
        if self.peek:
            self.peek.unpack(more)

    def remember(self) -> None:
        """Write down the places of a table that has grown much since that was last done. Raises `OSError`."""
        if self.lines - self._remembered >= WORTH and not self.damage:
            more = self.peek.packed() if self.peek else b""
            known = (self.end, self.last_id, self.last_step, self.lines, self.alive, self.places, more)
            remember(self.file, Remembered(*known))
            self._remembered = self.lines

    def look_over(self) -> None:
        """Check every line of the table, whatever is remembered of it."""
        self.start_over()
        self.follow(self.upto, trusting=False)

    def note(self, doc_id: int, step: int, at: int, line: bytes | None) -> None:
        """Take over one committed line that begins at ``at``; ``None`` deletes."""
        old = self.places.get(doc_id)
        if old is not None:
            self.alive -= old & _SIZE
        if line is None:
            self.places.pop(doc_id, None)
        else:
            self.places[doc_id] = at << _SIZE_BITS | len(line)
            self.alive += len(line)
        if doc_id > self.last_id:
            self.last_id = doc_id
        self.last_step = step
        if self.peek:
            self.peek.peek(doc_id, line)

    def place(self, doc_id: int) -> int | None:
        """Return the byte at which the newest line of a document starts, ``None`` without one."""
        found = self.places.get(doc_id)
        return None if found is None else found >> _SIZE_BITS

    def part(self, lines: bytes) -> Part:
        """Return what of a step is to be written at the end of this table."""
        end, sealed = self._sealed
        if end != self.end:
            sealed = seal(self.file, self.end)
        return Part(self.name, self.end, sealed[8:16], lines)

    def line_at(self, at: int) -> Line:
        """Read the line that starts at a byte. Raises `ValueError` if it is damaged."""
        return decode(self.file.line_bytes(at))

    def document(self, doc_id: int) -> dict[str, Json]:
        """Return a document. Raises `KeyError` without one.

        A line that was damaged since the table was gone over makes it be gone over again, so that the damage is named
        and the version before stands in.
        """
        for _ in range(2):
            found = self.places[doc_id]
            try:
                line = decode(self.file.read(found >> _SIZE_BITS, found & _SIZE))
            except ValueError:
                self.look_over()
                continue
            if line.id == doc_id and line.document is not None:
                return line.document
        raise KeyError(doc_id)

    def line(self, doc_id: int) -> bytes:
        """Return a document's newest line, unparsed and unchecked; empty without one."""
        found = self.places.get(doc_id)
        return b"" if found is None else self.file.read(found >> _SIZE_BITS, found & _SIZE)

    def version(self, doc_id: int, place: int) -> dict[str, Json] | None:
        """Return the document on a line of former `places`; ``None`` if it is there no longer, or damaged."""
        try:
            line = decode(self.file.read(place >> _SIZE_BITS, place & _SIZE))
        except (ValueError, OSError):
            return None
        return line.document if line.id == doc_id else None

    def newest_lines(self) -> Iterator[tuple[int, bytes]]:
        """Yield id and newest line of every document, in the order of the file, in one sweep and unparsed."""
        wanted = {found >> _SIZE_BITS: doc_id for doc_id, found in self.places.items()}
        for at, line in self.file.lines(0, self.end):
            if at in wanted:
                yield wanted[at], line

    def ids_with(self, needles: Collection[bytes], start_at: int = 0) -> set[int]:
        """Return the ids of documents whose newest line, not before a byte, holds any of these; nothing is parsed."""
        found: set[int] = set()
        for offset, block in self.file.blocks(start_at, self.end):
            for needle in needles:
                at = block.find(needle)
                while at >= 0:
                    start, end = block.rfind(b"\n", 0, at) + 1, block.find(b"\n", at) + 1
                    place = (offset + start) << _SIZE_BITS | (end - start)
                    key = block[start + 2 : block.find(b'"', start + 2, start + 30)]
                    if key.isdigit() and self.places.get(int(key)) == place:
                        found.add(int(key))
                    at = block.find(needle, end)
        return found

    def items(self) -> ItemsView[str, Json]:
        """Return ids and documents, in the order of insertion."""
        return _Items(self)

    def __getitem__(self, doc_id: str) -> Json:
        return self.document(int(doc_id))

    def __contains__(self, doc_id: object) -> bool:
        return isinstance(doc_id, str) and doc_id.lstrip("-").isdigit() and int(doc_id) in self.places

    def __iter__(self) -> Iterator[str]:
        return iter([str(doc_id) for doc_id in self.places])

    def __len__(self) -> int:
        return len(self.places)


class _Items(ItemsView[str, Json]):
    _mapping: Rows

    def __iter__(self) -> Iterator[tuple[str, Json]]:
        # In the order in which documents were inserted, as TinyDB has it: not that of the file, where the one
        # changed last is last.
        for doc_id in list(self._mapping.places):
            yield str(doc_id), self._mapping.document(doc_id)
