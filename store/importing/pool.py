"""Tasks in, results out, read by several processes at once or by this one.

Each process has a thread that hands it one task after another; the threads mostly wait. Few results are kept waiting
(a process whose results nobody takes stops), so memory does not grow with the number of sources.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from store.importing.reading import Apart, Here, Reader
from store.importing.tasks import Result, Task

Perform = Callable[[Task, Reader], Result]
_WAITING = 4  # results kept for each process
_PATIENCE = 1.0  # seconds


class Pool(Protocol):
    """Tasks are submitted at any time; as many results can be asked for."""

    def submit(self, task: Task) -> None:
        """Add a task to be done."""

    def result(self) -> Result | None:
        """Return a result, or ``None`` when there is none after a second; there must be a task without one."""

    def close(self) -> None:
        """Stop at once. Tasks under way are given up."""


class InTurn:
    """No pool at all: each task is done when its result is asked for."""

    def __init__(self, perform: Perform) -> None:
        self._perform = perform
        self._tasks: deque[Task] = deque()
        self._reader = Here()

    def submit(self, task: Task) -> None:
        """Add a task."""
        self._tasks.append(task)

    def result(self) -> Result:
        """Do the next task."""
        return self._perform(self._tasks.popleft(), self._reader)

    def close(self) -> None:
        """End the box, if there is one."""
        self._reader.close()


class AtOnce:
    """``workers`` processes, each with a thread. Results come as they are done, in no order."""

    def __init__(self, perform: Perform, workers: int, nice: int) -> None:
        self._perform = perform
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._results: queue.Queue[Result | BaseException] = queue.Queue(workers * _WAITING)
        self._stopping = threading.Event()
        self._readers = [Apart(nice) for _ in range(workers)]
        self._threads = [
            threading.Thread(target=self._work, args=(one,), daemon=True) for one in self._readers
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, task: Task) -> None:
        """Add a task."""
        self._tasks.put(task)

    def result(self) -> Result | None:
        """Wait for a result. What went wrong with the program itself is raised here."""
        try:
            result = self._results.get(timeout=_PATIENCE)
        except queue.Empty:
            return None
        if isinstance(result, BaseException):
            raise result
        return result

    def close(self) -> None:
        """End the processes, then the threads, which may be waiting for a task, an answer or a free place."""
        self._stopping.set()
        for _ in self._threads:
            self._tasks.put(None)  # whichever thread takes it
        for reader, thread in zip(self._readers, self._threads, strict=True):
            reader.close()
            while thread.is_alive():
                with suppress(queue.Empty):
                    self._results.get(timeout=0.01)
                thread.join(0.01)
            reader.close()  # it may have been started once more between the two

    def _work(self, reader: Reader) -> None:
        while (task := self._tasks.get()) is not None and not self._stopping.is_set():
            try:
                result: Result | BaseException = self._perform(task, reader)
            except BaseException as error:  # must reach the person, not end a thread silently
                result = error
            self._results.put(result)
