"""A library held in memory, for the screens' tests: the same face, no folder, no time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from store.model import Meeting, Office, Official, Participant, Quote, Source, SourceLabel

ZHAO = Official("Zhao Leji", "China", (), (Office("Chairman, NPC Standing Committee"),), 1)
VOLODIN = Official(
    "Vyacheslav Volodin", "Russia", ("Yacheslav Volodin",), (Office("Chairman, State Duma"),), 2
)
ARABIC = Official("محمد بن سلمان", "Saudi Arabia", (), (Office("Crown Prince"),), 3)
CHINESE = Official("王毅", "China", (), (Office("外交部长"),), 4)
LONG = Official(
    "His Excellency Maximiliano Hernandez-Wolfeschlegelsteinhausen III", "São Tomé and Príncipe", (), (), 5
)
PEOPLE = (ZHAO, VOLODIN, ARABIC, CHINESE, LONG)


@dataclass(frozen=True)
class Counts:
    meetings: int
    officials: int
    quotes: int


def present(official: Official) -> Participant:
    office = official.offices[0].title if official.offices else None
    return Participant(official.id, official.name, office, official.country)


def make_meeting(
    number: int, people: tuple[Official, ...], said: list[tuple[Official, str, str]], **known: object
) -> tuple[Meeting, tuple[Quote, ...], Source]:
    """Make a meeting whose source says each sentence in turn."""
    text, quotes = "The two sides met on Tuesday.\n\n", []
    for order, (official, cue, words) in enumerate(said, start=1):
        text += f"{official.name} {cue} "
        start = len(text)
        text += words
        quotes.append(
            Quote(
                number, order, number, start, len(text), words, official.name,
                ("direct", "indirect", "mixed")[order % 3], cue, (official.id,), sure=order % 4 != 0,
            )
        )  # fmt: skip
        text += ".\n"
    source = replace(
        Source.of(text, title="A readout", publisher="Ministry", url="https://example.org/1"), id=number
    )
    label = SourceLabel(number, source.sha256, "A readout", "Ministry", "https://example.org/1", "2023-11-22")
    defaults: dict[str, object] = {"date": "2023-11-21", "place": "Beijing", "kind": "talks"}
    meeting = Meeting(
        f"{people[0].name} meets {people[-1].name}" if people else "A text without a meeting",
        **{**defaults, **known},  # type: ignore[arg-type]
        participants=tuple(present(one) for one in people),
        sources=(label,), quotes=len(quotes), id=number,
    )  # fmt: skip
    return meeting, tuple(quotes), source


class Shelf:
    """As much of the library as the screens ask for."""

    read_only = False

    def __init__(self, kept: list[tuple[Meeting, tuple[Quote, ...], Source]]) -> None:
        self.kept = {meeting.id: (meeting, quotes, source) for meeting, quotes, source in kept}
        self.folder = Path("/nowhere")
        self.problems: tuple[str, ...] = ()
        self.version = 1

    index = None

    def refresh(self) -> bool:
        return False

    def close(self) -> None:
        self.closed = True

    def meetings(self) -> list[Meeting]:
        return sorted((m for m, _, _ in self.kept.values()), key=lambda m: m.date or "", reverse=True)

    def has_meeting(self, meeting_id: int) -> bool:
        return meeting_id in self.kept

    def mark(self) -> str:
        return "1:x"

    def changed_officials(self, since: str) -> frozenset[int]:
        return frozenset()

    def likely_same(self) -> list[object]:
        return []

    def quotes(self, meeting_id: int) -> tuple[Quote, ...]:
        return self.kept[meeting_id][1]

    def source(self, source_id: int) -> Source:
        return next(source for _, _, source in self.kept.values() if source.id == source_id)

    def officials(self) -> list[Official]:
        return list(PEOPLE)

    def official(self, official_id: int) -> Official:
        return next(one for one in PEOPLE if one.id == official_id)

    def counts(self) -> Counts:
        return Counts(len(self.kept), len(PEOPLE), sum(m.quotes for m, _, _ in self.kept.values()))

    def meetings_of(self, official: int) -> list[Meeting]:
        return [m for m in self.meetings() if any(p.official == official for p in m.participants)]


def a_shelf(meetings: int = 12) -> Shelf:
    """Make a small library with the names that are hard to set."""
    kept = [
        make_meeting(
            1,
            (ZHAO, VOLODIN),
            [
                (ZHAO, "emphasised", "the importance of enhancing exchanges between the two legislatures"),
                (ZHAO, "highlighted", "the importance of promoting synergy between the two economies, and of "
                 "keeping to the path of friendship for generations"),
                (VOLODIN, "reiterated", "Russia's firm commitment to the strategic partnership"),
                (VOLODIN, "said", "that the parliaments would set up a joint commission"),
            ],
        ),
        make_meeting(2, (CHINESE, ARABIC),
                     [(CHINESE, "表示", "中方愿同沙方一道，推动两国全面战略伙伴关系不断向前发展。" * 4),
                      (ARABIC, "أكد", "أهمية تعزيز العلاقات الثنائية بين البلدين الصديقين")],
                     place="Riyadh", date="2022-12-08", kind="summit"),
        make_meeting(3, (LONG, ZHAO), [(LONG, "stressed at great length", "every point " * 420)],
                     place="Llanfairpwllgwyngyllgogerychwyrndrobwll", date="2021-02-28", kind="visit"),
        make_meeting(4, (), [], date=None, place=None, kind=None),
    ]  # fmt: skip
    for number in range(5, meetings + 1):
        kept.append(
            make_meeting(
                number,
                (VOLODIN, PEOPLE[number % 4]),
                [
                    (VOLODIN, "noted", f"point {turn} of meeting {number} on trade and climate")
                    for turn in range(9)
                ],
                date=f"20{number % 20:02}-{number % 12 + 1:02}-{number % 28 + 1:02}",
                place=("Moscow", "Doha", "Genève", "北京")[number % 4],
            )
        )
    return Shelf(kept)
