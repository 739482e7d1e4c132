"""Sentences without a cue that go on with what was said, and the narrator's that do not."""

import pytest

from store.model import ALL_PARTICIPANTS, BOTH_SIDES, Source
from store.reading import read

OPENING = (
    "On April 11, 2019, Foreign Minister Lin Mei met in Beijing with Deputy Prime Minister Ali Tan of "
    "Singapore.\n\n"
)


def told(text):
    return [(quote.speaker, quote.text) for quote in read(Source.of(text)).quotes]


@pytest.mark.parametrize(
    "goes_on",
    [
        "Bilateral relations have entered a new stage",
        "This year marks the 30th anniversary of diplomatic relations between China and Singapore",
        "Both sides should follow the direction set by the leaders",
    ],
)
def test_what_holds_now_goes_on_with_an_event_that_was_told(goes_on):
    said = "President Xi Jinping visited Singapore in 2015, and the two sides established a partnership"
    assert told(f"{OPENING}Lin Mei said that {said}. {goes_on}.") == [("Lin Mei", said), ("Lin Mei", goes_on)]


def test_the_narrator_goes_on_where_the_text_shifts_what_was_said_into_the_past():
    text = f"{OPENING}Lin Mei said that China was ready to help. The country has sent aid twice."
    assert told(text) == [("Lin Mei", "China was ready to help")]


def test_the_verb_of_a_relative_clause_does_not_tell_when():
    text = (
        f"{OPENING}Lin Mei said that rebels attacked a convoy. The Northern Front, which is linked to them, later "
        "claimed the attack."
    )
    assert told(text) == [("Lin Mei", "rebels attacked a convoy")]


def test_ministers_of_a_meeting_of_many_are_all_who_took_part():
    text = (
        "Minister for Foreign Affairs Ali Tan attended the Informal ASEAN Foreign Ministers' Meeting "
        "in Jakarta on "
        "22 February 2011.\n\nThe Foreign Ministers reiterated their call for restraint."
    )
    assert told(text) == [(ALL_PARTICIPANTS, "their call for restraint")]


def test_what_such_a_thing_means_goes_on_with_any_statement():
    text = f"{OPENING}Lin Mei reaffirmed her support for the site. This includes guarding the work there."
    assert told(text) == [
        ("Lin Mei", "her support for the site"),
        ("Lin Mei", "This includes guarding the work there"),
    ]


def test_a_paragraph_of_one_sentence_goes_on_with_the_one_before():
    text = f"{OPENING}Lin Mei urged all to help.\n\nThis effort is in line with the pact.\n\nIt is her first visit."
    assert told(text) == [("Lin Mei", "all to help"), ("Lin Mei", "This effort is in line with the pact")]


def test_the_kremlin_goes_on_with_what_one_said_while_nobody_is_named():
    text = (
        "Telephone conversation with President of Peru Tomas Rivera\n\nKremlin press service\n\n"
        "Vladimir Putin had a telephone conversation with President of Peru Tomas Rivera.\n\n"
        "Vladimir Putin recalled that for years the road was shut. Many people lost their work. "
        "The leaders agreed to meet.\n"
    )
    assert told(text) == [
        ("Vladimir Putin", "for years the road was shut"),
        ("Vladimir Putin", "Many people lost their work"),
        (BOTH_SIDES, "to meet"),
    ]
