"""Splitting and joining quotes."""

import pytest

from store.errors import LibraryError
from store.library import Library
from store.model import FoundMeeting, FoundQuote, Reading, Source

TEXT = "Wang said that trade grew. He welcomed the talks. Lavrov said yes.\n"
FIRST, SECOND = "trade grew. He welcomed the talks", "yes"


@pytest.fixture
def library(tmp_path):
    found = tuple(
        FoundQuote(
            TEXT.index(words), TEXT.index(words) + len(words), words, speaker, "indirect", "said", ("a",)
        )
        for words, speaker in ((FIRST, "Wang Yi"), (SECOND, "Sergey Lavrov"))
    )
    with Library.open(tmp_path / "library") as opened:
        opened.add(Source.of(TEXT), Reading(FoundMeeting("Talks", "2023-11-21"), found))
        yield opened


def words(library):
    return [(quote.id, quote.text, quote.cue, quote.status) for quote in library.quotes(1)]


def test_a_quote_is_split_at_a_place_and_the_blanks_there_belong_to_neither(library):
    library.split_quote("1.1", TEXT.index(" He"))
    assert words(library) == [
        ("1.1", "trade grew.", "said", "corrected"),
        ("1.3", "He welcomed the talks", "", "corrected"),
        ("1.2", "yes", "said", "found"),
    ]
    assert library.meeting(1).quotes == 3 and library.quote("1.3").tags == ("a",)
    assert not library.check()


def test_what_was_split_is_joined_again(library):
    library.split_quote("1.1", TEXT.index("He"))
    assert library.join_quotes(["1.3", "1.1"]).what == "Joined 2 quotes"
    assert words(library)[0] == ("1.1", FIRST, "said", "corrected")
    assert library.meeting(1).quotes == 2
    library.undo()
    assert library.meeting(1).quotes == 3


@pytest.mark.parametrize("at", [0, TEXT.index("trade"), TEXT.index(". Lavrov"), 10_000])
def test_a_quote_is_not_split_outside_itself(library, at):
    with pytest.raises(LibraryError, match="within it"):
        library.split_quote("1.1", at)
    assert len(library.quotes(1)) == 2


@pytest.mark.parametrize(("ids", "why"), [(["1.1", "1.1"], "Two or more"), (["1.1", "1.2"], "speakers")])
def test_quotes_that_are_not_one_are_not_joined(library, ids, why):
    with pytest.raises(LibraryError, match=why):
        library.join_quotes(ids)
    assert len(library.quotes(1)) == 2
