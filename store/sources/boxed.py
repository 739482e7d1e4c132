"""The inside of a box: a process that answers tasks, under limits, until its input ends.

Run as ``python -m store.sources.boxed``. A frame is four bytes of length and that many of JSON or raw bytes; a task
is two frames, the request and its bytes; an answer is one, ``{"error": sentence}`` or what was asked for. An answer
that is ``spent`` asks for the process to be ended.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import IO, Any

import orjson

from store.errors import DiploError
from store.model import Source
from store.sources.limits import BOX_MEMORY, BOX_SECONDS, MAX_BYTES
from store.sources.raw import Feed, Raw

_LONGEST_FRAME = 8 * MAX_BYTES  # a text of the greatest size, every character escaped
Answer = Callable[[dict[str, Any], bytes], object]


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Read one frame; ``None`` when the stream has ended."""
    size = int.from_bytes(stream.read(4) or b"\xff" * 4, "big")
    if size > _LONGEST_FRAME:
        return None
    data = stream.read(size)
    return data if len(data) == size else None


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Write one frame."""
    stream.write(len(data).to_bytes(4, "big"))
    stream.write(data)


def serve(answer: Answer) -> None:
    """Answer every task on standard input. What libraries print goes to standard error, never among the frames."""
    tasks, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    limit_memory()
    while (request := read_frame(tasks)) is not None and (data := read_frame(tasks)) is not None:
        limit_time()
        write_frame(answers, _answered(answer, orjson.loads(request), data))
        answers.flush()


def _answered(answer: Answer, request: dict[str, Any], data: bytes) -> bytes:
    where = request.get("where", "")
    try:
        return orjson.dumps(answer(request, data))
    except DiploError as error:
        reason = str(error)
    except MemoryError:
        # What the libraries hold now may never be given back: the next task gets a new process.
        return orjson.dumps({"error": f"{where}: needs too much memory to be read", "spent": True})
    except RecursionError:
        reason = f"{where}: is nested too deeply to be read"
    except ImportError:
        reason = f"{where}: needs readers that are not installed: pip install 'diplo-tui[ingest]'"
    except Exception as error:  # a library's own complaint about hostile input may be of any class
        reason = f"{where}: could not be read ({type(error).__name__}: {error})"
    return orjson.dumps({"error": " ".join(reason.split()).encode("utf-8", "replace").decode()})


def limit_memory() -> None:
    """Bound this process's memory where the system can (not on Windows; macOS takes no notice)."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (BOX_MEMORY if hard < 0 else min(BOX_MEMORY, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time() -> None:
    """Bound the processor time of the next task, so that a box whose parent was killed does not run on."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(usage.ru_utime + usage.ru_stime + BOX_SECONDS) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard < 0 else min(wanted, hard), hard))


def take(request: dict[str, Any], data: bytes) -> dict[str, Source | Feed]:
    """Do a task: read the bytes given, or fetch ``request["where"]`` and read what comes."""
    from store.sources.fetching import fetch
    from store.sources.formats import format_of

    raw = (
        Raw(**request["raw"], data=data)
        if request["raw"]
        else fetch(request["where"], retrieved=request["day"])
    )
    made = format_of(raw).read(raw)
    return {"feed" if isinstance(made, Feed) else "source": made}


if __name__ == "__main__":
    serve(take)
