"""What TinyDB's updaters edit: private copies of the documents touched, over a table that stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping

from store.log.line import Json, encode, pack, unpack
from store.log.rows import Rows
from store.log.steps import StepRecord


class Draft(MutableMapping[int, Json]):
    """A table under change, by whole-number ids. ``changed`` holds what differs, packed; ``None`` where deleted.

    Keeping the changes packed makes a step of ten thousand documents cost their bytes and not their objects.
    """

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.changed: dict[int, bytes | None] = {}
        self._in_hand: dict[int, Json] = {}
        self._lines: list[bytes] = []
        self._top = rows.last_id

    def __getitem__(self, doc_id: int) -> Json:
        if doc_id in self._in_hand:
            return self._in_hand[doc_id]
        if doc_id not in self.changed:
            document = self.rows.document(doc_id)
        elif (packed := self.changed[doc_id]) is not None:
            document = unpack(packed)
        else:
            raise KeyError(doc_id)
        # An updater may change what it is given, so what was given is looked at again when it is done.
        self._in_hand[doc_id] = document
        return document

    def __setitem__(self, doc_id: int, document: Json) -> None:
        self.put(doc_id, pack(document))

    def packed(self, doc_id: int) -> bytes | None:
        """Return a document as it is packed, ``None`` without one."""
        return self.changed[doc_id] if doc_id in self.changed else self.rows.packed(doc_id)

    def put(self, doc_id: int, packed: bytes) -> None:
        """Put a packed document in place of what is there."""
        self._in_hand.pop(doc_id, None)
        self.changed[doc_id] = packed
        if doc_id > self._top:
            self._top = doc_id

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._in_hand.pop(doc_id, None)
        self.changed[doc_id] = None

    def __contains__(self, doc_id: object) -> bool:
        if doc_id in self.changed:
            return self.changed[doc_id] is not None
        return isinstance(doc_id, int) and self.rows.has(doc_id)

    def __iter__(self) -> Iterator[int]:
        return (doc_id for doc_id in dict.fromkeys([*self.rows.places, *self.changed]) if doc_id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Delete every document."""
        self.changed = dict.fromkeys(self, None)
        self._in_hand.clear()

    def replace_all(self, documents: Mapping[Json, Json]) -> None:
        """Hold these documents and no others."""
        kept = {int(doc_id): document for doc_id, document in documents.items()}
        for doc_id in [doc_id for doc_id in self if doc_id not in kept]:
            del self[doc_id]
        self.update(kept)

    def settle(self) -> None:
        """Take over what an updater did to the documents it was given."""
        for doc_id, document in self._in_hand.items():
            packed = pack(document)
            if doc_id in self.changed or packed != pack(self.rows.document(doc_id)):
                self.changed[doc_id] = packed
        self._in_hand.clear()

    def next_id(self) -> int:
        """Return an id that no document of this table has or ever had."""
        return self._top + 1

    def spelt(self, step: StepRecord, record: bytes) -> bytes:
        """Return the lines of the changes. The last closes the step; in the step's last table, with its record."""
        place, number, changed = self.rows.place, step.number, self.changed
        *others, last = changed
        lines = self._lines
        for one in others:
            lines.append(encode(one, changed[one] or b"null", number, place(one)))
        closes = record if self.rows.name == max(step.tables) else b"true"
        lines.append(encode(last, changed[last] or b"null", number, place(last), closes))
        return b"".join(lines)

    def take_over(self, step: int) -> set[int]:
        """Let the table know of the lines that were just written at its end; return whose they are."""
        rows, changed = self.rows, set(self.changed)
        rows.wrote(step, changed, self._lines[-1])
        for (doc_id, text), line in zip(self.changed.items(), self._lines, strict=True):
            rows.note(doc_id, step, rows.end, None if text is None else line)
            rows.end += len(line)
            rows.lines += 1
        return changed


class Strung(Mapping[str, Json]):
    """A draft as TinyDB reads a table, by ids that are strings."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def __getitem__(self, doc_id: str) -> Json:
        return self.draft[int(doc_id)]

    def __contains__(self, doc_id: object) -> bool:
        return isinstance(doc_id, str) and int(doc_id) in self.draft

    def __iter__(self) -> Iterator[str]:
        return map(str, self.draft)

    def __len__(self) -> int:
        return len(self.draft)
