"""Markdown: read back by CommonMark parsers, it says what the quotes say and nothing else."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from store.export import FORMATS, Options, rows
from store.export.commonmark import address, escaped, link_target, web_address
from store.harmless import one_line
from tests.export.export_samples import CALL_SOURCE, FOREIGN, FOUND, PIECES, ROWS, FakeShelf, row_with

MARKDOWN = FORMATS["markdown"]
COMMONMARK = MarkdownIt("commonmark")
EVERYTHING = MarkdownIt("gfm-like").use(footnote_plugin)

HOSTILE = [
    "1986. A year of #tags, *stars*, _lines_, <b>bold</b>, &amp; ~~5%~~ for $5 and $6",
    "(iv) @someone [^q12-1] ^[an inline note] H~2~O x^2^ {.class} \\emph{x} | a | b",
    "Term ::: `code` ==marked== %%hidden%% [[link]] ![[picture]] www.example.org http://a.bc/d",
]

BLOCKS = {
    *(f"{block}_{end}" for block in ("heading", "paragraph", "blockquote") for end in ("open", "close")),
    *(f"footnote_{part}" for part in ("block_open", "block_close", "open", "close", "anchor")),
    "inline",
}


def inline_text(tokens):
    """The text a reader sees, and the kinds of token it is made of."""
    children = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in children), {child.type for child in children}


@given(FOREIGN)
@example("!")
@example("1986. A year")
@example("(iv) fourth")
@example("%%hidden%%")
@example("mailto:a@b.cd www.a.bc")
def test_escaped_text_is_one_paragraph_that_reads_as_it_was(text):
    for parser in (COMMONMARK, EVERYTHING):
        tokens = parser.parse(escaped(text))
        seen, kinds = inline_text(tokens)
        assert seen == one_line(text)
        assert kinds <= {"text"}
        assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("%%hidden%%", r"\%\%hidden\%\%"),
        ("Go!", r"Go\!"),
        ("5% of U.S. trade", "5% of U.S. trade"),
        ("É) x", r"É\) x"),
    ],
)
def test_what_only_some_programs_mind_is_escaped_too_and_no_more(text, source):
    """Obsidian hides what stands between %%; an exclamation mark before a footnote is the start of a picture."""
    assert escaped(text) == source


@given(FOREIGN)
def test_a_hostile_quote_stays_inside_its_block_quote(text):
    plain = EVERYTHING.parse(MARKDOWN.write([row_with("harmless words", note="x")]).decode())
    tokens = EVERYTHING.parse(MARKDOWN.write([row_with(text, note="x")]).decode())
    assert [token.type for token in tokens] == [token.type for token in plain]
    opened = next(i for i, token in enumerate(tokens) if token.type == "blockquote_open")
    seen, kinds = inline_text(tokens[opened + 2 : opened + 3])
    assert seen == one_line(text)
    assert kinds - {"text"} == {"footnote_ref"}


@given(FOREIGN, st.sampled_from(["meeting", "official", "topic", "date"]))
@settings(max_examples=40)
def test_no_foreign_text_anywhere_adds_a_block(text, group):
    row = row_with("words", speaker=text or None, cue=text, tags=(text,), note=text or "x")
    source = replace(row.source_label, publisher=text, title=text, author=text)
    meeting = replace(row.meeting, title=text, place=text)
    row = replace(
        row, meeting=meeting, source_label=source, office=text, country=text, before=text or "x", after="y"
    )
    options = Options(title=text, group=group, front_matter=True, query=text)
    document = MARKDOWN.write([row], options).decode()
    front, body = document.removeprefix("---\n").split("\n---\n", 1)
    for line in front.splitlines():
        name, value = line.split(": ", 1)
        assert name.isalpha()
        json.loads(value)
    tokens = EVERYTHING.parse(body)
    kinds = {token.type for token in tokens}
    assert kinds <= BLOCKS
    assert [token.tag for token in tokens if token.type == "heading_open"][:1] == ["h1"]
    children = {child.type for token in tokens for child in token.children or ()}
    assert children <= {"text", "footnote_ref", "link_open", "link_close", "html_inline", "footnote_anchor"}


@pytest.mark.parametrize("group", ["meeting", "official", "topic", "date"])
def test_each_grouping_names_every_quote_under_its_heading(group, golden):
    data = MARKDOWN.write(
        ROWS, Options(group=group, front_matter=True, query="rail | winter", exported="2024-06-01")
    )
    golden(f"by-{group}.md", data)
    for row in ROWS:
        mark = f"[^q{row.quote.meeting}-{row.quote.number}]"
        assert data.decode().count(f"\n{mark}: ") == 1
        assert f"{escaped(row.quote.text)}{mark}" in data.decode()


def test_a_source_is_named_in_full_once_in_its_group():
    document = MARKDOWN.write(ROWS).decode()
    assert document.count("“Talks on grain \\& rail\\_lines”") == 1


def test_the_footnote_tells_source_address_access_and_place():
    notes = [line for line in MARKDOWN.write(ROWS).decode().splitlines() if line.startswith("[^q12-2]")]
    (note,) = notes
    assert "Ministry for Foreign Affairs" in note
    assert "<https://example.org/news/talks?id=7&lang=en>" in note
    assert "accessed 6 May 2024" in note
    assert f"characters {ROWS[1].quote.start}–{ROWS[1].quote.end}" in note
    assert ROWS[1].source_label.sha256 in note


def test_context_stands_below_its_quote(golden):
    golden("context.md", MARKDOWN.write(rows(FakeShelf(), FOUND[:2], context=4)))


@given(st.text(max_size=40) | FOREIGN)
@example("&copy;")
def test_an_address_is_one_link_or_plain_text(tail):
    tokens = COMMONMARK.parse(address("https://example.org/" + tail))
    _, kinds = inline_text(tokens)
    assert kinds == {"link_open", "text", "link_close"}
    assert not re.search(r"[()]|&\w+;", link_target("https://example.org/" + tail))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://", "http://[", None, ""]
)
def test_only_web_addresses_become_links(url):
    assert web_address(url) is None
    assert inline_text(COMMONMARK.parse(address(url)))[1] <= {"text"}


@pytest.mark.parametrize("dialect", ["markdown-smart", "gfm", "commonmark_x-smart"])
@pytest.mark.parametrize("words", HOSTILE)
def test_pandoc_reads_the_same_words(words, dialect, pandoc_text):
    document = MARKDOWN.write([row_with(words)])
    assert words in pandoc_text(document, dialect)
    assert one_line(CALL_SOURCE.text)[49:101] in pandoc_text(MARKDOWN.write(ROWS), dialect)


@pytest.mark.parametrize("dialect", ["markdown-smart", "gfm"])
def test_pandoc_reads_every_two_pieces_together_as_they_are(dialect, pandoc_text):
    """All pairs in one document: what one piece leaves alone, the next one must not open."""
    texts = [one_line(f"{first}{second}x") for first in PIECES for second in PIECES]
    document = "\n\n".join(f"> {escaped(text)}\n\n-----" for text in texts)
    assert pandoc_text(document.encode(), dialect, "BlockQuote") == texts


@pytest.mark.parametrize(
    "title", [*HOSTILE, "---", "<script>alert(1)</script>", "yes", "2024-01-01", "a: b # c", "*", ""]
)
def test_front_matter_is_a_title_and_nothing_else(title, pandoc_title):
    data = MARKDOWN.write(ROWS, Options(title=title, front_matter=True, query="a: [b"))
    assert pandoc_title(data) == title
