"""Who really said it: relays looked through, short names of bodies, and clauses inside what somebody said."""

import pytest

from store.model import Source
from store.reading import read
from tests.reading.vienna import ANA, LEAD, TOMAS, said


@pytest.mark.parametrize(
    "relay",
    [
        "A statement by the foreign ministry said that",
        "The White House said",
        "The Austrian foreign ministry said that during the meeting,",
        "The spokesperson said",
    ],
)
def test_what_a_body_or_statement_passes_on_is_the_officials(relay):
    assert said(f"{relay} Keller stressed the need to act.") == [(ANA, "stressed", "the need to act")]


def test_what_an_official_passes_on_is_the_officials_own():
    assert said("Rivera said that Keller stressed the need to act.") == [
        (TOMAS, "said", "Keller stressed the need to act")
    ]


def test_a_body_is_meant_by_its_noun_alone():
    assert said(
        "The Alpine Observatory for Mines said the mine is deep.\n\nThe Observatory said it is wet."
    ) == [
        ("Alpine Observatory for Mines", "said", "the mine is deep"),
        ("Alpine Observatory for Mines", "said", "it is wet"),
    ]


def test_a_countrys_statement_is_the_countrys():
    assert said("A Chilean statement added that time was short.") == [("Chile", "added", "time was short")]


def test_an_official_news_agency_is_no_official():
    assert said("They discussed the mine, according to Chile's official news agency.") == []


@pytest.mark.parametrize(
    "paragraph",
    ["By Friday, Keller said, the two had agreed on a date.", "The White House said the date was set."],
)
def test_a_sentence_is_no_furniture_though_it_begins_like_it(paragraph):
    assert said(paragraph)


def test_who_is_met_in_passing():
    text = "In his meeting with Foreign Minister Eva Ruiz of Peru, Rivera said that time was short."
    found = read(Source.of("Talks in Vienna\n\n" + LEAD + text)).meeting
    assert [one.name for one in found.officials] == [ANA, TOMAS, "Eva Ruiz"]


def test_a_dated_line_under_a_title_is_not_part_of_it():
    text = (
        "Keller: Austria is willing to buy 'more copper'\nUpdated 13:12, 28-May-2021\n\n"
        "Austria is willing to buy copper, Foreign Minister Ana Keller told President Tomas Rivera "
        "during a phone "
        "conversation on Thursday."
    )
    found = read(Source.of(text)).meeting
    assert (found.title, found.date, found.kind) == (
        "Keller: Austria is willing to buy 'more copper'",
        "2021-05-27",
        "call",
    )


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "A spokesperson for the Mining Commission confirmed it was late.",
            [("Mining Commission", "confirmed", "it was late")],
        ),
        (
            "Appreciation was expressed by him for the aid.",
            [(TOMAS, "Appreciation was expressed", "the aid")],
        ),
        ("Media reports earlier this month said it was late.", []),
        ("Keller welcomed today to the palace the Chilean minister.", []),
        (
            "The road was closed; a new one, she made clear, was not on the table.",
            [(ANA, "made clear", "was not on the table")],
        ),
        (
            "They agreed on the importance of training: a fund of ten million is to be made available.",
            [("both sides", "agreed", "the importance of training")],
        ),
        (
            "Both of them were of the opinion that it was late.",
            [("both sides", "were of the opinion", "it was late")],
        ),
        ("For Keller, the price mattered: she hoped that it would fall.", [(ANA, "hoped", "it would fall")]),
    ],
)
def test_who_and_where(sentence, found):
    assert said(sentence) == found


def test_speech_in_paragraphs_of_its_own():
    paragraphs = (
        "Foreign Minister Ana Keller said:\n\nAustria gets its power from the sun.\n\nWe can put "
        "money there.\n\n"
        "President Tomas Rivera said:\n\nOur pact is firm.\n\nThe pact was signed in 2020."
    )
    assert said(paragraphs) == [
        (ANA, ":", "Austria gets its power from the sun.\n\nWe can put money there."),
        (TOMAS, ":", "Our pact is firm."),
    ]


def test_his_majesty_is_the_king():
    lead = "Prime Minister Ana Keller of Austria met King Omar Fadl of Jordan in Vienna on 3 May 2021.\n\n"
    found = read(Source.of("Talks\n\n" + lead + "His Majesty warned that time was short.")).quotes
    assert [(q.speaker, q.text) for q in found] == [("Omar Fadl", "time was short")]


def test_two_principals_are_both_sides_though_another_was_with_them():
    found = read(
        Source.of(
            "Talks in Vienna\n\nPresident Tomas Rivera of Chile met with President Ana Keller and "
            "Foreign Minister Eva "
            "Lang of Austria in Vienna on 3 May 2021.\n\nRivera and Keller noted the rise of exports."
        )
    )
    assert [quote.speaker for quote in found.quotes] == ["both sides"]
