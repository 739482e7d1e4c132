"""How counts are put into words, the same everywhere."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: *no quotes*, *1 quote*, *1,902 quotes*."""
    return f"{number:,} {noun}{'s' * (number != 1)}" if number else f"no {noun}s"
