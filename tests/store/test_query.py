import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import QueryError
from store.query import And, Field, Not, Or, Period, Words, parse, render
from tests.store.shelves import queries


def meaning(text):
    return parse(text).root


def test_words_must_all_occur_and_the_last_may_go_on():
    assert meaning("Peace clim") == And((Words(("peace",)), Words(("clim",), prefix=True)))


def test_the_last_word_stays_open_before_fields_and_exclusions():
    assert meaning("clim official:zhao -trade").parts[0] == Words(("clim",), prefix=True)


def test_quoted_and_excluded_words_are_whole():
    assert meaning('"Peace TALKS"') == Words(("peace", "talks"))
    assert meaning("-war") == Not(Words(("war",)))


def test_a_lone_last_letter_waits_for_the_next():
    assert meaning("peace c") == Words(("peace",))
    assert meaning("peace OR c") == Words(("peace",))
    assert parse("c").everything
    assert meaning("a b peace") == And((Words(("a",)), Words(("b",)), Words(("peace",), prefix=True)))


@pytest.mark.parametrize("text", ["", "  ", "c", '""'])
def test_what_says_nothing_asks_for_nothing(text):
    assert parse(text).everything


def test_a_sign_between_words_says_nothing():
    assert meaning("peace - trade — talks") == meaning("peace trade talks")


@given(st.text("-()\"“”… \n—:'", max_size=12))
def test_signs_alone_never_find_everything(text):
    try:
        found = parse(text)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
    else:
        assert found.everything and (not text.strip() or set(text) & set('"“”'))


def test_side_by_side_binds_tighter_than_or():
    peace, trade, talks = Words(("peace",)), Words(("trade",)), Words(("talks",), prefix=True)
    assert meaning("peace trade OR talks") == Or((And((peace, trade)), talks))
    assert meaning("peace (trade OR talks)") == And((peace, Or((trade, talks))))
    assert meaning("-(peace OR trade) talks") == And((Not(Or((peace, trade))), talks))


def test_only_capitals_make_an_or():
    assert len(meaning("peace or trade").parts) == 3


def test_fields_take_words_phrases_and_exclusion():
    assert meaning("official:Zhao") == Field("official", Words(("zhao",), prefix=True))
    assert meaning('Official:"Wang Yi"') == Field("official", Words(("wang", "yi")))
    assert meaning("official:“Wang Yi”") == Field("official", Words(("wang", "yi")))
    assert meaning("-tag:climate") == Not(Field("tag", Words(("climate",), prefix=True)))


def test_kinds_and_statuses_may_be_begun():
    assert meaning("kind:direct") == Field("kind", Words(("direct",)))
    assert meaning("status:ch") == Field("status", Words(("ch",), prefix=True))


def test_dates_are_years_months_and_days():
    assert meaning("after:2023 before:2023-11 on:2023-11-21") == And(
        (Period("after", "2023"), Period("before", "2023-11"), Period("on", "2023-11-21"))
    )


def test_a_colon_after_a_number_is_part_of_a_word():
    assert meaning("10:30 met") == And((Words(("10", "30")), Words(("met",), prefix=True)))


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("-", 0, "no word here"),
        ("  - ", 2, "no word here"),
        ("(…)", 0, "no word here"),
        ("()", 0, "nothing between"),
        ("peace -( )", 7, "nothing between"),
        ("peace speaker:zhao", 6, 'no field "speaker"'),
        ("peace -speaker:zhao", 7, 'no field "speaker"'),
        ("after:yesterday", 6, "no date"),
        ("on:2023-13", 3, "no date"),
        ("on:2023-02-29", 3, "no date"),
        ("on:20231121", 3, "no date"),
        ("before:", 7, "no date"),
        ('peace "talks', 6, "never closed"),
        ('official:"Wang', 9, "never closed"),
        ("peace OR", 6, "OR needs"),
        ("OR peace", 0, "OR needs"),
        ("peace OR OR trade", 6, "OR needs"),
        ("(peace OR) trade", 7, "OR needs"),
        ("peace (trade", 6, "never closed"),
        ("peace -(trade", 7, "never closed"),
        ("peace) trade", 5, "never opened"),
        ("kind:loud", 5, "direct, indirect, mixed"),
        ("status:", 7, "Say which status"),
        ("official:", 9, "Say who"),
    ],
)
def test_errors_say_what_and_where(text, position, says):
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.position == position
    assert says in str(caught.value)
    assert str(caught.value).endswith(".")


@given(queries)
def test_written_out_a_query_means_the_same(text):
    query = parse(text)
    assert parse(render(query)) == query


_PIECES = [*'abOR"“”() -:…', "kind:", "on:2023", "official:", " OR ", "候"]


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_any_typing_is_understood_or_refused_with_a_place(text):
    try:
        query = parse(text)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
    else:
        assert parse(render(query)) == query


def test_the_plainest_form_is_written():
    assert render(parse('  peace   -War official:"Wang Yi" (a OR "b") clim')) == (
        'peace -War official:"Wang Yi" (a OR b) clim'
    )
    assert render(parse('"peace"')) == '"peace"'
