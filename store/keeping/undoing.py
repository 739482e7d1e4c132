"""Undo and redo: the log still holds what was, so taking a step back writes the older versions as a new step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from store.errors import LibraryError
from store.keeping.tables import Tables
from store.log import StepRecord
from store.log.steps import lines_of
from store.outcomes import Step


def history(tables: Tables, limit: int) -> list[Step]:
    """Return the newest steps, newest first."""
    return [step_of(record) for record in islice(tables.log.steps.newest_first(), limit)]


def step_of(record: StepRecord) -> Step:
    """Return a step as the program shows it."""
    return Step(record.number, record.what, record.at, record.undoes, record.redoes)


def undoable(records: Iterator[StepRecord]) -> StepRecord | None:
    """Return the step that undo takes back: the newest that is still in force. ``records`` come newest first."""
    undone: dict[int, bool] = {}
    for record in records:
        if about := record.undoes or record.redoes:
            undone.setdefault(about, record.undoes is not None)
        elif not undone.get(record.number) and record.tables:
            return record
    return None


def redoable(records: Iterator[StepRecord]) -> StepRecord | None:
    """Return the step that redo does again: the oldest of those undone since the newest change of another kind."""
    undone: dict[int, bool] = {}
    over: set[int] = set()
    found = None
    for record in records:
        if about := record.undoes or record.redoes:
            if (
                found is not None and about not in undone
            ):  # undone before a newer change was made: that is over
                over.add(about)
            undone.setdefault(about, record.undoes is not None)
        elif undone.get(record.number):
            found = found if record.number in over else record
        elif record.tables:
            break
    return found


def undo(tables: Tables) -> StepRecord | None:
    """Take back, as a new step, the newest step in force; ``None`` if there is none. Raises `LibraryError`."""
    with tables.log.writing():
        record = undoable(tables.log.steps.newest_first())
        if record is not None:
            with tables.step(f"Undid: {record.what}", undoes=record.number):
                _write(tables, record, before=True)
        return record


def redo(tables: Tables) -> StepRecord | None:
    """Do again, as a new step, what was undone last; ``None`` if nothing was. Raises `LibraryError`."""
    with tables.log.writing():
        record = redoable(tables.log.steps.newest_first())
        if record is not None:
            with tables.step(f"Redid: {record.what}", redoes=record.number):
                _write(tables, record, before=False)
        return record


def _write(tables: Tables, record: StepRecord, *, before: bool) -> None:
    """Put the documents that a step touched back as they were before it, or as it left them."""
    for name, count in record.tables.items():
        rows = tables.log.rows(name)
        lines = list(lines_of(rows.file, rows.end, record.number))
        if len(lines) != count:
            raise LibraryError(f"“{record.what}” cannot be taken back: {name}.jsonl has lost some of it")
        documents: dict[int, Any] = {}
        for line in lines:
            try:
                old = rows.line_at(line.was).document if before and line.was is not None else None
            except ValueError as error:
                raise LibraryError(
                    f"“{record.what}” cannot be taken back: what was before is damaged"
                ) from error
            documents[line.id] = _numbered(tables, name, line.id, old if before else line.document)
        tables.table(name).replace(documents)


def _numbered(tables: Tables, name: str, doc_id: int, document: Any) -> Any:  # noqa: ANN401
    """Keep the number of a meeting's next quote from going back: numbers are never given twice."""
    if name == "quotes" and document is not None and (now := tables.table(name).one(doc_id)) is not None:
        return {**document, "next": max(document["next"], now["next"])}
    return document
