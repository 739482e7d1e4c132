"""What changed since an earlier state of a library: for whoever keeps something made from it, as the search index."""

from __future__ import annotations

from store.keeping.tables import Tables

_TABLES = ("meetings", "quotes")


def mark(tables: Tables) -> str:
    """Return a name of this state of the log: the last step's number, and its sum to tell it from another's."""
    return f"{tables.log.steps.last}:{tables.log.steps.seal(tables.log.steps.last)}"


def changed_meetings(tables: Tables, since: str) -> frozenset[int] | None:
    """Return the meetings written since a mark, deleted ones among them; ``None`` if that cannot be told.

    It cannot when the mark is of another log, or of a step older than compaction kept. Costs what changed.
    """
    return _changed(tables, since, _TABLES)


def changed_officials(tables: Tables, since: str) -> frozenset[int] | None:
    """Return the officials written since a mark, merged and deleted ones too; ``None`` if that cannot be told."""
    return _changed(tables, since, ("officials",))


def _changed(tables: Tables, since: str, names: tuple[str, ...]) -> frozenset[int] | None:
    number, _, seal = since.partition(":")
    steps = tables.log.steps
    if not number.isdigit() or not seal or int(number) > steps.last or steps.seal(int(number)) != seal:
        return None
    return frozenset[int]().union(*(tables.log.rows(name).changed_since(int(number)) for name in names))
