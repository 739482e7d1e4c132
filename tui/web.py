"""The app in a browser: textual-serve behind a door. Imported only when asked to serve; needs the extra ``serve``."""

from __future__ import annotations

import asyncio

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

from tui.serving import COOKIE, Door

WAIT = 1.0
"""Seconds a wrong password costs."""
_HEADERS = {
    # The page's own template asks a font of another site; nothing outside of this machine is let in.
    "Content-Security-Policy": "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; "
    "connect-src 'self' ws: wss:; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def guard(door: Door, wait: float = WAIT) -> Middleware:
    """Return what stands before every page and connection: 403 for strangers, 401 without the password.

    Those who brought it get a token, as not every browser sends the password along with a WebSocket.
    """

    @web.middleware
    async def enter(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not door.is_expected(request.headers):
            raise web.HTTPForbidden(text="This page does not come from diplo-tui.")
        if not door.may_enter(request.headers):
            if "Authorization" in request.headers:
                await asyncio.sleep(wait)
            raise web.HTTPUnauthorized(headers={"WWW-Authenticate": 'Basic realm="diplo-tui"'})
        response = await handler(request)
        if door.password is not None and not response.prepared:
            response.set_cookie(COOKIE, door.token, httponly=True, samesite="Strict")
        return response

    return enter


async def close_off(_request: web.Request, response: web.StreamResponse) -> None:
    """Give every answer the headers that keep others out of the page."""
    response.headers.update(_HEADERS)


class GuardedServer(Server):
    """textual-serve, with the door before all its pages and without its picture on the terminal."""

    def __init__(self, command: str, door: Door, port: int) -> None:
        super().__init__(command, host=door.host, port=port, title="diplo-tui", public_url=door.url)
        self.door = door

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(guard(self.door))
        app.on_response_prepare.append(close_off)
        return app

    def initialize_logging(self) -> None:
        """Leave logging alone: what is to be said has been said."""

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the verb has told the address."""
