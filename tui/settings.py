"""The settings: a TOML file a person writes. What is wrong in it is named and left out; the rest counts."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

EXAMPLE = """\
# Settings of diplo-tui. Every line is optional.
# theme = "paper"                 # lamplight, paper, plain, or one of Textual's
# library = "~/readouts"           # else the system's place for such data
# editor = "nano -w"              # else $VISUAL or $EDITOR

# [export]
# folder = "~/Documents"
# format = "markdown"
# template = "{speaker} said: {text}"   # or the name of a built-in one, or of a file

# [keys]                          # by the names that ctrl+p shows in brackets, several with commas
# undo = "u,ctrl+z"
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. Paths have ``~`` understood; ``keys`` map a command's id to its keys."""

    theme: str = ""
    library: Path | None = None
    editor: str = ""
    export_folder: Path | None = None
    export_format: str = "markdown"
    export_template: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("has to be a text in quotation marks")
    return value


def _folder(value: object) -> Path:
    folder = Path(_text(value)).expanduser()
    if not folder.is_dir():
        raise ValueError(f"names {folder}, which is not a folder")
    return folder


def _format(value: object) -> str:
    from store.export import FORMATS

    if _text(value) not in FORMATS:
        raise ValueError(f"has to be one of {', '.join(FORMATS)}")
    return str(value)


def _template(value: object) -> str:
    from store.errors import ExportError

    from .verbs.export import template_text

    try:
        return template_text(_text(value))
    except ExportError as error:
        raise ValueError(f"cannot be used: {error}") from error


def _keys(value: object) -> dict[str, str]:
    from .commands.registry import names, shared_key

    if not isinstance(value, dict):
        raise ValueError("has to be a table")
    unknown = [name for name in value if name not in names()]
    if unknown:
        raise ValueError(f"names {unknown[0]!r}, which is no command")
    keymap = {name: _text(keys) for name, keys in value.items()}
    if shared := shared_key(keymap):
        raise ValueError("gives {} to {}, but {} has it: give that another key too".format(*shared))
    return keymap


KNOWN: Mapping[str, tuple[str, Callable[[object], Any]]] = {
    "theme": ("theme", _text),
    "library": ("library", lambda value: Path(_text(value)).expanduser()),
    "editor": ("editor", _text),
    "keys": ("keys", _keys),
    "export.folder": ("export_folder", _folder),
    "export.format": ("export_format", _format),
    "export.template": ("export_template", _template),
}
"""What the file may hold: where it goes, and what makes it right. An error's text ends a sentence."""


def library_set(file: Path) -> Path | None:
    """Return the library that the settings name, without looking at the rest of them."""
    try:
        named = tomllib.loads(file.read_text("utf-8")).get("library")
    except (OSError, ValueError):
        return None
    return Path(named).expanduser() if isinstance(named, str) and named.strip() else None


def load(file: Path) -> tuple[Settings, list[str]]:
    """Read the settings; the sentences name what is wrong in the file, which need not exist."""
    try:
        written = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError) as error:
        return Settings(), [f"{file} cannot be read: {error}"]
    return parse(written, file.name)


def parse(written: Mapping[str, Any], name: str = "settings.toml") -> tuple[Settings, list[str]]:
    """Take over what is right, and name what is not."""
    flat = {key: value for key, value in written.items() if key != "export" or not isinstance(value, dict)}
    export = written.get("export")
    if isinstance(export, dict):
        flat |= {f"export.{key}": value for key, value in export.items()}
    good: dict[str, Any] = {}
    wrong: list[str] = []
    for key, value in flat.items():
        if key not in KNOWN:
            wrong.append(f"{name}: {key} is not a setting.")
            continue
        target, right = KNOWN[key]
        try:
            good[target] = right(value)
        except ValueError as error:
            wrong.append(f"{name}: {key} {error}.")
    return Settings(**good), wrong
