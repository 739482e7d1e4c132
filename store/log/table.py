"""TinyDB's table and database over the log: the same calls, at a cost that does not grow with the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Table

from store.log.line import Json
from store.log.rows import Rows
from store.log.storage import LogStorage


class LogTable(Table):
    """A TinyDB table that reads a document only when asked for it, and writes only what changed.

    Ids of deleted documents are never given again. Outside `LogStorage.step` each change is a step of its own.
    """

    default_query_cache_capacity = 0
    _storage: LogStorage

    def replace(self, documents: Mapping[int, Mapping[str, Json] | None]) -> None:
        """Put whole documents in place of what is there, ``None`` to delete: one step, in any number."""

        def updater(table: dict[int, Mapping[str, Json]]) -> None:
            for doc_id, document in documents.items():
                if document is not None:
                    table[doc_id] = document
                else:
                    table.pop(doc_id, None)

        self._update_table(updater)

    def one(self, doc_id: int) -> Mapping[str, Json] | None:
        """Return a document by id as it is, ``None`` without one: `get` without a copy."""
        return self._read_table().get(str(doc_id))

    def everything(self) -> Iterable[tuple[int, Mapping[str, Json]]]:
        """Return ids and documents, as they are: `all` without copies."""
        seen = self._storage.view(self.name)
        if isinstance(seen, Rows):
            return seen.documents()
        return ((int(doc_id), document) for doc_id, document in seen.items())

    def has(self, doc_id: int) -> bool:
        """Tell whether there is a document of this id, without reading it."""
        return str(doc_id) in self._read_table()

    def insert(self, document: Mapping[str, Json]) -> int:
        """Insert a document and return its id, found under the lock, so that two processes never get the same."""
        return self.insert_multiple([document])[0]

    def next_id(self) -> int:
        """Return the id that the next inserted document would get. Only within a step is it sure to stay free."""
        return self._storage.next_id(self.name)

    def _read_table(self) -> dict[str, Mapping[str, Json]]:
        return self._storage.view(self.name)  # type: ignore[return-value]

    def _get_next_id(self) -> int:
        return self.next_id()

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Json]]], None]) -> None:
        if self._storage.in_step:
            self._storage.change(self.name, updater)  # type: ignore[arg-type]
        else:
            with self._storage.step(f"Changed {self.name}"):
                self._storage.change(self.name, updater)  # type: ignore[arg-type]
        self.clear_cache()


class LogDB(TinyDB):
    """TinyDB on a folder: ``LogDB(Path("library"))``."""

    table_class = LogTable
    default_storage_class = LogStorage  # type: ignore[assignment]

    def __init__(self, folder: Path, **options: Json) -> None:
        super().__init__(folder, **options)
