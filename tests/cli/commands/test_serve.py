"""`footcoach serve`: what it refuses before it listens, and people added to its file."""

import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from footcoach_tui.web import server
from footcoach_tui.web.people import People
from footcoach_tui.web.server import ServerSettings, WebServer

RunRefused = Callable[..., str]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0"], "--host 0.0.0.0 needs --people FILE"),  # noqa: S104 - refused
        (["--host", "0.0.0.0", "--trust-header", "X-User"], "needs --people FILE"),  # noqa: S104
        (["--host", "::", "--people", "x"], "--host needs --url"),
        (["--people", "x", "--url", "feet.example"], "--url begins with https://"),
        (["--folder", "x"], "--folder needs --people or --trust-header"),
        (["--add-person", "ann"], "--add-person needs --people FILE"),
        (["--people", "x", "--trust-header", "y"], "not allowed with"),
        (["--port", "70000"], "up to 65535"),
        (["--most", "0"], "from 1 on"),
        (["--people", "no-such"], "does not exist"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_does_not_go_together_is_refused(
    run_refused: RunRefused, options: list[str], said: str
) -> None:
    assert said in run_refused("serve", *options)


@pytest.mark.parametrize("library", ["argon2", "textual_serve"])
def test_without_the_extra_it_says_what_to_install(
    run_refused: RunRefused, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert "pip install 'footcoach[web]'" in run_refused("serve")


def test_a_person_is_added_with_the_password_on_the_input(
    footcoach: Callable[..., object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for said in ("ann can sign in now.", "ann has a new password."):
        monkeypatch.setattr(sys, "stdin", StringIO("correct horse\n"))
        done = footcoach("serve", "--people", str(tmp_path / "people"), "--add-person", "ann")
        assert (done.code, done.out) == (0, f"{said}\n")  # type: ignore[attr-defined]
    assert People(tmp_path / "people").verified("ann", "correct horse")


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [("../ann", "correct horse", "cannot be a name"), ("ann", "short", "at least 8 characters")],
)
def test_a_name_or_password_that_cannot_be_is_refused(
    run_refused: RunRefused,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    password: str,
    said: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(f"{password}\n"))
    assert said in run_refused("serve", "--people", str(tmp_path / "p"), "--add-person", name)
    assert not (tmp_path / "p").exists()


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[ServerSettings]:
    """Settings of the servers that were run; none listens."""
    settings: list[ServerSettings] = []

    def run(web: WebServer, its: ServerSettings, started: Callable[[], None]) -> None:
        del web
        settings.append(its)
        started()

    monkeypatch.setattr(server, "run_server", run)
    return settings


def test_for_one_it_keeps_to_this_machine_and_gives_the_address_a_key(
    footcoach: Callable[..., object], served: list[ServerSettings]
) -> None:
    done = footcoach("serve")
    assert done.out.startswith("footcoach is at http://127.0.0.1:8000/?key=")  # type: ignore[attr-defined]
    (settings,) = served
    assert (settings.host, settings.folder, settings.people) == ("127.0.0.1", None, None)


def test_for_people_it_says_where_their_folders_are_and_when_tls_is_missing(
    footcoach: Callable[..., object], served: list[ServerSettings], tmp_path: Path
) -> None:
    people = tmp_path / "people"
    People(people).add("ann", "correct horse")
    options = ["--host", "0.0.0.0", "--url", "http://feet.example", "--people", str(people)]  # noqa: S104 - not run
    done = footcoach("serve", *options)
    assert done.out.splitlines()[0] == "footcoach is at http://feet.example/"  # type: ignore[attr-defined]
    assert f"kept in {tmp_path}/footcoach-people." in done.out  # type: ignore[attr-defined]
    assert "put TLS in front" in done.out  # type: ignore[attr-defined]
    assert served[0].folder == tmp_path / "footcoach-people"


def test_a_port_that_is_taken_is_named(
    run_refused: RunRefused, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(server, "run_server", run)
    assert run_refused("serve") == "port 8000 cannot be used: address already in use"
