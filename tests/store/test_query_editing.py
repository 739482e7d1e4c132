from hypothesis import given

from store.query import And, add_term, parse, peel, steps
from tests.store.shelves import queries


def texts(query):
    return [step.text for step in steps(query)]


def test_each_part_is_a_step_with_its_place():
    query = 'clim  official:"Wang Yi" -(a OR b)'
    assert texts(query) == ["clim", 'official:"Wang Yi"', "-(a OR b)"]
    assert all(query[step.start : step.end] == step.text for step in steps(query))


def test_alternatives_and_unfinished_queries_are_one_step():
    assert texts(" peace OR trade ") == ["peace OR trade"]
    assert texts('peace "tra') == ['peace "tra']
    assert texts("(peace trade") == ["(peace trade"]
    assert texts("peace) trade") == ["peace) trade"]
    assert texts("  ") == []


def test_a_step_is_added_once_and_quoted_where_needed():
    narrowed = add_term("clim", "official", "Wang Yi")
    assert narrowed == 'clim official:"Wang Yi"'
    assert add_term(narrowed, "official", "Wang Yi") == narrowed
    assert add_term("", "on", "2023-11") == "on:2023-11"
    assert add_term("", "place", "Beijing") == "place:Beijing"


def test_adding_keeps_alternatives_together():
    assert add_term("peace OR trade", "kind", "direct") == "(peace OR trade) kind:direct"
    assert add_term("(peace OR trade)", "kind", "direct") == "(peace OR trade) kind:direct"


def test_peeling_takes_the_last_step_or_the_one_named():
    assert peel("clim  place:Beijing tag:x") == "clim place:Beijing"
    assert peel("clim place:Beijing tag:x", 0) == "place:Beijing tag:x"
    assert peel("") == ""


@given(queries)
def test_an_added_step_narrows_and_peels_off_again(text):
    narrowed = add_term(text, "source", "Kyodo 共同")
    assert parse(peel(narrowed)) == parse(text)
    added = parse('source:"Kyodo 共同"').root
    root = parse(narrowed).root
    assert root == added or (isinstance(root, And) and root.parts[-1] == added)
