"""All commands, in the order in which help shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from textual.binding import Binding

from ..keys import NO_KEY
from ..widgets.moves import MOVES
from . import (
    adding,
    changing,
    cutting,
    finding,
    giving,
    history,
    insight,
    marking,
    moving,
    program,
    reviewing,
    whole,
)
from .command import Command, Situation

ALL: tuple[type[Command], ...] = (
    *moving.COMMANDS,
    *finding.COMMANDS,
    *marking.COMMANDS,
    *giving.COMMANDS,
    *insight.COMMANDS,
    *adding.COMMANDS,
    *changing.COMMANDS,
    *cutting.COMMANDS,
    *reviewing.COMMANDS,
    *history.COMMANDS,
    *whole.COMMANDS,
    *program.COMMANDS,
)
FOOTER_KEYS = 7
SAVED = "filter.saved"
SAVED_HELP = "Call a saved filter by its number."


@cache
def command(name: str) -> Command:
    """Return the command with this id."""
    return next(kind for kind in ALL if kind.id == name)()


def bindings() -> list[Binding]:
    """Make the key bindings; their ids are the commands', so that settings can give other keys."""
    return [
        Binding(
            kind.keys or NO_KEY + kind.id,
            f"command('{kind.id}')",
            kind.title,
            show=bool(kind.footer),
            id=kind.id,
            tooltip=kind.help(),
        )
        for kind in ALL
    ] + [
        Binding(str(digit), f"saved({digit})", "Saved filter", show=False, id=SAVED, tooltip=SAVED_HELP)
        for digit in range(1, 10)
    ]


def names() -> frozenset[str]:
    """Return the ids that a keymap may name."""
    return frozenset({kind.id for kind in ALL} | {key.id for key in MOVES if key.id} | {SAVED})


def shared_key(keymap: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Return a key that a keymap gives to a command while another has it: the key and both ids. Else nothing.

    Textual lets the one that was given it silently take it from the other.
    """
    kept = {kind.id: kind.keys for kind in ALL if kind.keys} | {
        move.id: move.key for move in MOVES if move.id
    }
    owners: dict[str, str] = {}
    for name, keys in (
        {name: keys for name, keys in kept.items() if name not in keymap} | dict(keymap)
    ).items():
        for one in Binding.make_bindings([Binding(keys, "")]):
            if owners.setdefault(one.key, name) != name:
                return one.key, name, owners[one.key]
    return None


def footer(live: Iterable[Binding], now: Situation) -> list[tuple[Binding, str, str]]:
    """Return the keys of the footer that are possible now: the binding, its label, the command's id."""
    by_id: dict[str | None, Binding] = {}
    for binding in live:
        by_id.setdefault(binding.id, binding)
    shown = [kind for kind in ALL if kind.footer and kind.id in by_id and not command(kind.id).why_not(now)]
    return [(by_id[kind.id], kind.footer, kind.id) for kind in shown][:FOOTER_KEYS]
