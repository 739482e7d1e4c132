"""Copying: with the system's own program where there is a screen, through the terminal elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping

PROGRAMS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",), "Wayland's clipboard"),
    ("DISPLAY", ("xclip", "-selection", "clipboard"), "X11's clipboard"),
    ("DISPLAY", ("xsel", "--clipboard", "--input"), "X11's clipboard"),
    ("", ("pbcopy",), "the Mac's clipboard"),
    ("", ("clip.exe",), "the Windows clipboard"),
)
"""The variable that tells the program is of use, the program, and how it is called to people."""
TERMINAL = "the terminal's clipboard (OSC 52)"
PATIENCE = 2.0
"""Seconds a clipboard program may take."""


def native(environment: Mapping[str, str]) -> tuple[tuple[str, ...], str] | None:
    """Return the program to copy with and its name, or nothing over SSH or where there is none."""
    if any(name in environment for name in ("SSH_CONNECTION", "SSH_TTY")):
        return None
    for variable, program, name in PROGRAMS:
        if (not variable or environment.get(variable)) and shutil.which(program[0]):
            return program, name
    return None


def copy(text: str) -> str | None:
    """Put ``text`` on the native clipboard and return what that is called; nothing if there is none."""
    found = native(os.environ)
    if found is None:
        return None
    program, name = found
    try:
        # wl-copy and xclip stay behind to serve the text, so their output must not be waited for.
        subprocess.run(  # noqa: S603 - a fixed program of the table above, no shell
            program,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return name
