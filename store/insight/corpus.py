"""The words of many quotes as numbers in flat arrays: about six bytes a word, whatever the number of quotes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from store.insight.words import BREAKS, TOKEN, is_content, stem
from store.model import Meeting, Quote

BREAK = 0
"""The number that stands where no phrase runs on: at the end of a sentence and of a quote."""

_Who: TypeAlias = tuple[int, ...] | str | None
"""Who speaks: officials by their ids, whatever a text calls them; bodies and groups by their name."""


class _Numbers(dict[str, int]):
    """Words to numbers, giving a new number at first sight, and remembering the stem's number of each."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(BREAKS, BREAK))
        self.words = [""]
        self.stem_of = array("I", [BREAK])
        self.stems: dict[str, int] = {"": BREAK}
        self.content = bytearray(1)

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self.words)
        self.words.append(word)
        root = stem(word)
        if root not in self.stems:
            self.stems[root] = len(self.stems)
            self.content.append(is_content(word))
        self.stem_of.append(self.stems[root])
        return number


class Corpus:
    """Quotes taken in one after the other, meeting by meeting; afterwards only looked at.

    ``words`` holds the number of each word, `BREAK` between sentences and quotes. ``quote_starts[q]`` is where quote
    ``q`` begins in it, ``meeting_starts[m]`` where meeting ``m`` begins; both end with the length of ``words``.
    ``speakers`` are named as in the first quote taken in.
    """

    def __init__(self, heard: Iterable[tuple[Meeting, Sequence[Quote]]]) -> None:
        """Take in every quote; the records themselves are not kept."""
        self._numbers = _Numbers()
        self.words = array("I")
        self.quote_starts = array("I")
        self.quote_meeting = array("I")
        self.quote_number = array("I")
        self.quote_speaker = array("I")
        self.meeting_starts = array("I")
        self.meeting_ids = array("I")
        self.dates: list[str | None] = []
        self.speakers: list[str | None] = []
        numbered: dict[_Who, int] = {}
        for meeting, quotes in heard:
            self.meeting_starts.append(len(self.words))
            self.meeting_ids.append(meeting.id)
            self.dates.append(meeting.date)
            for quote in quotes:
                self._take(quote, numbered)
        self.quote_starts.append(len(self.words))
        self.meeting_starts.append(len(self.words))

    def _take(self, quote: Quote, numbered: dict[_Who, int]) -> None:
        who = quote.officials or quote.speaker
        if who not in numbered:
            numbered[who] = len(numbered)
            self.speakers.append(quote.speaker)
        self.quote_starts.append(len(self.words))
        self.quote_meeting.append(len(self.meeting_ids) - 1)
        self.quote_number.append(quote.number)
        self.quote_speaker.append(numbered[who])
        numbers = self._numbers
        self.words.extend(map(numbers.__getitem__, TOKEN.findall(quote.text)))
        self.words.append(BREAK)

    @property
    def content(self) -> bytearray:
        """For each stem's number, 1 where it says something of the matter, else 0."""
        return self._numbers.content

    @property
    def quotes(self) -> int:
        """How many quotes were taken in."""
        return len(self.quote_meeting)

    def stems(self, start: int, end: int) -> list[int]:
        """Return the stem's number of each word of ``words[start:end]``."""
        return list(map(self._numbers.stem_of.__getitem__, self.words[start:end]))

    def is_content(self, place: int) -> bool:
        """Tell whether the word at a place says something of the matter."""
        return bool(self._numbers.content[self._numbers.stem_of[self.words[place]]])

    def text(self, start: int, length: int) -> str:
        """Return the words at a place as they were written, with single blanks between."""
        return " ".join(self._numbers.words[word] for word in self.words[start : start + length])

    def quote_id(self, quote: int) -> str:
        """Return the id, ``"12.3"``, of the quote of that rank."""
        return f"{self.meeting_ids[self.quote_meeting[quote]]}.{self.quote_number[quote]}"

    def date(self, quote: int) -> str | None:
        """Return the day of the meeting at which the quote of that rank was said."""
        return self.dates[self.quote_meeting[quote]]
