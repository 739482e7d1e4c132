"""An export on disk: there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from store.errors import ExportError


def save(path: Path, chunks: Iterable[bytes]) -> int:
    """Write a file, replacing one of that name only once the new one is complete; return its size in bytes.

    A link is followed and keeps pointing there, the mode of a replaced file stays, and a device or pipe is written
    to directly. Raises `ExportError` with the reason; the old file is then as it was, and nothing is left behind.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise ExportError(f"{path} is a folder; name a file in it.")
        if target.exists() and not target.is_file():
            return _pour(target, chunks)
        return _replace(target, chunks)
    except FileNotFoundError as error:
        raise ExportError(f"{path} cannot be written: there is no folder {path.parent}.") from error
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}.") from error


def _replace(target: Path, chunks: Iterable[bytes]) -> int:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            size = sum(file.write(chunk) for chunk in chunks)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    return size


def _pour(device: Path, chunks: Iterable[bytes]) -> int:
    with device.open("wb") as file:
        return sum(file.write(chunk) for chunk in chunks)


def _umask() -> int:
    """Return which permissions new files go without; the system tells only when it is set."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
