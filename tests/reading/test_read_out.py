"""What follows a readout that a spokesperson reads out tells of others, and is not the "
"spokesperson's speech."""

import pytest

from store.model import BOTH_SIDES, Source
from store.reading import read

LEAD = "PM call\n\nPrime Minister Ana Keller of Austria spoke with President Tomas Rivera of Chile today.\n\n"
ANA = "Ana Keller"
TOLD = (
    "The Prime Minister spoke to the President of Chile earlier today.",
    "The Prime Minister congratulated President Rivera on his election. They agreed that trade mattered.",
)
FOUND = [(ANA, "President Rivera on his election"), (BOTH_SIDES, "trade mattered")]


def said(text):
    return [(q.speaker, q.text) for q in read(Source.of(LEAD + text)).quotes]


@pytest.mark.parametrize(
    "line", ["A Ballhausplatz spokesperson said:", "According to a senior ministry official:"]
)
@pytest.mark.parametrize("mark", ["", "“"])
def test_a_readout_that_is_read_out(line, mark):
    close = "”" if mark else ""
    assert said(f"{line}\n\n{mark}{TOLD[0]}\n\n{mark}{TOLD[1]}{close}") == FOUND


def test_what_a_spokesperson_says_of_us_is_the_spokespersons():
    found = said("Spokesperson Eva Lang said:\n\n“We welcome the vote. Our aid will grow.”")
    assert found == [("Eva Lang", "We welcome the vote. Our aid will grow.")]


def test_a_spokespersons_own_words_stay_quoted():
    found = said("Spokesperson Eva Lang said:\n\n“Austria firmly opposes the ban. The ban is a mistake.”")
    assert found == [("Eva Lang", "Austria firmly opposes the ban. The ban is a mistake.")]
