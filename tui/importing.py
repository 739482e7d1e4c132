"""An import in a process of its own, seen from the program that asked for it and goes on with other things.

A thread of this program that stores texts would stop it for milliseconds hundreds of times a second: Python runs one
thread at a time. The other process takes the library's lock for each batch, and this one follows what it wrote.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from store.errors import SourceError
from store.outcomes import OnDuplicate

NICE = 10
"""How far an import steps back for other processes."""
PATIENCE = 3.0
"""Seconds after which an import that was stopped, and is still at its batch, is ended. Nothing is there by half."""


class Import:
    """One import: runs once, in whichever thread iterates over `told`; `stop` may come from any other."""

    def __init__(self, folder: Path, wheres: Sequence[str], on_duplicate: OnDuplicate | None) -> None:
        self._order = {"folder": str(folder), "wheres": list(wheres), "on_duplicate": on_duplicate}
        self._process: subprocess.Popen[bytes] | None = None
        self._changing = threading.Lock()
        self._stopped = False

    def told(self) -> Iterator[dict[str, Any]]:
        """Begin, and yield what `store.importing.apart` tells until it has ended.

        Raises `SourceError` where it ends by itself, as when the system takes its memory, but not where it was
        stopped; and `RuntimeError` with the traceback of an unexpected failure in it.
        """
        process = self._begin()
        assert process.stdout is not None
        said: dict[str, Any] = {}
        try:
            for line in process.stdout:
                said = orjson.loads(line)
                if "broke" in said:
                    raise RuntimeError(said["broke"])
                yield said
        finally:
            self._end(process)
        if not self._stopped and not {"stopped", "error"} & said.keys():
            raise SourceError("The import ended by itself; what it had stored is there.")

    def stop(self) -> None:
        """Have it end with its next batch; what is stored stays. Once is enough, and before the beginning too."""
        with self._changing:
            self._stopped = True
            if self._process is None:
                return
            _close(self._process)
            ending = threading.Timer(PATIENCE, self._process.kill)
            ending.daemon = True
            ending.start()

    def _begin(self) -> subprocess.Popen[bytes]:
        # -P: a folder that happens to hold a `store` of its own must not be imported from.
        command = [sys.executable, "-P", "-m", "store.importing.apart", str(NICE)]
        with self._changing:
            self._process = process = subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # ctrl+c is this program's to answer
            )
            assert process.stdin is not None
            with suppress(OSError):
                process.stdin.write(orjson.dumps(self._order) + b"\n")
                process.stdin.flush()
            if self._stopped:
                _close(process)
        return process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        """Wait for the process, which has nothing more to tell, or which nobody listens to any more."""
        _close(process)
        assert process.stdout is not None
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def _close(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    with suppress(OSError):
        process.stdin.close()
