"""Giving out what was found: copies, files, pages."""

from __future__ import annotations

from .command import Command

GROUP = "Giving out"
COMMANDS: tuple[type[Command], ...] = ()
