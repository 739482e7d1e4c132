"""Quoted words of releases and spokespersons that retell what officials said."""

import pytest

from tests.reading.vienna import ANA, said


@pytest.mark.parametrize(
    "who",
    [
        "the press release reads",
        "the presidential press service said",
        "said a spokesperson for the chancellery",
        "the official readout added",
    ],
)
def test_what_a_release_retells_is_the_officials(who):
    text = f"“Foreign Minister Keller stressed that time was short. She underlined the need to act,” {who}."
    assert said(text) == [(ANA, "stressed", "time was short"), (ANA, "underlined", "the need to act")]


def test_a_spokesperson_named_before_retells_too():
    text = (
        "State Department spokesperson Max Miller answered questions.\n\n“Minister Keller "
        "underscored that peace would bring "
        "stability,” Miller added."
    )
    assert said(text) == [(ANA, "underscored", "peace would bring stability")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The ministers agreed to meet again,” Keller said.", ANA),
        (
            "“The ministers agreed to meet again,” the Austrian foreign ministry said.",
            "Austrian foreign ministry",
        ),
        ("“We agreed with the ministers to meet again,” a spokesperson for the chancellery said.", None),
    ],
)
def test_officials_and_ministries_speak_for_themselves(text, speaker):
    found = said(text)
    assert len(found) == 1
    assert found[0][2].endswith("to meet again")
    assert speaker is None or found[0][0] == speaker
