"""Where lines lie, from what was kept and what came since: as one mapping of all would have it."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from store.log.places import Places
from store.log.whereabouts import Whereabouts

IDS = st.integers(1, 12)


def kept(places):
    ids = list(places)
    arrays = (memoryview(array("q", some)) for some in (ids, places.values()))
    return Places(*arrays, ascending=ids == sorted(ids))


@given(
    st.dictionaries(IDS, st.integers(1, 99)),
    st.lists(st.tuples(IDS, st.none() | st.integers(100, 999)), max_size=20),
    st.sets(st.integers(0, 20)),
)
def test_as_one_mapping(before, changes, looks):
    where, known = Whereabouts(kept(before)), dict(before)
    listed, listed_then = where.of(list(known)), list(known.values())
    for number, (doc_id, place) in enumerate(changes):
        assert where.put(doc_id, place) == known.get(doc_id)
        if place is None:
            known.pop(doc_id, None)
        else:
            known[doc_id] = place
        assert [where.find(one) for one in range(1, 13)] == [known.get(one) for one in range(1, 13)]
        assert where.count == len(known)
        if number in looks:
            assert list(where.all().items()) == list(known.items())
    now = where.of(list(known))
    assert [now[at] for at in range(len(known))] == list(known.values())
    assert list(where.all().items()) == list(known.items())
    assert [listed[at] for at in range(len(before))] == listed_then
