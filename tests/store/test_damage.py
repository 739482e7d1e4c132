"""Damage costs what is damaged, is named, and keeps nothing else from opening."""

import random
import shutil

import pytest

from store.errors import LibraryError
from store.library import Library
from tests.store.made import SZIJJARTO, WANG, add, opened, state

TABLES = ("meetings", "quotes", "sources", "officials")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("damage") / "library"
    with opened(folder) as library:
        add(library, 1)
        add(library, 2, officials=(WANG, SZIJJARTO))
        add(library, 3)
        library.tag_quotes(["1.1"], ["gas"])
    return folder


@pytest.fixture
def copy(whole, tmp_path):
    return shutil.copytree(whole, tmp_path / "library")


def usable(library):
    """Look at everything that can be looked at, and change something; return the ids of the meetings."""
    for meeting in library.meetings():
        library.quotes(meeting.id)
    assert library.officials() is not None
    problems = library.check()
    new = add(library, 20).meeting_id
    assert library.quotes(new) and library.undo() and library.history()
    assert [problem.where for problem in library.check()] == [problem.where for problem in problems]
    return {meeting.id for meeting in library.meetings()}, problems


@pytest.mark.parametrize("name", [*TABLES, "steps"])
def test_the_last_step_cut_anywhere(whole, tmp_path, name):
    with opened(whole) as library:
        good = library.record(1 if name != "quotes" else 2)
    text = (whole / f"{name}.jsonl").read_bytes()
    last = text.rstrip(b"\n").rfind(b"\n") + 1
    for cut in range(last, len(text) - 1, max(1, (len(text) - last) // 30)):
        folder = shutil.copytree(whole, tmp_path / f"{name}-{cut}")
        with (folder / f"{name}.jsonl").open("r+b") as file:
            file.truncate(cut)
        with opened(folder) as library:
            ids, problems = usable(library)
            assert ids == ({1, 2} if name == "meetings" else {1, 2, 3})
            if name == "steps":
                assert problems == [], "the tables tell what the steps were"
            else:
                assert any(problem.where == f"{name}.jsonl" for problem in problems), cut
                assert any(f"{name}.jsonl" in problem for problem in library.problems)
            if name != "officials":
                assert good in [library.record(one) for one in (1, 2)]
        shutil.rmtree(folder)


@pytest.mark.parametrize("name", [*TABLES, "steps"])
def test_a_flipped_bit_costs_its_line_and_is_named(whole, tmp_path, name):
    random.seed(name)
    with opened(whole) as library:
        good = {one.id: library.record(one.id) for one in library.meetings()}
    size = (whole / f"{name}.jsonl").stat().st_size
    for trial in range(12):
        folder = shutil.copytree(whole, tmp_path / f"{name}-{trial}")
        text = bytearray((folder / f"{name}.jsonl").read_bytes())
        at = random.randrange(size)
        text[at] ^= 1 << random.randrange(8)
        (folder / f"{name}.jsonl").write_bytes(text)
        number = bytes(text[:at]).count(b"\n") + 1
        with opened(folder) as library:
            ids, problems = usable(library)
            if name != "steps":
                assert any(str(problem).startswith(f"{name}.jsonl") for problem in problems)
                assert any(
                    f"line {number}:" in str(problem) or "line" in problem.where for problem in problems
                )
            if name == "meetings":
                assert len(ids) >= 2
            elif name in ("quotes", "sources"):
                same = 0
                for one in ids:
                    try:
                        same += library.record(one)["quotes"] == good[one]["quotes"]
                    except Exception:
                        continue
                assert same >= 2
        shutil.rmtree(folder)


@pytest.mark.parametrize("name", [*TABLES, "steps"])
@pytest.mark.parametrize(
    "damage", ["missing", "empty", "garbage in the middle", "garbage at the end", "zeros at the end"]
)
def test_damaged_files(copy, name, damage):
    path = copy / f"{name}.jsonl"
    text = path.read_bytes()
    middle = text.index(b"\n") + 1
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(
            {
                "empty": b"",
                "garbage in the middle": text[:middle] + b"\x00\xff{]\n\n%%%%\n" + text[middle:],
                "garbage at the end": text + b"\x00\xff{]\n\n%%%%\nhalf a line",
                "zeros at the end": text + bytes(5000),
            }[damage]
        )
    with opened(copy) as library:
        ids, problems = usable(library)
        named = any(f"{name}.jsonl" in str(problem) for problem in (*problems, *library.problems))
        assert named or damage == "zeros at the end" or name == "steps"
        if name != "meetings" or damage not in ("missing", "empty"):
            assert ids == {1, 2, 3}
        if "garbage" in damage or "zeros" in damage:
            assert all(library.record(one)["quotes"] for one in ids)


def test_lost_steps_are_made_anew_from_the_tables(copy):
    with opened(copy) as library:
        good, steps = state(library), [step.what for step in library.history()]
    (copy / "steps.jsonl").unlink()
    with opened(copy) as library:
        assert "steps.jsonl" in library.problems[0]
        assert state(library) == good
        assert [step.what for step in library.history()] == steps[:-1]
        assert library.undo().what == "Tagged 1 quote gas"
        assert library.quote("1.1").tags == ()


def test_a_lost_mark_is_assumed_and_written_again(copy):
    (copy / "library.json").write_text("")
    with opened(copy) as library:
        assert "library.json" in library.problems[0]
        assert len(library.meetings()) == 3
    with opened(copy) as library:
        assert library.problems == ()


def test_the_version_before_stands_in_for_a_damaged_one(copy):
    path = copy / "quotes.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"gas"', b'"gax"'))
    with opened(copy) as library:
        assert library.quote("1.1").tags == ()
        assert "quotes.jsonl, line 4" in str(library.check())


def test_a_line_damaged_while_it_is_open_is_named_when_it_is_met(copy):
    with opened(copy) as library:
        assert library.quotes(2)
        path = copy / "quotes.jsonl"
        with path.open("r+b") as file:
            file.seek(path.read_bytes().index(b'{"2"') + 20)
            file.write(b"X")
        assert library.quotes(2) == ()
        assert any("quotes.jsonl" in problem for problem in library.problems)


@pytest.mark.parametrize("looks", [True, False])
@pytest.mark.parametrize("name", ["officials", "quotes", "sources"])
def test_a_table_that_loses_its_end_while_it_is_open_is_named_by_the_next_step_that_needs_it(
    copy, name, looks
):
    path = copy / f"{name}.jsonl"
    with opened(copy) as library:
        for tag in ("one", "two"):
            library.tag_quotes(["2.1"], [tag])
        with path.open("r+b") as file:
            file.truncate(path.stat().st_size - 40)
        if looks:
            library.refresh()
        new = add(library, 20, officials=(WANG, SZIJJARTO)).meeting_id
        # What the journal still holds is put back from there.
        assert name == "quotes" or any(f"{name}.jsonl" in problem for problem in library.problems)
        assert library.quotes(2)[0].tags == ("one", "two")
        assert library.quotes(new) and len(library.meetings()) == 4
    with opened(copy) as library:
        assert library.quotes(new) and len(library.meetings()) == 4


def test_a_table_replaced_while_it_is_open_is_not_written_to_beside_itself(copy):
    with opened(copy) as library:
        library.tag_quotes(["2.1"], ["one"])
        fresh = copy / "fresh"
        shutil.copy(copy / "quotes.jsonl", fresh)
        fresh.replace(copy / "quotes.jsonl")
        library.tag_quotes(["2.1"], ["two"])
    with opened(copy) as library:
        assert library.quotes(2)[0].tags == ("one", "two") and library.check() == []


def test_a_quote_that_no_longer_stands_in_its_source_is_told_and_not_moved(copy):
    with opened(copy) as library:
        table = library._tables.table("sources")
        text = library.source(1).text
        table.replace({1: {**table.get(doc_id=1), "text": "Now " + text}})
        problems = library.check()
        assert [problem.where for problem in problems] == ["quote 1.1", "quote 1.2"]
        assert library.quote("1.1").text in text
        library.change_quotes(["1.1", "1.2"], status="missing")
        assert library.quote("1.1").start == text.index(library.quote("1.1").text)
        assert library.check() == []


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("not a folder"),
        lambda path: (path.mkdir(), (path / "thesis.doc").write_text("x")),
        lambda path: (path.mkdir(), (path / "meetings.csv").write_text("x")),
    ],
)
def test_what_is_no_library_is_refused_and_left_alone(tmp_path, make):
    path = tmp_path / "thing"
    make(path)
    before = sorted(path.rglob("*")), path.is_dir() or path.read_text()
    with pytest.raises(LibraryError, match="library"):
        Library.open(path)
    assert (sorted(path.rglob("*")), path.is_dir() or path.read_text()) == before


