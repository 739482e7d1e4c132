"""What a screen needs to make an insight: the work, which may be long, and how its result is set in lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.insight.evidence import Progress, heard
from store.model import Meeting, Official, Quote

from .lines import Goal, Line

if TYPE_CHECKING:
    from store.library import Library

LayOut = Callable[[int], list[Line]]
MOST_FORMULAS = 200
MOST_POSITIONS = 5_000
MOST_COUNTED = 100
"""Rows of each table of the overview, and columns of a matrix, that are reached by scrolling."""
RECENT_MEETINGS = 300
"""Meetings, the newest, of which a timeline is shown until the whole is made."""


@dataclass(frozen=True, slots=True)
class Made:
    """A result: how to set it at a width in cells, and as Markdown where that is of use."""

    lay_out: LayOut
    markdown: Callable[[], str] | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """An insight to be made: ``make`` yields results, each shown while the next is made, the last one for good.

    ``narrowed`` gives the same for a topic or filter typed by the person, who is asked for it as ``asks`` says.
    ``onward`` gives what to make of a meeting that was chosen, where it is not the meeting itself that is sought.
    """

    title: str
    make: Callable[[Progress], Iterator[Made]]
    narrowed: Callable[[str], Task] | None = None
    asks: str = ""
    file_name: str = ""
    onward: Callable[[Goal], Task] | None = None


def comparing(library: Library, meeting: Meeting) -> Task:
    """Compare the sources of a meeting; where there is but one, offer the meetings that have more."""
    if len(meeting.sources) < 2:
        return choosing(library, f"Only one source tells of {meeting.title}: there is nothing to compare.")

    def make(progress: Progress) -> Iterator[Made]:
        from store.insight.compare import compare
        from store.insight.markdown import comparison_as_markdown

        from .comparing import lay_out

        comparison = compare(meeting, library.quotes(meeting.id))
        yield Made(lambda width: lay_out(comparison, width), lambda: comparison_as_markdown(comparison))

    return Task("Sources compared", make, file_name=f"meeting-{meeting.id}-compared.md")


def choosing(library: Library, remark: str = "", query: str = "") -> Task:
    """Find the meetings of which several sources tell, each to be compared."""

    def make(progress: Progress) -> Iterator[Made]:
        from store.finding import find_meetings
        from store.insight.accounts import told_by_several

        from .accounts import lay_out

        found = told_by_several(library, find_meetings(library, query), progress)
        yield Made(lambda width: lay_out(found, width, remark))

    return Task(
        _filtered("Meetings to compare", query),
        make,
        lambda typed: choosing(library, query=typed),
        _A_FILTER,
        onward=lambda goal: comparing(library, library.meeting(goal.meetings[0])),
    )


def following(library: Library, official: Official, topic: str = "") -> Task:
    """Follow an official over time."""

    def make(progress: Progress) -> Iterator[Made]:
        from store.insight.timeline import timeline

        from .following import lay_out

        def told(meetings: Sequence[Meeting]) -> Made:
            said_at = heard(library, meetings, progress)
            known = timeline(official, said_at, topic or None, progress=progress)
            return Made(lambda width: lay_out(known, width, MOST_POSITIONS))

        theirs = library.meetings_of(official.id)
        if len(theirs) > RECENT_MEETINGS:
            yield told(theirs[:RECENT_MEETINGS])
        yield told(theirs)

    return Task(
        f"{official.name} over time",
        make,
        lambda typed: following(library, official, typed),
        "a topic: a tag, or words that must all be said",
    )


def phrasing(library: Library, query: str = "", quote: Quote | None = None) -> Task:
    """Find the formulas in the meetings of a filter, and tell a quote apart by them."""

    def make(progress: Progress) -> Iterator[Made]:
        from store.finding import find_meetings
        from store.insight.formulas import formulas
        from store.insight.phrasebook import Phrasebook

        from .lines import BLANK
        from .phrasing import lay_out, lay_out_quote

        known = formulas(heard(library, find_meetings(library, query), progress), progress=progress)
        book = Phrasebook(known.found)
        few = type(known)(known.found[:MOST_FORMULAS], known.quotes, known.meetings, known.remark)

        def lines(width: int) -> list[Line]:
            told_apart = [*lay_out_quote(quote, book, width), BLANK] if quote else []
            return [*told_apart, *lay_out(few, width)]

        yield Made(lines)

    return Task(_filtered("Formulas", query), make, lambda typed: phrasing(library, typed, quote), _A_FILTER)


def missing(library: Library, today: str, query: str = "") -> Task:
    """Find who has fallen silent on what as of a day, and who has not been heard at all for a year."""

    def make(progress: Progress) -> Iterator[Made]:
        from store.finding import find_meetings
        from store.insight.days import a_year_before, oldest_first
        from store.insight.silence import silences
        from store.insight.topics import topics_of
        from store.insight.unheard import unheard

        from .lines import BLANK
        from .missing import lay_out, lay_out_unheard

        meetings = oldest_first(find_meetings(library, query), today)
        officials = library.officials()
        topics = topics_of(library, meetings, progress)
        known = silences(heard(library, meetings, progress), officials, topics, today=today)
        since = a_year_before(today)
        gone = unheard(heard(library, meetings, progress), officials, since=since, today=today)

        def lines(width: int) -> list[Line]:
            return [*lay_out(known, width), BLANK, *lay_out_unheard(gone, since, width)]

        yield Made(lines)

    return Task(_filtered("Silence", query), make, lambda typed: missing(library, today, typed), _A_FILTER)


def counting(library: Library, query: str = "") -> Task:
    """Count the meetings of a filter: what the meetings tell at once, what the quotes tell after it."""

    def make(progress: Progress) -> Iterator[Made]:
        from store.finding import find_meetings
        from store.insight.overview import all_tables, meeting_tables, remark

        from .counting import lay_out

        meetings = find_meetings(library, query)
        said = remark(meetings)
        first = meeting_tables(library, meetings, MOST_COUNTED)
        yield Made(lambda width: lay_out(first, width, said))
        tables = all_tables(library, meetings, progress, most=MOST_COUNTED)
        yield Made(lambda width: lay_out(tables, width, said))

    return Task(_filtered("Overview", query), make, lambda typed: counting(library, typed), _A_FILTER)


def listing(library: Library, goal: Goal) -> Task:
    """List what a number counts: quotes, or the quotes of meetings."""

    def make(progress: Progress) -> Iterator[Made]:
        from .listing import lay_out, look_up

        found = look_up(library, goal, progress)
        yield Made(lambda width: lay_out(found, width))

    return Task("What is counted", make)


_A_FILTER = "a filter, as in: country:china after:2023"


def _filtered(title: str, query: str) -> str:
    return f"{title} · {query}" if query else title
