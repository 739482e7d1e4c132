"""TinyDB on append-only JSON lines: durable, shared between processes, and undoable.

`LogDB` is the database, `LogStorage.step` what makes several changes one, `LogTable` what TinyDB's calls go through.
"""

from store.log.rows import Damage as Damage
from store.log.steps import StepRecord as StepRecord
from store.log.storage import LogStorage as LogStorage
from store.log.table import LogDB as LogDB
from store.log.table import LogTable as LogTable

__all__ = ["Damage", "LogDB", "LogStorage", "LogTable", "StepRecord"]
