"""Which of several officials or meetings stays, with what each holds to decide by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.harmless import one_line
from store.wording import counted

from ..marking import without
from ..typeset.days import day_range
from ..typeset.people import described, who_met
from .menu import Choice, MenuScreen

if TYPE_CHECKING:
    from store.library import Library
    from store.model import Meeting
    from store.outcomes import Step

    from .browser import Browser


def ask_which_stays(browser: Browser) -> None:
    """Show the marked with their differences; merge the others into the one that is chosen."""
    library = browser.library
    if library is None:
        return
    officials = browser.state.pane == "officials"
    marked = sorted(browser.state.marks.officials if officials else browser.state.marks.meetings)
    choices = [official_choice(library, one) if officials else meeting_choice(library, one) for one in marked]

    def chosen(keep: str | None) -> None:
        if keep is None:
            return
        others = [one for one in marked if one != int(keep)]

        def change(library: Library) -> Step:
            join = library.merge_officials if officials else library.join_meetings
            return join(int(keep), others)

        if officials:  # the one that stays has the cursor, wherever its row comes to stand
            browser.state = replace(browser.state, official=int(keep))
        else:
            browser.state = replace(browser.state, meeting=int(keep))
        browser.change(without(browser.state, "officials" if officials else "meetings", marked))
        browser.change_library(change, after=f"{f', of {days}' if days else ''}; u undoes")

    days = "" if officials else different_days([library.meeting(one) for one in marked])
    joined = f"Join meetings of {days} into" if days else "Join into which meeting"
    title = "Merge into which official" if officials else joined
    browser.app.push_screen(MenuScreen(title, choices), chosen)


def different_days(meetings: list[Meeting]) -> str:
    """Name the days of meetings, the first and the last of many; nothing where all are of one day."""
    early = sorted(meetings, key=lambda one: one.date or "")
    days = list(dict.fromkeys(day_range(one.date, one.end_date) or "no known day" for one in early))
    return f"{days[0]} and {days[-1]}" if len(days) == 2 else f"{days[0]} to {days[-1]}" if days[1:] else ""


def merge_suggested(browser: Browser) -> None:
    """Make one person of the official under the cursor and the one it may be; undo is the way back."""
    if pair := browser.perhaps:
        keep, gone = pair.fuller.id, pair.than(pair.fuller.id).id
        browser.state = replace(browser.state, official=keep)
        browser.change_library(lambda library: library.merge_officials(keep, [gone]), after="; u undoes")


def official_choice(library: Library, official_id: int) -> Choice:
    """Tell an official by country, spellings and meetings."""
    official = library.official(official_id)
    spellings = f"also {', '.join(official.aliases)}" if official.aliases else None
    meetings = counted(len(library.meetings_of(official_id)), "meeting")
    return Choice("", official.name, str(official_id), described(official.country, meetings, spellings))


def meeting_choice(library: Library, meeting_id: int) -> Choice:
    """Tell a meeting by day, place and size."""
    meeting = library.meeting(meeting_id)
    about = described(
        day_range(meeting.date, meeting.end_date), meeting.place, counted(meeting.quotes, "quote")
    )
    return Choice("", one_line(who_met(meeting)), str(meeting_id), about)
