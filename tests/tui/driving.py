"""Driving the app in tests: an app over a shelf, and its screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import TextArea
from textual.worker import WorkerCancelled

from tests.tui.shelf import a_shelf
from tui.app import DiploApp
from tui.screens.browser import Browser


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
        await self.pilot.press(*keys)
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

    async def settled(self) -> None:
        """Wait until no worker runs and what rests on the cursor has followed."""
        await self.pilot.pause()
        await self._workers_done()
        await self.pilot.pause()
        self.browser.follow_now()
        await self._workers_done()
        await self.pilot.pause()

    async def _workers_done(self) -> None:
        """Wait for all workers; one that newer work has taken the place of is waited for no longer."""
        while True:
            try:
                return await self.app.workers.wait_for_complete()
            except WorkerCancelled:
                await self.pilot.pause()

    def text(self) -> str:
        """The screen as lines of text."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)

    def said(self) -> list[str]:
        """What the toasts said so far."""
        return self._heard


@asynccontextmanager
async def driving(
    shelf: object = None, size: tuple[int, int] = (100, 30), *, toasts: bool = False, **settings: object
) -> AsyncIterator[Drive]:
    """Run the app over a shelf or a library; ``toasts`` are shown if wanted; ``settings`` go to the app."""
    app = DiploApp(lambda: shelf or a_shelf(), **settings)  # type: ignore[arg-type, return-value]
    heard: list[str] = []
    notify = app.notify

    def listen(message: str, **how: object) -> None:
        heard.append(message)
        notify(message, **how)  # type: ignore[arg-type]

    app.notify = listen  # type: ignore[method-assign, assignment]
    async with app.run_test(size=size, notifications=toasts) as pilot:
        drive = Drive(pilot, heard)
        await drive.settled()
        yield drive
