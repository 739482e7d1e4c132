"""Marking: single things, ranges, all that a filter leaves, and the other way round. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Literal, TypeVar

from .state import Marks, State

Markable = Literal["meetings", "quotes", "officials"]
KINDS: tuple[Markable, ...] = ("meetings", "quotes", "officials")
Key = TypeVar("Key", bound=Hashable)


def markable(state: State) -> Markable:
    """Return what marking in the pane with the keys is about: in the source, its quotes."""
    return "quotes" if state.pane == "source" else state.pane


def toggled(state: State, kind: Markable, keys: Iterable[Key]) -> State:
    """Mark what is not marked; when all of it is, take the marks off."""
    wanted: frozenset[Any] = frozenset(keys)
    have: frozenset[Any] = getattr(state.marks, kind)
    return _with(state, kind, have - wanted if wanted <= have else have | wanted)


def inverted(state: State, kind: Markable, keys: Iterable[Key]) -> State:
    """Turn the marks of those shown over; marks on what is not shown stay."""
    return _with(state, kind, getattr(state.marks, kind) ^ frozenset(keys))


def unmarked(state: State) -> State:
    """Take all marks off."""
    return replace(state, marks=Marks(), gone=Marks(), range_from="")


def between(keys: Sequence[Key], first: Key, last: Key) -> Sequence[Key]:
    """Return the keys from one to another, whichever comes first; only the last if the first is not shown."""
    if first not in keys or last not in keys:
        return [last]
    start, end = sorted((keys.index(first), keys.index(last)))
    return keys[start : end + 1]


def without(state: State, kind: Markable, keys: Iterable[Key]) -> State:
    """Forget marks on what is gone."""
    return _with(state, kind, getattr(state.marks, kind) - frozenset(keys))


def vanished(state: State, kind: Markable, keys: Iterable[Key]) -> State:
    """Keep marks on what is deleted aside, for when it comes back."""
    lost = getattr(state.marks, kind) & frozenset(keys)
    gone = replace(state.gone, **{kind: getattr(state.gone, kind) | lost})
    return replace(without(state, kind, lost), gone=gone)


def settled(state: State, asked: Marks, there: Marks) -> State:
    """Put marks aside, or back, by what is ``there`` of the marked things that were ``asked`` for."""
    for kind in KINDS:
        have, aside = getattr(state.marks, kind), getattr(state.gone, kind)
        known, alive = getattr(asked, kind), getattr(there, kind)
        marks = replace(state.marks, **{kind: (have - (known - alive)) | (aside & alive)})
        gone = replace(state.gone, **{kind: (aside - alive) | (have & (known - alive))})
        state = replace(state, marks=marks, gone=gone)
    return state


def all_marks(state: State) -> Marks:
    """Return the marks together with those put aside."""
    return Marks(*(getattr(state.marks, kind) | getattr(state.gone, kind) for kind in KINDS))


def _with(state: State, kind: Markable, keys: frozenset[Any]) -> State:
    return replace(state, marks=replace(state.marks, **{kind: keys}), range_from="")
