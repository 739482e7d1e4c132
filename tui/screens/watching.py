"""A folder in which new texts appear: looked at now and then, from a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.sources.watching import Look


class Watch:
    """Tells of each file once it is finished; those that are there at the first look are not told of."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._last: Look | None = None

    def look(self) -> list[str]:
        """Look again; returns the paths of the files that have come. Raises `SourceError`."""
        from store.sources.watching import first_look, look_again

        if self._last is None:
            self._last = first_look(self.folder)
            return []
        self._last, finished = look_again(self.folder, self._last)
        return finished
