"""The inside of an import that goes on apart from the program that asked for it, in a process of its own.

Run as ``python -m store.importing.apart NICE``, which is how far to step back for other processes (0 to 19). The
first line of standard input is the order, ``{"folder", "wheres", "on_duplicate"}``. Each line of standard output
tells of a batch that is stored: ``{"done", "left", "rate", "failed": [sentence…], "became": {status: count}}``; the
last is ``{"stopped"}``, ``{"error"}`` with a sentence, or ``{"broke"}`` with the traceback of what nobody expected.
The import ends after the next batch once the input ends, so that none outlives who asked for it.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import orjson

from store.errors import DiploError
from store.importing import Outcome, Progress, Receipts, Task, add_all, add_exported, is_lines, reading_tasks
from store.library import Library
from store.outcomes import OnDuplicate
from store.sources import expand


def take(library: Library, wheres: Sequence[str], on_duplicate: OnDuplicate | None) -> Iterator[Progress]:
    """Take in exports, whole, then everything that is to be read. Raises `DiploError`.

    Without ``on_duplicate`` texts are joined to their meetings, and the meetings of an export are kept apart.
    """
    exported = [where for where in wheres if is_lines(where) and not reading_tasks(where)]
    outcomes: tuple[Outcome, ...] = ()
    if exported:
        made = (add_exported(library, where, on_duplicate=on_duplicate) for where in exported)
        outcomes = tuple(outcome for one in made for outcome in one)
        yield Progress(len(outcomes), 0, sum(one.status == "failed" for one in outcomes), 0.0, outcomes)
    yield from add_all(
        library,
        Receipts(library.folder),
        _tasks(where for where in wheres if where not in exported),
        now=datetime.now(UTC).isoformat(timespec="seconds"),
        on_duplicate=on_duplicate or "join",
    )


def _tasks(wheres: Iterable[str]) -> Iterator[Task]:
    for where in wheres:
        if is_lines(where):
            yield from reading_tasks(where)
        else:
            yield from (Task(one) for one in expand([where]))


def told(progress: Progress) -> dict[str, Any]:
    """Return what whoever asked is told of a batch."""
    return {
        "done": progress.done,
        "left": progress.left,
        "rate": progress.rate,
        "failed": [one.error for one in progress.outcomes if one.error],
        "became": Counter(one.status for one in progress.outcomes),
    }


def serve(order: Mapping[str, Any], orders: IO[bytes], answers: IO[bytes]) -> None:
    """Do what was ordered, telling of each batch, until it is done or ``orders`` end."""
    stopping = threading.Event()

    def listen() -> None:
        orders.read()
        stopping.set()

    def tell(said: Mapping[str, Any]) -> None:
        answers.write(orjson.dumps(said) + b"\n")
        answers.flush()

    threading.Thread(target=listen, daemon=True).start()
    try:
        with (
            Library.open(Path(order["folder"])) as library,
            closing(take(library, order["wheres"], order["on_duplicate"])) as steps,  # type: ignore[type-var]
        ):
            stopped = False
            for step in steps:
                tell(told(step))
                if stopped := stopping.is_set() and step.left > 0:
                    break
        tell({"stopped": stopped})
    except DiploError as error:
        tell({"error": str(error)})
    except BrokenPipeError:
        raise
    except Exception:  # for the report of the program that asked, which shows what happens in it
        tell({"broke": traceback.format_exc()})


if __name__ == "__main__":
    with suppress(AttributeError, OSError):  # Windows has no such thing
        os.nice(int(sys.argv[1]))
    _orders, _answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what libraries print never goes among the answers
    with suppress(BrokenPipeError):  # nobody listens any more
        serve(orjson.loads(_orders.readline()), _orders, _answers)
