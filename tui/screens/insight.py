"""A screen for every insight: made in a worker that can be stopped, read line by line, each line leading on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from store.errors import DiploError
from store.harmless import one_line
from store.insight.evidence import Cancelled

from ..insight.lines import Goal, Line
from ..insight.tasks import Made, Task, listing
from ..widgets.insight_view import InsightView
from ..widgets.key_bar import KeyBar
from .prompt import PromptScreen

if TYPE_CHECKING:
    from store.library import Library

_KEYS = (
    ("enter", "open", "choose"),
    (".", "filter by it", "filter"),
    ("/", "narrow", "narrow"),
    ("e", "export", "export"),
    ("escape", "back", "leave"),
)
"""What the last line shows: a key, what it does, and the action a click on it runs."""


class InsightScreen(Screen[Goal | None]):
    """Gives back where to go, or nothing when it was left."""

    CSS_PATH: ClassVar[list[str | Path]] = ["../styles/insight.tcss"]  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", id="insight.leave"),
        Binding("slash", "narrow", "Narrow", id="insight.narrow"),
        Binding("full_stop", "filter", "Filter by this", id="insight.filter"),
        Binding("e", "export", "Export", id="insight.export"),
    ]

    @dataclass
    class Ready(Message):
        """Lines of a result; ``made`` is the result when it is the last."""

        lines: list[Line]
        made: Made | None = None

    @dataclass
    class Worked(Message):
        """How far the work has come."""

        done: int
        total: int

    @dataclass
    class Failed(Message):
        """Why there is no result, as a sentence."""

        why: str

    def __init__(self, library: Library, task: Task) -> None:
        super().__init__()
        self.library = library
        self.task_shown = task
        self.made: Made | None = None
        self._stop = Event()
        self._width = 0

    def compose(self) -> ComposeResult:
        """Make a title, the lines and a line of keys."""
        yield Static(id="insight-title")
        yield InsightView(id="insight")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin the work once something is on the screen."""
        self.say_above("")
        self.query_one(KeyBar).show(_KEYS)
        self.query_one(InsightView).focus()
        self.call_after_refresh(self.work)

    def on_unmount(self) -> None:
        """Stop the work, so that nothing waits for it when the program ends."""
        self._stop.set()

    def say_above(self, text: str) -> None:
        """Show the title and, beside it, what is going on."""
        title = Content.styled(one_line(self.task_shown.title), "bold")
        self.query_one("#insight-title", Static).update(Content.assemble(title, f"   {text}" if text else ""))

    # Making

    def work(self) -> None:
        """Make the insight in a thread; what ran before is stopped."""
        self._stop.set()
        self._stop = stop = Event()
        task, made, width = self.task_shown, self.made, self.width_of_lines()
        self._width = width

        def progress(done: int, total: int) -> None:
            if stop.is_set():
                raise Cancelled
            self.post_message(self.Worked(done, total))

        def worker() -> None:
            result, lines = made, list[Line]()
            try:
                for result in [made] if made else task.make(progress):
                    lines = result.lay_out(width)
                    progress(0, 1)
                    self.post_message(self.Ready(lines))
                self.post_message(self.Ready(lines, result))
            except Cancelled:
                return
            except DiploError as error:
                self.post_message(self.Failed(str(error)))

        self.say_above("working …")
        self.run_worker(worker, thread=True, group="insight")

    def width_of_lines(self) -> int:
        """Return the cells a line has beside the cursor and the scroll bar."""
        return max(20, self.query_one(InsightView).room.width - 2)

    def on_resize(self) -> None:
        """Set the lines anew."""
        if self.made and self.width_of_lines() != self._width:
            self.work()

    @on(Worked)
    def show_progress(self, event: Worked) -> None:
        """Show how far the work has come."""
        if self.made is None:
            share = 100 * event.done // max(1, event.total)
            self.say_above(f"working … {share} %   escape stops")

    @on(Ready)
    def show_lines(self, event: Ready) -> None:
        """Show the result, which may not be the last."""
        if event.made:
            self.made = event.made
            self.say_above("")
        self.query_one(InsightView).show(event.lines)

    @on(Failed)
    def show_failure(self, event: Failed) -> None:
        """Say why there is nothing to show."""
        self.say_above("")
        self.notify(event.why, severity="error", markup=False)

    # Going on

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """Do what was clicked on the last line."""
        if event.command == "choose":
            self.query_one(InsightView).action_choose()
        else:
            await self.run_action(event.command)

    @on(InsightView.Chosen)
    def go_on(self, event: InsightView.Chosen) -> None:
        """Go to a single quote or meeting, or make of it what the task says; list several."""
        goal = event.goal
        if self.task_shown.onward:
            self.app.push_screen(InsightScreen(self.library, self.task_shown.onward(goal)), self.leave_for)
        elif len(goal.quotes) == 1 or (len(goal.meetings) == 1 and not goal.quotes):
            self.leave_for(goal)
        else:
            self.app.push_screen(InsightScreen(self.library, listing(self.library, goal)), self.leave_for)

    def leave_for(self, goal: Goal | None) -> None:
        """Close this and what lies below, to go somewhere; stay where the way back was asked for."""
        if goal is not None:
            self._stop.set()
            self.dismiss(goal)

    def action_leave(self) -> None:
        """Stop the work and go back."""
        self._stop.set()
        self.dismiss(None)

    def action_filter(self) -> None:
        """Show in the browser what the filter behind the number finds."""
        goal = self.query_one(InsightView).goal
        if goal and goal.query:
            self.leave_for(Goal(query=goal.query))
        else:
            self.notify("There is no filter behind this.", severity="warning")

    def action_narrow(self) -> None:
        """Ask for a topic or filter and make the same for it."""
        if self.task_shown.narrowed is None:
            self.notify("This cannot be narrowed.", severity="warning")
            return
        self.app.push_screen(PromptScreen("Narrow to", hint=self.task_shown.asks), self._narrow_to)

    def _narrow_to(self, typed: str | None) -> None:
        if typed is not None and self.task_shown.narrowed:
            self.task_shown, self.made = self.task_shown.narrowed(typed.strip()), None
            self.work()

    def action_export(self) -> None:
        """Ask for a file and write the Markdown to it."""
        if self.made is None or self.made.markdown is None:
            self.notify("This has no Markdown; diplo-tui report writes a page.", severity="warning")
            return
        path = str(Path.cwd() / self.task_shown.file_name)
        self.app.push_screen(PromptScreen("Write Markdown to", path), self._write_to)

    def _write_to(self, typed: str | None) -> None:
        from store.export.saving import save

        if not typed or self.made is None or self.made.markdown is None:
            return
        try:
            save(Path(typed).expanduser(), [self.made.markdown().encode()])
        except (DiploError, OSError) as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.notify(f"Wrote {one_line(typed)}", markup=False)
