"""What is left of an unexpected failure: a report with everything needed to look into it, and a sentence."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("diplo-tui", "textual", "rich", "tinydb", "orjson")


def report_text(error: BaseException, now: datetime) -> str:
    """Write the report. It holds no text of the library, only the places in the program."""
    versions = [f"{name} {_version(name)}" for name in PACKAGES]
    facts = [now.isoformat(timespec="seconds"), platform.platform(), platform.python_version(), *versions]
    return "\n".join([*facts, "", *traceback.format_exception(error)])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def write_report(error: BaseException, folder: Path, now: datetime) -> Path:
    """Write the report into a folder and return its file. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    file.write_text(report_text(error, now), "utf-8")
    return file


def sentence(error: BaseException, folder: Path, now: datetime) -> str:
    """Write the report and say so."""
    what = f"diplo-tui stopped over something unexpected ({type(error).__name__}). The library is whole."
    try:
        return f"{what} A report is in {write_report(error, folder, now)}"
    except OSError:
        return f"{what} No report could be written to {folder}."
