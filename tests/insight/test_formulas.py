"""Formulas, in libraries where one can count along."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.insight.corpus import Corpus
from store.insight.evidence import Cancelled, heard
from store.insight.formulas import formulas
from store.insight.phrasebook import Phrasebook
from store.insight.recurring import recurring_runs

from .shelf import Shelf, met, said

CHINA = "adhere to the one-China principle"
PARTNERSHIP = "comprehensive strategic partnership of coordination for the new era"


def library(*texts, speakers=()):
    """A meeting a month, each with one quote."""
    shelf = Shelf()
    for number, text in enumerate(texts, 1):
        speaker = speakers[number - 1] if speakers else "Wang Yi"
        shelf.put(met(number, f"2023-{number:02d}-05"), said(text, speaker))
    return shelf


def found(shelf, **known):
    return formulas(heard(shelf), **known).found


def test_a_phrase_of_three_meetings_is_a_formula():
    shelf = library(f"We {CHINA}.", f"They will {CHINA} as ever.", "Trade grew.", f"To {CHINA} is right.")
    (formula,) = found(shelf)
    assert formula.text == CHINA
    assert formula.meetings == 3
    assert formula.quotes == ("1.1", "2.1", "4.1")
    assert (formula.first, formula.last) == ("2023-01-05", "2023-04-05")


def test_two_meetings_are_not_enough_nor_three_quotes_of_one():
    shelf = library(CHINA, CHINA, "Trade grew.")
    assert found(shelf) == ()
    thrice = Shelf().put(met(), said(CHINA), said(CHINA), said(CHINA))
    assert found(thrice) == ()


def test_the_longest_form_is_given_and_its_parts_only_where_they_stand_alone():
    whole = f"deepen the {PARTNERSHIP}"
    assert [formula.text for formula in found(library(whole, whole, whole))] == [whole]
    part = "the strategic partnership of coordination helps peace"
    both = found(library(whole, whole, whole, part, part, part))
    assert sorted(formula.text for formula in both) == [
        whole,
        "strategic partnership of coordination helps peace",
    ]


def test_function_words_inflection_and_hyphens_make_variants():
    (formula,) = found(
        library(
            *[CHINA] * 4,
            *["adhering to the one-China principle"] * 2,
            *["adheres to a one China principle"] * 3,
        )
    )
    assert formula.text == CHINA
    assert [(variant.text, variant.quotes) for variant in formula.variants] == [
        (CHINA, 4),
        ("adheres to a one China principle", 3),
        ("adhering to the one-China principle", 2),
    ]
    assert formula.meetings == 9


def test_long_formulas_fold_when_one_word_differs_and_short_ones_do_not():
    shelf = library(*[PARTNERSHIP] * 4, *[PARTNERSHIP.replace("coordination", "cooperation")] * 3)
    assert len(found(shelf)) == 1
    shelf = library(*["resume talks on arms control"] * 3, *["resume talks on trade control"] * 3)
    assert len(found(shelf)) == 2


def test_a_short_formula_stays_apart_from_one_that_is_a_word_longer():
    shelf = library(
        *["resume talks on nuclear arms"] * 3, *["resume the talks on the nuclear arms control"] * 4
    )
    assert {formula.text for formula in found(shelf)} == {
        "resume talks on nuclear arms",
        "resume the talks on the nuclear arms control",
    }


def test_no_phrase_runs_over_the_end_of_a_sentence():
    text = "We want peace. Trade helps everyone."
    assert found(library(text, text, text)) == ()


def test_who_uses_it_how_often_and_since_when():
    speakers = ["Wang Yi", "Sergei Lavrov", "Wang Yi", None]
    (formula,) = found(library(*[CHINA] * 4, speakers=speakers))
    assert [(usage.speaker, usage.quotes, usage.first, usage.last) for usage in formula.usages] == [
        ("Wang Yi", 2, "2023-01-05", "2023-03-05"),
        (None, 1, "2023-04-05", "2023-04-05"),
        ("Sergei Lavrov", 1, "2023-02-05", "2023-02-05"),
    ]


def test_undated_meetings_count_and_have_no_first_day():
    shelf = Shelf()
    for number in (1, 2, 3):
        shelf.put(met(number, None), said(CHINA))
    (formula,) = found(shelf)
    assert (formula.meetings, formula.first, formula.last) == (3, None, None)


def test_it_says_when_there_is_too_little():
    assert formulas(heard(library("peace"))).remark == "Only 1 quote: too few to tell a formula from chance."
    assert formulas(()).remark == "No quotes: too few to tell a formula from chance."
    assert formulas(heard(library(*["peace"] * 20))).remark is None


def test_the_most_widespread_come_first_and_a_limit_keeps_those():
    other = "resume consultations on arms control"
    shelf = library(*[CHINA] * 3, *[other] * 4)
    assert [formula.text for formula in found(shelf)] == [other, CHINA]
    assert [formula.text for formula in found(shelf, limit=1)] == [other]


def test_the_work_can_be_cancelled():
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        formulas(heard(library(CHINA)), progress=stop)


def test_a_quote_is_told_apart_into_formula_and_new():
    book = Phrasebook(found(library(*[CHINA] * 3)))
    text = "Now, as ever, both adhere to the one-China principle and fish."
    (stretch,) = book.stretches(text)
    assert text[stretch.start : stretch.end] == CHINA == stretch.formula
    assert book.new_share(text) == pytest.approx(6 / 11)
    assert book.new_share("…") == 1.0


def test_without_formulas_everything_is_new():
    assert Phrasebook(()).stretches(CHINA) == ()


# All runs there are, counted the plain way: what the fast way must agree with.


def counted(texts, least):
    """Every run of four words or more that begins and ends with a content word (here: no "of"), by meetings."""
    seen = Counter()
    for text in texts:
        split = text.split()
        runs = {
            tuple(split[i:j])
            for i in range(len(split))
            for j in range(i + 4, len(split) + 1)
            if "of" not in (split[i], split[j - 1])
        }
        seen.update(runs)
    return {run for run, count in seen.items() if count >= least}


texts = st.lists(
    st.lists(st.sampled_from(["peace", "trade", "grain", "border", "of"]), max_size=14).map(" ".join),
    max_size=9,
)


@settings(max_examples=60)
@given(texts, st.integers(2, 3))
def test_the_runs_found_are_those_that_recur_and_none_is_lost(texts, least):
    shelf = Shelf()
    for number, text in enumerate(texts, 1):
        shelf.put(met(number), said(text))
    corpus = Corpus(heard(shelf))
    given_out = {
        tuple(corpus.text(run.places[0], run.length).split()) for run in recurring_runs(corpus, least)
    }
    recurring = counted(texts, least)
    assert given_out <= recurring

    def within(run, other):
        return any(other[i : i + len(run)] == run for i in range(len(other) - len(run) + 1))

    assert all(any(within(run, other) for other in given_out) for run in recurring)


def test_an_official_counts_once_whatever_the_texts_call_them():
    shelf = Shelf()
    for number, name in enumerate(("Antony J. Blinken", "Antony Blinken", "Antony Blinken"), 1):
        quote = replace(said(f"We {CHINA}.", name), officials=(7,))
        shelf.put(met(number, f"2023-{number:02d}-05"), quote)
    (formula,) = found(shelf)
    assert [(usage.speaker, usage.quotes) for usage in formula.usages] == [("Antony Blinken", 3)]
