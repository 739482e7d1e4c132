"""Small libraries for finding: one made by hand, and a strategy for generated ones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from store.errors import LibraryError
from store.finding.matching import matches
from store.finding.people import People
from store.finding.rows import rows
from store.model import (
    MEETING_KINDS,
    QUOTE_KINDS,
    STATUSES,
    Meeting,
    Official,
    Participant,
    Quote,
    SourceLabel,
)
from store.query import parse
from store.search import Index


@dataclass
class FakeLibrary:
    """A library in memory, as far as finding looks into one. ``said`` holds the quotes by meeting.

    ``steps`` is its log: the meetings and the officials that each step touched; ``life`` changes with a new log.
    """

    held: dict[int, Meeting] = field(default_factory=dict)
    said: dict[int, tuple[Quote, ...]] = field(default_factory=dict)
    people: dict[int, Official] = field(default_factory=dict)
    steps: list[tuple[set[int], set[int]]] = field(default_factory=list)
    life: int = 0
    index: Index | None = None

    def meetings(self) -> list[Meeting]:
        return sorted(self.held.values(), key=lambda one: (one.date or "", one.id), reverse=True)

    def meeting(self, number: int) -> Meeting:
        if number not in self.held:
            raise LibraryError("There is no such meeting.")
        return self.held[number]

    def quotes(self, meeting_id: int) -> tuple[Quote, ...]:
        return self.said.get(meeting_id, ())

    def officials(self) -> list[Official]:
        return list(self.people.values())

    def put(self, meeting: Meeting, quotes: tuple[Quote, ...]) -> None:
        self.held[meeting.id] = replace(meeting, quotes=len(quotes))
        self.said[meeting.id] = quotes
        self.steps.append(({meeting.id}, set()))

    def delete(self, numbers: set[int]) -> None:
        for number in numbers:
            self.held.pop(number, None)
            self.said.pop(number, None)
        self.steps.append((set(numbers), set()))

    def mark(self) -> str:
        return f"{self.life}:{len(self.steps)}"

    def changed_meetings(self, since: str) -> frozenset[int] | None:
        return self._changed(since, 0)

    def changed_officials(self, since: str) -> frozenset[int] | None:
        return self._changed(since, 1)

    def _changed(self, since: str, what: int) -> frozenset[int] | None:
        life, step = map(int, since.split(":"))
        if life != self.life:
            return None
        return frozenset().union(*(touched[what] for touched in self.steps[step:]))

    def official(self, number: int) -> Official:
        if number not in self.people:
            raise LibraryError("There is no such official.")
        return self.people[number]

    def put_official(self, official: Official) -> None:
        self.people[official.id] = official
        self.steps.append((set(), {official.id}))

    def delete_official(self, number: int) -> None:
        self.people.pop(number, None)
        self.steps.append((set(), {number}))


def quote(meeting: int, number: int, text: str, speaker: str | None, **known: object) -> Quote:
    return Quote(meeting, number, 1, number * 100, number * 100 + len(text), text, speaker, **known)


def small_library() -> FakeLibrary:
    """Three meetings: Zhao with Volodin, Blinken with Wang, and a call without quotes or date."""
    zhao = Official("Zhao Leji", "China", ("Chao Le-chi",), id=1)
    volodin = Official("Vyacheslav Volodin", "Russia", ("Yacheslav Volodin",), id=2)
    blinken = Official("Antony Blinken", "United States", id=3)
    wang = Official("Wang Yi", "China", id=4)
    library = FakeLibrary(people={one.id: one for one in (zhao, volodin, blinken, wang)})
    library.put(
        Meeting(
            "Zhao – Volodin talks",
            "2023-11-21",
            place="Beijing",
            kind="talks",
            participants=(Participant(1, "Zhao Leji", country="China"), Participant(2, "Vyacheslav Volodin")),
            sources=(SourceLabel(1, "a", "NPC and Duma meet", "Xinhua", "https://example.org/npc"),),
            tags=("parliament",),
            id=1,
        ),
        (
            quote(
                1,
                1,
                "the importance of enhancing exchanges",
                "Zhao Leji",
                kind="indirect",
                cue="emphasised",
                officials=(1,),
            ),
            quote(
                1,
                2,
                "Russia's firm commitment to peace",
                "Vyacheslav Volodin",
                kind="direct",
                cue="reiterated",
                officials=(2,),
                tags=("peace",),
                status="checked",
            ),
            quote(1, 3, "legislative exchanges on climate change", "State Duma", kind="mixed", cue="noted"),
        ),
    )
    library.put(
        Meeting(
            "Secretary Blinken meets Wang Yi",
            "2023-10-26",
            "2023-10-27",
            place="Washington",
            kind="visit",
            participants=(Participant(3, "Antony Blinken"), Participant(4, "Wang Yi")),
            sources=(SourceLabel(2, "b", "Readout", "State Department", None),),
            id=2,
        ),
        (
            replace(
                quote(
                    2,
                    1,
                    "a peaceful resolution",
                    "Antony Blinken",
                    kind="indirect",
                    cue="stressed",
                    officials=(3,),
                ),
                source=2,
            ),
            replace(
                quote(
                    2,
                    2,
                    "气候变化合作",
                    "Wang Yi",
                    kind="direct",
                    cue="said",
                    officials=(4,),
                    tags=("climate",),
                ),
                source=2,
            ),
        ),
    )
    library.put(Meeting("Call on Łódź corridor", kind="call", id=3), ())
    return library


# ---------------------------------------------------------------------------------------- generated
WORDS = (
    "peace",
    "peaceful",
    "climate",
    "climax",
    "trade",
    "a",
    "Łódź",
    "İzmir",
    "气候",
    "候",
    "Wang",
    "Yi",
    "Zhao's",
    "co-operation",
)
NAMES = ("Wang Yi", "Zhao Leji", "Wang Zhao", "Yi Łódź", "气候 Zhao")
COUNTRIES = ("China", "South Korea", "Korea", "Peace Trade")
DAYS = ("2022-12-31", "2023-01-01", "2023-11-21", "2023-11-30", "2023-12-01")

phrases = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
countries = st.none() | st.sampled_from(COUNTRIES)
tags = st.lists(st.sampled_from(WORDS[:6]), max_size=2, unique=True).map(tuple)


@st.composite
def meetings(draw: st.DrawFn, number: int, officials: tuple[int, ...]) -> tuple[Meeting, tuple[Quote, ...]]:
    """One meeting with its quotes."""
    met = draw(st.lists(st.sampled_from(officials), max_size=3, unique=True))
    people = [Participant(one, draw(st.sampled_from(NAMES)), country=draw(countries)) for one in met]
    cut = draw(st.integers(0, len(people)))
    labels = tuple(
        SourceLabel(one, "x", draw(st.none() | phrases), draw(st.none() | phrases))
        for one in range(1, draw(st.integers(1, 3)))
    )
    meeting = Meeting(
        draw(phrases),
        draw(st.none() | st.sampled_from(DAYS)),
        draw(st.none() | st.sampled_from(DAYS)),
        place=draw(st.none() | phrases),
        kind=draw(st.none() | st.sampled_from(MEETING_KINDS)),
        participants=tuple(people[:cut]),
        speakers=tuple(people[cut:]),
        sources=labels,
        tags=draw(tags),
        id=number,
    )
    return meeting, tuple(
        draw(quotes(number, one, officials)) for one in range(1, draw(st.integers(0, 4)) + 1)
    )


@st.composite
def quotes(draw: st.DrawFn, meeting: int, number: int, officials: tuple[int, ...]) -> Quote:
    """One quote."""
    text = draw(phrases)
    return Quote(
        meeting,
        number,
        draw(st.integers(1, 2)),
        number * 10,
        number * 10 + len(text),
        text,
        draw(st.none() | st.sampled_from(NAMES)),
        draw(st.sampled_from(QUOTE_KINDS)),
        draw(st.sampled_from(("", "said", "called on"))),
        tuple(draw(st.lists(st.sampled_from(officials), max_size=2, unique=True))),
        draw(st.sampled_from(STATUSES)),
        draw(tags),
    )


@st.composite
def libraries(draw: st.DrawFn, most: int = 5) -> FakeLibrary:
    """A library of a few meetings."""
    people = {
        one: Official(
            draw(st.sampled_from(NAMES)),
            draw(countries),
            tuple(draw(st.lists(st.sampled_from(NAMES), max_size=1))),
            id=one,
        )
        for one in range(1, 4)
    }
    library = FakeLibrary(people=people)
    for number in range(1, draw(st.integers(0, most)) + 1):
        library.put(*draw(meetings(number, tuple(people))))
    return library


# ------------------------------------------------------------------------------------------ queries
_bare = st.sampled_from((*WORDS, "pea", "clim", "z", "op", "wan", "候变"))
_phrase = st.lists(st.sampled_from(WORDS), max_size=3).map(lambda some: f'"{" ".join(some)}"')
_values = {
    "official": ("wang", '"wang yi"', "zh", "yi", '"leji"', "气"),
    "country": ("china", "korea", '"south korea"', "s"),
    "place": ("peace", '"peace climate"', "tr"),
    "kind": ("direct", "in", "call", "t"),
    "tag": ("climate", "cl", '"a"'),
    "status": ("found", "c", "missing"),
    "cue": ("said", '"called on"', "ca"),
    "source": ("peace", "wang", '"climate trade"'),
    "after": ("2023", "2023-11", "2023-11-21"),
    "before": ("2023", "2023-11", "2023-12-01"),
    "on": ("2022", "2023", "2023-11", "2023-11-30"),
}
_field = st.sampled_from(sorted(_values)).flatmap(
    lambda name: st.sampled_from(_values[name]).map(lambda value: f"{name}:{value}")
)
_term = st.one_of(_bare, _phrase, _field)
_excluded = st.tuples(st.sampled_from(("", "", "-")), _term).map("".join)


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    together = st.lists(inner, min_size=1, max_size=3).map(" ".join)
    either = st.lists(together, min_size=1, max_size=3).map(" OR ".join)
    return st.tuples(st.sampled_from(("", "-")), either).map(lambda pair: f"{pair[0]}({pair[1]})") | either


queries = st.recursive(_excluded, _combined, max_leaves=6)


def plainly(library, text, view):
    """Return (meeting, place) of every row that answers, in order, by looking at each."""
    query, people = parse(text), People(library.officials())
    return [
        (meeting.id, place)
        for meeting in library.meetings()
        for place, row in enumerate(rows(meeting, library.quotes(meeting.id), people))
        if matches(query.root, row, people, view)
    ]


def agrees(index, library, text):
    """Assert that an index answers as the plain definition does."""
    found = [(hit.meeting, hit.place) for hit in index.quotes(parse(text))]
    assert found == plainly(library, text, "quotes"), text
    listed = list(dict.fromkeys(meeting for meeting, _ in plainly(library, text, "meetings")))
    assert index.meetings(parse(text)) == listed, text
    assert list(index.first_meetings(parse(text))) == listed, text


def filled(library, path=None):
    """Return an index of a library that has read all of it."""
    index = Index(library, path)
    assert index.catch_up()
    return index
