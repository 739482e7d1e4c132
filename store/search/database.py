"""The index's file: its tables, and what is done when it is missing, of another version or damaged."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

VERSION = 7
"""Raised whenever the tables, the terms or the folding change: an older index is thrown away and made anew."""

_FORGOTTEN = ("meta", "slots", "property", "home", "spoke")
_TABLES = """
    create table meta(name text primary key, value);
    create table slots(
        slot integer primary key, meeting integer, part integer, day integer, digest blob, stamp integer);
    create index slots_of_meeting on slots(meeting);
    create table property(id integer primary key, field text, folded text, unique(field, folded));
    create table home(official integer primary key, country text);
    create table spoke(
        meeting integer, official integer, quotes integer, day integer, primary key(meeting, official)
    ) without rowid;
    create virtual table marks
        using fts5(words, content='', columnsize=0, detail=none, tokenize='ascii', prefix='2 3');
    insert into marks(marks, rank) values('automerge', 0);
    insert into marks(marks, rank) values('hashsize', 8388608);
"""
# One writer and readers beside it; a lost last transaction is caught up with, so no sync is waited for.
_SETTINGS = (
    "pragma journal_mode=wal",
    "pragma synchronous=normal",
    "pragma cache_size=-32000",
    "pragma mmap_size=536870912",
    "pragma busy_timeout=50",
    "pragma wal_autocheckpoint=8000",
)
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def connect(path: Path | None) -> sqlite3.Connection:
    """Open the index, empty if it was missing or unusable; ``None``, or a place that cannot be written, in memory."""
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return _opened(str(path))
            except sqlite3.DatabaseError as error:
                if not is_broken(error):
                    raise
                remove(path)
                return _opened(str(path))
        except (OSError, sqlite3.OperationalError):
            pass
    return _opened(":memory:")


def connect_aside(db: sqlite3.Connection) -> sqlite3.Connection | None:
    """Open the file of a connection once more, only to be read; ``None`` where there is none."""
    name = db.execute("pragma database_list").fetchone()[2]
    if not name:  # in memory
        return None
    try:
        aside = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
        for setting in (*_SETTINGS, "pragma query_only=on"):
            aside.execute(setting)
    except sqlite3.Error:
        return None
    return aside


def is_broken(error: Exception) -> bool:
    """Tell whether an error means that the file is damaged, and not only busy or the disk full.

    A damaged page may claim a length that no memory holds, and then it is memory that SQLite says is lacking.
    """
    return isinstance(error, MemoryError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN


def remove(path: Path) -> None:
    """Delete the index with the files beside it."""
    for name in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        with suppress(OSError):
            name.unlink()


def empty(db: sqlite3.Connection) -> None:
    """Forget everything; within the caller's transaction."""
    for table in _FORGOTTEN:
        db.execute(f"delete from {table}")  # noqa: S608 - names of our own
    db.execute("insert into marks(marks) values('delete-all')")


def _opened(name: str) -> sqlite3.Connection:
    # Queries and catching up take turns under the index's own lock, in whatever thread they run.
    db = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
    try:
        for setting in _SETTINGS:
            db.execute(setting)
        if db.execute("pragma user_version").fetchone()[0] != VERSION:
            _make(db)
    except BaseException:
        db.close()
        raise
    return db


def _make(db: sqlite3.Connection) -> None:
    db.execute("begin immediate")
    if db.execute("pragma user_version").fetchone()[0] != VERSION:
        for name in (*_virtual(db), *_FORGOTTEN):
            db.execute(f"drop table if exists {name}")
        for statement in _TABLES.split(";"):
            db.execute(statement)
        db.execute(f"pragma user_version={VERSION}")
    db.execute("commit")


def _virtual(db: sqlite3.Connection) -> list[str]:
    sql = "select name from sqlite_master where sql like 'create virtual table%'"
    return [name for (name,) in db.execute(sql)]
