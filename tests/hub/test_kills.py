"""Nothing that was acknowledged is lost when the server or the client is killed."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import postgres
import pytest
from hub_sessions import session
from hub_world import Device, Hub

from footcoach_tui.hub.connection import connect
from footcoach_tui.hub.errors import HubError
from footcoach_tui.hub.migrate import migrate

pytestmark = pytest.mark.crash
_SESSIONS, _KILLS = 60, 4


@pytest.fixture
def durable_hub(tmp_path: Path) -> Iterator[Hub]:
    """A hub whose server really waits for the disk."""
    if postgres.programs() is None:
        pytest.skip(postgres.NOT_INSTALLED)
    with postgres.running_server(is_durable=True) as server:
        hub = Hub(server, server.new_database(), tmp_path)
        with connect(hub.conninfo()) as connection:
            migrate(connection)
        yield hub


def _stored(hub: Hub) -> list[str]:
    return [row[0] for row in hub.admin("select id from footcoach.version order by id")]


def test_a_server_that_is_killed_loses_nothing_acknowledged(durable_hub: Hub) -> None:
    hub = durable_hub
    laptop = hub.device(hub.person(), "laptop-aaaaaa")
    is_over = Event()
    pauses = random.Random(7)  # noqa: S311 - the same pauses each time

    def kill() -> None:
        for _ in range(_KILLS):
            is_over.wait(pauses.uniform(0.1, 0.8))
            hub.server.stop("immediate")
            hub.server.start()

    killer = Thread(target=kill)
    killer.start()
    acknowledged: set[str] = set()
    number = failures = 0
    while killer.is_alive() or number < _SESSIONS:
        record = session(number)
        number += 1
        laptop.history.add(record)
        try:
            laptop.sync()
            acknowledged = {each.id for each in laptop.history.all()}
        except HubError:
            failures += 1
            is_over.wait(0.05)
    killer.join()
    assert acknowledged
    assert failures
    stored = _stored(hub)
    assert acknowledged - set(stored) == set()
    assert len(stored) == len(set(stored))
    laptop.sync()
    assert set(_stored(hub)) == {each.id for each in laptop.history.all()}


_SYNC = """\
import sys
from datetime import UTC, datetime
from pathlib import Path
from footcoach_tui.boundary.paths import Folders
from footcoach_tui.history.store import History
from footcoach_tui.hub.sync import sync
folder, name, hub = sys.argv[1:]
folders = Folders(*(Path(folder, each) for each in ("data", "state", "cache")))
sync(History(folders, name), hub, datetime.now(UTC))
"""


def test_a_client_that_is_killed_ends_with_the_same_history(hub: Hub) -> None:
    ana = hub.person()
    laptop, phone = hub.device(ana, "laptop-aaaaaa"), hub.device(ana, "phone-bbbbbb")
    for number in range(40):
        laptop.history.add(session(number * 9))
    chance = random.Random(3)  # noqa: S311 - the same pauses each time
    killed = 0
    for device in (laptop, phone) * 5:
        process = _start(device)
        try:
            process.wait(timeout=chance.uniform(0.15, 0.6))
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
    laptop.sync()
    phone.sync()
    assert killed
    assert [each.id for each in phone.history.all()] == [each.id for each in laptop.history.all()]
    assert len(_stored(hub)) == 40
    assert phone.files(of=laptop.name).keys() == laptop.files(of=laptop.name).keys()


def test_two_syncs_at_once_wait_for_each_other(hub: Hub) -> None:
    ana = hub.person()
    laptop = hub.device(ana, "laptop-aaaaaa")
    for number in range(5):
        laptop.history.add(session(number))
    processes = [_start(laptop) for _ in range(3)]
    assert [process.wait(timeout=60) for process in processes] == [0, 0, 0]
    assert len(_stored(hub)) == 5
    assert not replace(laptop).sync().is_new


def _start(device: Device) -> "subprocess.Popen[bytes]":
    arguments = (str(device.folder), device.name, device.hub)
    return subprocess.Popen([sys.executable, "-c", _SYNC, *arguments])
