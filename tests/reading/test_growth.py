"""How the work of reading grows with a text: counted in calls, which no clock and no other program disturbs."""

import sys

import pytest

from store.model import Source
from store.reading import read

SENTENCES = 400
TWICE = 2.3  # what a text twice as long may take, times what the first took


def calls(text):
    """Return how many functions, Python's own among them, are called to read a text."""
    count = 0

    def tally(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    source = Source.of(text)
    sys.setprofile(tally)
    try:
        read(source)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister stressed that time was short. ",
        "“The minister stressed that time was short,” the press release reads. ",
        "Minister Ana Hill said the talks on fish would go on.\n\n",
    ],
)
def test_a_text_twice_as_long_takes_twice_the_work(sentence):
    read(Source.of(sentence))  # the tables are read at the first time
    assert calls(sentence * SENTENCES * 2) < TWICE * calls(sentence * SENTENCES)
