"""One table as TinyDB wants to see it: a mapping from ids, as strings, to documents.

Only where each document's newest line lies is kept in memory; a document is parsed when asked for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, ItemsView, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol
from zlib import crc32

from store.log.damage import Damage, damage_of
from store.log.file import LogFile
from store.log.journal import Part
from store.log.line import SEAL, Json, Line, decode, documents_in, glance, packed_in, unpack, whole
from store.log.places import Extent, Remembered, recall, remember, seal
from store.log.steps import first_line_of
from store.log.whereabouts import Lying, Whereabouts

_SIZE_BITS = 32
_SIZE = (1 << _SIZE_BITS) - 1


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

    def unpack(self, more: bytes | memoryview) -> None:
        """Take over what was remembered, instead of the lines."""


WORTH, _MUCH = 2_000, 1 << 21
"""Lines, or bytes, that must have come for a table's places to be written down anew."""

_TOGETHER = 1 << 25
"""Bytes up to which a table is read at once where all of its documents are asked for."""
_PARSED = 256
"""Documents that are then parsed at once."""
_KEPT = 64
"""Steps of this process of which it is kept in memory what they changed."""


class Rows(Mapping[str, Json]):
    """The newest intact version of every document of one table, up to the last step followed.

    ``peek`` meets each line, so that what a list is ordered by is learnt in the same sweep that opens the table.
    Of a large table the places are remembered from one start to the next (`store.log.places`).
    """

    def __init__(self, path: Path, peek: Peek | None = None) -> None:
        self.file = LogFile(path)
        self.name = path.stem
        """The table's name."""
        self.peek = peek
        self.upto = 0
        self.start_over()

    def start_over(self) -> None:
        """Forget all that is known of the file, before it is read anew."""
        self.file.close()
        if self.peek:
            self.peek.forget()
        self._where = Whereabouts()
        self.end = 0
        self.last_id = 0
        self.last_step = 0
        self.lines = 0
        self.alive = 0
        self.damage: list[Damage] = []
        self._remembered = 0, 0
        """Lines and bytes of which it is kept where they lie."""
        self._forget_written()

    def _forget_written(self) -> None:
        self._seal = b""
        self._written: deque[tuple[int, Collection[int]]] = deque()
        self._written_after: int | None = None

    def wrote(self, step: int, doc_ids: Collection[int], last: bytes) -> None:
        """Note which documents a step of this process changes, and its last line, before its lines are taken over."""
        self.upto = step
        self._seal = last[-SEAL:]
        if self._written_after is None:
            self._written_after = self.last_step
        self._written.append((step, doc_ids))
        if len(self._written) > _KEPT:
            self._written_after = self._written.popleft()[0]

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
        Returns the ids that changed, or ``None`` if nothing was known before, or of another file.
        """
        self.upto = upto
        anew = self.file.replaced() or self.file.size() < self.end
        if anew:
            self.start_over()
        size = self.file.size()
        changed: set[int] | None = set() if self.end or not (anew or size) else None
        if (
            size
            and not self.end
            and trusting
            and (known := recall(self.file))
            and known.extent.last_step <= upto
        ):
            self._take_over(known)
        if size > self.end:
            self._forget_written()
            self._sweep(size, changed)
        return changed

    def _sweep(self, size: int, changed: set[int] | None) -> None:
        """Read on up to ``size``, as far as the steps are committed, and add to what ``changed``."""
        for at, block in self.file.blocks(self.end, size):
            ids: list[int] = []
            lines: list[bytes] = []
            going_on = self._sweep_block(at, block, ids, lines, changed)
            self._take_new(ids, lines, changed)
            if not going_on:
                return

    def _sweep_block(
        self, at: int, block: bytes, ids: list[int], lines: list[bytes], changed: set[int] | None
    ) -> bool:
        """Read whole lines; those of documents not met before are left in ``ids`` and ``lines`` to be taken in.

        Tells whether all their steps are committed. At its first opening a large library comes through here line by
        line, so nothing new costs a call of ours.
        """
        where, upto, step, step_text = self._where, self.upto, 0, b","
        kept, places = where.kept, where.since
        for line in block[:-1].split(b"\n"):
            end = at + len(line) + 1
            if line.endswith(b',"sum":"%08x"}' % crc32(line[: 1 - SEAL])):
                id_end, step_at = line.index(b'"', 2), line.rindex(b',"step":') + 8  # as `glance` has it
                doc_id = int(line[2:id_end])
                if not line.startswith(step_text, step_at):  # that of the line before, for the most part
                    step_text = line[step_at : line.index(b",", step_at) + 1]
                    step = int(step_text[:-1])
                if step > upto:
                    return False
                gone = line.startswith(b"null,", id_end + 2)
                if gone or doc_id in places or (kept is not None and where.find(doc_id) is not None):
                    self._take_new(ids, lines, changed)
                    self.note(doc_id, step, at, None if gone else line + b"\n")
                    self._settle_damage(doc_id if gone else None)
                    if changed is not None:
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

    def _take_new(self, ids: list[int], lines: list[bytes], changed: set[int] | None) -> None:
        """Take in the lines of documents not met before, and empty the lists."""
        if ids:
            self._where.count += len(ids)
            self.alive += sum(map(len, lines)) + len(lines)
            self.last_id = max(self.last_id, *ids)
            if self.peek:
                self.peek.peek_new(ids, lines)
            if changed is not None:
                changed.update(ids)
            ids.clear()
            lines.clear()

    def _settle_damage(self, gone: int | None) -> None:
        """Leave out of the damage what was lost of a document that was deleted later anyway."""
        if gone is not None and self.damage:
            self.damage = [one._replace(doc_id=None) if one.doc_id == gone else one for one in self.damage]

    def _take_over(self, known: Remembered) -> None:
        self.end, self.last_id, self.last_step, self.lines, self.alive = known.extent
        self._where, self._remembered = Whereabouts(known.places), (self.lines, self.end)
        if self.peek:
            self.peek.unpack(known.more)

    @property
    def places(self) -> dict[int, int]:
        """Where the newest line of every document lies, as one mapping."""
        return self._where.all()

    def find(self, doc_id: int) -> int | None:
        """Return where the newest line of a document lies, ``None`` without one."""
        return self._where.find(doc_id)

    def lying(self, ids: Sequence[int]) -> Lying:
        """Return where the newest lines of documents lie now (`Whereabouts.of`)."""
        return self._where.of(ids)

    def remember(self) -> None:
        """Write down the places of a table that has grown much since that was last done. Raises `OSError`."""
        lines, end = self._remembered
        if (self.lines - lines >= WORTH or self.end - end >= _MUCH) and not self.damage:
            more = self.peek.packed() if self.peek else b""
            extent = Extent(self.end, self.last_id, self.last_step, self.lines, self.alive)
            remember(self.file, extent, self.places, more)
            self._remembered = self.lines, self.end

    def look_over(self) -> None:
        """Check every line of the table, whatever is remembered of it."""
        self.start_over()
        self.follow(self.upto, trusting=False)

    def note(self, doc_id: int, step: int, at: int, line: bytes | None) -> None:
        """Take over one committed line that begins at ``at``; ``None`` deletes."""
        old = self._where.put(doc_id, None if line is None else at << _SIZE_BITS | len(line))
        self.alive += len(line or b"") - (0 if old is None else old & _SIZE)
        if doc_id > self.last_id:
            self.last_id = doc_id
        self.last_step = step
        if self.peek:
            self.peek.peek(doc_id, line)

    def place(self, doc_id: int) -> int | None:
        """Return the byte at which the newest line of a document starts, ``None`` without one."""
        found = self._where.find(doc_id)
        return None if found is None else found >> _SIZE_BITS

    def part(self, lines: bytes) -> Part:
        """Return what of a step is to be written at the end of this table."""
        known = self._seal.decode("ascii") or seal(self.file, self.end)
        return Part(self.name, self.end, known[8:16], lines)

    def line_at(self, at: int) -> Line:
        """Read the line that starts at a byte. Raises `ValueError` if it is damaged."""
        return decode(self.file.line_bytes(at))

    def document(self, doc_id: int) -> dict[str, Json]:
        """Return a document. Raises `KeyError` without one."""
        packed = self.packed(doc_id)
        if packed is None:
            raise KeyError(doc_id)
        return unpack(packed)  # type: ignore[no-any-return]

    def packed(self, doc_id: int) -> bytes | None:
        """Return a document as its bytes of JSON, ``None`` without one.

        A line that was damaged since the table was gone over makes it be gone over again, so that the damage is named
        and the version before stands in.
        """
        for _ in range(2):
            found = self._where.find(doc_id)
            if found is None:
                break
            line = self.file.read(found >> _SIZE_BITS, found & _SIZE)
            if not whole(line):
                self.look_over()
            elif (document := packed_in(line, doc_id)) is not None:
                return document
        return None

    def documents(self) -> Iterator[tuple[int, dict[str, Json]]]:
        """Yield ids and documents in the order of insertion; of a table that is not large, all is read at once."""
        together = self.file.read(0, self.end) if 0 < self.end < _TOGETHER else b""
        every = list(self.places.items())
        for some in (every[at : at + _PARSED] for at in range(0, len(every), _PARSED)):
            starts = ((found >> _SIZE_BITS, found & _SIZE) for _, found in some)
            try:
                known = documents_in([together[start : start + size] for start, size in starts])
            except ValueError:
                known = []
            if [doc_id for doc_id, _ in known] == [doc_id for doc_id, _ in some]:
                yield from known
            else:
                yield from ((doc_id, self.document(doc_id)) for doc_id, _ in some)

    def line(self, doc_id: int) -> bytes:
        """Return a document's newest line, unparsed and unchecked; empty without one."""
        found = self.find(doc_id)
        return b"" if found is None else self.file.read(found >> _SIZE_BITS, found & _SIZE)

    def version(self, doc_id: int, place: int) -> dict[str, Json] | None:
        """Return the document on a line of former `places`; ``None`` if it is there no longer, or damaged."""
        try:
            line = decode(self.file.read(place >> _SIZE_BITS, place & _SIZE))
        except (ValueError, OSError):
            return None
        return line.document if line.id == doc_id else None

    def newest_lines(self, start_at: int = 0) -> Iterator[tuple[int, bytes]]:
        """Yield id and newest line of every document, from a byte on: in the file's order, unparsed, in one sweep."""
        first = start_at << _SIZE_BITS
        wanted = {place >> _SIZE_BITS: doc_id for doc_id, place in self.places.items() if place >= first}
        for at, line in self.file.lines(start_at, self.end):
            if at in wanted:
                yield wanted[at], line

    def unchanged(self, doc_ids: Iterable[int], since: int) -> set[int]:
        """Return those of some documents whose newest line begins before a byte, behind which there is not much."""
        written = (glance(line)[0] for _, line in self.file.lines(since, self.end) if whole(line))
        found = set(doc_ids).difference(written)
        return set(filter(self.has, found)) if self.damage else found

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
                    if key.isdigit() and self.find(int(key)) == place:
                        found.add(int(key))
                    at = block.find(needle, end)
        return found

    def items(self) -> ItemsView[str, Json]:
        """Return ids and documents, in the order of insertion."""
        return _Items(self)

    def __getitem__(self, doc_id: str) -> Json:
        return self.document(int(doc_id))

    def __contains__(self, doc_id: object) -> bool:
        return isinstance(doc_id, str) and doc_id.lstrip("-").isdigit() and self.has(int(doc_id))

    def has(self, doc_id: int) -> bool:
        """Tell whether there is a document of this id."""
        return self.find(doc_id) is not None

    def __iter__(self) -> Iterator[str]:
        return iter([str(doc_id) for doc_id in self.places])

    def __len__(self) -> int:
        return self._where.count


class _Items(ItemsView[str, Json]):
    _mapping: Rows

    def __iter__(self) -> Iterator[tuple[str, Json]]:
        # In the order in which documents were inserted, as TinyDB has it: not that of the file, where the one
        # changed last is last.
        for doc_id, document in self._mapping.documents():
            yield str(doc_id), document
