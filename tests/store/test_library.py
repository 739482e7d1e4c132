"""A library: what goes in comes out, and every change is one undoable step."""

from dataclasses import replace

import pytest

from store.errors import LibraryError
from store.library import Library
from store.model import Office, Participant, Quote
from tests.store.made import NOW, SAID, SZIJJARTO, TEXT, VOLODIN, WANG, ZHAO, add, reading, source, state


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def talks(library):
    added = library.add(source(TEXT), reading(TEXT, *SAID), now=NOW)
    return added.meeting_id


def test_a_new_library_is_empty_and_says_nothing(library):
    assert not library.meetings() and not library.officials()
    assert library.problems == () and library.check() == [] and not library.read_only
    assert library.undo() is None and library.redo() is None


def test_a_reading_becomes_a_meeting_with_quotes_source_and_officials(library, talks):
    meeting = library.meeting(talks)
    assert [(one.name, one.office, one.country) for one in meeting.participants] == [
        ("Zhao Leji", "Chairman", "China"),
        ("Vyacheslav Volodin", "Chairman of the State Duma", "Russia"),
    ]
    assert (meeting.date, meeting.place, meeting.kind, meeting.quotes) == (
        "2023-11-21",
        "Beijing",
        "talks",
        2,
    )
    first, second = library.quotes(talks)
    assert (first.id, first.speaker, first.text) == ("1.1", "Zhao Leji", "the importance of exchanges")
    assert [library.official(one).name for one in second.officials] == ["Vyacheslav Volodin"]
    kept = library.source(first.source)
    assert kept.text == TEXT and kept.text[first.start : first.end] == first.text
    assert (kept.retrieved, kept.language) == ("2024-05-06", "en")
    assert meeting.sources[0].sha256 == kept.sha256 and meeting.sources[0].retrieved == "2024-05-06"


def test_a_text_without_a_title_takes_that_of_its_meeting(library):
    library.add(source(TEXT, title=None), reading(TEXT, title="Talks in Beijing"))
    assert library.source(1).title == library.meeting(1).sources[0].title == "Talks in Beijing"


def test_officials_gain_spellings_and_offices_with_their_days(library, talks):
    add(library, 1, date="2023-12-24", officials=(replace(VOLODIN, office="Deputy"), ZHAO))
    volodin = next(one for one in library.officials() if one.country == "Russia")
    assert volodin.aliases == ("Yacheslav Volodin",)
    assert volodin.offices == (
        Office("Chairman of the State Duma", "2023-11-21", "2023-11-21"),
        Office("Deputy", "2023-12-24", "2023-12-24"),
    )
    zhao = next(one for one in library.officials() if one.country == "China")
    assert zhao.aliases == ()
    assert zhao.offices == (Office("Chairman", "2023-11-21", "2023-12-24"),)


def test_a_speaker_may_be_several_officials_a_body_or_a_group(library):
    said = [("Zhao Leji; Vyacheslav Volodin", "exchanges"), ("State Duma", "support"), (None, "importance")]
    library.add(source(TEXT), reading(TEXT, *said))
    assert {quote.text: len(quote.officials) for quote in library.quotes(1)} == {
        "exchanges": 2,
        "support": 0,
        "importance": 0,
    }


def test_meetings_come_newest_first_and_unknown_days_last(library):
    for number, date in enumerate(["2020-01-01", None, "2023-05-05", "2020-01-01"]):
        add(library, number, on_duplicate="add", date=date)
    assert [(meeting.date, meeting.id) for meeting in library.meetings()] == [
        ("2023-05-05", 3),
        ("2020-01-01", 4),
        ("2020-01-01", 1),
        (None, 2),
    ]
    assert library.meetings()[0].id == 3
    assert [meeting.id for meeting in library.meetings()[1:3]] == [4, 1]
    library.change_meeting(2, date="2025-01-01")
    assert library.meetings()[0].id == 2
    library.delete_meetings([3])
    assert [meeting.id for meeting in library.meetings()] == [2, 4, 1]


