"""What stands twice: in a standfirst and in the report below it."""

from store.model import Source
from store.reading import read

TOLD = "Trade Minister Ana Hill said the talks on fisheries would go on in the spring."


def said(text):
    return [(quote.start, quote.text) for quote in read(Source.of(text)).quotes]


def test_a_standfirst_that_comes_again_is_told_once_and_below():
    text = f"Hill on fish\n\n{TOLD}\n\nThe harbour was full on Monday.\n\n{TOLD} She left at noon."
    assert said(text) == [(text.rindex("the talks"), "the talks on fisheries would go on in the spring")]


def test_what_another_says_in_the_same_words_is_no_repeat():
    other = TOLD.replace("Trade Minister Ana Hill", "Foreign Minister Leo Marsh")
    assert len(said(f"Hill on fish\n\n{TOLD}\n\nThe harbour was full on Monday.\n\n{other}")) == 2


def test_who_says_the_same_twice_in_one_paragraph_is_told_twice():
    assert len(said(f"Hill on fish\n\n{TOLD} It was cold. {TOLD} She left at noon.")) == 2


def test_of_a_paragraph_that_comes_again_whole_the_first_counts():
    text = f"Hill on fish\n\n{TOLD}\n\nThe harbour was full on Monday.\n\n{TOLD}\n\nShe left at noon."
    assert [start for start, _ in said(text)] == [text.index("the talks")]
