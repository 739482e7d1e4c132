"""TinyDB on append-only JSON lines: durable, shared between processes, and undoable.

`LogDB` is the database, `LogStorage.step` what makes several changes one, `LogTable` what TinyDB's calls go through.

What lies in a folder::

    meetings.jsonl, …   a table: {"12":{…},"step":57,"was":10234,"sum":"9f3a01bc"} (`store.log.line`)
    steps.jsonl         what was done, when, and in which tables (`store.log.steps`)
    backups/            the newest three copies from before a compaction or migration (`store.log.backups`)
    .places/            where the lines of large tables lie; may be deleted (`store.log.places`)
    .journal            the newest steps once more, until their tables are synced (`store.log.journal`)
    .lock               who is writing (`store.log.lock`)
"""

from store.log.damage import Damage as Damage
from store.log.steps import StepRecord as StepRecord
from store.log.storage import LogStorage as LogStorage
from store.log.table import LogDB as LogDB
from store.log.table import LogTable as LogTable

__all__ = ["Damage", "LogDB", "LogStorage", "LogTable", "StepRecord"]
