"""``diplo-tui serve``: the app in a browser on this machine, or with a password on others."""

from __future__ import annotations

import argparse
import os
import shlex
import socket
import sys
from errno import EADDRINUSE
from getpass import getpass
from pathlib import Path

from store.errors import DiploError
from tui.output import say
from tui.serving import SHORTEST_PASSWORD, Door, is_loopback

PASSWORD = "DIPLO_TUI_PASSWORD"  # noqa: S105 - the variable's name
LAST_PORT = 65_535
"""The highest number a port can have: TCP has 16 bits for it (RFC 9293, section 3.1)."""
_EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - recognised, not bound to


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.add_argument("--host", default="localhost", help="the address to listen on (localhost)")
    command.add_argument("--port", type=port, default=8765, help="the port to listen on (8765)")
    command.add_argument("--url", help="the address others see, as behind a proxy")


def port(typed: str) -> int:
    """Read the number of a port, 1 to `LAST_PORT`; anything else is wrong usage."""
    number = int(typed) if typed.isascii() and typed.isdigit() else 0
    if not 1 <= number <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{typed!r} is no port: a number from 1 to {LAST_PORT} is.")
    return number


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted. On any other address than this machine's own a password is asked for."""
    door = Door(options.host, address(options.host, options.port, options.url), password_for(options.host))
    command = shlex.join([sys.executable, "-m", "tui.cli", "--library", str(Path(options.folder).absolute())])
    try:
        from tui.web import GuardedServer
    except ImportError as error:
        raise DiploError(
            "Serving needs the extra 'serve': install diplo-tui[serve], as in pipx inject diplo-tui textual-serve."
        ) from error
    listenable(options.host, options.port)
    say(f"serving {options.folder} at {door.url}; ctrl+c stops")
    if door.password is not None and not door.url.startswith("https:"):
        say("the connection is not encrypted: use it in a network you trust, or behind a proxy with https")
    try:
        GuardedServer(command, door, options.port).serve()
    except OSError as error:
        raise DiploError(f"Nothing can be served at {door.url}: {error.strerror or error}.") from error
    return 0


def listenable(host: str, number: int) -> None:
    """Raise `DiploError` where nothing can listen, before it is said that something does.

    A host may have several addresses, of which a machine need not have all (``localhost`` without IPv6).
    """
    try:
        found = socket.getaddrinfo(host or None, number, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise DiploError(f"Nothing can listen at {host}: {error.strerror or error}.") from error
    tried = [_failure(family, place) for family, _, _, _, place in found]
    failures = [failure for failure in tried if failure]
    if any(failure.errno == EADDRINUSE for failure in failures):
        raise DiploError(
            f"Port {number} of {host} is in use by another program: give another one with --port."
        )
    if len(failures) == len(tried):
        raise DiploError(f"Nothing can listen at port {number} of {host}: {failures[0].strerror}.")


def _failure(family: int, place: tuple[object, ...]) -> OSError | None:
    """Return why a socket cannot be bound to a place, nothing where it can."""
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name == "posix":  # as the server does: elsewhere the option would let two share a port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except OSError as error:
        return error
    return None


def address(host: str, port: int, url: str | None) -> str:
    """Return the address by which a browser finds the server."""
    if url:
        if not url.startswith(("http://", "https://")):
            raise DiploError(f"{url!r} is no address of a page: it begins with http:// or https://.")
        return url.rstrip("/")
    name = socket.gethostname() if host in _EVERYWHERE else host
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def password_for(host: str) -> str | None:
    """Return the password: from the environment, or asked for where others than this machine can come."""
    given = os.environ.get(PASSWORD)
    if given is None and not is_loopback(host):
        if not sys.stdin.isatty():
            raise DiploError(f"Others can reach {host}: set a password in {PASSWORD}.")
        given = getpass("Password for those who connect: ")
    if given is not None and len(given) < SHORTEST_PASSWORD:
        raise DiploError(f"A password has {SHORTEST_PASSWORD} characters or more.")
    return given
