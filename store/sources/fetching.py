"""Pages by http and https, and by nothing else, with a limit on everything a server decides.

Redirects are followed by hand, so that each hop is looked at; the body is read in small pieces, so that a server
which sends one byte a second meets the time limit, and one that never ends the size limit. Cookies live for one
fetch: some sites redirect for ever without them. What this cannot see (a name server that hangs, header lines that
trickle in) is ended by the box that fetching runs in.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import urllib.error
import zlib
from collections.abc import Iterator
from http.cookiejar import CookieJar
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import (
    HTTPCookieProcessor,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from store.errors import SourceError
from store.sources.formats import readable
from store.sources.limits import ANSWER_SECONDS, FETCH_SECONDS, MAX_BYTES, MAX_REDIRECTS, megabytes
from store.sources.naming import WEB
from store.sources.raw import Raw

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; diplo-tui)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,*/*;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Accept-Language": "en,*;q=0.5",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 65_536  # bytes asked of the socket at once


def fetch(where: str, *, retrieved: str | None = None) -> Raw:
    """Fetch a page; `SourceError` says in one sentence why it cannot be had. ``retrieved`` is noted as it is."""
    deadline = time.monotonic() + FETCH_SECONDS
    opener = _opener()
    url = _http_only(where, where)
    for _ in range(MAX_REDIRECTS + 1):
        try:
            with opener.open(Request(url, headers=_HEADERS), timeout=ANSWER_SECONDS) as answer:  # noqa: S310
                return _read(where, answer, deadline, retrieved)
        except urllib.error.HTTPError as error:
            target = error.headers.get("Location")
            error.close()
            if error.code not in _REDIRECTS or not target:
                raise SourceError(f"{where}: the server answered {error.code} {error.reason}") from None
            url = _http_only(where, urljoin(url, target))
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            raise SourceError(f"{where}: {_reason(error)}") from None
    raise SourceError(f"{where}: redirects more than {MAX_REDIRECTS} times")


def _opener() -> OpenerDirector:
    """Build an opener that knows http and https only; urllib's usual one also opens files and FTP."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(context=ssl.create_default_context()),
        HTTPCookieProcessor(CookieJar()),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _http_only(where: str, url: str) -> str:
    """Return ``url`` fit to be sent, its other-than-ASCII parts escaped; `SourceError` if it is not http(s)."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
        shown = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError of a host name too
        raise SourceError(f"{where}: is not a URL that can be fetched") from None
    if parts.scheme not in WEB:
        way = "is" if url == where else "redirects to"
        raise SourceError(f"{where}: {way} a {parts.scheme}: address; only http and https are fetched")
    if not host:
        raise SourceError(f"{where}: names no server")
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._") or "/"
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return urlunsplit((parts.scheme, shown + port, path, query, ""))


def _read(where: str, answer: http.client.HTTPResponse, deadline: float, retrieved: str | None) -> Raw:
    """Read an answer, looking at what it says it is before any of its body."""
    media_type = answer.headers.get_content_type() if "Content-Type" in answer.headers else None
    if media_type and not readable(media_type):
        raise SourceError(f"{where}: is {media_type}, which is not a kind of text")
    length = answer.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > MAX_BYTES:
        raise SourceError(f"{where}: is {megabytes(int(length))}; the limit is {megabytes(MAX_BYTES)}")
    data = bytearray()
    for piece in _unpacked(answer):
        data += piece
        if len(data) > MAX_BYTES:
            raise SourceError(f"{where}: is larger than the limit of {megabytes(MAX_BYTES)}")
        if time.monotonic() > deadline:
            raise SourceError(f"{where}: is sent too slowly (not complete after {FETCH_SECONDS:.0f} seconds)")
    if length.isdigit() and answer.length:
        raise SourceError(f"{where}: the server broke off in the middle")
    charset = answer.headers.get_content_charset()
    return Raw(where, bytes(data), media_type, charset, answer.geturl(), retrieved)


def _unpacked(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    """Yield the body as it arrives, unpacking gzip in bounded pieces, so that a bomb is met by the size limit."""
    # read1 returns what one look at the socket gave; read would wait for the whole piece.
    packed = answer.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    while piece := answer.read1(_PIECE):
        if not packed:
            yield piece
            continue
        while piece:
            yield unpacker.decompress(piece, _PIECE * 16)
            piece = unpacker.unconsumed_tail


def _reason(error: Exception) -> str:
    """Say in a few words what went wrong between here and the server."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"the server's certificate is not valid ({cause.verify_message})"
    if isinstance(cause, ssl.SSLError):
        return f"no safe connection could be made ({cause.reason or cause})"
    if isinstance(cause, TimeoutError):
        return f"the server was silent for {ANSWER_SECONDS:.0f} seconds"
    for kind, reason in _REASONS:
        if isinstance(cause, kind):
            return reason
    return f"could not be fetched ({cause})"


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (socket.gaierror, "there is no server of that name, or no network"),
    (ConnectionRefusedError, "the server refuses the connection"),
    (http.client.RemoteDisconnected, "the server closed the connection without an answer"),
    (ConnectionError, "the connection broke"),
    (http.client.IncompleteRead, "the server broke off in the middle"),
    (http.client.HTTPException, "the answer is not HTTP"),
    (zlib.error, "the server sent damaged compressed data"),
)
