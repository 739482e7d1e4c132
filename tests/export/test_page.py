"""HTML and plain text: what a reader sees is what was said, and nothing of it acts."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export import FORMATS, Options, rows
from store.harmless import one_line
from tests.export.export_samples import FOUND, ROWS, FakeShelf, row_with

HOSTILE = st.text(alphabet="<>&\"'/=-! \n\x1b\u202eabc;#", max_size=20) | st.text(max_size=20)
HTML, TEXT = FORMATS["html"], FORMATS["text"]


class Page(HTMLParser):
    """What a browser would make of a page, as far as it matters here."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.words, self.comments = [], set(), [], []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attributes}

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.comments.append(data)


@given(HOSTILE)
def test_foreign_text_adds_no_tag_attribute_or_comment(text):
    def page(words):
        row = row_with(words, speaker=words, tags=(words,), note=words, cue=words)
        source = replace(row.source_label, title=words, publisher=words, author=words)
        meeting = replace(row.meeting, title=words, place=words)
        row = replace(row, meeting=meeting, source_label=source, office=words, before=words, after=words)
        return Page(HTML.write([row], Options(title=words)))

    plain, hostile = page("words"), page(f"x{text}")
    assert hostile.tags == plain.tags
    assert hostile.attributes == plain.attributes
    assert hostile.comments == plain.comments
    assert one_line(f"x{text}") in hostile.words


def test_the_page_loads_and_runs_nothing():
    page = Page(HTML.write(ROWS))
    assert not {"script", "img", "link", "iframe", "form", "object"} & set(page.tags)
    document = HTML.write(ROWS).decode()
    assert "default-src &#x27;none&#x27;" in document
    assert "unsafe-inline" not in document


def test_only_web_addresses_are_links():
    row = replace(ROWS[0], source_label=replace(ROWS[0].source_label, url="javascript:alert(1)"))
    page = Page(HTML.write([row]))
    assert "a" not in page.tags
    assert "cite" not in page.attributes


@pytest.mark.parametrize("form", [HTML, TEXT], ids=["html", "text"])
def test_every_quote_tells_its_place(form):
    seen = " ".join(form.write(rows(FakeShelf(), FOUND, context=3)).decode().split())
    for row in ROWS:
        assert f"characters {row.quote.start}–{row.quote.end}, sha256 {row.source_label.sha256[:16]}" in seen
    assert "Context: Virtanen stressed that […] . She added:" in seen


@pytest.mark.parametrize("group", ["meeting", "official", "topic", "date"])
@pytest.mark.parametrize("form", [HTML, TEXT], ids=["html", "text"])
def test_every_grouping_holds_every_quote(form, group):
    document = form.write(ROWS, Options(group=group)).decode()
    assert all(
        len(document.split(words)) > 1 for words in ("We will keep our word.", "to meet again in Amman")
    )


@given(HOSTILE)
def test_plain_text_steers_no_terminal(text):
    document = TEXT.write([row_with(text, note=text, speaker=text)]).decode()
    assert not set(document) & {"\x1b", "\u202e", "\r", "\x00", "\x9b"}
    assert one_line(text) in " ".join(document.split())


def test_no_rows_are_said_so():
    assert "No quotes." in Page(HTML.write([])).words
