"""Copies of a whole folder kept before anything rewrites its files: the newest three."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from store.log.file import sync_folder

FOLDER = "backups"
KEPT = 3


def back_up(folder: Path, name: str) -> Path:
    """Keep the folder's files as they are now under ``backups/<name>``, and only the newest backups by name.

    The caller is about to replace the files by new ones, never to write into them: so a second name for each is a
    copy that costs nothing. Where the disk has no second names they are copied. Raises `OSError`.
    """
    target = folder / FOLDER / name
    partial = folder / FOLDER / f"{name}.partial"
    for stale in (target, partial):
        shutil.rmtree(stale, ignore_errors=True)
    partial.mkdir(parents=True)
    for path in sorted(folder.iterdir()):
        if path.suffix in (".jsonl", ".json"):
            try:
                os.link(path, partial / path.name)
            except (OSError, AttributeError):
                shutil.copy2(path, partial / path.name)
    partial.rename(target)
    sync_folder(target.parent)
    for old in sorted(path for path in target.parent.iterdir() if path.is_dir())[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
    return target
