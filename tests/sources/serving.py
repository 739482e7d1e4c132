"""A local web server that behaves as badly as asked."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """Serves ``pages``: a path to what happens there. ``ended`` is set when the server is to stop dripping."""

    daemon_threads = True

    def __init__(self) -> None:
        self.pages: dict[str, Behaviour] = {}
        self.asked: list[str] = []
        self.ended = threading.Event()
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what many of the tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.pages.get(self.path, answer(b"nothing here", status=404))(self)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()


def answer(
    body: bytes, media_type: str | None = "text/html; charset=utf-8", *, status: int = 200, **headers: str
) -> Behaviour:
    def behave(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        if media_type:
            request.send_header("Content-Type", media_type)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return behave


def redirect(target: str, status: int = 302) -> Behaviour:
    return answer(b"", status=status, Location=target)


def endless(
    piece: bytes, media_type: str = "text/html", *, pause: float = 0.0, packed: bool = False
) -> Behaviour:
    """Send ``piece`` for ever, gzipped or with a pause in seconds between two, without saying how long it will be."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", media_type)
        if packed:
            request.send_header("Content-Encoding", "gzip")
        request.end_headers()
        sent = gzip.compress(piece * 1_000, 9) if packed else piece
        while not request.server.ended.wait(pause):  # type: ignore[attr-defined]
            request.wfile.write(sent)
            request.wfile.flush()

    return behave


def silent(request: BaseHTTPRequestHandler) -> None:
    """Take the question and never answer."""
    request.server.ended.wait()  # type: ignore[attr-defined]


def raw(data: bytes) -> Behaviour:
    """Send bytes that need not be HTTP, and hang up."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(data)
        request.close_connection = True

    return behave
