"""Who may open the app in a browser: decided from addresses, headers and a password, without any server.

Without a password only this machine may, and only pages that came from here: a browser sends along the name it
asked for (``Host``) and the page a connection comes from (``Origin``). Looking at both keeps a foreign page from
driving the app over a WebSocket, also when it has its own name point to this machine.
"""

from __future__ import annotations

import hmac
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from secrets import token_hex
from urllib.parse import urlsplit

COOKIE = "diplo-tui"
SHORTEST_PASSWORD = 8


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach an address or host name."""
    name = host.strip("[]")
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def host_of(netloc: str) -> str:
    """Return the host of ``host:port``, without the brackets of IPv6; empty where it cannot be read."""
    try:
        return urlsplit(f"//{netloc}").hostname or ""
    except ValueError:
        return ""


def _netloc(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Door:
    """The one way in. ``password`` is ``None`` where only this machine may enter; ``token`` marks who has entered."""

    host: str
    url: str
    password: str | None = None
    token: str = field(default_factory=lambda: token_hex(32))

    def is_expected(self, headers: Mapping[str, str]) -> bool:
        """Tell whether a request asks for a name of ours, and comes from a page of ours if from any."""
        asked = headers.get("Host", "")
        ours = _netloc(self.url)
        if self.password is None and not is_loopback(host_of(asked)):
            return False
        origin = headers.get("Origin")
        return origin is None or (bool(asked) and _netloc(origin) in (asked, ours))

    def may_enter(self, headers: Mapping[str, str]) -> bool:
        """Tell whether a request brings the password, or the token given to those who brought it before."""
        if self.password is None:
            return True
        return _same(self._cookie(headers), self.token) or _same(_basic(headers), self.password)

    def _cookie(self, headers: Mapping[str, str]) -> str | None:
        try:
            morsel = SimpleCookie(headers.get("Cookie", "")).get(COOKIE)
        except CookieError:
            return None
        return morsel.value if morsel else None


def _basic(headers: Mapping[str, str]) -> str | None:
    """Return the password of HTTP's basic authentication (RFC 7617); the user's name does not matter."""
    scheme, _, value = headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        return b64decode(value, validate=True).decode().partition(":")[2]
    except (NotBase64, ValueError):
        return None


def _same(given: str | None, wanted: str) -> bool:
    """Compare in a time that tells nothing about where two differ."""
    return given is not None and hmac.compare_digest(
        sha256(given.encode()).digest(), sha256(wanted.encode()).digest()
    )