def test_everything_is_there_again_after_a_restart(library, talks):
    add(library, 5)
    library.tag_quotes(["1.1"], ["trade"])
    before = state(library)
    with Library.open(library.folder) as again:
        assert state(again) == before
        assert again.version == library.version and again.problems == ()


def test_unknown_ids_are_refused_in_a_sentence(library, talks):
    for look in (
        lambda: library.meeting(9),
        lambda: library.source(9),
        lambda: library.official(9),
        lambda: library.quote("1.9"),
        lambda: library.quote("first"),
        lambda: library.tag_quotes(["1.1", "1.9"], ["x"]),
        lambda: library.delete_meetings([1, 9]),
        lambda: library.merge_officials(1, [9]),
    ):
        with pytest.raises(LibraryError):
            look()
    assert library.quotes(9) == ()
    assert library.version == 2


def test_correcting_a_quote(library, talks):
    library.change_quotes(["1.1"], what="Corrected", speaker="Vyacheslav Volodin", start=34, end=47)
    quote = library.quote("1.1")
    assert (quote.text, quote.status, quote.officials) == (TEXT[34:47], "corrected", (2,))
    library.change_quotes(["1.1", "1.2"], status="checked", note="seen")
    assert {quote.status for quote in library.quotes(1)} == {"checked"}
    assert library.history(1)[0].what == "Changed 2 quotes: status → checked; note → seen"


def test_a_correction_is_told_from_what_to_what_and_of_whom(library, talks):
    def said(step):
        return step.what

    assert said(library.change_quotes(["1.1"], speaker="Wang Yi", kind="mixed")) == (
        "Changed “the importance of exchanges” of Zhao Leji: speaker Zhao Leji → Wang Yi; kind indirect → mixed"
    )
    quote = library.quote("1.1")
    step = library.change_quotes(["1.1"], start=quote.start + 4, end=quote.end - 10, note="x\n" * 99)
    assert said(step) == (
        "Changed “the importance of exchanges” of Wang Yi: begins “the importance of…” → “importance of”; "
        f"ends “…of exchanges” → “importance of”; note nothing → {' '.join('x' * 20)}…"
    )
    assert said(library.change_quotes(["1.2"], status="checked")) == "Checked “support” of Vyacheslav Volodin"
    assert said(library.delete_quotes(["1.2"])) == "Deleted “support” of Vyacheslav Volodin"
    title = library.meeting(1).title
    assert said(library.change_meeting(1, place=None, participants=(), unsure=())) == (
        f"Changed {title}: place Beijing → nothing; participants Zhao Leji, Vyacheslav Volodin → nothing"
    )
    assert said(library.change_official(1, country="Cuba", aliases=("Z", "L"))) == (
        "Changed Zhao Leji: country China → Cuba; aliases nothing → Z, L"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 50, "end": 40},
        {"end": 10**6},
        {"kind": "shouted"},
        {"status": "done"},
        {"number": 3},
        {"officials": (1,)},
    ],
)
def test_an_impossible_correction_is_refused_and_changes_nothing(library, talks, wrong):
    before = state(library)
    with pytest.raises(LibraryError):
        library.change_quotes(["1.1"], **wrong)
    assert state(library) == before


def test_a_speaker_known_from_elsewhere_joins_the_meetings_speakers(library, talks):
    add(library, 3, officials=(WANG, SZIJJARTO))
    library.change_quotes(["1.1"], speaker="Wang Yi")
    wang = next(one for one in library.officials() if one.name == "Wang Yi")
    assert library.quote("1.1").officials == (wang.id,)
    assert library.meeting(1).speakers == (Participant(wang.id, "Wang Yi", None, "China"),)


def test_quotes_added_and_deleted_never_share_a_number(library, talks):
    library.add_quote(Quote(1, 0, 1, 0, 9, "", "Zhao Leji", "direct"))
    assert library.quotes(1)[0] == Quote(1, 3, 1, 0, 9, "Zhao Leji", "Zhao Leji", "direct", "", (1,), "added")
    assert library.meeting(1).quotes == 3
    library.delete_quotes(["1.3"])
    library.add_quote(Quote(1, 0, 1, 0, 4, "", None, "direct"))
    assert library.quotes(1)[0].id == "1.4"
    library.undo()
    library.undo()
    library.undo()
    assert library.meeting(1).quotes == 2
    library.add_quote(Quote(1, 0, 1, 0, 4, "", None, "direct"))
    assert library.quotes(1)[0].id == "1.5"


