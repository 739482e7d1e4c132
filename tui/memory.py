"""What comes back on the next visit: place, filter, sort and marks of each library, and the saved filters.

Kept in one small JSON file. A file that cannot be read or written costs the memory, never the visit.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from .state import ORDERS, PANES, Marks, Spot, State

SAMPLE = "diplo-tui-sample-"
"""How the folders of samples begin: they are gone after the visit, and so is the place in them."""
MOST_LIBRARIES = 50
MOST_MARKS = 100_000


@dataclass
class Memory:
    """``places`` by library folder, the last visited last; ``filters`` are name and query."""

    file: Path | None = None
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    filters: list[tuple[str, str]] = field(default_factory=list)
    reviewed: dict[str, str] = field(default_factory=dict)
    hints: int = 0
    theme: str = ""

    @classmethod
    def load(cls, file: Path | None) -> Memory:
        """Read the file; what is not understood in it is left out."""
        memory = cls(file)
        known: Any = {}
        if file:
            with suppress(OSError, ValueError):
                known = json.loads(file.read_text("utf-8"))
        if not isinstance(known, dict):
            return memory
        memory.places = {k: v for k, v in _mapping(known.get("places")).items() if isinstance(v, dict)}
        memory.reviewed = {k: v for k, v in _mapping(known.get("reviewed")).items() if isinstance(v, str)}
        memory.hints = known["hints"] if isinstance(known.get("hints"), int) else 0
        memory.theme = known["theme"] if isinstance(known.get("theme"), str) else ""
        for pair in known.get("filters") or ():
            if isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair):
                memory.filters.append((pair[0], pair[1]))
        return memory

    def save(self) -> None:
        """Write the file, whole or not at all."""
        if self.file is None:
            return
        kept = dict(list(self.places.items())[-MOST_LIBRARIES:])
        text = json.dumps(
            {
                "places": kept,
                "filters": self.filters,
                "reviewed": self.reviewed,
                "hints": self.hints,
                "theme": self.theme,
            },
            ensure_ascii=False,
            indent=1,
        )
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part = self.file.with_suffix(f".{os.getpid()}.part")
            part.write_text(text, "utf-8")
            part.replace(self.file)

    def place(self, library: Path) -> State:
        """Return the state in which a library was left."""
        return state_of(self.places.get(str(library), {}))

    def keep_place(self, library: Path, state: State) -> None:
        """Remember a state as the last of a library; that of a sample is not worth it."""
        if library.parent.name.startswith(SAMPLE):
            return
        self.places.pop(str(library), None)
        self.places[str(library)] = record_of(state)

    def save_filter(self, name: str, query: str) -> int:
        """Keep a filter and return its number; one of the same name is replaced."""
        names = [known for known, _ in self.filters]
        if name in names:
            self.filters[names.index(name)] = (name, query)
        else:
            self.filters.append((name, query))
        self.save()
        return [known for known, _ in self.filters].index(name) + 1

    def forget_filter(self, number: int) -> None:
        """Take a saved filter off the list."""
        if 0 < number <= len(self.filters):
            del self.filters[number - 1]
            self.save()


def record_of(state: State) -> dict[str, Any]:
    """Turn a state into what JSON can hold."""
    record = asdict(state)
    for name in ("marks", "gone"):
        record[name] = {kind: sorted(ids)[:MOST_MARKS] for kind, ids in record[name].items()}
    record["trail"] = [[spot.meeting, spot.quote, spot.official] for spot in state.trail]
    return record


def state_of(record: dict[str, Any]) -> State:
    """Turn such a record back; anything odd in it falls back to the beginning."""
    try:
        state = State(
            pane=record["pane"] if record.get("pane") in PANES else "meetings",
            query=str(record.get("query", "")),
            order=record["order"] if record.get("order") in ORDERS else "date",
            meeting=int(record.get("meeting", 0)),
            official=int(record.get("official", 0)),
            quote=str(record.get("quote", "")),
            marks=_marks(record.get("marks", {})),
            gone=_marks(record.get("gone", {})),
            trail=tuple(_spot(*spot) for spot in record.get("trail", ())),
            trail_at=int(record.get("trail_at", -1)),
            about="officials" if record.get("about") == "officials" else "meetings",
        )
    except (TypeError, ValueError, AttributeError):
        return State()
    return state


def _spot(meeting: float | str, quote: object, official: float | str = 0) -> Spot:
    return Spot(int(meeting), str(quote), int(official))


def _marks(record: dict[str, Any]) -> Marks:
    return Marks(
        frozenset(map(int, record.get("meetings", ()))),
        frozenset(map(str, record.get("quotes", ()))),
        frozenset(map(int, record.get("officials", ()))),
    )


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
