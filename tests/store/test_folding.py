import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from store.folding import fold, is_letter, words, words_at


def test_case_and_accents_do_not_count():
    assert words("Łódź, São-Paulo; ERDOĞAN – Øresund") == ["lodz", "sao", "paulo", "erdogan", "oresund"]
    assert words("Straße") == words("STRASSE")
    assert words("Σίσυφος") == words("ΣΊΣΥΦΟΣ")
    assert words("Россия") == words("РОССИЯ")


def test_decomposed_and_composed_text_are_the_same():
    assert words(unicodedata.normalize("NFD", "Škoda が 한국")) == words("Škoda が 한국")


def test_scripts_without_blanks_give_a_word_a_character():
    assert words("气候变化 co-operation") == ["气", "候", "变", "化", "co", "operation"]
    assert words("한국") == ["한", "국"]


def test_indic_vowel_signs_stay_in_their_word():
    assert words("हिन्दी भाषा") == ["हिन्दी", "भाषा"]


def test_a_lone_letter_says_nothing_but_a_lone_character_does():
    assert is_letter("a")
    assert is_letter("7")
    assert not is_letter("候")
    assert not is_letter("an")


@given(st.text())
def test_words_hold_nothing_that_could_cut_them_again(text):
    for word in words(text):
        assert word
        assert not any(sign.isspace() or sign in "\"'-_()*:" for sign in word)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert [again for word in words(text) for again in words(word)] == words(text)


@given(st.text(st.characters(codec="utf-8", max_codepoint=0x1FF)))
def test_places_of_words_point_at_their_letters(text):
    placed = words_at(text)
    assert [word for word, _, _ in placed] == words(text)
    for word, start, end in placed:
        assert word in fold(text[start:end])
