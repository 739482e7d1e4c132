"""The keys that move within a pane, the same in all of them."""

from __future__ import annotations

from textual.binding import Binding

MOVES = [
    Binding("down,j", "move(1)", "Down", show=False, id="move.down", tooltip="To the next line."),
    Binding("up,k", "move(-1)", "Up", show=False, id="move.up", tooltip="To the line above."),
    Binding(
        "pagedown,ctrl+f", "page(1)", "Page down", show=False, id="move.pagedown", tooltip="A page further."
    ),
    Binding("pageup,ctrl+b", "page(-1)", "Page up", show=False, id="move.pageup", tooltip="A page back."),
    Binding("home,g", "edge(-1)", "To the top", show=False, id="move.top", tooltip="To the first line."),
    Binding("end,G", "edge(1)", "To the end", show=False, id="move.end", tooltip="To the last line."),
    Binding("enter", "choose", "Open", show=False, id="move.open", tooltip="Open what is under the cursor."),
]
