"""A line of a table: readable by anyone, and telling of itself whether it is whole."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.log.line import decode, encode, glance, moved, pack, unpack, was_of, whole

documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
lines = st.builds(
    lambda *parts: encode(parts[0], pack({"d": parts[1]}), *parts[2:]),
    st.integers(1, 10**9),
    documents,
    st.integers(1, 10**6),
    st.none() | st.integers(0, 10**12),
    st.just(b"")
    | st.just(b"true")
    | st.fixed_dictionaries({"what": st.text(), "tables": st.just({"quotes": 3})}).map(pack),
)


def test_a_line_is_tinydbs_document_with_a_tail():
    line = encode(12, pack({"date": "2023-11-21"}), 57, 1034, pack({"what": "Tagged"}))
    known = json.loads(line)
    assert known.pop("sum") and len(line.splitlines()) == 1
    assert known == {"12": {"date": "2023-11-21"}, "step": 57, "was": 1034, "closes": {"what": "Tagged"}}


def test_null_is_a_deletion():
    line = encode(3, b"null", 9, 0)
    assert glance(line) == (3, 9, True)
    assert decode(line).document is None


@given(lines)
def test_a_line_is_one_line_and_whole(line):
    assert whole(line)
    assert line.count(b"\n") == 1 and line.endswith(b"\n")
    read = decode(line)
    assert glance(line) == (read.id, read.step, False)
    assert was_of(line) == read.was


@given(lines, st.data())
def test_no_flipped_bit_goes_unseen(line, data):
    place = data.draw(st.integers(0, len(line) - 1))
    damaged = bytearray(line)
    damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    assert not whole(bytes(damaged))


@given(lines, st.data())
def test_no_cut_goes_unseen(line, data):
    assert not whole(line[: data.draw(st.integers(0, len(line) - 1))])


@given(lines, st.none() | st.integers(0, 10**12), st.booleans())
def test_a_moved_line_says_the_same_from_another_place(line, was, closing):
    before, after = decode(line), decode(moved(line, was, closing=closing))
    assert after == before._replace(was=was, closes=before.closes if closing else None)


@given(documents)
@example(-(2**63) - 1)
@example({"n": [2**64, 1e300, "\ud800"]})
def test_packing_loses_nothing(document):
    assert unpack(pack(document)) == document
    assert decode(encode(1, pack(document), 1)).document == document


def test_a_document_that_json_cannot_hold_is_refused():
    with pytest.raises(TypeError):
        pack({"n": object()})
