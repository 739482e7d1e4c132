"""Saved pages in the structures of ministries, agencies and newspapers: the article, and nothing of the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.errors import SourceError
from store.model import Source
from store.sources import Loader
from store.sources.raw import Raw

PAGES = Path(__file__).parent / "pages"
WITH_ARTICLE = sorted(page.stem for page in PAGES.glob("*.json"))
TALKS = (
    "The ministers of both countries met in Oslo on Monday and spoke about fish, grain and the winter ahead."
)


def page_of(*paragraphs: str, head: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (TALKS, *paragraphs))
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


def read(loader: Loader, page: str | bytes, **known: str) -> Source:
    data = page if isinstance(page, bytes) else page.encode()
    made = loader.read(Raw(known.pop("where", "page.html"), data, **known))
    assert isinstance(made, Source)
    return made


def test_there_are_a_dozen_structures() -> None:
    assert len(WITH_ARTICLE) >= 12


@pytest.mark.parametrize("name", WITH_ARTICLE)
def test_article_and_what_the_page_says_of_itself(loader: Loader, name: str) -> None:
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    source = loader.open(str(PAGES / f"{name}.html"), retrieved="2024-05-01")
    assert isinstance(source, Source)
    assert source.text.split("\n\n") == expected.pop("paragraphs")
    assert {field: getattr(source, field) for field in expected} == expected
    assert source.retrieved == "2024-05-01"


@pytest.mark.parametrize("name", ["none_listing", "none_app_shell"])
def test_page_without_article(loader: Loader, name: str) -> None:
    with pytest.raises(SourceError, match="has no article in it"):
        loader.open(str(PAGES / f"{name}.html"))


@pytest.mark.parametrize(
    "encoding", ["windows-1251", "koi8-r", "gb2312", "shift_jis", "iso-8859-1", "utf-16"]
)
def test_declared_encodings(loader: Loader, encoding: str) -> None:
    words = {
        "windows-1251": "Министр заявил о готовности",
        "koi8-r": "Министр заявил о готовности",
        "gb2312": "外交部长强调合作的重要性",
        "shift_jis": "外務大臣は協力の重要性を確認した",
        "iso-8859-1": "“Le ministre a salué”",  # which browsers read as Windows-1252
        "utf-16": "Le ministre a salué",
    }[encoding]
    page = page_of(words, head=f'<meta charset="{encoding}">')
    data = page.encode("cp1252" if encoding == "iso-8859-1" else encoding)
    assert words in read(loader, data).text


def test_server_may_declare_the_encoding(loader: Loader) -> None:
    page = page_of("Министр заявил о готовности.")
    assert "Министр заявил" in read(loader, page.encode("cp1251"), charset="windows-1251").text


@pytest.mark.parametrize("charset", ["hex", "zip", "unheard-of", "\x00"])
def test_an_encoding_that_is_none_is_not_believed(loader: Loader, charset: str) -> None:
    assert "fish" in read(loader, page_of(), charset=charset).text


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        ("https://ministry.example/a", "https://ministry.example/a"),
        ("javascript:alert(1)", "https://fetched.example/b"),
        ("https://ministry.example/", "https://fetched.example/b"),
    ],
)
def test_canonical_address_only_where_it_is_one(loader: Loader, canonical: str, expected: str) -> None:
    page = page_of(head=f'<link rel="canonical" href="{canonical}">')
    assert read(loader, page, url="https://fetched.example/b").url == expected


def test_page_saved_by_a_browser_tells_its_address(loader: Loader) -> None:
    page = "<!DOCTYPE html>\n<!-- saved from url=(0031)https://ministry.example/talks/1 -->\n" + page_of()
    assert read(loader, page).url == "https://ministry.example/talks/1"


def test_lists_within_lists_keep_their_words_and_menus_go(loader: Loader) -> None:
    inner = "<ul><li>Berg stressed trade in fish and grain.</li><li>Dahl agreed.</li></ul>"
    points = f"<ul><li>Relations{inner}</li></ul>"
    menu = "<p><a href='/a'>Home</a> | <a href='/b'>About the ministry</a></p>"
    text = read(loader, page_of(f"as follows:</p>{points}{menu}<p>They left.")).text
    assert text.split("\n\n")[1:] == [
        "as follows:",
        "Relations",
        "Berg stressed trade in fish and grain.",
        "Dahl agreed.",
        "They left.",
    ]


def test_page_of_a_million_nested_tags_is_one_sentence_or_a_text(loader: Loader) -> None:
    page = "<html><body>" + "<div><b>" * 300_000 + TALKS + "</body></html>"
    try:
        assert "fish" in read(loader, page).text
    except SourceError as error:
        assert str(error).startswith("page.html: ")
        assert "\n" not in str(error)
