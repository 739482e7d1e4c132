"""What was found, read when it is looked at: a screen shows forty of a hundred thousand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from store.errors import LibraryError
from store.model import Meeting, Quote


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A quote that was found, with its meeting."""

    meeting: Meeting
    quote: Quote


class FoundMeetings(Sequence[Meeting]):
    """Meetings known by their ids, of which each is loaded when it is asked for.

    One that was looked at stays as it was; one deleted before anybody looked has no title and no date, so that a
    screen drawn between a deletion and the next search never fails.
    """

    def __init__(self, ids: list[int], load: Callable[[int], Meeting]) -> None:
        self.ids = ids
        self._from_library = load
        self._shown: dict[int, Meeting] = {}

    def _load(self, meeting_id: int) -> Meeting:
        try:
            return self._shown.get(meeting_id) or self._from_library(meeting_id)
        except LibraryError:
            return Meeting(title="", id=meeting_id)

    def _show(self, meeting_id: int) -> Meeting:
        self._shown[meeting_id] = self._load(meeting_id)
        return self._shown[meeting_id]

    @overload
    def __getitem__(self, index: int) -> Meeting: ...
    @overload
    def __getitem__(self, index: slice) -> list[Meeting]: ...
    def __getitem__(self, index: int | slice) -> Meeting | list[Meeting]:
        if isinstance(index, slice):
            return [self._show(number) for number in self.ids[index]]
        return self._show(self.ids[index])

    def __iter__(self) -> Iterator[Meeting]:
        return map(self._load, self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]
