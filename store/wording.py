"""How counts and attributions are put into words, the same everywhere."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: *no quotes*, *1 quote*, *1,902 quotes*."""
    return f"{number:,} {noun}{'s' * (number != 1)}" if number else f"no {noun}s"


def attribution(speaker: str | None, cue: str) -> str:
    """Return what stands before a quote, without the colon: *Zhao Leji, stressed*; without a speaker only the cue.

    A reported statement means nothing, or the opposite, without its cue (*rejected*: claims that…). A cue without
    letters, as the colon of a transcript, attributes by its place alone and is left out.
    """
    told = cue if any(map(str.isalnum, cue)) else ""
    return ", ".join(part for part in (speaker, told) if part)
