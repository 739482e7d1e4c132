"""Records are made without a search for cycles among them, which goes on as before afterwards."""

import gc

import pytest

from store.collecting import not_collecting


@pytest.mark.parametrize("before", [True, False])
def test_what_was_goes_on_also_after_a_failure(before):
    if not before:
        gc.disable()
    try:
        with pytest.raises(KeyError), not_collecting():
            assert not gc.isenabled()
            raise KeyError
        assert gc.isenabled() is before
    finally:
        gc.enable()
