"""The person's own editor: fields as a small text, given to it without a shell, and read back."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from store.harmless import one_line

FALLBACKS = ("nano", "vi")
"""Editors tried where neither the settings nor the environment name one."""


def editor_command(setting: str, environment: Mapping[str, str]) -> list[str]:
    """Return the editor as a command and its arguments."""
    from shutil import which

    named = setting or environment.get("VISUAL") or environment.get("EDITOR") or ""
    return shlex.split(named) or [next((name for name in FALLBACKS if which(name)), FALLBACKS[-1])]


def text_of(fields: Mapping[str, str], about: str) -> str:
    """Write fields one a line; ``about`` is shown below as comment."""
    lines = [f"{name}: {one_line(value)}" for name, value in fields.items()]
    comment = [f"# {line}" for line in about.splitlines()]
    return "\n".join([*lines, "", "# Save and leave to store; lines with # are not read.", *comment, ""])


REFUSED = "#! "
"""How the line begins that says why a text was not stored."""


def refused(text: str, why: str) -> str:
    """Return a text to be edited again, with the reason on top why it was not stored."""
    kept = [line for line in text.splitlines() if not line.startswith(REFUSED)]
    again = f"{REFUSED}Take all lines out to begin anew with what is stored."
    return "\n".join([f"{REFUSED}Not stored: {one_line(why)}", again, *kept, ""])


def fields_of(text: str, before: Mapping[str, str]) -> dict[str, str]:
    """Read such a text; a field whose line is gone is as it was."""
    found = {name: one_line(value) for name, value in before.items()}
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and not line.startswith("#") and name.strip() in before:
            found[name.strip()] = value.strip()
    # What the editor shows on one line must not count as changed.
    return {name: before[name] if value == one_line(before[name]) else value for name, value in found.items()}


def edited(app: App[Any], text: str, setting: str = "") -> str | None:
    """Let the person edit a text; return it when it was changed, else ``None``, having said why."""
    handle, name = tempfile.mkstemp(prefix="diplo-tui-", suffix=".txt")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        return path.read_text("utf-8", errors="replace") if run_editor(app, path, setting) else None
    finally:
        path.unlink(missing_ok=True)


def edit_file(app: App[Any], file: Path, beginning: str, setting: str = "") -> bool:
    """Let the person edit a file, made with ``beginning`` where there is none; tell whether it was changed."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_text(beginning, "utf-8")
    except OSError as error:
        app.notify(f"{file} cannot be written: {error.strerror}", severity="warning", markup=False)
        return False
    return run_editor(app, file, setting)


def run_editor(app: App[Any], file: Path, setting: str) -> bool:
    """Give the terminal to the editor; tell whether the file was changed, having said so where it was not."""
    try:
        before = file.read_bytes()
        command = editor_command(setting, os.environ)
        with app.suspend():
            failure = _run([*command, str(file)])
        changed = not failure and file.read_bytes() != before
    except (OSError, SuspendNotSupported, ValueError) as error:
        failure = str(error)
    if failure:
        app.notify(f"The editor could not be used: {failure}", severity="warning", markup=False)
        return False
    if not changed:
        app.notify("Nothing was changed.", markup=False)
    return changed


def _run(command: list[str]) -> str:
    """Run a command to its end; return why that failed, or nothing.

    Nothing may be raised here: Textual takes the terminal back only where what it was lent for ended well.
    """
    try:
        ended = subprocess.run(command, check=False)  # noqa: S603
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    except ValueError as error:
        return str(error)
    return f"{command[0]} ended with {ended.returncode}" if ended.returncode else ""
