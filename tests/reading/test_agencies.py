"""How agencies pass on what others said: who met, cues between marks, names that are words too."""

import pytest

from store.model import BOTH_SIDES, Source
from store.reading import read
from tests.reading.vienna import ANA, LEAD, TOMAS, reading


def said(sentences, lead=LEAD):
    return [(quote.speaker, quote.text) for quote in reading(sentences, lead).quotes]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The ministry said the two ministers held talks on Monday and discussed trade.", []),
        ("The White House said that Rivera met with the chancellor to discuss peace.", []),
        (
            "The ministry said Rivera and Keller did not discuss trade.",
            ["Rivera and Keller did not discuss trade"],
        ),
        ("The spokesperson said the ministers met and agreed to expand trade.", ["to expand trade"]),
    ],
)
def test_who_met_is_no_statement_of_whoever_passes_it_on(sentence, found):
    assert [text for _, text in said(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Rivera and Keller “agreed on the need for dialogue,” according to the White House.",
            [(BOTH_SIDES, "the need for dialogue")],
        ),
        (
            "Keller said “Peru poses a threat to the region,” the Communications Directorate said on X.",
            [(ANA, "Peru poses a threat to the region")],
        ),
        (
            "“It was agreed that ties should grow,” a statement from the PM Office said.",
            [("PM Office", None)],
        ),
        (
            "A statement from the Chilean presidency said it was late.",
            [("Chilean presidency", "it was late")],
        ),
        (
            "According to her assessment, “the pact is crucial for trade.”",
            [(ANA, "the pact is crucial for trade.")],
        ),
        (
            "Peru strives for peace in the region, said Keller, adding “Chile supports this.”",
            [(ANA, "Peru strives for peace in the region"), (ANA, "Chile supports this.")],
        ),
        (
            "A meeting is possible, press secretary Ivo Brandt told Interfax.",
            [("Ivo Brandt", "A meeting is possible")],
        ),
        (
            "Keller reiterated the claim, as she defended the silence on it.",
            [(ANA, "the claim"), (ANA, "the silence on it")],
        ),
        ("Rivera arrived today, meeting with Keller and calling for closer ties.", [(TOMAS, "closer ties")]),
        ("Rivera wished for a successful summit.", [(TOMAS, "a successful summit")]),
        ("They spoke about how lithium can help farmers.", [(BOTH_SIDES, "how lithium can help farmers")]),
        ("They spoke about the need to help farmers.", [(BOTH_SIDES, "the need to help farmers")]),
        ("They spoke about lithium.", []),
        (
            "Keller said the ministers would visit Peru in June. They would discuss ways to fight smuggling.",
            [
                (ANA, "the ministers would visit Peru in June"),
                (ANA, "They would discuss ways to fight smuggling"),
            ],
        ),
        ("Stay informed on all the latest news from Vienna.", []),
        (
            "In her meeting with the new ambassador, President Lena Holt said trade is growing.",
            [("Lena Holt", "trade is growing")],
        ),
        ("Defense chiefs from Chile and Austria vowed to meet again.", [(BOTH_SIDES, "to meet again")]),
        (
            "“A new road will open,” said Ambassador-designate Jan Moser.",
            [("Jan Moser", "A new road will open")],
        ),
    ],
)
def test_who_says_what(sentence, found):
    got = said(sentence)
    assert [(who, text if want else None) for (who, text), (_, want) in zip(got, found, strict=True)] == found


def test_a_spokesperson_called_by_name_still_speaks_for_others():
    text = (
        "It was late, spokesperson Bai Lan said. Bai said that Rivera also conveyed his support for Austria."
    )
    assert said(text) == [("Bai Lan", "It was late"), (TOMAS, "his support for Austria")]


def test_a_press_secretary_did_not_meet_those_of_whom_she_tells():
    told = reading(
        "Prime Minister Holt's press secretary, Ms Eva Lang, said that Holt and President Otto "
        "Brandt met in Oslo.",
        lead="",
    )
    assert [one.name for one in told.meeting.officials] == ["Holt", "Otto Brandt"]


@pytest.mark.parametrize(
    "sentence", ["May has praised Chile.", "Mrs May praised Chile.", "May praised Chile."]
)
def test_may_is_who_was_named_in_full(sentence):
    lead = "President Tomas Rivera hosted British Prime Minister Theresa May in Santiago on 3 May 2021.\n\n"
    assert said(sentence, lead=lead) == [("Theresa May", "Chile")]


def test_may_is_a_month_where_nobody_has_the_name():
    assert said("May saw new talks. In May Keller said it was late.") == [(ANA, "it was late")]


def test_abbreviations_joined_by_a_hyphen_are_no_person():
    text = "She supported the ties between ASEAN-PIF and ASEAN-IORA. She said trade is growing."
    assert said(text)[-1] == (ANA, "trade is growing")


def test_a_suffix_ends_with_its_stop():
    lead = "President Joseph R. Holt, Jr. spoke today with President Otto Brandt of Peru to stress his support.\n\n"
    assert said("Holt, Jr. thanked Brandt for it.", lead=lead) == [
        ("Joseph R. Holt, Jr.", "his support"),
        ("Joseph R. Holt, Jr.", "Brandt for it"),
    ]


def test_letters_after_a_name_end_it():
    lead = "Transcript of the Prime Minister the Hon. John Holt MP Joint Press Conference\n\n"
    assert "John Holt" in [
        one.name for one in reading("Holt met Brandt in Oslo.", lead=lead).meeting.officials
    ]


def test_whose_part_it_is_speaks():
    text = "Abdul Saad Qandeel, for his part, presented his letter of credence and said, “Chile is important to us.”"
    assert said(text) == [("Abdul Saad Qandeel", "Chile is important to us.")]


def test_two_alone_spoke_in_a_call_whoever_else_is_named():
    lead = (
        "President Tomas Rivera of Chile had a telephone conversation with President Otto Brandt of Peru.\n\n"
        "Prime Minister Ana Keller of Austria had met Rivera on Monday.\n\n"
    )
    text = "Rivera and Brandt agreed to meet. Both presidents noted the growth of trade."
    found = read(Source.of("Telephone conversation with President of Peru\n\n" + lead + text)).quotes
    assert [one.speaker for one in found] == [BOTH_SIDES, BOTH_SIDES]


def test_an_agency_that_closes_a_sentence_is_no_part_of_what_was_said():
    text = (
        "Rivera spoke with Keller and warned Peru against moves, Lima's official Andina news agency reported."
    )
    assert said(text) == [(TOMAS, "Peru against moves")]
