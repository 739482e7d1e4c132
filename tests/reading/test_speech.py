"""Texts that somebody speaks: remarks, press conferences, transcripts in capitals."""

from store.model import Source
from store.reading import read


def reading(text):
    return read(Source.of(text))


def spoken(text):
    return [(quote.speaker, quote.text) for quote in reading(text).quotes]


REMARKS = (
    "Remarks by High Representative Ana Nordal after the meeting with Foreign Minister Ali "
    "Otieno\n\nCheck against "
    "delivery!\n\nGood morning,\n\nI am happy to be in Nairobi. We have agreed to do more.\n\nOur "
    "aid will grow.\n\n"
)


def test_remarks_are_what_the_one_named_in_the_title_says():
    found = spoken(REMARKS + "Thank you.")
    assert len(found) == 1
    assert found[0][0] == "Ana Nordal"
    assert found[0][1].startswith("Good morning,")
    assert found[0][1].endswith("Thank you.")


def test_remarks_end_where_questions_begin():
    found = spoken(REMARKS + "Q. What is next?\n\nThe next step is a ceasefire.")
    assert found[0][1].endswith("Our aid will grow.")


def test_a_statement_that_is_told_in_the_third_person_is_no_speech():
    found = spoken(
        "Statement by the ministry on the talks of Minister Ana Nordal\n\nMinister Ana Nordal said "
        "that it was late. She "
        "added: “We must act. I hope we do. We can.”"
    )
    assert [name for name, _ in found] == ["Ana Nordal", "Ana Nordal"]


def test_an_agency_asks_and_a_spokesperson_answers():
    found = spoken(
        "Spokesperson Lin Mei's Regular Press Conference on March 5, 2024\n\nAFP: What is the "
        "response?\n\nLin Mei: China "
        "firmly opposes it.\n\nBloomberg: And now?\n\nLin Mei: We will see."
    )
    assert found == [("Lin Mei", "China firmly opposes it."), ("Lin Mei", "We will see.")]


def test_a_title_in_capitals_tells_the_countries():
    found = reading(
        "SECRETARY MARLOW AND KENYAN FOREIGN MINISTER ALI OTIENO AT A JOINT PRESS "
        "AVAILABILITY\n\nSECRETARY MARLOW: Good "
        "afternoon to you all.\n\nFOREIGN MINISTER OTIENO: Thank you, Madam Secretary."
    ).meeting
    assert {one.name: one.country for one in found.officials}["Ali Otieno"] == "Kenya"


def test_a_label_on_a_line_of_its_own():
    found = spoken(
        "Meeting with President of Austria Ana Keller\n\nPresident of Chile Tomas Rivera:\n\n"
        "Madam President,\n\nI am happy to welcome you.\n\nPresident of Austria Ana Keller (retranslated):\n\n"
        "I would like to express gratitude."
    )
    assert found == [
        ("Tomas Rivera", "Madam President,\n\nI am happy to welcome you."),
        ("Ana Keller", "I would like to express gratitude."),
    ]


def test_a_label_that_nothing_follows():
    text = "Talks\n\nTomas Rivera: We are glad.\n\nAna Keller: So are we.\n\nTomas Rivera:"
    assert spoken(text) == [("Tomas Rivera", "We are glad."), ("Ana Keller", "So are we.")]


def test_a_transcript_can_begin_with_its_first_turn():
    found = reading(
        "President Anton Belov: Mr President,\nIt is a pleasure to see you here in Moscow for our "
        "talks.\nWelcome.\n"
        "French President Luc Marchand: Mr President, I would like to thank you."
    )
    assert [quote.speaker for quote in found.quotes] == ["Anton Belov", "Luc Marchand"]
    assert [one.name for one in found.meeting.officials] == ["Anton Belov", "Luc Marchand"]


CONFERENCE = """TRANSCRIPT OF THE PRIME MINISTER JOHN HOLT MP JOINT PRESS CONFERENCE WITH PRESIDENT OTTO BRANDT

10 DOWNING STREET, LONDON

Subjects: Trade; relations between the two countries; the weather

PRESIDENT BRANDT:

Good evening everyone. We had good talks today.

PRIME MINISTER HOLT:

Thank you very much. I am glad to be here, and we agreed on much.
"""


def test_what_a_press_conference_was_about_is_no_turn():
    found = read(Source.of(CONFERENCE))
    assert [(one.speaker, one.text.split()[0]) for one in found.quotes] == [
        ("Otto Brandt", "Good"),
        ("John Holt", "Thank"),
    ]
    assert found.meeting.place == "10 Downing Street, London"


def test_a_house_above_a_talk_tells_that_it_was_in_person():
    text = (
        "Conversation with President of Peru Tomas Rivera\n\nThe Kremlin, Moscow\n\n"
        "Otto Brandt spoke with President of Peru Tomas Rivera after the summit.\n\n"
        "Otto Brandt: We have much to talk about. Our trade grew.\n\nTomas Rivera: I agree with you.\n"
    )
    meeting = read(Source.of(text)).meeting
    assert (meeting.kind, meeting.place) == ("talks", "The Kremlin, Moscow")
