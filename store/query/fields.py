"""The fields of the query language: their names, what each asks, and the values some are limited to."""

from __future__ import annotations

from dataclasses import dataclass

from store.model import MEETING_KINDS, QUOTE_KINDS, STATUSES


@dataclass(frozen=True, slots=True)
class FieldKind:
    """One field. ``asks`` completes the sentence "Say …"; ``values`` limits it; ``period`` marks a date."""

    asks: str
    values: tuple[str, ...] = ()
    period: bool = False


FIELDS: dict[str, FieldKind] = {
    "official": FieldKind('who, as in official:zhao or official:"Wang Yi"'),
    "country": FieldKind("which country, as in country:china"),
    "place": FieldKind("where, as in place:beijing"),
    "kind": FieldKind("which kind, as in kind:direct or kind:call", values=(*QUOTE_KINDS, *MEETING_KINDS)),
    "tag": FieldKind("which tag, as in tag:climate"),
    "status": FieldKind("which status, as in status:checked", values=STATUSES),
    "cue": FieldKind("which cue, as in cue:stressed"),
    "source": FieldKind("which source (title, publisher or site), as in source:xinhua"),
    "after": FieldKind("from when on, as in after:2023 or after:2023-11-21", period=True),
    "before": FieldKind("before when, as in before:2023-11", period=True),
    "on": FieldKind("when, as in on:2023, on:2023-11 or on:2023-11-21", period=True),
}
