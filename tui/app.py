"""The app: its looks and its one first screen. Everything else hangs on the screens."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.events import Event, Key

from store.harmless import harmless

from .barrier import Barrier
from .keys import done, ready
from .memory import Memory
from .screens.browser import Browser
from .screens.reader import Opener
from .settings import Settings
from .themes import DEFAULT, FALLBACKS, OURS, OURS_BY_NAME, PLAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.command import Provider
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel
    from textual.theme import Theme


def _palette() -> type[Provider]:
    from .palette import Commands

    return Commands


class DiploApp(App[int]):
    """Browse the library that ``opener`` opens once the first screen is painted.

    ``own`` is the folder of the person's library, which there is a way back to from any other.
    """

    TITLE = "diplo-tui"
    CSS_PATH: ClassVar[list[str | Path]] = ["styles/browser.tcss"]  # type: ignore[assignment]
    COMMANDS: ClassVar[set[Any]] = {_palette}

    def __init__(
        self,
        opener: Opener,
        *,
        settings: Settings | None = None,
        memory: Memory | None = None,
        complaints: list[str] | None = None,
        own: Path | None = None,
    ) -> None:
        colourless = "NO_COLOR" in os.environ
        # Native colours make Textual drop colours altogether under NO_COLOR, where it would else turn them grey.
        super().__init__(ansi_color=True if colourless else None)
        self.settings = settings or Settings()
        self.own = own
        self.failure: Exception | None = None
        self._opener = opener
        self._memory = memory or Memory()
        self._complaints = list(complaints or ())
        self._barrier = Barrier()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-sixty")]  # the styles of cards ask for these
        for theme in OURS:
            self.register_theme(theme)
        self.theme = PLAIN if colourless else self._theme_wanted()
        self.set_keymap(dict(self.settings.keys))

    def _theme_wanted(self) -> str:
        wanted = self.settings.theme or self._memory.theme
        if wanted and wanted not in self.available_themes:
            self._complaints.append(f"There is no theme called {wanted}.")
        return wanted if wanted in self.available_themes else DEFAULT

    def get_theme(self, theme_name: str) -> Theme | None:
        """Find a theme; Textual asks for the current one with every line it draws, and copies all of them for it."""
        return OURS_BY_NAME.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our variables to themes that do not have them."""
        return FALLBACKS

    def get_default_screen(self) -> Browser:
        """Begin with the browser."""
        return Browser(self._opener, self._memory, self.settings)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing pass that commands the terminal."""
        return [*super().get_line_filters(), self._barrier]

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in a corner; with titles and file names in it, it is neither markup nor commands."""
        super().notify(harmless(message), title=title, severity=severity, timeout=timeout, markup=markup)

    def on_mount(self) -> None:
        """Say what is wrong with the settings."""
        for complaint in self._complaints:
            self.notify(complaint, severity="warning", markup=False, timeout=10)

    def action_help_quit(self) -> None:
        """Answer ctrl+c with the key that leaves: the sentence of Textual names another."""
        self.notify(f"{self.settings.keys.get('quit', 'q')} leaves.", markup=False)

    async def on_event(self, event: Event) -> None:
        """Do what a key does before the next key is looked at."""
        if isinstance(event, Key) and not event.is_forwarded and await self._do_key(event):
            return
        await super().on_event(event)

    async def _do_key(self, key: Key) -> bool:
        screen = self.screen
        if not await ready(screen, key):
            return False
        focused = screen.focused
        known = await self._check_bindings(key.key, priority=True) or await self._check_bindings(key.key)
        if known:
            await done(screen, focused)
        return known

    def _handle_exception(self, error: Exception) -> None:
        """Keep an unexpected failure for the report; Textual restores the terminal."""
        cause = getattr(error, "error", None)  # what failed in a worker, where its traceback leads
        self.failure = self.failure or (cause if isinstance(cause, Exception) else error)
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """Leave the traceback to the report: a person gets one sentence."""
        self._exit_renderables.clear()
