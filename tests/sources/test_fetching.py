"""Pages from servers, good and bad: a text, or one sentence in bounded time and memory."""

from __future__ import annotations

import gzip
import ssl
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.errors import SourceError
from store.sources import Loader, fetching, load
from store.sources.fetching import fetch
from tests.sources.serving import Server, answer, endless, raw, redirect, serving, silent

PAGES = Path(__file__).parent / "pages"
TALKS = (PAGES / "presidency_ua.html").read_bytes()
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own way to the web is not the one tested."""
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a test can wait for."""
    monkeypatch.setattr(fetching, "ANSWER_SECONDS", 0.2)
    monkeypatch.setattr(fetching, "FETCH_SECONDS", 0.4)


def refusal(where: str) -> str:
    with pytest.raises(SourceError) as caught:
        fetch(where)
    message = str(caught.value)
    assert message.startswith(f"{where}: ")
    assert "\n" not in message
    return message.removeprefix(f"{where}: ")


def test_a_page_becomes_a_source(server: Server) -> None:
    server.pages["/talks"] = answer(TALKS)
    source = load(f"{server.url}/talks", retrieved="2024-05-01")
    assert source.text.startswith("President of Dniria Oksana Levchuk held")
    assert source.retrieved == "2024-05-01"


def test_redirects_are_followed_and_the_last_address_kept(server: Server) -> None:
    server.pages["/old"] = redirect("/new?a=b c&ü=1")
    server.pages["/new?a=b%20c&%C3%BC=1"] = answer(TALKS)
    assert fetch(f"{server.url}/old").url == f"{server.url}/new?a=b%20c&%C3%BC=1"


def test_cookies_hold_during_a_fetch(server: Server) -> None:
    def gate(request) -> None:
        passed = "seen=1" in request.headers.get("Cookie", "")
        (answer(TALKS) if passed else answer(b"", status=302, Location="/gate", Set_Cookie="seen=1"))(request)

    server.pages["/gate"] = gate
    assert fetch(f"{server.url}/gate").data == TALKS


def test_compressed_pages(server: Server) -> None:
    server.pages["/packed"] = answer(gzip.compress(TALKS), Content_Encoding="gzip")
    assert fetch(f"{server.url}/packed").data == TALKS


def test_redirect_loop(server: Server) -> None:
    server.pages["/loop"] = redirect("/loop")
    assert refusal(f"{server.url}/loop") == "redirects more than 5 times"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/a", "data:text/html,x", "gopher://a/"]
)
def test_redirect_out_of_the_web(server: Server, target: str) -> None:
    server.pages["/out"] = redirect(target)
    assert "only http and https" in refusal(f"{server.url}/out")


@pytest.mark.parametrize(
    "where",
    [
        "file:///etc/passwd",
        "FILE:/etc/passwd",
        "ftp://example.org/a",
        "data:text/plain,hello",
        "javascript:1",
    ],
)
def test_only_http_is_fetched(where: str) -> None:
    with pytest.raises(SourceError, match="only http and https are fetched"):
        load(where)


@pytest.mark.parametrize(
    "where", ["http://", "http:///path", "http://[::1", "http://a:99999999/", "http://\udcff/"]
)
def test_addresses_that_are_none(where: str) -> None:
    assert "server" in refusal(where) or "URL" in refusal(where)


def test_missing_page(server: Server) -> None:
    assert refusal(f"{server.url}/none") == "the server answered 404 Not Found"


def test_no_server_there() -> None:
    with serving() as gone:
        url = gone.url
    assert refusal(url) == "the server refuses the connection"


def test_a_kind_of_file_that_is_no_text(server: Server) -> None:
    server.pages["/film"] = endless(b"\0" * 65_536, "video/mp4")
    assert refusal(f"{server.url}/film") == "is video/mp4, which is not a kind of text"


def test_two_gigabytes_announced(server: Server) -> None:
    server.pages["/huge"] = answer(b"<html>", Content_Length="2000000000")
    assert refusal(f"{server.url}/huge") == "is 2000 MB; the limit is 20 MB"


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_without_end_stops_at_the_limit_in_bounded_memory(server: Server, packed: bool) -> None:
    server.pages["/endless"] = endless(b"<p>word</p>" * 5_000, packed=packed)
    tracemalloc.start()
    assert refusal(f"{server.url}/endless") == "is larger than the limit of 20 MB"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000


@pytest.mark.usefixtures("hasty")
def test_a_server_that_drips(server: Server) -> None:
    server.pages["/drip"] = endless(b"x", pause=0.05)
    assert refusal(f"{server.url}/drip").startswith("is sent too slowly")


@pytest.mark.usefixtures("hasty")
def test_a_silent_server(server: Server) -> None:
    server.pages["/silent"] = silent
    assert refusal(f"{server.url}/silent").startswith("the server was silent")


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (b"", "closed the connection without an answer"),
        (b"hello, this is not HTTP at all\r\n", "is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\nContent-Type: text/html\r\n\r\n<p>half", "broke off"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\nff\r\nhalf",
            "broke off",
        ),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 5_000 + b"\r\n", "is not HTTP"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\nnot gzip",
            "damaged compressed",
        ),
    ],
)
def test_broken_answers(server: Server, sent: bytes, reason: str) -> None:
    server.pages["/broken"] = raw(sent)
    assert reason in refusal(f"{server.url}/broken")


def test_a_certificate_of_nobody() -> None:
    with serving() as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(HERE / "certificate.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        url = server.url.replace("http", "https")
        assert refusal(url).startswith("the server's certificate is not valid")


def test_one_bad_page_leaves_the_loader_fit_for_the_next(server: Server) -> None:
    server.pages["/talks"] = answer(TALKS)
    server.pages["/empty"] = answer(b"")
    with Loader() as loader:
        with pytest.raises(SourceError, match="is empty"):
            loader.open(f"{server.url}/empty")
        assert loader.open(f"{server.url}/talks")
