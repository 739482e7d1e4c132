from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.typeset.blocks import Block
from tui.typeset.flow import Flow
from tui.typeset.runs import paint
from tui.typeset.wrapping import count_lines, fit, is_wide, wrap

TEXT = st.text(alphabet="ab cé—“中文字 あ\n", max_size=120)


@given(TEXT, st.integers(2, 40))
def test_lines_hold_the_whole_text_in_order_and_fit(text: str, width: int) -> None:
    lines = wrap(text, width)
    at = 0
    for start, end in lines:
        assert not text[at:start].strip()
        assert cell_len(text[start:end]) <= width
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip()


@given(TEXT, st.integers(2, 40))
def test_counting_lines_is_making_them(text: str, width: int) -> None:
    assert count_lines(text, width) == len(wrap(text, width))


def test_words_stay_whole_where_they_can() -> None:
    text = "the two sides met again"
    assert [text[a:b] for a, b in wrap(text, 9)] == ["the two", "sides met", "again"]


def test_a_long_word_and_chinese_break_anywhere() -> None:
    assert list(wrap("abcdefgh", 3)) == [(0, 3), (3, 6), (6, 8)]
    assert list(wrap("中方愿同", 4)) == [(0, 2), (2, 4)]


@given(st.text(alphabet="abc中é", max_size=30), st.integers(1, 20))
def test_fitting_is_exact(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(
    st.lists(st.text(alphabet="ab c", min_size=1, max_size=60), min_size=1, max_size=8), st.integers(20, 90)
)
def test_a_column_is_as_high_as_its_lines(bodies: list[str], width: int) -> None:
    blocks = [
        Block(
            "quote", body, key=str(number), cue="said", gap=number % 2 == 0, tail="#a" if number % 3 else ""
        )
        for number, body in enumerate(bodies)
    ]
    flow = Flow(blocks, width)
    lines = [(index, line) for index in range(len(blocks)) for line in range(len(flow.lines(index)))]
    assert flow.height == len(lines)
    assert [flow.at(y) for y in range(flow.height)] == lines


@given(
    st.text(alphabet="abc", min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))),
)
def test_painting_keeps_every_letter(text: str, spans: list[tuple[int, int]]) -> None:
    from rich.style import Style

    runs = [(min(a, b), max(a, b), Style(bold=True)) for a, b in spans]
    painted = paint(text, 0, len(text), Style(), sorted(runs, key=lambda run: run[:2]))
    assert "".join(segment.text for segment in painted) == text


def test_every_character_of_two_cells_is_known_as_wide() -> None:
    codes = (*range(0x20, 0xD800), *range(0xE000, 0x40000))
    assert [hex(code) for code in codes if cell_len(chr(code)) == 2 and not is_wide(chr(code))] == []


def test_chinese_lines_begin_with_no_closing_sign_and_end_with_no_opening_one() -> None:
    text = "中方愿同俄方一道，推动“两国关系”不断取得新发展。双方在 2023 年举行《会谈》。" * 4
    for width in range(8, 40):
        lines = [text[start:end] for start, end in wrap(text, width)]
        assert not any(line[0] in "，。”》" or line[-1] in "“《" for line in lines)


@given(TEXT, st.integers(2, 40), st.integers(0, 119))
def test_an_offset_stands_on_the_line_that_takes_it_up(text: str, width: int, offset: int) -> None:
    lines = wrap(text, width)
    if offset < len(text):
        number = lines.line_of(offset)
        assert lines[number][0] <= offset
        assert number == len(lines) - 1 or offset < lines[number + 1][0]
