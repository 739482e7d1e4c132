"""Quotes changed in the packed document: the same as reading it, changing the quotes and packing it anew."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from store.keeping.records import Shelf, in_order, quote_document, shelf_document, shelf_of
from store.keeping.splicing import EMPTY, with_quotes_changed
from store.log.line import pack, unpack
from store.model import Quote

TEXTS = some.sampled_from(
    [
        '{"number":1,',
        '},{"number":2,"source":1',
        "]}",
        '"',
        "\\",
        "Zhāo\n赵",
        "\ud800",
        "",
        '{"next":9,"quotes":[',
    ]
)


def quote(number, text, start=0):
    return Quote(
        7, number, 1, start, start + len(text), text, "Zhao", "direct", tags=(text,), note=text or None
    )


@given(some.lists(TEXTS, min_size=1, max_size=5), some.sets(some.integers(1, 6)), TEXTS, some.booleans())
def test_as_if_all_had_been_read(texts, numbers, note, moving):
    quotes = [quote(number, text, number * 10) for number, text in enumerate(texts, 1)]

    def change(one):
        new = replace(one, note=note)
        return replace(new, start=500 - one.start, end=500 - one.start + len(one.text)) if moving else new

    packed = pack(shelf_document(Shelf(tuple(quotes), 9)))
    found, absent = with_quotes_changed(packed, 7, numbers, change)
    expected = in_order(change(one) if one.number in numbers else one for one in quotes)
    assert shelf_of(7, unpack(found)) == Shelf(expected, 9)
    assert absent == {number for number in numbers if number > len(texts)}


@pytest.mark.parametrize("packed", [EMPTY, b'{"quotes":[],"next":3}'])
def test_a_meeting_without_quotes(packed):
    assert with_quotes_changed(packed, 7, [1], lambda one: one) == (packed, {1})


def test_a_document_in_another_order_of_keys():
    one = quote(1, "peace")
    reversed_keys = dict(reversed(quote_document(one).items()))
    packed = pack({"quotes": [reversed_keys], "next": 2})
    assert with_quotes_changed(packed, 7, [1], lambda same: same) == (packed, set())
    found, absent = with_quotes_changed(packed, 7, [1], lambda same: replace(same, tags=("new",)))
    assert absent == set() and shelf_of(7, unpack(found)) == Shelf((replace(one, tags=("new",)),), 2)
