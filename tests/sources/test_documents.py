"""Documents of any kind are one text, Markdown and plain text among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.model import Source
from store.sources import Loader
from store.sources.raw import Raw
from tests.sources.conftest import TALKS

DOCUMENTS = Path(__file__).parent / "documents"


@pytest.mark.parametrize(
    "name", ["libreoffice.pdf", "chromium.pdf", "chromium_columns.pdf", "libreoffice.docx"]
)
def test_one_text_whatever_wrote_it(read, name: str) -> None:
    source = read((DOCUMENTS / name).read_bytes(), name)
    paragraphs = source.text.split("\n\n")
    assert source.title == paragraphs[0] == "Minister Ruhl receives Minister Diallo"
    assert paragraphs[1].startswith(
        "On 4 June 2024, Minister for Foreign Affairs Tomas Ruhl received in Haldenberg"
    )
    assert paragraphs[3] == (
        "“We have never regarded this commitment as an act of charity,” he said. “It is an investment in a"
        " neighbourhood that we share.”"
    )
    assert paragraphs.count(paragraphs[3]) == 2
    # A sentence over the end of a page, the running head and foot gone, a broken line mended, a ligature spelled out.
    assert (
        "Minister Ruhl reiterated his country’s candidature for the Council and thanked Sabara" in source.text
    )
    assert not any(word in source.text for word in ("112/2024", "Page ", "file://", "11/23/26"))
    assert "intergovernmental commission on fisheries" in source.text


def test_markdown_reads_as_it_looks(read) -> None:
    written = (
        "---\ntitle: 'Talks in Oslo'\ndate: 2023-11-21T10:00:00\nsource: https://ministry.example/a\n---\n"
        "# Talks in Oslo\n\nThe **ministers** met\nin [Oslo](https://example.org/oslo), ![](a.png)they said.\n\n"
        "> “We *agree*.”\n\n- fish\n- grain\n"
    )
    source = read(written.encode(), "a.md")
    assert (
        source.text
        == "Talks in Oslo\n\nThe ministers met in Oslo, they said.\n\n“We agree.”\n\nfish\n\ngrain"
    )
    assert (source.title, source.published, source.url) == (
        "Talks in Oslo",
        "2023-11-21",
        "https://ministry.example/a",
    )


def test_markdown_with_a_header_block(read) -> None:
    source = read(b"Title: Talks\nPublisher: Ministry\n\n# Talks in Oslo\n\nThey *met*.\n", "a.md")
    assert (source.title, source.publisher, source.text) == (
        "Talks",
        "Ministry",
        "Talks in Oslo\n\nThey met.",
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From Oslo the ministers flew to Bergen.", "text"),
        ("Received: wisdom is not always wise, the minister said.", "talks.txt"),
        ("PK was how the minister signed.", "text"),
        ("%PDF is not how a text begins, he said.", "text"),
    ],
)
def test_texts_that_look_like_something_else(read, text: str, name: str) -> None:
    assert read(text.encode(), name).text == text


def test_a_plain_text_in_the_encoding_its_server_declares(loader: Loader) -> None:
    made = loader.read(Raw("a", "שר החוץ".encode("cp1255"), media_type="text/plain", charset="windows-1255"))
    assert isinstance(made, Source)
    assert made.text == "שר החוץ"


def test_a_document_that_needs_too_much_memory_is_one_sentence_and_the_next_is_read(read, refusal) -> None:
    hostile = b"Subject: " + b"=?utf-8?q?=41?= " * 60_000 + b"\n\nhello"
    assert refusal(hostile, "a.eml") == "needs too much memory to be read"
    assert read(TALKS.encode(), "a.md").text == TALKS


def test_what_is_called_text_is_read_as_text_whatever_it_looks_like(read) -> None:
    page = "<html><body>hello</body></html>"
    assert read(page.encode(), "a.txt").text == page
