"""The server's answers: who gets what, with a fake app and a quick hash."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, CookieJar, WSMsgType, WSServerHandshakeError
from aiohttp.test_utils import TestServer, unused_port
from argon2 import PasswordHasher

from footcoach_tui.web import children, server
from footcoach_tui.web.people import People
from footcoach_tui.web.server import ServerSettings, WebServer

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "correct horse"  # noqa: S105 - of a test


class FakeApp:
    """App that shows its folder, and what was typed; it ends at q."""

    started: list["FakeApp"] = []  # noqa: RUF012 - emptied by a fixture
    fails = False

    def __init__(self, environ: object, folder: Path | None, send: Callable[..., Any]) -> None:
        del environ
        self.folder, self._send, self._ended = folder, send, asyncio.Event()
        self.ends = 0

    async def start(self, columns: int, rows: int) -> None:
        if self.fails:
            raise OSError
        self.started.append(self)
        await self._send(f"{self.folder} {columns}x{rows}".encode())

    async def wait(self) -> None:
        await self._ended.wait()

    async def type(self, text: str) -> None:
        await self._send(text.encode())
        if text == "q":
            self._ended.set()

    async def resize(self, columns: int, rows: int) -> None:
        await self._send(f"{columns}x{rows}".encode())

    async def focus(self) -> None:
        await self._send(b"focus")

    async def end(self) -> None:
        self.ends += 1
        self._ended.set()


class Clock:
    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class World:
    """A server and its address."""

    def __init__(self, web: WebServer, address: str, clock: Clock) -> None:
        self.web, self.address, self.clock = web, address, clock
        self.headers = {"Origin": address}

    @asynccontextmanager
    async def browser(self) -> AsyncIterator[ClientSession]:
        async with ClientSession(self.address, cookie_jar=CookieJar(unsafe=True)) as session:
            yield session

    async def sign_in(self, session: ClientSession, name: str, password: str = PASSWORD) -> int:
        form = {"name": name, "password": password}
        answer = await session.post("/sign-in", data=form, headers=self.headers)
        return answer.status

    def socket(self, session: ClientSession, **headers: str) -> Any:
        return session.ws_connect("/ws?width=80&height=24", headers=self.headers | headers)


@pytest.fixture(autouse=True)
def fake_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "Child", FakeApp)
    monkeypatch.setattr(server, "People", lambda path: People(path, QUICK))
    monkeypatch.setattr(FakeApp, "fails", False)
    FakeApp.started.clear()


@pytest.fixture
def people(tmp_path: Path) -> People:
    people = People(tmp_path / "people", QUICK)
    people.add("ann", PASSWORD)
    people.add("ben", PASSWORD)
    return people


@asynccontextmanager
async def running(**settings: Any) -> AsyncIterator[World]:
    port, clock = unused_port(), Clock()
    web = WebServer(ServerSettings("127.0.0.1", port, **settings), clock)
    async with TestServer(web.make_app(), port=port):
        yield World(web, f"http://127.0.0.1:{port}", clock)


@pytest.fixture
async def clinic(people: People, tmp_path: Path) -> AsyncIterator[World]:
    """A server for Ann and Ben."""
    assert people
    async with running(
        people=tmp_path / "people", folder=tmp_path / "folders", most=2, idle_seconds=1800.0
    ) as world:
        yield world


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [("/", "/sign-in"), ("/?key=", "/sign-in"), ("/ws", ""), ("/no-such", ""), ("/sign-out", "")],
)
async def test_nobody_gets_further_than_the_sign_in(
    clinic: World, path: str, leads_to: str
) -> None:
    async with clinic.browser() as browser:
        answer = await browser.get(path, headers=clinic.headers)
        assert (answer.status, answer.url.path) == (
            (200, leads_to) if leads_to else (403, path[:8] if path == "/no-such" else path)
        )
    assert not FakeApp.started


async def test_each_person_has_an_app_in_a_folder_of_their_own(
    clinic: World, tmp_path: Path
) -> None:
    shown = []
    async with clinic.browser() as first, clinic.browser() as second:
        for browser, name in ((first, "ann"), (second, " Ben ")):
            assert await clinic.sign_in(browser, name) == 200
            async with clinic.socket(browser) as socket:
                shown.append((await socket.receive_bytes()).decode())
    assert shown == [f"{tmp_path}/folders/{name} 80x24" for name in ("ann", "ben")]
    assert [app.ends for app in FakeApp.started] == [1, 1]


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(clinic: World) -> None:
    async with clinic.browser() as browser:
        form = {"name": "ann", "password": PASSWORD}
        answer = await browser.post(
            "/sign-in", data=form, headers=clinic.headers, allow_redirects=False
        )
    cookie = SimpleCookie(answer.headers["Set-Cookie"])["footcoach"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Strict", "")
    assert len(cookie.value) > 40
    assert answer.headers["Cache-Control"] == "no-store"


async def test_the_cookie_of_an_https_address_never_goes_another_way(
    people: People, tmp_path: Path
) -> None:
    assert people
    url = "https://feet.example"
    async with running(people=tmp_path / "people", url=url) as world, world.browser() as browser:
        answer = await browser.post(
            "/sign-in",
            data={"name": "ann", "password": PASSWORD},
            headers={"Host": "feet.example", "Origin": url},
            allow_redirects=False,
        )
        assert SimpleCookie(answer.headers["Set-Cookie"])["footcoach"]["secure"]


async def test_other_hosts_and_other_sites_are_refused(clinic: World) -> None:
    form = {"name": "ann", "password": PASSWORD}
    async with clinic.browser() as browser:
        assert (await browser.get("/", headers={"Host": "evil.example"})).status == 421
        for headers in ({}, {"Origin": "http://evil.example"}, {"Origin": "null"}):
            assert (await browser.post("/sign-in", data=form, headers=headers)).status == 403
        assert await clinic.sign_in(browser, "ann") == 200
        with pytest.raises(WSServerHandshakeError, match="403"):
            await clinic.socket(browser, Origin="http://evil.example")
    assert not FakeApp.started


async def test_a_page_may_load_nothing_from_elsewhere(clinic: World) -> None:
    async with clinic.browser() as browser:
        answer = await browser.get("/sign-in")
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self';")
        assert "http://" not in await answer.text()
        for path in ("/client/js/textual.js", "/static/page.js"):
            assert (await browser.get(path)).status == 200
        for path in ("/static/", "/client/", "/static/../server.py", "/static/%2e%2e/server.py"):
            assert (await browser.get(path)).status in (403, 404)


async def test_wrong_passwords_are_limited_a_name(clinic: World) -> None:
    async with clinic.browser() as browser:
        tries = [await clinic.sign_in(browser, "ann", "wrong horse") for _ in range(6)]
        assert tries == [403] * 5 + [429]
        assert await clinic.sign_in(browser, "ann") == 429, "the right one must wait, too"
        assert await clinic.sign_in(browser, "ben") == 200
        clinic.clock.seconds += 300
        assert await clinic.sign_in(browser, "ann") == 200


async def test_unknown_names_are_limited_together(clinic: World) -> None:
    async with clinic.browser() as browser:
        tries = [
            await clinic.sign_in(browser, name, "x") for name in ("a", "../b", "c", "", "e", "f")
        ]
        assert tries == [403] * 5 + [429]
        assert await clinic.sign_in(browser, "ann") == 200


@pytest.mark.parametrize("change", ["left", "new password", "readable"])
async def test_who_is_taken_out_of_the_file_is_signed_out(
    clinic: World, people: People, tmp_path: Path, change: str
) -> None:
    file = tmp_path / "people"
    async with clinic.browser() as browser:
        assert await clinic.sign_in(browser, "ann") == 200
        if change == "left":
            file.write_text("")
        elif change == "new password":
            people.add("ann", "another horse")
        else:
            file.chmod(0o644)
        with pytest.raises(WSServerHandshakeError):
            await clinic.socket(browser)


async def test_signing_out_ends_the_visit(clinic: World) -> None:
    async with clinic.browser() as browser:
        assert await clinic.sign_in(browser, "ann") == 200
        secret = next(iter(browser.cookie_jar)).value
        answer = await browser.post("/sign-out", headers=clinic.headers)
        assert answer.url.path == "/sign-in"
        kept = {"Cookie": f"footcoach={secret}"}
        answer = await browser.get("/", headers=kept)
        assert answer.url.path == "/sign-in"


async def test_a_second_page_takes_the_app_over(clinic: World) -> None:
    async with clinic.browser() as browser:
        await clinic.sign_in(browser, "ann")
        async with clinic.socket(browser) as first:
            await first.receive_bytes()
            async with clinic.socket(browser) as second:
                await second.receive_bytes()
                assert (await first.receive()).type is WSMsgType.CLOSE
                await second.send_str('["stdin", "n"]')
                assert await second.receive_bytes() == b"n"
    assert [app.ends > 0 for app in FakeApp.started] == [True, True]


async def test_one_more_than_allowed_is_told_so(people: People, clinic: World) -> None:
    people.add("eve", PASSWORD)
    async with clinic.browser() as a, clinic.browser() as b, clinic.browser() as c:
        for browser, name in ((a, "ann"), (b, "ben"), (c, "eve")):
            await clinic.sign_in(browser, name)
        async with clinic.socket(a) as first, clinic.socket(b) as second:
            await first.receive_bytes()
            await second.receive_bytes()
            async with clinic.socket(c) as third:
                assert (await third.receive()).data == 4001
        for place in list(clinic.web.children._places.values()):
            await place.is_free.wait()
        async with clinic.socket(c) as third:
            assert (await third.receive_bytes()).endswith(b"80x24")


async def test_an_app_that_cannot_start_is_told_so(
    clinic: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeApp, "fails", True)
    async with clinic.browser() as browser:
        await clinic.sign_in(browser, "ann")
        async with clinic.socket(browser) as socket:
            assert (await socket.receive()).data == 4002
    assert not clinic.web.children._places


async def test_an_app_without_a_touch_is_ended_and_one_with_stays(clinic: World) -> None:
    async with clinic.browser() as a, clinic.browser() as b:
        await clinic.sign_in(a, "ann")
        await clinic.sign_in(b, "ben")
        async with clinic.socket(a) as first, clinic.socket(b) as second:
            await first.receive_bytes()
            await second.receive_bytes()
            clinic.clock.seconds += 1000
            await second.send_str('["stdin", "n"]')
            await second.receive_bytes()
            await first.send_str('["resize", {"width": 90, "height": 30}]')  # no touch
            await first.receive_bytes()
            clinic.clock.seconds += 801
            await clinic.web.children.end_idle()
            assert (await first.receive()).type is WSMsgType.CLOSE
            await second.send_str('["focus"]')
            assert await second.receive_bytes() == b"focus"


async def test_the_page_is_closed_when_the_app_ends(clinic: World) -> None:
    async with clinic.browser() as browser:
        await clinic.sign_in(browser, "ann")
        async with clinic.socket(browser) as socket:
            await socket.receive_bytes()
            for message in ("{", '["no"]', '["stdin", "q"]'):
                await socket.send_str(message)
            assert await socket.receive_bytes() == b"q"
            assert (await socket.receive()).type is WSMsgType.CLOSE


async def test_the_one_at_this_machine_needs_the_key_of_the_address() -> None:
    async with running() as world, world.browser() as browser, world.browser() as other:
        for path in ("/", "/?key=", "/?key=wrong", "/ws", "/sign-in"):
            answer = await other.get(path, headers=world.headers)
            assert answer.status in (403, 404)
        answer = await browser.get("/", params={"key": world.web.key})
        assert (answer.status, answer.url.query_string) == (200, "")
        async with world.socket(browser) as socket:
            assert await socket.receive_bytes() == b"None 80x24"


async def test_a_proxy_names_the_person_by_a_header(tmp_path: Path) -> None:
    async with running(header="X-User", folder=tmp_path) as world, world.browser() as browser:
        for name in ("", "../ann", "Ann", "ann/../ben"):
            assert (await browser.get("/", headers={"X-User": name})).status == 403
        twice = [("X-User", "ann"), ("X-User", "ben")]
        assert (await browser.get("/", headers=twice)).status == 403
        assert (await browser.get("/")).status == 403
        async with world.socket(browser, **{"X-User": "ann"}) as socket:
            assert await socket.receive_bytes() == f"{tmp_path}/ann 80x24".encode()


async def test_the_end_of_the_server_ends_all_apps(people: People, tmp_path: Path) -> None:
    assert people
    clinic = running(people=tmp_path / "people", folder=tmp_path)
    async with clinic as world, world.browser() as browser:
        await world.sign_in(browser, "ann")
        async with world.socket(browser) as socket:
            await socket.receive_bytes()
            await world.web.children.end_all()
            assert (await socket.receive()).type is WSMsgType.CLOSE
    assert FakeApp.started[0].ends
