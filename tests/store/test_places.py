"""What is remembered of a large library from one start to the next, and that nothing depends on it."""

import os
import shutil

import pytest

from store.log import mentions, rows
from tests.store.made import WANG, ZHAO, add, opened, state


@pytest.fixture(autouse=True)
def small_is_large(monkeypatch):
    monkeypatch.setattr(rows, "WORTH", 1)
    monkeypatch.setattr(mentions, "WORTH", 1)


@pytest.fixture
def folder(tmp_path):
    with opened(tmp_path / "library") as library:
        for number in range(5):
            add(library, number)
        library.change_meeting(2, end_date="2023-01-03")
        library.delete_meetings([4])
    assert sorted(path.name for path in (tmp_path / "library" / ".places").iterdir()) == [
        *("meetings", "meetings.official", "officials", "quotes", "sources")
    ]
    return tmp_path / "library"


def test_a_list_made_of_what_is_remembered_stays_as_it_was(folder):
    with opened(folder) as library:
        listed = library.meetings()
        of_wang = library.meetings_of(next(one.id for one in library.officials() if one.name == ZHAO.name))
        library.change_meeting(1, title="Other talks")
        library.delete_meetings([2])
        assert [one.title for one in listed] == ["Talks 4", "Talks 2", "Talks 1", "Talks 0"]
        assert [listed[at].title for at in range(4)] == [of_wang[at].title for at in range(4)]
        assert [one.title for one in library.meetings()] == ["Talks 4", "Talks 2", "Other talks"]


def scanned(folder):
    """The state as it is without anything remembered."""
    copy = shutil.copytree(folder, folder.with_name("scanned"))
    shutil.rmtree(copy / ".places", ignore_errors=True)
    with opened(copy) as library:
        found = state(library), library.counts(), [meeting.id for meeting in library.meetings()]
    shutil.rmtree(copy)
    return found


def seen(library):
    return state(library), library.counts(), [meeting.id for meeting in library.meetings()]


def attended(library):
    """Where each official was, and where they should be found: in every meeting that names them."""
    found = {one.id: [met.id for met in library.meetings_of(one.id)] for one in library.officials()}
    named = {
        one.id: [
            met.id
            for met in library.meetings()
            if one.id in {person.official for person in (*met.participants, *met.speakers)}
        ]
        for one in library.officials()
    }
    return found, named


def test_what_is_remembered_is_what_is_there(folder):
    with opened(folder) as library:
        assert seen(library) == scanned(folder)
        add(library, 9)
        library.tag_quotes(["1.1"], ["gas"])
        assert seen(library) == scanned(folder)
    with opened(folder) as library:
        assert seen(library) == scanned(folder)
        assert add(library, 10, date="2025-01-01").meeting_id == 7


def test_lines_that_others_appended_since_are_read(folder, monkeypatch):
    monkeypatch.setattr(rows, "WORTH", 10**6)
    with opened(folder) as library:
        add(library, 9)
        library.change_meeting(1, date="2030-01-01")
    with opened(folder) as library:
        assert seen(library) == scanned(folder) and library.meetings()[0].id == 1


def test_a_file_that_was_touched_is_gone_over_again(folder):
    path = folder / "meetings.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Talks 2", b"Talks X"))
    with opened(folder) as library:
        assert any("meetings.jsonl, line 3" in problem for problem in library.problems)
        assert len(library.meetings()) == 3


def test_a_line_damaged_on_the_disk_is_named_when_it_is_met_and_by_check(folder):
    path = folder / "quotes.jsonl"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b'"Zhao Leji"', b'"Zhao LejX"', 1))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with opened(folder) as library:
        assert len(library.quotes(2)) == 2 and library.problems == ()
        assert library.quotes(1) == ()
        assert any("quotes.jsonl, line 1" in problem for problem in library.problems)
        assert any("quotes.jsonl" in problem.where for problem in library.check())


@pytest.mark.parametrize(
    "spoil", [lambda text: b"", lambda text: text[:-9], lambda text: b"{}\n" + text, bytes.upper]
)
def test_a_spoilt_memory_is_not_believed(folder, spoil):
    expected = scanned(folder)
    for path in (folder / ".places").iterdir():
        path.write_bytes(spoil(path.read_bytes()))
    with opened(folder) as library:
        assert seen(library) == expected and library.check() == []


def test_the_memory_of_a_file_since_compacted_is_not_believed(folder):
    kept = shutil.copytree(folder / ".places", folder.with_name("kept"))
    with opened(folder) as library:
        library.tag_quotes(["1.1"], ["gas"])
        library.compact()
    shutil.rmtree(folder / ".places")
    shutil.copytree(kept, folder / ".places")
    with opened(folder) as library:
        assert seen(library) == scanned(folder) and library.quote("1.1").tags == ("gas",)


def test_where_an_official_was_is_remembered_and_kept_up_with(folder, monkeypatch):
    monkeypatch.setattr(mentions, "_BEHIND", 1)  # only what is written later is sought, however much it is
    with opened(folder) as library:
        found, named = attended(library)
        assert found == named and any(found.values())
        add(library, 20, officials=(WANG, ZHAO))
        library.change_meeting(1, participants=library.meeting(1).participants[:1])
        library.delete_meetings([3])
        found, named = attended(library)
        assert found == named
    with opened(folder) as library:
        zhao, volodin = (one.id for one in library.officials() if one.name != "Wang Yi")
        library.merge_officials(zhao, [volodin])
        found, named = attended(library)
        assert found == named
        library.compact()
        assert attended(library) == (found, named)
    with opened(folder) as library:
        assert attended(library) == (found, named)


def test_where_an_official_was_is_not_looked_for_in_all_lines(folder, monkeypatch):
    sought = []
    real = rows.Rows.ids_with
    monkeypatch.setattr(
        rows.Rows, "ids_with", lambda *args: sought.append(args[2] if len(args) > 2 else 0) or real(*args)
    )
    with opened(folder) as library:
        library.meetings_of(1)
        assert sought == [(folder / "meetings.jsonl").stat().st_size]
