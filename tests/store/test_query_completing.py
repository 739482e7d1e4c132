from hypothesis import given
from hypothesis import strategies as st

from store.query import complete, parse
from tests.store.shelves import queries

KNOWN = {
    "official": ("Wang Yi", "Zhao Leji", "Antony Blinken"),
    "country": ("China", "Chile"),
    "tag": ("climate change", "trade"),
    "place": ("Łódź",),
}


def offered(text, cursor=None):
    cursor = len(text) if cursor is None else cursor
    return [suggestion.applied(text) for suggestion in complete(text, cursor, KNOWN)]


def test_names_of_fields_come_first():
    assert offered("pl") == ["place:"]
    assert offered("peace -st") == ["peace -status:"]


def test_a_bare_word_may_be_an_official_a_country_or_a_tag():
    assert offered("zha") == ['official:"Zhao Leji"']
    assert offered("chi") == ["country:China", "country:Chile"]
    assert offered("peace cha") == ['peace tag:"climate change"']


def test_values_of_a_field_are_offered_those_that_begin_so_first():
    assert offered("official:") == ['official:"Wang Yi"', 'official:"Zhao Leji"', 'official:"Antony Blinken"']
    assert offered("official:bl") == ['official:"Antony Blinken"']
    assert offered("place:lo") == ["place:Łódź"]
    assert offered("kind:s") == ["kind:summit", "kind:signing"]


def test_an_open_phrase_goes_on():
    assert offered('peace official:"wang y') == ['peace official:"Wang Yi"']
    assert offered('"wang y') == []


def test_the_rest_of_the_word_under_the_cursor_is_replaced():
    assert offered("country:chXYZ peace", 10) == ["country:China peace", "country:Chile peace"]


def test_nothing_is_offered_where_nothing_is_begun():
    assert offered("") == []
    assert offered("peace ") == []
    assert offered("after:20") == []
    assert offered("nonsense:x") == []


@given(queries, st.data())
def test_what_is_offered_for_the_last_term_can_be_understood(text, data):
    cut = text[: data.draw(st.integers(0, len(text)))]
    for suggestion in complete(cut, len(cut), KNOWN):
        if not suggestion.text.endswith(":"):
            parse(suggestion.text)


def test_what_stands_there_already_is_not_offered():
    assert offered("status:checked") == []
    assert offered("country:China") == []
