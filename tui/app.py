"""The app: its looks and its one first screen. Everything else hangs on the screens."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import App

from .screens.browser import Browser
from .screens.reader import Opener
from .themes import DEFAULT, FALLBACKS, OURS, PLAIN


class DiploApp(App[int]):
    """Browse the library that ``opener`` opens once the first screen is painted."""

    TITLE = "diplo-tui"
    CSS_PATH: ClassVar[list[str | Path]] = ["styles/browser.tcss", "styles/insight.tcss"]  # type: ignore[assignment]

    def __init__(self, opener: Opener) -> None:
        self._colourless = "NO_COLOR" in os.environ
        # Native colours make Textual drop colours altogether under NO_COLOR, where it would else turn them grey.
        super().__init__(ansi_color=True if self._colourless else None)
        self._opener = opener
        for theme in OURS:
            self.register_theme(theme)
        self.theme = PLAIN if self._colourless else DEFAULT

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our variables to themes that do not have them."""
        return FALLBACKS

    def get_default_screen(self) -> Browser:
        """Begin with the browser."""
        return Browser(self._opener)
