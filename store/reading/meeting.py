"""The meeting a text tells of: day, place, kind and who took part."""

from __future__ import annotations

import re
from datetime import date

from store.model import MeetingKind
from store.reading.dates import Day, days, shift, weekday_before
from store.reading.gazetteer import known
from store.reading.layout import DATE, PARAGRAPH, Block
from store.reading.tokens import Tokens

_KINDS: tuple[tuple[MeetingKind, re.Pattern[str]], ...] = (
    (
        "call",
        re.compile(
            r"\b(?:call|phone|telephone|video ?conference|videoconference|by phone|telephoned|phoned)\b", re.I
        ),
    ),
    (
        "message",
        re.compile(r"\b(?:message|letter|telegram|congratulatory|condolences?|congratulated)\b", re.I),
    ),
    ("signing", re.compile(r"\bsign(?:s|ed|ing)\b", re.I)),
    ("summit", re.compile(r"\b(?:summit|G7|G20)\b", re.I)),
    ("ceremony", re.compile(r"\b(?:ceremony|credentials|inaugurat\w+|wreath)\b", re.I)),
    (
        "visit",
        re.compile(r"\b(?:state visit|official visit|visits?|visited|courtesy call|called on)\b", re.I),
    ),
    ("interview", re.compile(r"\binterview\b", re.I)),
)
_TALKS = re.compile(r"\b(?:met|meets|meeting|talks|held|receive[sd]?)\b", re.I)
_WEEKDAY = re.compile(
    r"\b(?:(?P<word>today|yesterday)|(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b",
    re.I,
)


def anchor_day(text: str, blocks: list[Block], published: str | None) -> str | None:
    """Return the day the text was published, from the source or from a date line."""
    if published:
        return published[:10]
    for block in blocks[:6]:
        if block.kind == DATE:
            for day in days(text, block.start, block.end):
                if iso := day.iso(None):
                    return iso
    for block in blocks[:4]:
        for day in days(text, block.start, min(block.end, block.start + 120)):
            if iso := day.iso(None):
                return iso
    for block in blocks:
        if block.kind == DATE:
            for day in days(text, block.start, block.end):
                if iso := day.iso(None):
                    return iso
    return None


def meeting_day(text: str, blocks: list[Block], anchor: str | None) -> tuple[str | None, str | None]:
    """Return first and last day of the meeting as the text tells them."""
    near = date.fromisoformat(anchor) if anchor else None
    body = [block for block in blocks if block.kind == PARAGRAPH][:2]
    for block in body:
        stop = min(block.end, block.start + 500)
        written = list(days(text, block.start, stop))
        if written:
            day: Day = written[0]
            return day.iso(near), day.last(near)
        if anchor and (found := _WEEKDAY.search(text, block.start, stop)):
            if found["word"]:
                return (anchor if found["word"].lower() == "today" else shift(anchor, -1)), None
            return weekday_before(found["day"], anchor), None
    return anchor, None


def kind_of(title: str, lead: str) -> MeetingKind | None:
    """Return the kind of meeting that title and first sentences tell of."""
    for text in (title, lead):
        for kind, pattern in _KINDS:
            if pattern.search(text):
                return kind
        if _TALKS.search(text):
            return "talks"
    return None


def place_of(tokens: Tokens, first: int, last: int) -> str | None:
    """Return the place named after *in* or *at* in tokens ``first`` to ``last``."""
    for at in range(first, last - 1):
        if tokens.low[at] in ("in", "at"):
            onward = at + 2 if tokens.low[at + 1] == "the" and at + 2 < last else at + 1
            match = known(tokens, onward)
            if match and match.place.kind in ("capital", "city"):
                return match.place.name
    return None
