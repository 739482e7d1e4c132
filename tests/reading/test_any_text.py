"""Whatever the text: a Reading, its quotes slices of the text, and no exception."""

import gc
import random
from itertools import cycle, islice

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.model import QUOTE_KINDS, Source
from store.reading import read

PIECES = [
    "Zhao Leji, the Chairman of the NPC Standing Committee, ",
    "President Joseph R. Biden, Jr. ",
    "H.E. Dr. Anna Mwale said that ",
    "the two sides should ",
    "he added: ",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "«",
    "»",
    "'",
    ". ",
    ", ",
    ": ",
    "\n\n",
    "\n",
    "1. ",
    "(a) ",
    "- ",
    "according to ",
    "who said ",
    "It was agreed that:",
    "expressed concern and stressed ",
    "told reporters ",
    "Question: ",
    "Vladimir Petrov: ",
    "of the ",
    "and ",
    "'s ",
    "BEIJING, Oct. 21 (Xinhua) -- ",
    "on 30 February 2021 ",
    "99/99/9999 ",
    "in the Tunisian capital ",
    "\u202e",
    "\x00",
    "\ud800",
    "ﬁ",
    "İ",
    "ß",
    "中文",
    "é",
    "…",
    "H.E.",
    "Jr.",
    "Mr ",
]


def check(text):
    reading = read(Source.of(text))
    for quote in reading.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.text == text[quote.start : quote.end]
        assert quote.kind in QUOTE_KINDS
        assert quote.speaker is None or quote.speaker.strip()
    assert reading.meeting.title
    assert all(official.name for official in reading.meeting.officials)
    return reading


@given(st.text())
@settings(deadline=None, max_examples=300)
def test_characters_of_any_kind(text):
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(deadline=None, max_examples=600)
@example(pieces=["H.E. Dr. Anna Mwale said that ", "“", "”", ", "])
@example(pieces=[" and, when asked, said only that the images kept him awake.\n"])
def test_shards_of_readouts_in_any_order(pieces):
    check("".join(pieces))


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=200)
def test_bytes_read_as_text(data):
    check(data.decode("latin-1"))


@pytest.mark.parametrize("sign", [*"\"'“”‘’«»().,:;-–|* \n\t", "A ", "a", "said ", "The President ", "\n\n"])
def test_a_hundred_thousand_of_one_kind(sign):
    check(sign * (100_000 // len(sign)))


def test_a_text_that_breaks_off_after_a_cue():
    check(
        "eshould éZhao Leji, the Chairman of the NPC Standing Committee, Vladimir Petrov: “of the "
        "\ud800'\"”who said"
    )


@pytest.mark.parametrize("text", ["the ministers of the", "the ministers of Peru and", "their ministers, X,"])
def test_a_text_that_breaks_off_in_a_list(text):
    check(text)


def test_a_word_where_a_cue_should_stand():
    check("Lin quoted Minister Bai as exprressing thanks.")


def test_one_quotation_of_names_without_a_comma():
    """Nothing is cut within marks, so that a search backwards must have a bound: this took minutes."""
    check("“" + "Zhao Leji met Wang Yi who said the minister of China " * 10_000 + "”")


def test_pages_cut_anywhere():
    text = (
        "Lin said that China is ready. “We will,” he said. Both sides agreed to meet in Rome on 3 May 2021. "
    )
    cut = random.Random(7)
    for _ in range(200):
        start, end = sorted(cut.choices(range(len(text) * 3), k=2))
        check((text * 3)[start:end])


def test_nothing_at_all():
    reading = check("")
    assert reading.quotes == ()
    assert reading.remarks == ("No meeting was found in this text.", "No statement was found in this text.")


def test_nothing_is_left_for_the_collector_of_cycles():
    text = "".join(islice(cycle(PIECES), 400))
    check(text)
    gc.collect()
    gc.disable()
    try:
        check(text)
        assert not gc.isenabled()
        assert gc.collect() == 0
    finally:
        gc.enable()
    check(text)
    assert gc.isenabled()