def test_tags_go_on_and_come_off_in_one_step(library, talks):
    version = library.version
    library.tag_quotes(["1.1", "1.2"], add=["trade", "gas"])
    library.tag_quotes(["1.1"], add=["new"], remove=["gas"])
    assert library.quote("1.1").tags == ("trade", "new")
    assert library.quote("1.2").tags == ("trade", "gas")
    assert library.version == version + 2


def test_a_deleted_meeting_takes_its_sources_and_quotes_and_comes_back_whole(library, talks):
    before = state(library)
    library.delete_meetings([talks])
    assert not library.meetings() and library.quotes(talks) == () and library.counts().quotes == 0
    with pytest.raises(LibraryError):
        library.source(1)
    library.undo()
    assert state(library) == before
    library.redo()
    assert add(library, 1).meeting_id == 2, "an id is never given twice"


def test_a_person_may_set_any_field_of_a_meeting(library):
    library.add(source(TEXT), reading(TEXT, *SAID, unsure=("place", "date")))
    library.change_meeting(1, place="Moscow", tags=("gas",), note="?")
    meeting = library.meeting(1)
    assert (meeting.place, meeting.tags, meeting.note, meeting.unsure) == ("Moscow", ("gas",), "?", ("date",))
    for wrong in ({"kind": "brawl"}, {"id": 7}, {"quotes": 1}):
        with pytest.raises(LibraryError):
            library.change_meeting(1, **wrong)


def test_meetings_of_an_official(library, talks):
    add(library, 2, officials=(WANG, ZHAO))
    add(library, 3, officials=(WANG, SZIJJARTO), speakers=(VOLODIN,))
    names = {one.name: one.id for one in library.officials()}
    assert [one.id for one in library.meetings_of(names["Zhao Leji"])] == [1, 2]
    assert [one.id for one in library.meetings_of(names["Vyacheslav Volodin"])] == [1, 3]
    assert library.counts() == (counts := library.counts()) and (counts.meetings, counts.officials) == (3, 4)


def test_many_texts_are_one_step(library):
    texts = [f"{TEXT} {number}" for number in range(5)]
    added = library.add_many(
        [(source(text), reading(text, *SAID, date=f"2024-01-0{1 + at % 4}")) for at, text in enumerate(texts)]
    )
    assert [one.status for one in added] == ["added"] * 4 + ["duplicate"]
    assert library.counts().meetings == 4
    assert library.undo().what == "Added 5 texts"
    assert library.counts().meetings == 0


def test_what_changed_since_a_mark(library, talks):
    mark = library.mark()
    assert library.changed_meetings(mark) == frozenset()
    add(library, 2)
    library.tag_quotes(["1.1"], ["x"])
    library.delete_meetings([2])
    library.change_official(1, country="PRC")
    assert library.changed_meetings(mark) == {1, 2}
    for unknown in ("", "x", "1:00000000", "99:abcdef01", mark[:-1] + "-"):
        assert library.changed_meetings(unknown) is None


def test_what_changed_is_told_alike_by_who_wrote_it_and_by_who_comes_to_it(tmp_path):
    with Library.open(tmp_path / "library") as writer, Library.open(tmp_path / "library") as other:
        marks = [writer.mark()]
        for number in range(70):
            library = other if number in (20, 60) else writer
            library.refresh()
            add(library, number + 1, on_duplicate="add")
            writer.refresh()
            marks.append(writer.mark())
        with Library.open(tmp_path / "library") as newcomer:
            for mark in marks:
                assert writer.changed_meetings(mark) == newcomer.changed_meetings(mark)
                assert writer.changed_officials(mark) == newcomer.changed_officials(mark)
            assert len(newcomer.changed_meetings(marks[0])) == 70
