"""The library as a whole: looked over, its pages fetched again, a report of it, and exports checked against it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.harmless import one_line
from store.wording import counted

from .command import Command, OpenCommand, Situation, unchangeable

if TYPE_CHECKING:
    from store.library import Library
    from store.model import Meeting

    from ..screens.browser import Browser

GROUP = "The whole library"
FEW = 3
"""Things named one by one where there may be many."""


class WholeCommand(OpenCommand):
    """What these commands share: an open library."""

    group = GROUP


class Refresh(WholeCommand):
    """Fetch the pages of the marked meetings, or of this one, again; what has changed is kept beside the old text."""

    id = "refresh"
    keys = "r"
    title = "Fetch the pages again"

    def why_not(self, now: Situation) -> str:
        """Needs a library that can be written, and a meeting."""
        some = now.meeting or now.state.marks.meetings
        return unchangeable(now) or ("" if some else "There is no meeting here whose pages could be fetched.")

    def run(self, browser: Browser) -> None:
        """Fetch them in a worker."""
        library, marked, here = browser.library, sorted(browser.state.marks.meetings), browser.meeting
        if library is None:
            return
        meetings = [library.meeting(one) for one in marked] or ([here] if here else [])
        count = sum(bool(label.url) for meeting in meetings for label in meeting.sources)
        if not count:
            browser.say("No source here has a page on the web.", severity="warning")
            return
        browser.say(f"Fetching {counted(count, 'page')} …")
        browser.change_apart(lambda: refreshed(library, meetings))


def refreshed(library: Library, meetings: list[Meeting]) -> str:
    """Fetch the pages of meetings again and say what became of them."""
    from store.importing.refreshing import refresh
    from store.sources import Loader

    now = datetime.now(UTC).isoformat(timespec="seconds")
    with Loader() as loader:
        found = list(refresh(library, meetings, loader, now=now))
    missing = sum(len(one.missing) for one in found)
    told = {
        "same": "{} as before",
        "changed": "{} changed"
        + (f", where {counted(missing, 'quote')} can no longer be found" * bool(missing)),
        "own": "{} told in one's own words",
        "failed": "{} could not be fetched",
    }
    amounts = {status: sum(one.status == status for one in found) for status in told}
    said = "; ".join(how.format(amounts[status]) for status, how in told.items() if amounts[status])
    errors = [one_line(one.error) for one in found if one.error][:FEW]
    return " ".join([f"Pages: {said or 'none'}.", *errors])


class Report(WholeCommand):
    """Write the overview of what the filter leaves as one HTML page with charts, to be read without a network."""

    id = "report"
    title = "Write a report"

    def run(self, browser: Browser) -> None:
        """Ask for the file."""
        from ..paths import complete_path, typed_path
        from ..screens.prompt import PromptScreen

        library, query = browser.library, browser.state.query

        def typed(path: str | None) -> None:
            if library and path and path.strip():
                browser.do_quietly(lambda: reported(library, query, typed_path(path)))

        folder = browser.settings.export_folder or Path.cwd()
        hint = f"What passes the filter {query}" if query else "All meetings"
        browser.app.push_screen(
            PromptScreen("Write a report to", str(folder / "report.html"), hint=hint, complete=complete_path),
            typed,
        )


def reported(library: Library, query: str, path: Path) -> str:
    """Write the report and say so. Raises `DiploError`."""
    from store.export.saving import save
    from store.finding import find_meetings
    from store.insight.evidence import quiet
    from store.insight.page import page
    from store.insight.report import make_report

    meetings = find_meetings(library, query)
    today = datetime.now().astimezone().date().isoformat()
    made = make_report(library, meetings, title="Diplomatic meetings", today=today, progress=quiet)
    size = save(path, page(made))
    return f"Wrote a report of {counted(len(meetings), 'meeting')} to {path} ({size:,} bytes)."


class CheckLibrary(WholeCommand):
    """Look over the whole library, every quote against its source, and say what is wrong."""

    id = "library.check"
    title = "Check the library"

    def run(self, browser: Browser) -> None:
        """Look it over in a worker."""
        if library := browser.library:
            browser.do_quietly(lambda: looked_over(library))


def looked_over(library: Library) -> str:
    """Say what is wrong with a library, the first few things one by one."""
    problems = [one_line(str(problem)) for problem in library.check()]
    more = [f"… {len(problems) - FEW:,} more: diplo-tui check lists all."] if problems[FEW:] else []
    return "\n".join([*problems[:FEW], *more]) or "Nothing is wrong."


class Verify(WholeCommand):
    """Check every quote of an exported file against its source, also after somebody edited the file."""

    id = "verify"
    title = "Verify an export"

    def run(self, browser: Browser) -> None:
        """Ask for the file."""
        from ..paths import complete_path, typed_path
        from ..screens.prompt import PromptScreen

        library = browser.library
        folder = browser.settings.export_folder or Path.cwd()

        def typed(path: str | None) -> None:
            if library and path and path.strip():
                browser.do_quietly(lambda: verified(library, typed_path(path)))

        hint = "A file made by export"
        browser.app.push_screen(
            PromptScreen("Verify", f"{folder}/", hint=hint, complete=complete_path), typed
        )


def verified(library: Library, path: Path) -> str:
    """Say how many quotes of a file stand, and name the first that do not. Raises `ExportError`."""
    from ..verbs.verify import PROOFS, summed, verdicts_of

    found = verdicts_of(library, path)
    if not found:
        return f"{path.name} holds no quote that could be checked. {PROOFS}"
    wrong = [one for one in found if one.outcome != "verified"]
    named = [
        f"line {one.claim.line}: {one.outcome}, {one_line(one.reason or one.difference or '')}"
        for one in wrong
    ]
    return "\n".join([f"{path.name}: {summed(one.outcome for one in found)}", *named[:FEW]])


COMMANDS: tuple[type[Command], ...] = (Refresh, Report, CheckLibrary, Verify)
