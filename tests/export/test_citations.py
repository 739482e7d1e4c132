"""What the copy menu puts on the clipboard."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.export import dates
from store.export.citations import CITATIONS, apa, attributed, chicago, markdown_quote, mla
from store.export.links import passage
from store.harmless import one_line
from tests.export.export_samples import ROWS, row_with

BARE = replace(
    ROWS[0].source_label, author=None, published=None, retrieved=None, title=None, url=None, publisher=None
)


def test_apa():
    assert apa(ROWS[0]) == (
        "Press Office. (2024, May 3). Talks on grain & rail_lines. Ministry for Foreign Affairs. "
        "Retrieved May 6, 2024, from https://example.org/news/talks?id=7&lang=en"
    )
    assert "Retrieved June 7, 2024, from" in apa(ROWS[0], "2024-06-07")
    unsigned = replace(ROWS[0], source_label=replace(ROWS[0].source_label, author=None, published="2024-05"))
    assert apa(unsigned).startswith(
        "Ministry for Foreign Affairs. (2024, May). Talks on grain & rail_lines. Retrieved"
    )


def test_chicago():
    titled = replace(ROWS[0], source_label=replace(ROWS[0].source_label, title="On “trust”"))
    assert chicago(titled, "2024-06-07") == (
        "Press Office, “On ‘trust’,” Ministry for Foreign Affairs, May 3, 2024, accessed June 7, 2024, "
        "https://example.org/news/talks?id=7&lang=en."
    )


def test_mla():
    assert mla(ROWS[0], "2024-06-07").endswith("Accessed 7 June 2024.")
    assert mla(ROWS[0]) == (
        "Press Office. “Talks on grain & rail_lines.” Ministry for Foreign Affairs, 3 May 2024, "
        "https://example.org/news/talks?id=7&lang=en. Accessed 6 May 2024."
    )


@pytest.mark.parametrize("style", CITATIONS)
def test_little_known_leaves_no_empty_brackets_or_double_marks(style):
    cited = CITATIONS[style](replace(ROWS[0], source_label=BARE), None)
    assert "None" not in cited
    assert not any(wrong in cited for wrong in ("()", "..", ",,", ", .", "  ", " ."))
    assert "Talks on grain & rail_lines" in cited


@pytest.mark.parametrize("style", CITATIONS)
@given(text=st.text(max_size=20))
def test_a_citation_is_one_harmless_line(style, text):
    row = replace(
        ROWS[0], source_label=replace(BARE, title=text, author=text, publisher=text, published=text, url=text)
    )
    cited = CITATIONS[style](row, text)
    assert cited == " ".join(cited.split())
    assert "\x1b" not in cited


def test_only_direct_quotes_wear_quotation_marks():
    assert attributed(ROWS[1]) == (
        "“We will keep our word.” — Aino Virtanen, Foreign Minister of Finland, Helsinki, 3–4 May 2024, "
        "reported by Ministry for Foreign Affairs"
    )
    assert attributed(ROWS[3]).startswith("to meet again in Amman — both sides, Helsinki")
    assert "as reported by" in attributed(ROWS[3])


@given(st.text(max_size=30))
def test_one_quote_as_markdown_is_a_block_quote_and_nothing_else(text):
    tokens = MarkdownIt("commonmark").parse(markdown_quote(row_with(text)))
    assert (tokens[0].type, tokens[-1].type) == ("blockquote_open", "blockquote_close")
    assert {token.type for token in tokens[1:-1]} <= {"paragraph_open", "inline", "paragraph_close"}
    last = [child.type for child in tokens[-3].children]
    assert last == ["text", "link_open", "text", "link_close", "text"]


@given(st.text(min_size=1, max_size=40))
def test_a_link_to_the_passage_is_an_address_with_one_directive(text):
    link = passage(row_with(f"a{text}"))
    address, directive = link.split(":~:text=")
    assert address == f"{ROWS[0].source_label.url}#"
    assert not set(directive) & set('-&# "<>')
    assert " ".join(map(unquote, directive.split(","))).split()[0] == one_line(f"a{text}").split()[0]


def test_a_long_passage_is_named_by_its_ends():
    row = row_with("one two three four five six seven eight nine ten eleven", ROWS[4])
    assert (
        passage(row)
        == "https://jordan.example/a(b)#:~:text=one%20two%20three%20four,eight%20nine%20ten%20eleven"
    )
    labelled = replace(row, source_label=replace(row.source_label, url="https://a.example/b#c"))
    assert passage(labelled).startswith("https://a.example/b#c:~:text=one")
    assert passage(replace(row, source_label=BARE)) is None


@pytest.mark.parametrize(
    ("date", "long", "iso"),
    [
        ("2023-11-21", "21 November 2023", "2023-11-21"),
        ("2023-11-21T08:00:00+00:00", "21 November 2023", "2023-11-21"),
        ("2023-11", "November 2023", "2023-11"),
        ("0987", "0987", "0987"),
        ("2023-13-01", "2023-13-01", None),
        ("2023-00-05", "2023", "2023"),
        ("in spring", "in spring", None),
        (None, "", None),
    ],
)
def test_days_are_written_as_far_as_they_are_known(date, long, iso):
    assert (dates.long(date), dates.iso(date)) == (long, iso)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2024-05-03", "2024-05-04", "3–4 May 2024"),
        ("2024-05-30", "2024-06-01", "30 May 2024 – 1 June 2024"),
        ("2024-05-03", "2024-05-03", "3 May 2024"),
        ("2024-05-03", None, "3 May 2024"),
        (None, None, ""),
    ],
)
def test_a_meeting_of_several_days(first, last, shown):
    assert dates.span(first, last) == shown
