"""Paths as they are typed: how they go on, and where a file of a given name would be."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

MOST = 40


def complete_path(typed: str) -> Sequence[str]:
    """Return how a typed path may go on, folders with a slash at the end and first; nothing for addresses."""
    if "://" in typed or not typed:
        return ()
    folder, begun = os.path.split(typed)
    try:
        with os.scandir(Path(folder or ".").expanduser()) as entries:
            found = [
                (not entry.is_dir(), entry.name + "/" * entry.is_dir())
                for entry in entries
                if entry.name.lower().startswith(begun.lower()) and (begun or not entry.name.startswith("."))
            ]
    except OSError:
        return ()
    opening = typed[: len(typed) - len(begun)]
    return [opening + name for _, name in sorted(found)[:MOST]]


def typed_path(typed: str) -> Path:
    """Return the path that was typed, with ``~`` and blanks around it understood."""
    return Path(typed.strip()).expanduser()


def shared_beginning(words: Sequence[str]) -> str:
    """Return what all the words begin with."""
    first, last = min(words), max(words)
    shared = next(
        (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first)
    )
    return first[:shared]
