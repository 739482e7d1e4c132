"""Steps taken back and done again, and what was done at all."""

from __future__ import annotations

from store.keeping import undoing
from store.library.door import Door
from store.outcomes import Step


class Undoing(Door):
    """Undo is a step as any other, and so is redo."""

    def undo(self) -> Step | None:
        """Take the newest step in force back, as a new step; ``None`` if there is none."""
        record = undoing.undo(self._tables)
        return undoing.step_of(record) if record else None

    def redo(self) -> Step | None:
        """Do again what was undone last, as a new step; ``None`` if nothing was."""
        record = undoing.redo(self._tables)
        return undoing.step_of(record) if record else None

    def history(self, limit: int = 100) -> list[Step]:
        """Return the newest steps, newest first."""
        with self._tables.log.threads:
            return undoing.history(self._tables, limit)
