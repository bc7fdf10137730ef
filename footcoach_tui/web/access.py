"""Who may ask for what: the address that was asked for, the origin, and the person."""

from collections.abc import Sequence
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from aiohttp import web

from footcoach_tui.web.people import People, is_name
from footcoach_tui.web.visits import Visit, Visits

COOKIE = "footcoach"
_HTTP_PORT = 80


class Origins(NamedTuple):
    """Addresses of the server as browsers may name it, such as `http://localhost:8000`."""

    allowed: frozenset[str]
    is_secure: bool
    """Whether all of them are https: then the cookie is never sent otherwise."""

    @classmethod
    def of(cls, url: str, port: int) -> "Origins":
        """Return the origin of a URL, or the names of this machine for itself."""
        if url:
            parts = urlsplit(url)
            origin = f"{parts.scheme}://{parts.netloc}".lower()
            return cls(frozenset({origin}), is_secure=parts.scheme.lower() == "https")
        names = ("127.0.0.1", "localhost", "[::1]")
        behind = "" if port == _HTTP_PORT else f":{port}"
        return cls(frozenset(f"http://{name}{behind}" for name in names), is_secure=False)

    def allow_host(self, host: str) -> bool:
        """Whether a Host header is ours: another name may have been pointed to this machine."""
        return any(origin.partition("://")[2] == host.lower() for origin in self.allowed)

    def allow_origin(self, origin: str) -> bool:
        return origin.lower() in self.allowed


class Access:
    """Finds the person of a request, by the cookie or by the header of a trusted proxy."""

    def __init__(self, visits: Visits, people: People | None, header: str = "") -> None:
        self._visits = visits
        self._people = people
        self._header = header

    def person(self, request: web.Request) -> str | None:
        """Return the name of the person; "" is the one whose machine it is, None is nobody.

        The file of people is read each time: a person who was taken out of it, or has a new
        password, is signed out. Raises WebError, UnreadableError.
        """
        if self._header:
            return _named_by_proxy(request.headers.getall(self._header, ()), request.remote)
        visit = self.visit(request)
        if visit is None:
            return None
        if self._people and self._people.hashes().get(visit.name) != visit.hashed:
            return None
        return visit.name

    def visit(self, request: web.Request) -> Visit | None:
        return self._visits.find(request.cookies.get(COOKIE, ""))


def is_loopback(address: str | None) -> bool:
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False


def _named_by_proxy(values: Sequence[str], remote: str | None) -> str | None:
    """Return the name in the header of a proxy on this machine, if it is one name."""
    if len(values) == 1 and is_loopback(remote) and is_name(values[0]):
        return values[0]
    return None
