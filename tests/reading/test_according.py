"""In whose words or view something is so, and who put it that way."""

import pytest

from tests.reading.vienna import ANA, said


@pytest.mark.parametrize(
    "sentence",
    [
        "In the words of Ana Keller, trade had grown.",
        "In the view of Ana Keller, trade had grown.",
        "In Keller's view, trade had grown.",
        "In her words, trade had grown.",
        "According to Keller, trade had grown.",
        "Trade had grown, according to Keller.",
        "Keller would later say that trade had grown.",
    ],
)
def test_in_whose_view(sentence):
    assert [(who, text.lower()) for who, _, text in said(sentence)] == [(ANA, "trade had grown")]


@pytest.mark.parametrize(
    "sentence",
    [
        "As Keller put it, “trade has grown.”",
        "“Trade has grown,” as Keller put it.",
        "“Trade has grown”, as the Austrian minister said on Monday.",
        "Keller: “Trade has grown.”",
    ],
)
def test_who_put_it_so(sentence):
    assert [(who, text.rstrip(".").lower()) for who, _, text in said(sentence)] == [(ANA, "trade has grown")]


@pytest.mark.parametrize(
    "audience",
    [
        "a briefing",
        "a regular press briefing",
        "state television",
        "Interfax news agency",
        "the Financial Times newspaper",
        "journalists after the talks",
        "reporters in Vienna on Monday",
        "a summit in Vienna",
    ],
)
def test_who_is_told_is_not_what_is_said(audience):
    found = said(f"Keller told {audience} the road was shut.")
    assert [(who, text) for who, _, text in found] == [(ANA, "the road was shut")]


def test_who_neither_said_it():
    assert said("Neither Keller nor Paul Tan said ports were closed.") == []


def test_as_without_a_comma_is_no_attribution():
    assert [text for _, _, text in said("The ministry said it is “growing” as Keller argues for trade.")] != [
        "growing"
    ]


def test_a_wish_is_not_yet_said():
    assert said("Keller would say that trade had grown.") == []


@pytest.mark.parametrize(
    "cue", ["responded by saying that", "agreed with Paul Tan that", "concurred with Chile that"]
)
def test_it_is_said_once_and_without_whom_it_is_agreed_with(cue):
    assert [text for _, _, text in said(f"Keller {cue} the road was shut.")] == ["the road was shut"]


def test_to_agree_with_someone_tells_nothing_by_itself():
    assert said("Keller agreed with Paul Tan.") == []
    assert [text for _, _, text in said("Keller agreed with the plan.")] == ["the plan"]


def test_to_protest_against_something_is_a_statement():
    found = said("Keller protested against the closing of the road.")
    assert [(who, text) for who, _, text in found] == [(ANA, "the closing of the road")]
    assert said("Thousands protested against the closing of the road.") == []
