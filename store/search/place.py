"""Where the index of a library lies: in the system's place for what may be deleted at any time."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path


def index_path(folder: Path) -> Path:
    """Return the file of the index for the library in ``folder``; one library has one, however it is reached."""
    from platformdirs import user_cache_path

    key = sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return user_cache_path("diplo-tui", appauthor=False) / f"search-{key}.sqlite"
