"""Who may open the app in a browser."""

import socket
from base64 import b64encode

import pytest
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st

from store.errors import DiploError
from tui.cli import main
from tui.serving import COOKIE, Door, host_of, is_loopback
from tui.verbs.serve import address, listenable, password_for
from tui.web import GuardedServer

HERE = Door("localhost", "http://localhost:8765")
GUARDED = Door("0.0.0.0", "http://desk.example.org:8765", "correct horse")


def basic(password):
    return {"Authorization": "Basic " + b64encode(f"me:{password}".encode()).decode()}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1", "[::1]"])
def test_this_machine_is_known_by_its_names(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", "localhost.example.org", ""])
def test_all_others_are_others(host):
    assert not is_loopback(host)


def test_without_a_password_only_pages_of_this_machine_come_in():
    assert HERE.is_expected({"Host": "localhost:8765"})
    assert HERE.is_expected({"Host": "127.0.0.1:8765", "Origin": "http://127.0.0.1:8765"})
    assert not HERE.is_expected({"Host": "localhost:8765", "Origin": "http://evil.example.org"})
    assert not HERE.is_expected({"Host": "evil.example.org:8765", "Origin": "http://evil.example.org:8765"})
    assert not HERE.is_expected({"Host": "localhost:8765", "Origin": "null"})
    assert not HERE.is_expected({"Host": "localhost:8765", "Origin": "http://localhost:9999"})
    assert not HERE.is_expected({})


def test_a_password_is_asked_of_everyone():
    assert not GUARDED.may_enter({})
    assert not GUARDED.may_enter(basic("wrong"))
    assert not GUARDED.may_enter({"Authorization": "Basic ???"})
    assert not GUARDED.may_enter({"Authorization": "Bearer correct horse"})
    assert GUARDED.may_enter(basic("correct horse"))
    assert GUARDED.may_enter({"Cookie": f"{COOKIE}={GUARDED.token}"})
    assert not GUARDED.may_enter({"Cookie": f"{COOKIE}={HERE.token}"})
    assert HERE.may_enter({})


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_no_header_breaks_the_door(host, origin, other):
    headers = {"Host": host, "Origin": origin, "Authorization": other, "Cookie": other}
    assert not HERE.is_expected(headers) or is_loopback(host_of(host))
    assert not GUARDED.may_enter(headers)


def test_the_address_is_what_a_browser_can_ask_for():
    assert address("localhost", 8765, None) == "http://localhost:8765"
    assert address("::1", 80, None) == "http://[::1]:80"
    assert "0.0.0.0" not in address("0.0.0.0", 80, None)
    assert address("localhost", 8765, "https://desk.example.org/") == "https://desk.example.org"
    with pytest.raises(DiploError):
        address("localhost", 8765, "javascript:alert(1)")


def test_others_are_let_in_only_with_a_password(monkeypatch):
    monkeypatch.delenv("DIPLO_TUI_PASSWORD", raising=False)
    assert password_for("localhost") is None
    with pytest.raises(DiploError, match="DIPLO_TUI_PASSWORD"):
        password_for("0.0.0.0")
    monkeypatch.setenv("DIPLO_TUI_PASSWORD", "short")
    with pytest.raises(DiploError, match="8 characters"):
        password_for("0.0.0.0")
    monkeypatch.setenv("DIPLO_TUI_PASSWORD", "correct horse")
    assert password_for("0.0.0.0") == password_for("localhost") == "correct horse"


def test_the_verb_refuses_an_open_address_without_a_password(monkeypatch, tmp_path, capsys):
    monkeypatch.delenv("DIPLO_TUI_PASSWORD", raising=False)
    assert main(["--library", str(tmp_path), "serve", "--host", "0.0.0.0"]) == 1
    assert "Others can reach 0.0.0.0" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["99999", "65536", "0", "-1", "http", "²", ""])
def test_what_is_no_port_is_wrong_usage(tmp_path, capsys, typed):
    with pytest.raises(SystemExit) as left:
        main(["--library", str(tmp_path), "serve", f"--port={typed}"])
    assert left.value.code == 2
    assert f"{typed!r} is no port: a number from 1 to 65535 is." in capsys.readouterr().err


def test_a_port_that_another_program_uses_is_refused_before_anything_is_served(tmp_path, capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        assert main(["--library", str(tmp_path), "serve", "--host", "127.0.0.1", "--port", str(taken)]) == 1
    said = capsys.readouterr().err
    assert f"Port {taken} of 127.0.0.1 is in use by another program" in said
    assert "serving" not in said


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(DiploError, match=r"Nothing can listen at port 8765 of 192\.0\.2\.1: "):
        listenable("192.0.2.1", 8765)


async def client(door):
    return TestClient(TestServer(await GuardedServer("true", door, 0)._make_app()))


async def test_the_server_lets_in_and_keeps_out():
    async with await client(HERE) as browser:
        page = await browser.get("/")
        assert page.status == 200
        assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
        assert (await browser.get("/", headers={"Host": "evil.example.org"})).status == 403
        assert (await browser.get("/ws", headers={"Origin": "http://evil.example.org"})).status == 403
        assert (await browser.get("/static/js/textual.js", headers={"Origin": "null"})).status == 403


async def test_the_server_asks_for_the_password_once():
    async with await client(GUARDED) as browser:
        assert (await browser.get("/")).status == 401
        assert (await browser.get("/ws")).status == 401
        entered = await browser.get("/", headers=basic("correct horse"))
        assert entered.status == 200
        assert "HttpOnly" in entered.headers["Set-Cookie"]
        again = await browser.get("/static/css/xterm.css", headers={"Cookie": f"{COOKIE}={GUARDED.token}"})
        assert again.status == 200
