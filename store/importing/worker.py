"""The inside of a process that fetches, decodes and reads sources for an import, one after another, under limits.

Run as ``python -m store.importing.worker NICE``, which is how far to step back for other processes (0 to 19); frames
as in `store.sources.boxed`.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any

from store.model import Source
from store.reading import read
from store.sources.boxed import serve, take


def take_and_read(request: dict[str, Any], data: bytes) -> object:
    """Do a task: what `store.sources.boxed.take` gives, and the Reading when that is a source."""
    made = take(request, data)
    source = made.get("source")
    return {**made, "reading": read(source)} if isinstance(source, Source) else made


if __name__ == "__main__":
    with suppress(AttributeError, OSError):  # Windows has no such thing
        os.nice(int(sys.argv[1]))
    serve(take_and_read)
