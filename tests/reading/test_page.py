"""What a text looks like: blocks, wrapped lines, datelines, words and sentences."""

import pytest

from store.model import Source
from store.reading import read
from store.reading.dateline import dateline
from store.reading.layout import BOILERPLATE, CAPTION, DATE, HEADING, PARAGRAPH, TITLE, layout
from store.reading.page import page
from store.reading.tokens import tokenise


def kinds(text):
    return [(block.kind, " ".join(text[block.start : block.end].split())) for block in layout(text)]


def test_the_parts_of_a_page():
    text = (
        "Home | News | Contact\n\nMinisters meet in Vienna\n\n3 May 2021\n\nAna Keller (left) and "
        "Tomas Rivera.\n\n"
        "The ministers met.\n\nA second heading\n\nThey parted.\n\nShare this page\n\nSources\nAn "
        "agency, May 2021\n"
    )
    assert kinds(text) == [
        (BOILERPLATE, "Home | News | Contact"),
        (TITLE, "Ministers meet in Vienna"),
        (DATE, "3 May 2021"),
        (CAPTION, "Ana Keller (left) and Tomas Rivera."),
        (PARAGRAPH, "The ministers met."),
        (HEADING, "A second heading"),
        (PARAGRAPH, "They parted."),
        (BOILERPLATE, "Share this page"),
        (BOILERPLATE, "Sources"),
        (BOILERPLATE, "An agency, May 2021"),
    ]


def test_wrapped_lines_are_one_paragraph_and_items_are_not():
    text = (
        "The minister said that the two countries had\nagreed on a plan to build a bridge over\n"
        "the river between them.\n\n"
        "1. The bridge will be long.\n2. It will be wide.\n"
    )
    blocks = layout(text)
    assert [text[block.start : block.end].count("\n") for block in blocks] == [2, 0, 0]
    assert [text[block.start + block.item : block.end] for block in blocks[1:]] == [
        "The bridge will be long.",
        "It will be wide.",
    ]


@pytest.mark.parametrize(
    ("line", "place", "rest"),
    [
        ("BEIJING, Oct. 21 (Xinhua) -- The talks began.", "Beijing", "The talks began."),
        ("MOSCOW (Reuters) - The talks began.", "Moscow", "The talks began."),
        ("NEW DELHI: The talks began.", "New Delhi", "The talks began."),
        ("21st November 2023 – (Beijing) The talks began.", "Beijing", "The talks began."),
        ("The talks – long ones – began.", None, "The talks – long ones – began."),
        ("PRESIDENT RIVERA: Good morning.", None, "PRESIDENT RIVERA: Good morning."),
        ("She went to Rome on May 11-13 to rest.", None, "She went to Rome on May 11-13 to rest."),
    ],
)
def test_datelines(line, place, rest):
    tokens = tokenise(line)
    found = dateline(tokens, 0, len(tokens.words))
    assert (found.place, line[tokens.starts[found.begin] :]) == (place, rest)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Rivera met Dr. Keller. They spoke.", 2),
        ("President J. R. Rivera Jr. arrived on Jan. 3. He left.", 2),
        ("The U.S. and the U.K. agreed. So did H.E. Mr. Moe.", 2),
        ("“Are we ready?” he asked. “We are.”", 2),
        ("It cost 3.5 million. It was worth it!", 2),
        ("He said: “We came. We saw.” Then he left.", 2),
    ],
)
def test_sentences(text, count):
    assert len(page("Title\n\n" + text, 0).told) == count


def test_words_keep_their_places():
    text = "Russia’s U.S.-led “plan” cost 1,234.5%…"
    tokens = tokenise(text)
    assert tokens.words == ["Russia", "’s", "U.S.-led", "“", "plan", "”", "cost", "1,234.5%", "…"]
    assert [text[slice(*tokens.span(at, at + 1))] for at in range(len(tokens.words))] == tokens.words


def test_a_list_with_letters_and_a_word_like_picture_are_no_captions():
    for line in (
        "They agreed (a) to meet, (b) to sign and (c) to wait, Keller said.",
        "Image building takes time, Keller said.",
    ):
        found = read(
            Source.of("Talks held\n\nForeign Minister Ana Keller of Austria was there.\n\n" + line)
        ).quotes
        assert [quote.speaker for quote in found][-1:] == ["Ana Keller"]
