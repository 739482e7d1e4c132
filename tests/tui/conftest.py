from collections.abc import Iterator
from pathlib import Path

import pytest

from store.library import Library
from store.model import FoundMeeting, FoundOfficial, FoundQuote, Reading, Source
from tests.verbs import Verb, verbs_on

TALKS = """China's foreign minister meets Russian counterpart

BEIJING, 9 April 2024 - Wang Yi, Minister of Foreign Affairs of China, held talks with Sergey Lavrov, Minister of
Foreign Affairs of Russia, in Beijing on Tuesday. Wang Yi stressed that both countries should expand trade in grain.
Sergey Lavrov expressed gratitude to China for its balanced position.
"""
SAID = (
    ("Zhao Leji", "emphasised", "closer exchanges between the legislatures"),
    ("Zhao Leji", "highlighted", "synergy between the two economies"),
    ("Vyacheslav Volodin", "reiterated", "a firm commitment to partnership"),
)
PEOPLE = (
    FoundOfficial("Zhao Leji", "Chairman, NPC Standing Committee", "China"),
    FoundOfficial("Vyacheslav Volodin", "Chairman, State Duma", "Russia"),
)


def a_text(day: str, place: str) -> tuple[Source, Reading]:
    """Make a text of three statements, and what a reader finds in it."""
    text, quotes = f"The two sides met in {place} on {day}.\n", []
    for speaker, cue, words in SAID:
        text += f"{speaker} {cue} "
        quotes.append(FoundQuote(len(text), len(text) + len(words), words, speaker, "indirect", cue))
        text += words + ".\n"
    meeting = FoundMeeting(f"Talks in {place}", day, None, place, "talks", PEOPLE)
    return Source.of(text, publisher="Ministry", url="https://example.org/1"), Reading(meeting, tuple(quotes))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of three meetings on disk."""
    made = Library.open(tmp_path / "library")
    made.add_many(
        [a_text("2023-11-21", "Beijing"), a_text("2022-05-02", "Moscow"), a_text("2021-01-09", "Doha")]
    )
    yield made
    made.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """The folder of a library that is not there yet."""
    return tmp_path / "library"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A text in a file."""
    path = tmp_path / "talks.txt"
    path.write_text(TALKS, encoding="utf-8")
    return path


@pytest.fixture
def diplo(shelf: Path, capsys: pytest.CaptureFixture[str]) -> Verb:
    """Run a verb on the library."""
    return verbs_on(shelf, capsys)
