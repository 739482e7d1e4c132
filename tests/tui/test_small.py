"""Small things that know no screen."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Meeting, Office, Official, Participant
from store.query import Field, Words, parse
from store.search.place import index_path
from tui import clipboard
from tui.correcting import known_as, meeting_changes, names_like, official_changes, tags_of, wrong_meeting
from tui.crash import report_text, sentence
from tui.outside import editor_command, fields_of, text_of
from tui.paths import complete_path, shared_beginning
from tui.spanning import Span, by_character, by_sentence, by_word, parting, turned, unquoted
from tui.start import forget_index
from tui.typeset.sparkline import months, sparkline
from tui.widgets.hints import AWAY, HINTS

TEXT = "Zhao said that trade grew. He hoped for peace! Then they left."


def test_the_end_of_a_span_goes_by_words_and_the_begin_too() -> None:
    span = Span(TEXT, 15, 20)
    assert span.words == "trade"
    assert by_word(span, 1).words == "trade grew."
    assert by_word(turned(span), -1).words == "that trade"
    assert by_word(by_word(span, 1), -1).words == "trade"
    assert by_character(span, 1).words == "trade "
    assert by_sentence(span, 1).words == "He hoped for peace!"
    assert by_sentence(by_sentence(span, 1), -1).words == "Zhao said that trade grew."


def test_the_next_sentence_of_which_no_quote_is_goes_round_and_falls_back() -> None:
    first, second, third = (0, 26), (27, 46), (47, 62)
    begin = Span(TEXT, 0, 1)

    def free(span: Span, *taken: tuple[int, int]) -> tuple[int, int]:
        found = unquoted(span, taken)
        return found.start, found.end

    assert free(begin) == first
    assert free(begin, (15, 25)) == second
    assert free(begin, (15, 30)) == third
    assert free(Span(TEXT, 50, 51), third) == first
    assert free(begin, first, second, third) == second
    headed = "Title: Talks\n\nThey met. Trade grew."
    assert unquoted(Span(headed, 24, 25), [(24, 35)]).words == "They met."


@given(
    st.text(alphabet="ab .\n", min_size=2, max_size=30),
    st.lists(st.tuples(st.sampled_from([by_character, by_word, by_sentence]), st.sampled_from([-1, 1]))),
)
def test_a_span_stays_in_its_text_and_is_never_empty(text: str, moves: list) -> None:
    span = Span(text, 0, 1)
    for number, (move, by) in enumerate(moves):
        span = turned(move(span, by)) if number % 3 == 0 else move(span, by)
        assert 0 <= span.start < span.end <= len(text)


def test_tags_are_split_and_bare() -> None:
    assert tags_of("trade, #peace,  trade -old") == ("trade", "peace", "-old")
    assert tags_of("#peace #trade -war") == ("peace", "trade", "-war")


def test_a_tag_of_several_words_is_one_tag_that_can_be_asked_for():
    (tag, accented) = tags_of("my  tag, Élysée, ")
    assert (tag, accented) == ("my-tag", "Élysée")
    assert parse(f"tag:{tag}").root == Field("tag", Words(("my", "tag"), prefix=True))


def test_the_last_of_several_names_is_completed() -> None:
    names = ["Zhao Leji", "Li Qiang", "Zhao Lijian"]
    assert names_like("zhao", names) == ["Zhao Leji", "Zhao Lijian"]
    assert names_like("Li Qiang; leji", names) == ["Li Qiang; Zhao Leji"]
    assert names_like("Li Qiang;", names) == names_like("", names) == names_like("Li Qiang", names) == []


def test_a_meeting_is_corrected_with_people_the_library_knows() -> None:
    zhao, volodin = (
        Official("Zhao Leji", "China", ("Leji",), id=1),
        Official("V. Volodin", "Russia", (), (Office("Speaker"),), 2),
    )
    known = known_as([zhao, volodin])
    meeting = Meeting(
        "Talks",
        "2023",
        participants=(Participant(1, "Zhao Leji", "Chairman", "China"),),
        unsure=("date", "place"),
    )
    assert "knows no official called Nobody" in wrong_meeting({"participants": "Nobody"}, known)
    assert "comes before" in wrong_meeting({"date": "2023-02-02", "end_date": "2023-02-01"}, known)
    assert wrong_meeting({"kind": "party"}, known) and wrong_meeting({"date": "2023-02-30"}, known)
    assert not wrong_meeting({"title": "x", "date": "2023-02", "kind": "call"}, known)
    changes = meeting_changes(
        {"participants": "zhao leji; v. volodin", "date": "", "tags": "a, b"}, meeting, known
    )
    assert changes["participants"] == (
        meeting.participants[0],
        Participant(2, "V. Volodin", "Speaker", "Russia"),
    )
    assert (changes["date"], changes["tags"], changes["unsure"]) == (None, ("a", "b"), ("place",))
    chair = Office("Chair", "2019-01-01", "2023-11-21")
    official = Official("Zhao Leji", "China", (), (chair, Office("Guest")))
    assert official_changes({"aliases": "a; b", "country": ""}, official) == {
        "aliases": ("a", "b"), "country": None
    }  # fmt: skip
    assert official_changes({"offices": "Chair; Envoy"}, official) == {"offices": (chair, Office("Envoy"))}


@given(st.text("ab .;\n", max_size=40))
def test_a_part_is_parted_inside_itself_or_nowhere(text: str) -> None:
    at = parting(text, 0, len(text))
    assert at == len(text) or (text[:at].strip() and text[at:].strip())


def test_a_part_is_parted_at_its_second_sentence_before_a_clause_before_a_word() -> None:
    assert parting("Trade grew, he said. It will grow; more.", 0, 40) == 21
    assert parting("Trade grew, he said", 0, 19) == 12
    assert parting("Trade grew", 0, 10) == 6


def test_fields_go_through_an_editor_and_back() -> None:
    before = {"speaker": "Zhao Leji", "note": "two\nlines"}
    text = text_of(before, "The quote.\nSecond line.")
    assert fields_of(text, before) == before
    assert fields_of(text.replace("Zhao Leji", "Wang Yi"), before) == {**before, "speaker": "Wang Yi"}
    assert fields_of("# speaker: no\n", before) == before


def test_the_editor_is_taken_apart_without_a_shell() -> None:
    assert editor_command("code --wait", {}) == ["code", "--wait"]
    assert editor_command("", {"VISUAL": "", "EDITOR": "em 'a b'"}) == ["em", "a b"]
    assert editor_command("", {})[0] in ("nano", "vi")


def test_paths_go_on_as_the_folder_does(tmp_path: Path) -> None:
    (tmp_path / "readouts").mkdir()
    for name in ("read.txt", "READ2.txt", ".hidden"):
        (tmp_path / name).write_text("")
    assert complete_path(f"{tmp_path}/rea") == [
        f"{tmp_path}/readouts/",
        f"{tmp_path}/READ2.txt",
        f"{tmp_path}/read.txt",
    ]
    assert len(complete_path(f"{tmp_path}/")) == 3 and len(complete_path(f"{tmp_path}/.h")) == 1
    assert complete_path("https://exa") == complete_path("") == complete_path(f"{tmp_path}/none/x") == ()
    assert shared_beginning(["readout", "readme", "read"]) == "read"


def test_the_clipboard_is_the_systems_own_unless_far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        clipboard.shutil, "which", lambda name: name if name in ("xclip", "wl-copy") else None
    )
    assert clipboard.native({"DISPLAY": ":0"})[1] == "X11's clipboard"  # type: ignore[index]
    assert clipboard.native({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"})[1] == "Wayland's clipboard"  # type: ignore[index]
    assert clipboard.native({"DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}) is None
    assert clipboard.native({}) is None


def test_a_crash_leaves_a_report_and_says_where(tmp_path: Path) -> None:
    now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    try:
        raise KeyError("lost")
    except KeyError as error:
        said = sentence(error, tmp_path / "state", now)
        assert "KeyError" in report_text(error, now) and "textual" in report_text(error, now)
        assert "No report" in sentence(error, Path("/proc/nowhere"), now)
    assert str(tmp_path / "state" / "crash-20260102-030405.txt") in said


def test_a_sparkline_has_a_bar_a_month_and_fits() -> None:
    by_month = months(["2023-11-21", "2023-11-02", "2024-01", None, "2023"])
    assert by_month == [("2023-11", 2), ("2023-12", 0), ("2024-01", 1)]
    assert sparkline([count for _, count in by_month], 10) == "█ ▄"
    assert len(sparkline(list(range(100)), 30)) <= 30
    assert sparkline([], 10) == "" and months([]) == []


def test_nothing_is_left_of_the_index_of_a_sample(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    file = index_path(folder)
    file.parent.mkdir(parents=True)
    beside = file.with_name(file.name + "-wal")
    file.touch()
    beside.touch()
    forget_index(folder)
    assert not file.exists() and not beside.exists()
    forget_index(folder)


def test_every_hint_fits_a_narrow_terminal_with_what_puts_it_away() -> None:
    for number, hint in enumerate(HINTS, start=1):
        assert len(f" {number}/{len(HINTS)}  {hint}{AWAY}") <= 80
