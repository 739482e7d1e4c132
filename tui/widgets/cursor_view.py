"""A cursor over lines of one cell's height: what every list of them does alike when it moves."""

from __future__ import annotations

from .pane import Pane


class CursorView(Pane):
    """Lines under a cursor, moved by the actions that `MOVES` binds. Say how many there are, and how to go to one."""

    cursor: int

    def line_count(self) -> int:
        """Return the number of lines."""
        raise NotImplementedError

    def go(self, line: int) -> None:
        """Put the cursor on a line; too far is the first or last."""
        raise NotImplementedError

    def reveal(self) -> bool:
        """Scroll as little as brings the cursor into sight; tell whether that was needed."""
        top, height = self.scroll_offset.y, max(1, self.room.height)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)
        else:
            return False
        return True

    def action_move(self, by: int) -> None:
        """Move the cursor by lines."""
        self.go(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by pages."""
        self.go(self.cursor + by * max(1, self.room.height - 1))

    def action_edge(self, side: int) -> None:
        """Move the cursor to the first or last line."""
        self.go(0 if side < 0 else self.line_count() - 1)
