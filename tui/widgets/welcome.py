"""What an empty library shows: what to do next."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

_STEPS = (
    ("a", "add a file, a page or a folder"),
    ("p", "paste a text"),
    ("S", "open the sample library"),
    ("?", "see every key"),
    ("q", "leave"),
)


class Welcome(Static):
    """A few lines in the middle of the screen."""

    def __init__(self) -> None:
        lines = [
            Content("A reading room for diplomatic meetings").stylize("bold"),
            Content("This library is empty."),
            Content("Give it a readout, and it finds who said what."),
            Content(""),
            *(
                Content.assemble((f" {key} ", "bold $accent reverse"), f"  {what}".ljust(36))
                for key, what in _STEPS
            ),
        ]
        super().__init__(Content("\n").join(lines), id="welcome")
