"""Many sources into a library: read by several processes, stored in few steps, told as it goes.

The face is `add_all` and `add_exported`; what they take and yield is in `store.importing.tasks`.
"""

from __future__ import annotations

from store.importing.adding import add_all
from store.importing.lines import add_exported, holds_lines, is_lines, reading_tasks
from store.importing.receipts import Receipts
from store.importing.tasks import Outcome, Progress, Task

__all__ = [
    "Outcome",
    "Progress",
    "Receipts",
    "Task",
    "add_all",
    "add_exported",
    "holds_lines",
    "is_lines",
    "reading_tasks",
]
