"""Words, their places and stems."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.insight.words import content_stems, function_words, is_content, stem, words


@pytest.mark.parametrize(
    "forms",
    [
        "strengthen strengthens strengthened strengthening",
        "commitment commitments committed committing",
        "emphasise emphasize emphasised emphasizing",
        "cooperation cooperate cooperating cooperative",
        "country countries country's country’s",
        "defence defense",
        "agreement agreed agrees agreeing",
        "one-China one-china",
        "implement implementation implementing",
        "labour labor",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["news new", "string stre", "call cal", "party part", "state statement"])
def test_other_words_do_not(pair):
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_places_hold_in_the_text():
    text = "The U.S. side — “firmly” — adheres to the one-China principle."
    assert [text[word.start : word.end] for word in words(text)] == [
        "The",
        "U.S.",
        "side",
        "firmly",
        "adheres",
        "to",
        "the",
        "one-China",
        "principle",
    ]


def test_content_leaves_out_what_only_holds_a_sentence_together():
    assert content_stems("The two sides should not return to this in 2024") == ["two", "sid", "return"]
    assert "the" in function_words()
    assert not is_content("The")
    assert is_content("peace")


@given(st.text())
def test_any_text_has_words_in_order(text):
    found = words(text)
    assert all(word.start < word.end for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
