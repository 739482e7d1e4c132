"""Feeds as lists of sources, and what only pretends to be one."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import SourceError
from store.sources import Entry, Feed, Loader, load
from store.sources.raw import Raw

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Ministry: News</title>
<link>https://ministry.example/</link>
<item><title>Talks in Oslo</title><link>https://ministry.example/1</link><guid isPermaLink="false">n-1</guid>
<pubDate>Tue, 21 Nov 2023 10:00:00 GMT</pubDate></item>
<item><title>No address</title><guid isPermaLink="false">n-0</guid></item>
<item><title>Call &amp; visit</title><link>/2</link></item>
<item><title>Trap</title><link>file:///etc/passwd</link></item>
</channel></rss>"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Agency</title>
<entry><id>tag:agency,2023:7</id><title>Summit</title><link rel="alternate" href="https://agency.example/7"/>
<updated>2023-07-10T09:00:00Z</updated></entry></feed>"""


def test_rss(loader: Loader) -> None:
    feed = loader.read(Raw("https://ministry.example/rss", RSS, media_type="application/rss+xml"))
    assert feed == Feed(
        "https://ministry.example/rss",
        "Ministry: News",
        (
            Entry("n-1", "https://ministry.example/1", "Talks in Oslo", "2023-11-21"),
            Entry("https://ministry.example/2", "https://ministry.example/2", "Call & visit", None),
        ),
    )


@pytest.mark.parametrize(
    ("name", "media_type"), [("a.xml", None), ("a", "text/html"), ("a", "text/xml"), ("a.atom", None)]
)
def test_atom_however_it_is_declared(loader: Loader, name: str, media_type: str | None) -> None:
    feed = loader.read(Raw(name, ATOM, media_type=media_type))
    assert isinstance(feed, Feed)
    assert feed.entries == (Entry("tag:agency,2023:7", "https://agency.example/7", "Summit", "2023-07-10"),)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body><p>Our feeds have moved.</p></body></html>", "is not a feed"),
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "is a feed without entries"),
        (b"", "is not a feed"),
    ],
)
def test_what_is_no_feed(loader: Loader, data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=f"a.rss: {reason}"):
        loader.read(Raw("a.rss", data))


def test_entities_of_a_feed_are_not_expanded(loader: Loader) -> None:
    lines = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9))
    bomb = f"<!DOCTYPE rss [<!ENTITY a0 'ha'>{lines}]>" + RSS.decode().split("?>", 1)[1].replace(
        "Ministry", "&a9;"
    )
    try:
        feed = loader.read(Raw("a.rss", bomb.encode()))
    except SourceError as error:
        assert str(error).startswith("a.rss: ")
    else:
        assert isinstance(feed, Feed)
        assert len(feed.title or "") < 1_000


def test_a_feed_is_known_behind_a_long_document_type(loader: Loader) -> None:
    prolog = b"<?xml version='1.0'?><!DOCTYPE feed [<!ENTITY a 'b'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    feed = loader.read(Raw("a.xml", prolog + ATOM.split(b"?>", 1)[-1].replace(b"Summit", b"Summit &x;")))
    assert isinstance(feed, Feed)
    assert "root:" not in str(feed)


def test_xml_of_another_kind_is_no_text(loader: Loader) -> None:
    with pytest.raises(SourceError, match="is XML, but neither a page nor a feed"):
        loader.read(Raw("a.xml", b"<?xml version='1.0'?><invoice><total>7</total></invoice>"))


def test_a_feed_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "a.rss"
    file.write_bytes(ATOM)
    with pytest.raises(SourceError, match="is a feed of 1 text,"):
        load(str(file))
