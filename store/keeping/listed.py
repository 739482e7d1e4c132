"""Lists of meetings as they stood when the list was made, each read when it is looked at.

A screen shows forty of a hundred thousand, so only the places of the lines are kept. Meanwhile this or another
process may change or delete what was listed; a table only grows at its end, so the lines are there still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from store.log.whereabouts import Lying
from store.model import Meeting

Load = Callable[[int, int], Meeting]
"""Returns the meeting of an id whose line had a place when it was listed. Raises nothing for what was listed."""


class Meetings(Sequence[Meeting]):
    """A list of meetings that goes on answering what it showed, whatever becomes of the meetings.

    ``places`` tells for each id where its line lay (`Rows.lying`). A meeting looked at is kept: rewriting the file
    (compaction) takes old lines away, and with them only what was deleted before anybody had looked at it.
    """

    def __init__(self, ids: list[int], places: Lying, load: Load) -> None:
        self.ids = ids
        self._places = places
        self._load = load
        self._shown: dict[int, Meeting] = {}

    @overload
    def __getitem__(self, index: int) -> Meeting: ...
    @overload
    def __getitem__(self, index: slice) -> list[Meeting]: ...
    def __getitem__(self, index: int | slice) -> Meeting | list[Meeting]:
        if isinstance(index, slice):
            return [self._at(at) for at in range(len(self.ids))[index]]
        return self._at(range(len(self.ids))[index])

    def _at(self, at: int) -> Meeting:
        shown = self._shown.get(at)
        if shown is None:
            shown = self._shown[at] = self._load(self.ids[at], self._places[at])
        return shown

    def __iter__(self) -> Iterator[Meeting]:
        # Not kept: going through all of a large list would fill the memory.
        for at, meeting_id in enumerate(self.ids):
            yield self._shown.get(at) or self._load(meeting_id, self._places[at])

    def __len__(self) -> int:
        return len(self.ids)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Meetings):
            return self.ids == other.ids and list(self) == list(other)
        return list(self) == other if isinstance(other, list) else NotImplemented

    __hash__ = None  # type: ignore[assignment]