def test_nothing_is_made_unless_asked(tmp_path):
    for folder in (tmp_path / "absent", tmp_path):
        with pytest.raises(LibraryError, match="no library"):
            Library.open(folder, create=False)
    assert list(tmp_path.iterdir()) == []


def spoiled(folder, name, holding, which=0):
    """Spoil, inside the document, one of the lines of a table that hold some bytes."""
    path = folder / f"{name}.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    at = [number for number, line in enumerate(lines) if holding in line][which]
    lines[at] = lines[at].replace(b'"step":', b'"stop":')
    path.write_bytes(b"".join(lines))


@pytest.mark.parametrize(
    ("name", "holding", "told"),
    [
        ("meetings", b"Talks 2", "; lost with it: meeting 2 (Talks 2)"),
        ("quotes", b'{"2":', "; lost with it: the quotes of meeting 2 (Talks 2)"),
        ("officials", b"Wang Yi", "; lost with it: official 3 (Wang Yi)"),
        ("sources", b'{"3":', "; lost with it: source 3 (About Zhao Leji me)"),
    ],
)
def test_damage_names_what_was_lost_with_it(copy, name, holding, told):
    spoiled(copy, name, holding)
    with opened(copy) as library:
        problem = next(one for one in library.check() if one.where.startswith(f"{name}.jsonl, line"))
        assert problem.what == f"damaged, left out{told}"
        assert any(sentence.endswith(told) for sentence in library.problems)


def test_damage_tells_the_last_version_from_former_ones(copy):
    with opened(copy) as library:
        library.change_meeting(2, title="New title")
        library.change_meeting(3, title="Newest title")
        add(library, 4)
        library.delete_meetings([4])
    spoiled(copy, "meetings", b"Talks 2")
    spoiled(copy, "meetings", b"Newest title")
    spoiled(copy, "meetings", b"Talks 4")
    with opened(copy) as library:
        said = [problem.what for problem in library.check() if problem.where.startswith("meetings.jsonl")]
    assert said == [
        "damaged, left out; only a former version of meeting 2 (Talks 2) is lost",
        "damaged, left out; the last change of meeting 3 (Newest title) is lost, the version before it is there",
        "damaged, left out",
    ]


def test_the_number_of_a_lost_meeting_whose_quotes_are_there_is_not_given_again(copy):
    spoiled(copy, "meetings", b"Talks 3")
    with opened(copy) as library:
        quotes = library.quotes(3)
        assert quotes and add(library, 9).meeting_id == 4
        assert library.quotes(3) == quotes
