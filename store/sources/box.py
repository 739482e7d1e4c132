"""A process of its own in which hostile input is read: whatever happens in there, this program goes on.

PDF, Word, mail and web pages are formats in which a few bytes can ask for hours or gigabytes. A box has a limit on
memory (set inside) and on time (it is ended from here). It is started when first needed, serves any number of
sources one after another, and is replaced when it had to be ended. It is a plain child process with pipes, not one of
`multiprocessing`: that fails while Textual holds the terminal.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import orjson

from store.errors import SourceError
from store.sources.boxed import read_frame, write_frame
from store.sources.limits import BOX_SECONDS


class Box:
    """One child process answering tasks. ``module`` is run in it and must call `store.sources.boxed.serve`."""

    def __init__(
        self, module: str = "store.sources.boxed", *arguments: str, seconds: float = BOX_SECONDS
    ) -> None:
        # -P: a folder that happens to hold a `store` of its own must not be imported from.
        self._command = [sys.executable, "-P", "-m", module, *arguments]
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, request: dict[str, Any], data: bytes = b"") -> dict[str, Any]:
        """Give a task and wait for its answer. ``request["where"]`` names the source in the sentences.

        Raises `SourceError` with the box's own sentence, or when it took too long or died of its task.
        """
        where = request["where"]
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        overdue = threading.Event()

        def end() -> None:
            overdue.set()
            process.kill()

        timer = threading.Timer(self._seconds, end)
        timer.daemon = True
        timer.start()
        try:
            write_frame(process.stdin, orjson.dumps(request))
            write_frame(process.stdin, data)
            process.stdin.flush()
            answer = read_frame(process.stdout)
        except OSError:  # it died while the task was being handed in
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            self.close()
            if overdue.is_set():
                raise SourceError(f"{where}: took longer than {self._seconds:.0f} seconds and was given up")
            raise SourceError(f"{where}: could not be read (its process ended by itself)")
        result: dict[str, Any] = orjson.loads(answer)
        if result.get("spent"):
            self.close()
        if "error" in result:
            raise SourceError(result["error"])
        return result

    def close(self) -> None:
        """End the process, if any, without waiting for its task; asking again starts a new one. From any thread."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                assert pipe is not None
                with suppress(OSError):  # half a task may still be waiting to be handed in
                    pipe.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.close()  # ended from outside since its last answer: the next source is not to blame
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # ctrl+c is this program's to answer
            )
        return self._process
