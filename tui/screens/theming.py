"""Choosing the looks, each seen while the cursor is on it."""

from __future__ import annotations

from textual import on

from ..widgets.line_list import LineList
from .menu import ChoiceList, MenuScreen


class ThemeScreen(MenuScreen):
    """A menu of themes; leaving it brings the one before back."""

    def on_mount(self) -> None:
        """Remember what to go back to."""
        self._before = self.app.theme
        super().on_mount()

    @on(LineList.Moved)
    def try_on(self) -> None:
        """Show the theme under the cursor."""
        if row := self.query_one(ChoiceList).row:
            self.app.theme = row.value

    def action_leave(self) -> None:
        """Go back to the looks there were."""
        self.app.theme = self._before
        self.dismiss(None)
