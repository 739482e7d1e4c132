"""The text on the system's clipboard, through whichever program of the system can tell it."""

from __future__ import annotations

import shutil
import subprocess

from store.errors import SourceError
from store.sources.limits import MAX_BYTES, megabytes

NAME = "the clipboard"
SECONDS = 5.0
"""How long the program may take: the one whose text it is has to answer, and may hang."""

_IN_UTF_8 = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; "
PROGRAMS: tuple[tuple[str, ...], ...] = (
    ("pbpaste",),  # macOS
    ("wl-paste", "--no-newline", "--type", "text"),  # Wayland
    ("xclip", "-selection", "clipboard", "-out"),  # X11
    ("xsel", "--clipboard", "--output"),
    (
        "powershell.exe",
        "-NoProfile",
        "-Command",
        "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw",
    ),
)
"""Tried in this order; the first that is installed and answers."""


def from_clipboard() -> bytes:
    """Return the clipboard's text, UTF-8. `SourceError` when there is none or no program to ask."""
    asked = [(path, *options) for name, *options in PROGRAMS if (path := shutil.which(name))]
    for command in asked:
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            continue
        if len(done.stdout) > MAX_BYTES:
            raise SourceError(f"{NAME}: holds more than the limit of {megabytes(MAX_BYTES)}")
        return done.stdout
    if asked:
        raise SourceError(f"{NAME}: holds no text")
    raise SourceError(
        f"{NAME}: cannot be read; install wl-clipboard, xclip or xsel, or paste into the terminal"
    )
