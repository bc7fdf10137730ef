"""The server: its addresses, who may use them, and its start and end."""

import asyncio
import os
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

import textual_serve
from aiohttp import web

from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.web.access import COOKIE, Access, Origins
from footcoach_tui.web.children import Children
from footcoach_tui.web.errors import WebError
from footcoach_tui.web.pages import FOLDER, page, set_headers
from footcoach_tui.web.people import People
from footcoach_tui.web.socket import serve_socket
from footcoach_tui.web.visits import SignInLimit, Visits

_CLIENT = Path(textual_serve.__file__).parent / "static"
_LOOK_SECONDS = 20.0
_MAX_FORM_BYTES = 8192
_WRONG = "Name and password do not belong together."
_WAIT = "Too many wrong passwords for this name. Try again in five minutes."
_OPEN = ("/static/", "/client/", "/sign-in")
"""Addresses that need no sign-in."""

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ServerSettings(NamedTuple):
    """Settings of `footcoach serve`."""

    host: str
    port: int
    url: str = ""
    people: Path | None = None
    """File of the people who may sign in."""
    header: str = ""
    """Header in which a proxy on this machine names the person."""
    folder: Path | None = None
    """Holds one folder per person; None for the owner of the machine."""
    most: int = 8
    idle_seconds: float = 3600.0


class WebServer:
    """Server of the app, for its owner or for people who sign in here or at a proxy."""

    def __init__(self, settings: ServerSettings, now: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._people = People(settings.people) if settings.people else None
        self._origins = Origins.of(settings.url, settings.port)
        self._visits, self._limit = Visits(now), SignInLimit(now)
        self._access = Access(self._visits, self._people, settings.header)
        self._checking = asyncio.Semaphore(1)
        """Passwords are checked one by one: each takes 64 MiB."""
        self.children = Children(
            os.environ,
            settings.folder,
            now,
            most=settings.most,
            idle_seconds=settings.idle_seconds,
        )
        self.key = "" if self._people or settings.header else secrets.token_urlsafe(24)
        """Secret in the address for the owner of the machine: others may have accounts on it."""

    def make_app(self) -> web.Application:
        """Return the application. Raises WebError, UnreadableError."""
        if self._people:
            self._people.hashes()
        app = web.Application(middlewares=[self._guard], client_max_size=_MAX_FORM_BYTES)
        app.add_routes(
            [
                web.get("/", self._show_app),
                web.get("/ws", self._open_socket),
                web.get("/sign-in", self._show_sign_in),
                web.post("/sign-in", self._sign_in),
                web.post("/sign-out", self._sign_out),
                web.static("/static", FOLDER),
                web.static("/client", _CLIENT),
            ]
        )
        app.cleanup_ctx.append(self._look_after_children)
        return app

    async def _look_after_children(self, _: web.Application) -> AsyncIterator[None]:
        """End idle apps while the server runs, and all apps with it."""

        async def end_idle() -> None:
            while True:
                await asyncio.sleep(_LOOK_SECONDS)
                await self.children.end_idle()

        looking = asyncio.create_task(end_idle())
        yield
        looking.cancel()
        await self.children.end_all()

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Refuse other hosts and origins, and anything but the sign-in before it."""
        try:
            response = await self._answer(request, handler)
        except web.HTTPException as error:
            error.text = f"{error.status}: {error.reason}"
            set_headers(request, error)
            raise
        except (WebError, UnreadableError):
            response = page("sign-in", problem="Nobody can sign in just now.", status=503)
        if not response.prepared:
            set_headers(request, response)
        return response

    async def _answer(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        if not self._origins.allow_host(request.host):
            raise web.HTTPMisdirectedRequest
        is_asking = request.method in ("GET", "HEAD") and request.path != "/ws"
        origin = request.headers.get("Origin", "")
        if not is_asking and not self._origins.allow_origin(origin):
            raise web.HTTPForbidden
        if request.path.startswith(_OPEN):
            return await handler(request)
        if self._access.person(request) is None:
            return await self._answer_nobody(request)
        return await handler(request)

    async def _answer_nobody(self, request: web.Request) -> web.StreamResponse:
        """Lead to the sign-in, unless the address has the key: that is a sign-in, too."""
        key = request.query.get("key", "")
        if self.key and secrets.compare_digest(key.encode(), self.key.encode()):
            return self._signed_in("", "")
        if self._people and request.path == "/":
            raise web.HTTPSeeOther("sign-in")
        raise web.HTTPForbidden

    async def _show_app(self, request: web.Request) -> web.StreamResponse:  # noqa: ARG002 - a handler
        return page("app")

    async def _open_socket(self, request: web.Request) -> web.StreamResponse:
        name = self._access.person(request)
        if name is None:
            raise web.HTTPForbidden
        return await serve_socket(request, name, self.children)

    async def _show_sign_in(self, request: web.Request) -> web.StreamResponse:  # noqa: ARG002 - a handler
        if self._people is None:
            raise web.HTTPNotFound
        return page("sign-in")

    async def _sign_in(self, request: web.Request) -> web.StreamResponse:
        if self._people is None:
            raise web.HTTPNotFound
        form = await request.post()
        name, password = form.get("name", ""), form.get("password", "")
        if not isinstance(name, str) or not isinstance(password, str):
            raise web.HTTPBadRequest
        name = name.strip().lower()
        async with self._checking:
            counted = name if name in self._people.hashes() else ""
            if self._limit.is_reached(counted):
                return page("sign-in", problem=_WAIT, status=429)
            hashed = await asyncio.to_thread(self._people.verified, name, password)
            if not hashed:
                self._limit.note_failure(counted)
                return page("sign-in", problem=_WRONG, status=403)
        self._limit.forget(name)
        return self._signed_in(name, hashed)

    def _signed_in(self, name: str, hashed: str) -> web.Response:
        response = web.Response(status=303, headers={"Location": "./"})
        response.set_cookie(
            COOKIE,
            self._visits.begin(name, hashed),
            httponly=True,
            samesite="Strict",
            secure=self._origins.is_secure,
        )
        return response

    async def _sign_out(self, request: web.Request) -> web.StreamResponse:
        self._visits.end(request.cookies.get(COOKIE, ""))
        response = web.Response(status=303, headers={"Location": "sign-in"})
        response.del_cookie(COOKIE)
        return response


def run_server(server: WebServer, settings: ServerSettings, started: Callable[[], None]) -> None:
    """Run until ctrl+c or SIGTERM. Raises OSError where the port is taken, WebError."""
    web.run_app(
        server.make_app(),
        host=settings.host,
        port=settings.port,
        print=lambda *_: started(),
        access_log=None,
        handle_signals=True,
    )
