"""Words between marks: where they begin and end, whose they are, and of what kind."""

import pytest

from store.model import Source
from store.reading import read

LEAD = "President Tomas Rivera of Chile met Prime Minister Ana Keller of Austria in Vienna.\n\n"


def quotes(text):
    return [(q.speaker, q.kind, q.text) for q in read(Source.of("Talks in Vienna\n\n" + LEAD + text)).quotes]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "‘’", "''"])
def test_every_pair_of_marks(marks):
    text = f"Rivera said: {marks[0]}We are ready. We always were.{marks[1]}"
    assert quotes(text) == [("Tomas Rivera", "direct", "We are ready. We always were.")]


def test_a_comma_before_the_closing_mark_stays_out_and_a_full_stop_in():
    assert quotes("“We are ready,” Rivera said.") == [("Tomas Rivera", "direct", "We are ready")]
    assert quotes("“Are we ready?” Keller asked.") == [("Ana Keller", "direct", "Are we ready?")]


def test_a_quotation_interrupted_by_who_says_it_is_two():
    assert [text for _, _, text in quotes("“We are ready,” he said, “and we will wait.”")] == [
        "We are ready",
        "and we will wait.",
    ]
    assert [text for _, _, text in quotes("“We are ready,” Rivera said. “We will wait.”")] == [
        "We are ready",
        "We will wait.",
    ]


def test_quoted_words_inside_reported_speech():
    assert quotes("Rivera said the plan was “a gift to all”.") == [
        ("Tomas Rivera", "mixed", "the plan was “a gift to all”")
    ]
    assert quotes("Rivera praised the “Green Path Initiative” of Austria.")[0][1] == "indirect"


def test_each_paragraph_of_a_quotation_is_one():
    found = quotes("“We came by train,” Rivera said. “It was late.\n\n“It is always late,” he added.")
    assert found == [
        ("Tomas Rivera", "direct", "We came by train"),
        ("Tomas Rivera", "direct", "It was late."),
        ("Tomas Rivera", "direct", "It is always late"),
    ]


def test_a_lost_mark_does_not_derail_the_rest():
    found = quotes("Rivera said: “We are ready.\n\nKeller said: “So are we.”")
    assert found[-1] == ("Ana Keller", "direct", "So are we.")


def test_a_floating_quotation_is_the_last_speakers():
    assert quotes("Keller stressed the need to act.\n\n“There is no time.”")[-1] == (
        "Ana Keller",
        "direct",
        "There is no time.",
    )


def test_apostrophes_are_no_marks():
    assert quotes("Rivera noted the countries' progress and the ministers' work.") == [
        ("Tomas Rivera", "indirect", "the countries' progress and the ministers' work")
    ]


def test_turns_of_a_transcript_over_paragraphs():
    text = (
        "Tomas Rivera: Good morning. I am glad to be here.\n\nVienna is a fine city.\n\n"
        "Ana Keller: Welcome, Mr President."
    )
    assert quotes(text) == [
        ("Tomas Rivera", "direct", "Good morning. I am glad to be here.\n\nVienna is a fine city."),
        ("Ana Keller", "direct", "Welcome, Mr President."),
    ]


def test_questions_of_journalists_are_nobodys_statement():
    text = "Question: Will you sign?\n\nAna Keller: We will.\n\nQuestion: When?\n\nAna Keller: Soon."
    assert quotes(text) == [("Ana Keller", "direct", "We will."), ("Ana Keller", "direct", "Soon.")]


def test_a_straight_mark_closes_what_a_curly_one_opened():
    text = '“The year is ending. You kept your word," Rivera said.'
    assert quotes(text) == [("Tomas Rivera", "direct", "The year is ending. You kept your word")]
    nested = '“The year is "new" now. You kept your word,” Rivera said.'
    assert quotes(nested) == [("Tomas Rivera", "direct", 'The year is "new" now. You kept your word')]
