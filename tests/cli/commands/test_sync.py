"""`footcoach sync`: settings, exit codes, the status, and the sync after a session."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import postgres
import pytest
from hub_sessions import session
from hub_world import Hub

from footcoach_tui import wiring
from footcoach_tui.boundary import background
from footcoach_tui.hooks import saved
from footcoach_tui.hub.connection import connect
from footcoach_tui.hub.migrate import migrate
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.settings.settings import Settings
from footcoach_tui.settings.sync import SyncSettings

Footcoach = Callable[..., Any]
Refused = Callable[..., str]


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.PostgresServer]:
    if postgres.programs() is None:
        pytest.skip(postgres.NOT_INSTALLED)
    with postgres.running_server() as running:
        yield running


@pytest.fixture
def hub(server: postgres.PostgresServer, tmp_path: Path) -> Hub:
    """A hub with a person, who is in the config."""
    hub = Hub(server, server.new_database(), tmp_path)
    with connect(hub.conninfo()) as connection:
        migrate(connection)
    set_hub(tmp_path, hub.conninfo(hub.person()))
    return hub


def set_hub(folder: Path, text: str) -> None:
    (folder / "config.toml").write_text(f'[sync]\nhub = "{text}"\n')


def test_without_a_hub_the_config_is_named(run_refused: Refused) -> None:
    assert "[sync]" in run_refused("sync")


def test_a_session_is_sent_once(footcoach: Footcoach, hub: Hub) -> None:
    footcoach("log", "desk-break-3min")
    done = footcoach("sync")
    assert (done.code, done.out) == (0, "Sent 1 change, fetched 0 changes.\n")
    assert hub.admin("select count(*) from footcoach.version") == [(1,)]
    done = footcoach("sync", "--json")
    assert done.code == 1
    assert json.loads(done.out) == {
        "schema": 1,
        "sent": 0,
        "fetched": 0,
        "refused": 0,
        "problems": [],
    }


def test_a_session_of_another_device_goes_to_the_hook_once(
    footcoach: Footcoach, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []

    def hand_over(records: list[SessionRecord]) -> list[str]:
        given.extend(record.id for record in records)
        return []

    monkeypatch.setattr(saved, "hand_over_arrived", hand_over)
    footcoach("log", "desk-break-3min")
    footcoach("sync")
    record = session(0)
    (person,) = hub.admin("select name from footcoach.person")[0]
    other = hub.device(person, "phone-bbbbbb")
    other.history.add(record)
    other.sync()
    footcoach("sync")
    footcoach("sync", "--again")
    assert given == [record.id]


def test_nobody_answers(footcoach: Footcoach, tmp_path: Path) -> None:
    set_hub(tmp_path, "host=/nowhere")
    footcoach("log", "desk-break-3min")
    done = footcoach("sync")
    assert done.code == 3
    assert "cannot be reached" in done.err
    assert "nothing is lost" in done.err
    assert len(done.err.splitlines()) == 1
    status = footcoach("sync", "--status", "--json")
    assert status.code == 1
    told = json.loads(status.out)
    assert "cannot be reached" in told["error"]
    assert len(told["waiting"]) == 1


def test_the_status_after_a_sync(footcoach: Footcoach, hub: Hub) -> None:
    assert hub
    footcoach("log", "desk-break-3min")
    assert footcoach("sync", "--status").code == 1
    footcoach("sync")
    status = footcoach("sync", "--status")
    assert status.code == 0
    assert "Last sync: 20" in status.out


def test_a_password_in_the_config_is_a_problem(footcoach: Footcoach, tmp_path: Path) -> None:
    set_hub(tmp_path, "host=h password=secret")
    done = footcoach("sync")
    assert done.code == 2
    assert "~/.pgpass" in done.err
    assert "secret" not in done.err


def test_without_the_library_the_extra_is_named(
    run_refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_hub(tmp_path, "host=/nowhere")
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "footcoach[hub]" in run_refused("sync")


def test_the_status_needs_no_library(
    footcoach: Footcoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_hub(tmp_path, "host=/nowhere")
    for name in [name for name in sys.modules if name.startswith("footcoach_tui.hub")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "never" in footcoach("sync", "--status").out


@pytest.mark.parametrize(
    ("settings", "starts"),
    [
        (SyncSettings("service=x", "after-session"), 1),
        (SyncSettings("service=x", "off"), 0),
        (SyncSettings("", "after-session"), 0),
    ],
)
def test_a_sync_is_started_after_a_session(
    settings: SyncSettings, starts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[object] = []
    monkeypatch.setattr(background, "start_in_background", commands.append)
    wiring.sync_after_session(Settings(sync=settings))
    assert len(commands) == starts


def test_a_program_that_is_missing_fails_nothing() -> None:
    background.start_in_background(["/no/such/program"])
