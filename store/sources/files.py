"""Bytes out of files and standard input, never more than the limit."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from store.errors import SourceError
from store.sources.clipboard import from_clipboard
from store.sources.limits import MAX_BYTES, megabytes
from store.sources.naming import CLIPBOARD


def from_stream(where: str, stream: BinaryIO) -> bytes:
    """Read a stream to its end, raising `SourceError` as soon as it gives more than the limit."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SourceError(f"{where}: is larger than the limit of {megabytes(MAX_BYTES)}")
    return data


def from_place(where: str) -> bytes:
    """Return the bytes of what ``where`` names on this machine: a file or the clipboard. Raises `SourceError`."""
    return from_clipboard() if where == CLIPBOARD else from_file(where)


def open_file(where: str) -> BinaryIO:
    """Open the file ``where`` for its bytes; raises `SourceError` for what is none, and `OSError`.

    A folder that may not be looked into is told apart. Pipes and devices are not even opened: to open a pipe into
    which nobody writes waits for ever.
    """
    if not where:
        raise SourceError("an empty name is no file's")
    path = Path(where)
    if path.is_dir():
        os.scandir(path).close()  # one that may not be looked into says so
        raise SourceError(f"{where}: is a folder, not a file")
    if not S_ISREG(path.stat().st_mode):
        raise SourceError(f"{where}: is a pipe or a device, not a file; - takes what is piped in")
    return path.open("rb")


def from_file(where: str) -> bytes:
    """Read the file ``where``; `SourceError` says why it cannot be read. One too large is not read at all."""
    try:
        with open_file(where) as stream:
            # Asked of the open file, so that it is the same one.
            size = os.fstat(stream.fileno()).st_size
            if size > MAX_BYTES:
                raise SourceError(f"{where}: is {megabytes(size)}; the limit is {megabytes(MAX_BYTES)}")
            return from_stream(where, stream)
    except FileNotFoundError:
        raise SourceError(f"{where}: there is no such file") from None
    except PermissionError:
        raise SourceError(f"{where}: may not be read (permission denied)") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{where}: cannot be read ({reason})") from None
