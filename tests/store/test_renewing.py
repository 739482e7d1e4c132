"""A later version of a page, beside the one that was read."""

import pytest

from store.errors import LibraryError
from store.library import Library
from tests.store.made import NOW, SAID, TEXT, reading, source, state

NEW = "UPDATED. " + TEXT.replace("support", "backing")


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", clock=lambda: NOW) as opened:
        opened.add(source(TEXT), reading(TEXT, *SAID))
        yield opened


def test_quotes_move_to_the_new_text_or_are_missing(library):
    quote = library.quote("1.1")
    before = state(library)
    step = library.renew_source(
        1, 1, source(NEW), {"1.1": (quote.start + 9, quote.end + 9), "1.2": None}, now=NOW
    )
    assert step.what == "Renewed Talks (1 quote missing)"
    old, new = library.meeting(1).sources
    assert (old.id, old.newer, new.newer, new.retrieved) == (1, new.id, None, "2024-05-06")
    moved = library.quote("1.1")
    assert (moved.source, moved.text, moved.status) == (new.id, quote.text, "found")
    assert library.source(new.id).text[moved.start : moved.end] == moved.text
    assert (library.quote("1.2").source, library.quote("1.2").status) == (1, "missing")
    assert library.source(1).text == TEXT and library.check() == []
    library.undo()
    assert state(library) == before


def test_a_quote_is_never_moved_to_other_words(library):
    before = state(library)
    with pytest.raises(LibraryError, match=r"1\.1 does not stand"):
        library.renew_source(1, 1, source(NEW), {"1.1": (0, 9)})
    with pytest.raises(LibraryError, match="does not belong"):
        library.renew_source(1, 7, source(NEW), {})
    assert state(library) == before
