"""A meeting as one line of an export, out and in again."""

import json
from dataclasses import replace

import pytest

from store.errors import LibraryError
from store.library import Library
from store.model import Quote
from tests.store.made import NOW, SAID, SZIJJARTO, TEXT, WANG, add, reading, source, state


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def other(tmp_path):
    with Library.open(tmp_path / "other", clock=lambda: NOW) as opened:
        yield opened


def _unnumbered(quotes):
    return [replace(quote, number=0) for quote in quotes]


def record(library):
    library.add(source(TEXT), reading(TEXT, *SAID, speakers=(WANG,), unsure=("place",)))
    return library.record(1)


def test_the_keys_other_programs_read(library):
    add(library, 1)
    told = library.record(1)
    assert list(told) == ["meeting", "sources", "quotes", "tags", "note"]
    assert list(told["meeting"]) == ["title", "date", "end_date", "place", "kind", "officials"]
    assert list(told["sources"][0]) == [
        *("title", "publisher", "url", "published", "retrieved", "language", "text", "sha256")
    ]
    assert list(told["quotes"][0]) == [
        *("source", "start", "end", "speaker", "kind", "cue", "status", "tags", "note")
    ]
    assert list(told["meeting"]["officials"][0]) == ["name", "office", "country", "aliases"]


def test_a_meeting_with_everything_loses_nothing(library, other):
    library.add(
        source(
            TEXT, author="A. Reporter", publisher="Xinhua", published="2023-11-22", retrieved="2023-11-23"
        ),
        reading(TEXT, *SAID, speakers=(replace(SZIJJARTO, side="guest"),), unsure=("place",)),
    )
    second = "Another telling, in which exchanges are praised and support is given, with \ud800 in it."
    library.add(source(second), reading(second, (None, "support"), ("State Duma", "exchanges")))
    library.change_quotes(["1.1"], status="checked", note="“so”", tags=("a", "b"))
    library.add_quote(Quote(1, 0, 1, 0, 4, "", "both sides", "mixed", "said", sure=False))
    library.change_meeting(1, tags=("x",), note="two\nlines", end_date="2023-11-22")
    renewed = source(TEXT.replace("stressed ", "stressed again "))
    place = renewed.text.index("the importance")
    library.renew_source(1, 1, renewed, {"1.1": (place, place + 27), "1.2": None})
    told = library.record(1)
    added = other.add_record(json.loads(json.dumps(told)))
    assert (added.status, added.quotes) == ("added", 5)
    assert other.record(1) == told
    assert state(other)[0] == state(library)[0]
    assert _unnumbered(other.quotes(1)) == _unnumbered(library.quotes(1))
    assert other.meeting(1) == library.meeting(1)


def test_a_record_already_there_is_a_duplicate(library):
    told = record(library)
    assert library.add_record(told).status == "duplicate"
    assert library.record(1) == told


def test_meetings_kept_apart_stay_apart_elsewhere(library, other):
    record(library)
    text = "Another telling of the same day and the same people, kept apart by choice."
    library.add(source(text), reading(text), on_duplicate="add")
    for number in (1, 2):
        assert other.add_record(library.record(number)).status == "added"
    assert other.add_record(library.record(2), on_duplicate="join").status == "duplicate"
    assert state(other)[0] == state(library)[0]


def test_many_records_are_one_step(library, other):
    for number in range(3):
        add(library, number)
    added = other.add_records([library.record(meeting.id) for meeting in library.meetings()])
    assert [one.status for one in added] == ["added"] * 3
    other.undo()
    assert not other.meetings()


def _without(key):
    return lambda told: told.pop(key)


@pytest.mark.parametrize(
    "spoil",
    [
        _without("meeting"),
        _without("sources"),
        _without("quotes"),
        lambda told: told["meeting"].update(title=None),
        lambda told: told["meeting"].update(kind="brawl"),
        lambda told: told["meeting"].update(officials=[{}]),
        lambda told: told["sources"][0].update(sha256="0" * 64),
        lambda told: told["sources"][0].update(text=5),
        lambda told: told["sources"][0].update(newer=4),
        lambda told: told["quotes"][0].update(source=1),
        lambda told: told["quotes"][0].update(start=-1),
        lambda told: told["quotes"][0].update(end=10**6),
        lambda told: told["quotes"][0].update(kind="loud"),
        lambda told: told["quotes"][0].update(status="done"),
        lambda told: told.update(quotes=[5]),
    ],
)
def test_a_record_that_is_none_is_refused_whole(library, other, spoil):
    told = record(library)
    spoil(told)
    with pytest.raises(LibraryError, match="Not a meeting as export writes it"):
        other.add_record(told)
    assert not other.meetings() and not other.officials()


def test_what_a_record_lacks_is_named(library, other):
    told = record(library)
    del told["sources"]
    with pytest.raises(LibraryError, match="Not a meeting as export writes it: 'sources' is missing"):
        other.add_record(told)
