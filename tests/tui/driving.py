"""Driving the app in tests: an app over a shelf, and its screen as text."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets import TextArea

from tests.tui.shelf import a_shelf
from tui.app import DiploApp
from tui.screens.browser import Browser

PATIENCE = 60.0
"""Seconds after which an app that does not come to rest is a failure, and not a test that never ends."""


def anything_ready() -> bool:
    """Tell whether any task or callback of this loop could go on now; what waits for a time or a thread could not."""
    return bool(asyncio.get_running_loop()._ready)  # type: ignore[attr-defined]


async def at_rest(*_: float) -> None:
    """Wait until nothing in this loop can go on: no message in any queue, no call put off, no task half done.

    Textual waits until the process uses little processor time instead: 20 ms at least, and on a busy machine, where
    the process is not let run, too short.
    """
    while anything_ready():
        await asyncio.sleep(0)


class Drive:
    """A running app with its browser."""

    def __init__(self, pilot: Pilot[int], heard: list[str]) -> None:
        self.pilot = pilot
        self.app = pilot.app
        self._heard = heard

    @property
    def browser(self) -> Browser:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Browser))

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settled()

    async def type(self, text: str) -> None:
        """Type into a field without the price of a key each."""
        focused = self.app.focused
        assert focused is not None
        focused.insert_text_at_cursor(text)  # type: ignore[attr-defined]
        await self.settled()

    async def paste(self, text: str) -> None:
        """Paste into the area that has the keys."""
        assert isinstance(self.app.focused, TextArea)
        self.app.focused.insert(text)
        await self.settled()

    async def painted(self) -> None:
        """Wait until what was sent so far is dealt with and painted; workers and timers may still go on."""
        while True:
            await at_rest()
            self.app.screen._on_timer_update()  # paints now what would be painted within the next 60th of a second
            if not anything_ready():
                return

    async def settled(self) -> None:
        """Wait until no worker runs, all is painted, and what rests on the cursor has followed."""
        async with asyncio.timeout(PATIENCE):
            while True:
                await self.painted()
                if self.app.workers:
                    await asyncio.sleep(0.001)
                    continue
                self.browser.follow_now()
                if not anything_ready():
                    return

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size; the app tells its screens a moment later, as sizes often come in a row."""
        await self.pilot.resize_terminal(width, height)
        await self.until(lambda: self.app._resize_timer is None)
        await self.settled()

    async def until(self, reached: Callable[[], bool]) -> None:
        """Wait, while workers and timers go on, until something is so."""
        async with asyncio.timeout(PATIENCE):
            while not reached():
                await asyncio.sleep(0.001)
                await self.painted()

    def text(self) -> str:
        """The screen as lines of text."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)

    def said(self) -> list[str]:
        """What the toasts said so far."""
        return self._heard


@asynccontextmanager
async def driving(
    shelf: object = None,
    size: tuple[int, int] = (100, 30),
    *,
    opener: Callable[[], object] | None = None,
    toasts: bool = False,
    **settings: object,
) -> AsyncIterator[Drive]:
    """Run the app over a shelf, a library, or what ``opener`` opens.

    ``toasts`` are shown if wanted; ``settings`` go to the app.
    """
    app = DiploApp(opener or (lambda: shelf or a_shelf()), **settings)  # type: ignore[arg-type]
    heard: list[str] = []
    notify = app.notify

    def listen(message: str, **how: object) -> None:
        heard.append(message)
        notify(message, **how)  # type: ignore[arg-type]

    app.notify = listen  # type: ignore[method-assign, assignment]
    with patch("textual.app.wait_for_idle", at_rest), patch("textual.pilot.wait_for_idle", at_rest):
        async with app.run_test(size=size, notifications=toasts) as pilot:
            drive = Drive(pilot, heard)
            await drive.settled()
            yield drive
