import pytest

from store.model import Meeting, Participant, Quote
from tests.tui.shelf import a_shelf
from tui.typeset.blocks import meeting_blocks, quote_block
from tui.typeset.days import day_range, long_day
from tui.typeset.page import Page, Place, page_of
from tui.typeset.people import short_name, who_met
from tui.typeset.plain import flat, lines_kept
from tui.typeset.sorting import sorted_meetings


@pytest.mark.parametrize(
    ("name", "country", "short"),
    [
        ("Zhao Leji", "China", "Zhao"),
        ("Vyacheslav Volodin", "Russia", "Volodin"),
        ("Ursula von der Leyen", "Germany", "von der Leyen"),
        ("Mohammed bin Salman", "Saudi Arabia", "bin Salman"),
        ("KISHIDA Fumio", "Japan", "Kishida"),
        ("Ferdinand Marcos Jr.", "Philippines", "Marcos"),
        ("Perfecto Yasay, Jr.", "Philippines", "Yasay"),
        ("王毅", "China", "王毅"),
        ("Lee Hsien Loong", "Singapore", "Lee"),
        ("Vivian Balakrishnan", "Singapore", "Balakrishnan"),
        ("Vivian Balakrishnan", "China", "Balakrishnan"),
        ("Plato", None, "Plato"),
        ("Fumio Kishida", "Japan", "Kishida"),
        ("Kishida Fumio", "Japan", "Kishida"),
        ("Hayashi Yoshimasa", "Japan", "Hayashi"),
        ("Taro Kono", "Japan", "Kono"),
        ("Kim Jong-un", "North Korea", "Kim"),
        ("Ban Ki-moon", None, "Ban"),
        ("Xi Jinping", None, "Xi"),
        ("Jin-pyo Kim", "South Korea", "Kim"),
        ("Pham Minh Chinh", "Vietnam", "Chinh"),
        ("Anwar Ibrahim", "Malaysia", "Anwar"),
        ("Dato' Seri Anwar Ibrahim", "Malaysia", "Anwar"),
        ("Joko Widodo", "Indonesia", "Widodo"),
        ("Hun Manet", "Cambodia", "Hun Manet"),
        ("Abiy Ahmed", "Ethiopia", "Abiy"),
        ("Luiz Inácio Lula da Silva", "Brazil", "Lula"),
        ("Aníbal António Cavaco da Silva", "Portugal", "da Silva"),
        ("Ahmed Aboul Gheit", "Egypt", "Aboul Gheit"),
        ("Alexander De Croo", "Belgium", "De Croo"),
        ("Gabriel Boric Font", "Chile", "Boric"),
        ("José Manuel Albares Bueno", "Spain", "Albares"),
        ("José Manuel Albares", "Spain", "Albares"),
        ("Andrés Manuel López Obrador", "Mexico", "López Obrador"),
        ("Luis de Guindos", "Spain", "de Guindos"),
    ],
)
def test_people_are_called_as_headlines_call_them(name: str, country: str | None, short: str) -> None:
    assert short_name(name, country) == short


def test_days_are_written_for_people() -> None:
    assert long_day("2023-11-21") == "21 Nov 2023"
    assert long_day("2023") == "2023" and long_day(None) == "date unknown"
    assert day_range("2023-11-21", "2023-11-23") == "21–23 Nov 2023"
    assert day_range("2023-11-30", "2023-12-01") == "30 Nov 2023 – 1 Dec 2023"
    assert day_range("2023-11-21", "2023-11-21") == "21 Nov 2023"


def test_a_meeting_nobody_is_known_of_has_its_title() -> None:
    assert who_met(Meeting("A text")) == "A text"
    assert who_met(Meeting("A text", participants=(Participant(1, "Zhao Leji", None, "China"),))) == "Zhao"


def test_nothing_in_a_text_moves_the_cursor_and_offsets_hold() -> None:
    text = "a\tb\r\nc\x1b[2J\u202ed"
    assert len(flat(text)) == len(lines_kept(text)) == len(text)
    assert "\x1b" not in flat(text) and "\n" not in flat(text) and "\u202e" not in flat(text)
    assert lines_kept(text).count("\n") == 1


def test_quotes_stand_under_their_speakers_with_signs_and_tails() -> None:
    shelf = a_shelf(4)
    blocks = meeting_blocks(shelf.kept[1][0], shelf.quotes(1))
    assert [block.look for block in blocks] == ["heading", "quote", "quote", "heading", "quote", "quote"]
    assert blocks[0].body == "Zhao Leji · Chairman, NPC Standing Committee · China"
    assert blocks[5].signs == "?– "
    tagged = quote_block(
        Quote(1, 1, 1, 0, 1, "x", None, "direct", status="checked", tags=("a b",), note="n"), 2
    )
    assert (tagged.signs, tagged.tail) == ("✓“² ", "#a b  note: n")
    assert meeting_blocks(Meeting("m"), ())[0].look == "remark"


def test_a_missing_quote_has_no_place_on_the_page() -> None:
    _, quotes, source = a_shelf(4).kept[1]
    from dataclasses import replace

    page = page_of(source, [replace(quotes[0], status="missing"), *quotes[1:]])
    assert page.place("1.1") is None
    second = page.place("1.2")
    assert second and page.text[second.start : second.end] == quotes[1].text


def test_a_line_shows_every_quote_it_touches_also_one_that_holds_another() -> None:
    page = Page(
        "x" * 90, (Place(0, 50, "long"), Place(5, 10, "within"), Place(40, 60, "over"), Place(70, 80, "last"))
    )
    for start, end, keys in (
        (0, 5, "long"),
        (8, 20, "long within"),
        (45, 50, "long over"),
        (60, 70, ""),
        (79, 90, "last"),
    ):
        assert [place.key for place in page.between(start, end)] == keys.split()
    assert page.place("over") == (40, 60, "over") and page.place("none") is None


def test_meetings_can_be_sorted_and_the_unknown_go_last() -> None:
    meetings = a_shelf(8).meetings()
    assert sorted_meetings(meetings, "date") is meetings
    oldest = sorted_meetings(meetings, "oldest")
    assert oldest[-1].date is None and oldest[0].date == min(m.date for m in meetings if m.date)
    assert sorted_meetings(meetings, "place")[-1].place is None
    assert sorted_meetings(meetings, "quotes")[0].quotes == 9
    assert sorted_meetings(meetings, "official")[-1].participants == ()
    assert sorted_meetings(meetings, "title")[0].title.startswith("A text")
