"""A stored library whose insights can be counted on one's fingers."""

from __future__ import annotations

import pytest

from store.library import Library
from store.model import FoundMeeting, FoundOfficial, FoundQuote, Reading, Source

WANG = FoundOfficial("Wang Yi", "Foreign Minister", "China")
LAVROV = FoundOfficial("Sergei Lavrov", "Foreign Minister", "Russia")
CORRIDOR = "the grain corridor across the sea must remain open"


def read(title: str, date: str, place: str, *told: tuple[str, str, str]) -> tuple[Source, Reading]:
    """A source whose text is the statements told, one a line: (speaker, tag, text)."""
    quotes, text = [], f"{title}\n"
    for speaker, tag, said in told:
        start = len(text)
        text += f"{said}.\n"
        quotes.append(FoundQuote(start, start + len(said), said, speaker, "indirect", "said", (tag,)))
    meeting = FoundMeeting(title, date, place=place, kind="talks", officials=(WANG, LAVROV))
    publisher = title.partition(":")[0]
    source = Source.of(text, title=title, publisher=publisher, url=f"https://example.org/{date}/{publisher}")
    return source, Reading(meeting, tuple(quotes))


@pytest.fixture
def folder(tmp_path):
    """Twelve months of talks; of the first, both ministries tell. Grain is not spoken of after May."""
    library = Library.open(tmp_path / "library")
    with library:
        library.add(
            *read(
                "Beijing: talks 1",
                "2023-01-10",
                "Beijing",
                ("Wang Yi", "food", CORRIDOR),
                ("Wang Yi", "travel", "students should get visas faster"),
            )
        )
        library.add(
            *read(
                "Moscow: talks 1",
                "2023-01-10",
                "Beijing",
                ("Wang Yi", "food", "the corridor for grain should be kept open"),
                ("Sergei Lavrov", "trade", "sanctions on fertiliser must be lifted"),
            )
        )
        for month in range(2, 13):
            tag, said = (
                ("food", f"{CORRIDOR}; this is month {month}") if month < 6 else ("arms", "missiles must go")
            )
            library.add(
                *read(f"Beijing: talks {month}", f"2023-{month:02d}-10", "Moscow", ("Wang Yi", tag, said))
            )
    return tmp_path / "library"
