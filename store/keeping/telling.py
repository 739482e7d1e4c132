"""What a correction was, in a sentence for the history and the toast: of what, and from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from store.harmless import one_line
from store.model import Meeting, Office, Official, Participant, Quote
from store.wording import counted

SHORT = 40
"""Characters of a value, or of a quote, that are repeated."""
NOTHING = "nothing"
_UNTOLD = {"unsure"}


def called(quote: Quote) -> str:
    """Name a quote by its first words and who said it."""
    return f"“{_clipped(quote.text)}” of {one_line(quote.speaker or 'nobody named')}"


def quote_told(quote: Quote, known: Mapping[str, Any], text: str) -> str:
    """Tell a change of one quote; ``text`` is that of its source."""
    told = [
        _moved(name, text, getattr(quote, name), value, quote, known) if name in ("start", "end")
        else f"{name} {_shown(getattr(quote, name, None))} → {_shown(value)}"
        for name, value in known.items()
        if getattr(quote, name, None) != value
    ]  # fmt: skip
    if dict(known) == {"status": "checked"}:
        return f"Checked {called(quote)}"
    return f"Changed {called(quote)}: {'; '.join(told) or NOTHING}"


def _moved(name: str, text: str, old: int, new: int, quote: Quote, known: Mapping[str, Any]) -> str:
    """Tell how one end of a quote was moved, by the words that stand there."""
    start, end = known.get("start", quote.start), known.get("end", quote.end)
    if name == "start":
        return f"begins “{_clipped(text[old : quote.end], SHORT // 2)}” → “{_clipped(text[new:end], SHORT // 2)}”"
    return f"ends “{_last(text[quote.start : old])}” → “{_last(text[start:new])}”"


def record_told(record: Meeting | Official, known: Mapping[str, Any]) -> str:
    """Tell a change of a meeting or an official."""
    told = [
        f"{name.replace('_', ' ')} {_shown(getattr(record, name, None))} → {_shown(value)}"
        for name, value in known.items()
        if name not in _UNTOLD and getattr(record, name, None) != value
    ]
    called = record.title if isinstance(record, Meeting) else record.name
    return f"Changed {one_line(called)}: {'; '.join(told) or NOTHING}"


def quotes_told(count: int, known: Mapping[str, Any]) -> str:
    """Tell a change of several quotes."""
    told = (f"{name} → {_shown(value)}" for name, value in known.items())
    return f"Changed {counted(count, 'quote')}: {'; '.join(told)}"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return _clipped(value)
    if isinstance(value, Iterable):
        return _clipped(", ".join(map(_named, value))) or NOTHING
    return NOTHING if value is None else str(value)


def _named(one: object) -> str:
    if isinstance(one, Participant):
        return one.name
    return one.title if isinstance(one, Office) else str(one)


def _clipped(text: str, most: int = SHORT) -> str:
    """Return the first words."""
    line = one_line(text)
    if len(line) <= most:
        return line
    whole, blank, _ = line[:most].rpartition(" ")
    return f"{whole if blank else line[: most - 1]}…"


def _last(text: str, most: int = SHORT // 2) -> str:
    """Return the last words."""
    line = one_line(text)
    if len(line) <= most:
        return line
    _, blank, whole = line[-most:].partition(" ")
    return f"…{whole if blank else line[1 - most :]}"
