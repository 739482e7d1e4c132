"""The day of the meeting a text tells of."""

from __future__ import annotations

import re
from datetime import date

from store.reading.dates import Day, days, shift, weekday_before
from store.reading.layout import DATE, PARAGRAPH, Block
from store.reading.sentences import Sentence
from store.reading.tables import classes
from store.reading.tokens import Tokens

_WEEKDAY = re.compile(
    r"\b(?=[tymwfsl])(?:(?P<word>today|yesterday|last (?:night|evening)|tonight|this (?:morning|afternoon|evening))"
    r"|(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b",
    re.IGNORECASE,
)
_MEETING = (
    classes("nouns")["meeting-verb"]
    | classes("nouns")["talks"]
    | {"signed", "signing", "visit", "ended", "delegation"}
)
_BRIEFING = re.compile(r"\bpress (?:conference|briefing)\b", re.IGNORECASE)  # … on a day after the meeting
_LATER = frozenset({"will", "upcoming", "scheduled", "next", "forthcoming"})
_DASH = re.compile(r"—|–|--| - ")
_DATELINE, _DELAY = 80, 3  # characters of a dateline; days from it to the day of publication
_SENTENCES = 8  # the first ones, in which the day of the meeting is told
_DATED_SENTENCES = 3  # of them, where the day of publication is known; later ones tell of other days
_LEADING = 2  # of them, whose weekday counts though they tell of no meeting
_HEAD = 200  # characters of a block in which a day of publication can stand


def day_of(text: str) -> str | None:
    """Return the first full day written in a short text, such as a field *Published*."""
    return next((iso for day in days(text[:_HEAD]) if (iso := day.iso(None))), None)


def anchor_day(text: str, blocks: list[Block], published: str | None) -> str | None:
    """Return the day the text was published: as the source says, else from a date line, else the first full day."""
    given = day_of(published) if published else None
    if given and (written := _dateline_day(text, blocks, given)):
        return written
    if given:
        return given
    lines = [block for block in blocks if block.kind == DATE]
    for block in [*lines, *blocks[:6], *blocks[-3:]]:
        for day_found in days(text, block.start, min(block.end, block.start + _HEAD)):
            if iso := day_found.iso(None):
                return iso
    return None


def _dateline_day(text: str, blocks: list[Block], published: str) -> str | None:
    """Return the day in the dateline of the first paragraph, if it is up to a few days before that of publication."""
    block = next((block for block in blocks if block.kind == PARAGRAPH), None)
    dash = _DASH.search(text, block.start, min(block.end, block.start + _DATELINE)) if block else None
    for day in days(text, block.start, dash.start()) if block and dash else ():
        written = day.iso(date.fromisoformat(published))
        if written and shift(published, -_DELAY) <= written <= published:
            return written
    return None


def meeting_day(
    tokens: Tokens, told: list[Sentence], titles: list[Block], anchor: str | None
) -> tuple[str | None, str | None, bool]:
    """Return first and last day of the meeting, and whether a rule had to fall back on the day of publication."""
    near = date.fromisoformat(anchor) if anchor else _dated(tokens, told)
    for block in titles:
        for day in days(tokens.text, block.start, block.end):
            if (iso := day.iso(near)) and not _BRIEFING.search(tokens.text, block.start, block.end):
                return iso, day.last(near), False
    told_of = False
    for number, sentence in enumerate(told[: _DATED_SENTENCES if anchor else _SENTENCES]):
        if number == _LEADING and not told_of and (leading := _leading_day(tokens, told, anchor)):
            return leading, None, True
        low = tokens.low[sentence.first : sentence.last]
        if _MEETING.isdisjoint(low):
            continue
        told_of = True
        start, end = tokens.span(sentence.first, sentence.last)
        written = [day for day in days(tokens.text, start, end) if not _later(tokens.text, start, day)]
        told_first = _past_day(tokens.text, start, written[0].start) if anchor and written else None
        if told_first and anchor and told_first["word"]:
            return _relative(told_first, anchor), None, False  # *spoke today about the attack of April 4*
        if written and (iso := written[0].iso(near)):
            return iso, written[0].last(near), False
        if anchor and (found := _past_day(tokens.text, start, end)):
            return _relative(found, anchor), None, False
    for sentence in told[:_LEADING]:
        start, end = tokens.starts[sentence.first], tokens.end(sentence.last - 1)
        written = [
            day for day in days(tokens.text, start, end) if day.year and not _later(tokens.text, start, day)
        ]
        if written and (iso := written[0].iso(None)):
            return iso, written[0].last(None), False  # *On October 2, 2024, X congratulated Y*
    return _leading_day(tokens, told, anchor) or anchor, None, anchor is not None


def _dated(tokens: Tokens, told: list[Sentence]) -> date | None:
    """Return the first day with a year in the first sentences: the others are of about that time."""
    for sentence in told[:_SENTENCES]:
        start, end = tokens.span(sentence.first, sentence.last)
        if iso := next((iso for day in days(tokens.text, start, end) if (iso := day.iso(None))), None):
            return date.fromisoformat(iso)
    return None


def _leading_day(tokens: Tokens, told: list[Sentence], anchor: str | None) -> str | None:
    """Return the weekday that the first sentences name, whatever happened on it."""
    for sentence in told[:_LEADING] if anchor else ():
        start, end = tokens.span(sentence.first, sentence.last)
        if anchor and (found := _past_day(tokens.text, start, end)):
            return _relative(found, anchor)
    return None


def _past_day(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first *Tuesday* or *yesterday* that is not said to come: *next Tuesday*, *will meet on Tuesday*."""
    found = _WEEKDAY.search(text, start, end)
    before = set(text[start : found.start()].lower().split()) if found else set()
    return found if _LATER.isdisjoint(before) else None


def _relative(found: re.Match[str], anchor: str) -> str:
    if found["day"]:
        return weekday_before(found["day"], anchor)
    return shift(anchor, -1) if found["word"].lower().startswith(("yester", "last")) else anchor


def _later(text: str, start: int, day: Day) -> bool:
    """Tell whether the words before a day say that something else happens on it."""
    before = text[max(start, day.start - 60) : day.start].lower()
    return before.rstrip().endswith(("'s", "’s")) or any(  # *Keller's July 19 address*
        word in before for word in ("to be held", "upcoming", "will ", "scheduled", "since ", "until ")
    )
