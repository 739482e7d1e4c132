"""Constructions of releases and news: where a statement ends, what is inside it, what only looks like one."""

import pytest

from store.model import ALL_PARTICIPANTS, BOTH_SIDES, Source
from store.reading import read

LEAD = "President Tomas Rivera of Chile met with Foreign Minister Ana Keller of Austria in Vienna on 3 May 2021.\n\n"
TOMAS, ANA = "Tomas Rivera", "Ana Keller"


def said(sentences, lead=LEAD):
    return [(q.speaker, q.text) for q in read(Source.of("Talks in Vienna\n\n" + lead + sentences)).quotes]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("They praised the rise of exports and discussed copper.", [(BOTH_SIDES, "the rise of exports")]),
        (
            "Keller voiced fear that the road is a trap, raising costs, and which may end badly.",
            [(ANA, "fear that the road is a trap, raising costs, and which may end badly")],
        ),
        ("Keller agreed on a pact that ends the strike.", [(ANA, "a pact that ends the strike")]),
        ("Both looked forward to further visits.", [(BOTH_SIDES, "further visits")]),
        ("Rivera confirmed the date, the trade ministry said.", [(TOMAS, "the date")]),
        (
            "Rivera said at a lunch with Foreign Minister Ana Keller of Austria in the old mill that "
            "time was short.",
            [(TOMAS, "time was short")],
        ),
        ("Rivera conveyed to her that the mine is closed.", [(TOMAS, "the mine is closed")]),
        ("Keller explained about the delay of the ferry.", [(ANA, "the delay of the ferry")]),
        ("Rivera rubbished the claim of a blockade.", [(TOMAS, "the claim of a blockade")]),
        ("Keller referred to the promise of last year.", [(ANA, "the promise of last year")]),
    ],
)
def test_where_a_statement_begins_and_ends(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    "content",
    [
        "the mine closed an age and had cost many lives",
        "copper is dear, and that Chile regrets the price",
        "the two sides noted delays and agreed on a date",
        "the fair was a rare occasion to express thanks",
    ],
)
def test_the_clauses_inside_a_statement_are_no_statements(content):
    assert said(f"Rivera said that {content}.") == [(TOMAS, content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was regarding the miners.",
        "Envoys have been recalled to Quito.",
        "Members of the press service waited.",
    ],
)
def test_words_that_only_look_like_cues(sentence):
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller during a stop in Graz hailed the choir.", [(ANA, "the choir")]),
        ("Keller on Friday (May 7) hailed the choir.", [(ANA, "the choir")]),
        (
            "Though some critics claim less, Keller claimed the choir was fine.",
            [(ANA, "the choir was fine")],
        ),
        ("According to the Chilean leader, the visit showed trust.", [(TOMAS, "the visit showed trust")]),
        ("Keller endorsed Rivera's remarks.", [(ANA, "Rivera's remarks")]),
        ("Keller concurred with Rivera's remarks.", [(ANA, "Rivera's remarks")]),
        ("They concurred to build a dam.", [(BOTH_SIDES, "to build a dam")]),
        ("They discussed copper, agreeing that prices would fall.", [(BOTH_SIDES, "prices would fall")]),
        (
            "The President and Foreign Minister agreed that prices would fall.",
            [(BOTH_SIDES, "prices would fall")],
        ),
        (
            "Keller praised Chile and Peru's old and tested ties, noting that trade was up.",
            [(ANA, "Chile and Peru's old and tested ties"), (ANA, "trade was up")],
        ),
        ("“Prices will fall,” Keller was quoted as saying by a paper.", [(ANA, "Prices will fall")]),
        ("Tax advocate Jon Dahl argued that prices would fall.", [("Jon Dahl", "prices would fall")]),
    ],
)
def test_who_says_it(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("“Prices will fall,” the palace quoted Keller as saying.", [(ANA, "Prices will fall")]),
        ("The palace quoted Keller as saying that prices would fall.", [(ANA, "prices would fall")]),
        ("They also discussed copper, according to the readout.", []),
        ("The parties discussed copper, QRX reports.", []),
        (
            "Keller hailed the choir, as well as thanked the cooks.",
            [(ANA, "the choir"), (ANA, "the cooks")],
        ),
        (
            "Keller toured the mine, with Rivera thanking Austria for the pumps.",
            [(TOMAS, "Austria for the pumps")],
        ),
        (
            "Having briefed Rivera on the floods, Keller thanked Chile for the tents.",
            [(ANA, "the floods"), (ANA, "Chile for the tents")],
        ),
        ("The fair, according to Keller, was a success.", [(ANA, "was a success")]),
        ("Keller hailed the choir, as she received Envoy Jon Dahl in Graz.", [(ANA, "the choir")]),
        ("Keller hailed the choir, the Ministry of Foreign Affairs (MFA) said.", [(ANA, "the choir")]),
        ("“Prices fell,” the mining ministry's statement said.", [("mining ministry", "Prices fell")]),
    ],
)
def test_what_is_told_at_second_hand_or_beside(sentence, found):
    assert said(sentence) == found


def test_counterparts_without_names_are_everyone():
    lead = "Secretary Ann Cole spoke with the Foreign Ministers of Chile, Peru and Oman.\n\n"
    assert said("Secretary Cole and her counterparts praised the pact.", lead) == [
        (ALL_PARTICIPANTS, "the pact")
    ]


def test_they_are_more_than_the_one_named_before():
    lead = "The Prime Minister spoke to President Tomas Rivera of Chile.\n\n"
    assert said("The Prime Minister welcomed the pact. They agreed to meet.", lead) == [
        ("Prime Minister", "the pact"),
        (BOTH_SIDES, "to meet"),
    ]


def test_a_passive_does_not_take_a_whole_sentence():
    assert said("Rivera met miners and was told that work stops until the strike is resolved.") == []


def test_a_straight_mark_is_closed_by_a_curly_one():
    assert said('"Prices will fall,” Keller said. Nothing else happened.') == [(ANA, "Prices will fall")]


def test_names_with_an_article():
    lead = "President Tomas Rivera of Chile met with Prime Minister Omar al-Rashid of Iraq.\n\n"
    assert said("Prime Minister al-Rashid praised the choir.", lead) == [("Omar al-Rashid", "the choir")]


def test_a_bracket_after_a_name():
    assert said("Senator Jon Dahl (D-Ohio) criticised the price.") == [("Jon Dahl", "the price")]
    assert said("“Too dear,” Senator Jon Dahl (R-Utah) said.") == [("Jon Dahl", "Too dear")]


def test_it_is_nobody_who_holds_an_office():
    found = said("Turkey's ambassador said the army would wait. It condemned the shelling.")
    assert found == [
        ("Turkey's ambassador", "the army would wait"),
        (None, "the shelling"),
    ]


def test_what_two_met_for_is_said_there():
    found = said(
        "", "President Rivera spoke with Minister Ana Keller on Monday to stress his commitment to peace."
    )
    assert [text for _, text in found] == ["his commitment to peace"]
