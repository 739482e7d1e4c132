"""Printed lines back to running text: nothing but running heads, page numbers and hyphens is ever lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from store.sources.formats import FORMATS
from store.sources.lines import Line, running_text, without_running_heads

TEXT = st.text(alphabet="abcDEF -.,“”ﬁ1\u00ad", min_size=1, max_size=40).filter(str.strip)
LINES = st.lists(
    st.builds(
        Line,
        page=st.integers(0, 3),
        text=TEXT,
        x=st.floats(0, 600),
        y=st.floats(0, 800),
        size=st.sampled_from([9.0, 11.0, 16.0]),
    ),
    max_size=30,
)


def letters(text: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", text.replace("ﬁ", "fi"))


@given(LINES)
def test_every_letter_is_kept_in_its_order(lines: list[Line]) -> None:
    kept = list(without_running_heads(lines))
    assert letters(running_text(lines)) == letters("".join(line.text for line in kept))


def page(number: int, *texts: str) -> list[Line]:
    return [Line(number, text, 40, 700 - 14 * row, 11) for row, text in enumerate(texts)]


def test_a_body_line_that_happens_to_repeat_elsewhere_on_the_page_is_kept() -> None:
    lines = page(0, "One line.", "Applause.", "Another line.") + page(
        1, "Applause.", "Last line.", "The end."
    )
    assert running_text(lines).count("Applause.") == 2


def test_what_all_pages_have_in_their_middle_is_no_running_head() -> None:
    rows = [f"Article {row} of the treaty" for row in range(9)]
    assert running_text(page(0, *rows) + page(1, *rows)).count("Article 4") == 2


def test_page_numbers_at_the_edge_go_and_numbers_within_stay() -> None:
    words = ("The", "ministers met in", "the year", "2023", "in", "Oslo", "together.", "7")
    text = running_text(page(0, *words) + page(1, "They left.", "- 8 -"))
    assert text == "The ministers met in the year 2023 in Oslo together.\n\nThey left."


def test_a_row_of_comments_is_recognised_at_once() -> None:
    head = b"<!---->" * 300 + b"x"
    assert not any(row.look.match(head) for row in FORMATS if row.look)
