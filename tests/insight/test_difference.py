"""Word-level differences."""

from hypothesis import given
from hypothesis import strategies as st

from store.insight.difference import Change, difference, kept
from store.insight.words import words

texts = st.lists(
    st.sampled_from(["firm", "peace", "talks", "the", "border", "of", "opens", "open"]), max_size=12
).map(" ".join)


def test_what_was_kept_dropped_and_added():
    changes = difference("firmly adheres to the one-China principle", "will adhere to the one-China policy.")
    assert changes == (
        Change("gone", "firmly"),
        Change("new", "will"),
        Change("same", "adhere to the one-China"),
        Change("gone", "principle"),
        Change("new", "policy"),
    )
    assert kept(changes) == 8 / 12


def test_spelling_and_tense_are_no_change():
    changes = difference("Emphasised the programme", "emphasizes the program")
    assert [change.kind for change in changes] == ["same"]


def test_nothing_differs_from_nothing():
    assert difference("", "…") == ()
    assert kept(()) == 1.0


@given(texts, texts)
def test_both_wordings_can_be_read_off_a_difference(old, new):
    changes = difference(old, new)

    def read(*kinds):
        return [w.stem for change in changes if change.kind in kinds for w in words(change.text)]

    assert read("same", "new") == [word.stem for word in words(new)]
    assert read("same", "gone") == [word.stem for word in words(old)]
    assert 0 <= kept(changes) <= 1


@given(texts)
def test_a_text_differs_in_nothing_from_itself(text):
    assert kept(difference(text, text)) == 1.0
