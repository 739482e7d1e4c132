"""Silences set in lines: topics no longer spoken of, and officials no longer heard."""

from __future__ import annotations

from collections.abc import Sequence

from store.insight.evidence import Evidence
from store.insight.silence import Silence, Silences
from store.insight.unheard import Unheard
from store.wording import counted

from .lines import BLANK, Line, Part, attributed, flow, of_place, part, sentences


def _chance(chance: float) -> str:
    return f"by chance 1 in {round(1 / chance):,}" if chance > 1e-6 else "by chance less than 1 in a million"


def _said(place: Evidence, width: int) -> list[Line]:
    return flow([Part("  "), *attributed(place), part(place.text, goal=of_place(place))], width, 2)


def _silence(silence: Silence, width: int) -> list[Line]:
    who = part(f"{silence.who} · {silence.topic}", "strong", of_place(silence.place))
    heard = f"heard at {silence.heard} of {counted(silence.of, 'meeting')}, last {silence.last}"
    since = f"{counted(silence.since, 'meeting')} without it since; {silence.days:,} days; {_chance(silence.chance)}"
    return [
        *flow([who], width, 2),
        *flow([Part("  "), part(f"{heard}; {since}", "muted")], width, 2),
        *flow(
            [Part("  "), *attributed(silence.place), part(silence.place.text, goal=of_place(silence.place))],
            width,
            2,
        ),
    ]


def lay_out(silences: Silences, width: int) -> list[Line]:
    """Set silences at a width in cells; each leads to where the topic was last heard."""
    title = f"{counted(len(silences.silences), 'topic')} no longer heard"
    lines: list[Line] = [
        (part(title, "heading"),),
        *sentences([silences.remark] if silences.remark else [], width),
    ]
    for silence in silences.silences:
        lines += [BLANK, *_silence(silence, width)]
    return lines


def lay_out_unheard(unheard: Sequence[Unheard], since: str, width: int) -> list[Line]:
    """Set the officials not heard since a day; each leads to the last quote."""
    lines: list[Line] = [(part(f"{counted(len(unheard), 'official')} not heard since {since}", "heading"),)]
    for one in unheard:
        name = part(f"{one.name} · {one.country}" if one.country else one.name, "strong", of_place(one.place))
        met = f", at a meeting last {one.met}" if one.met else ""
        told = f"last {one.last} ({one.days:,} days){met}; {counted(one.quotes, 'quote')} in all"
        lines += [BLANK, *flow([name, Part("  "), part(told, "muted")], width, 2)]
        lines += _said(one.place, width)
    return lines
