"""A data folder cloned to a second machine, used on both, and carried together: one history."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.history import device

Footcoach = Callable[..., Any]
VERSION_1 = Path(__file__).parents[1] / "data" / "version-0.1.0"
KEYS = {"laptop": "0" * 12, "desktop": "f" * 12}


class Machines:
    """Two machines, each with folders of its own; commands run on one of them."""

    def __init__(
        self, root: Path, footcoach: Footcoach, monkeypatch: pytest.MonkeyPatch, host: str
    ) -> None:
        """With `host`, both have this name."""
        self._root, self._footcoach, self._patch, self.host = root, footcoach, monkeypatch, host

    def data(self, machine: str) -> Path:
        return self._root / machine / "data"

    def run(self, machine: str, *arguments: str) -> Any:
        for name in ("data", "state", "cache"):
            folder = str(self._root / machine / name)
            self._patch.setenv(f"FOOTCOACH_{name.upper()}_DIR", folder)
        host = os.uname_result(("Linux", self.host or machine, "", "", ""))
        self._patch.setattr(os, "uname", lambda: host)
        self._patch.setattr(device, "machine_key", lambda: KEYS[machine])
        done = self._footcoach(*arguments)
        assert "Traceback" not in done.err
        return done

    def log(self, machine: str, day: str) -> str:
        done = self.run(machine, "log", "desk-break-3min", "--at", f"{day}T07:00")
        assert done.code == 0, done.err
        return str(done.out.strip())

    def ids(self, machine: str) -> list[str]:
        done = self.run(machine, "history", "--json", "--limit", "0")
        return sorted(each["id"] for each in json.loads(done.out)["sessions"])

    def facts(self, machine: str) -> dict[str, Any]:
        report = json.loads(self.run(machine, "doctor", "--json").out)
        return dict(report["facts"]["sessions"])

    def carry(self, source: str, target: str, name: str) -> None:
        """Copy the folder of a device, as a program does that takes the newest of each file."""
        folder = self.data(source) / "history" / name
        shutil.copytree(folder, self.data(target) / "history" / name, dirs_exist_ok=True)


@pytest.fixture(params=["", "laptop"], ids=["two names", "one name"])
def machines(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    footcoach: Footcoach,
    monkeypatch: pytest.MonkeyPatch,
) -> Machines:
    return Machines(tmp_path / "machines", footcoach, monkeypatch, request.param)


def clone(machines: Machines, *, with_state: bool) -> None:
    here, there = machines.data("laptop"), machines.data("desktop")
    shutil.copytree(here, there)
    if with_state:
        shutil.copytree(here.with_name("state"), there.with_name("state"))


@pytest.mark.parametrize("with_state", [False, True])
@pytest.mark.parametrize("is_old", [False, True])
def test_both_go_on_and_lose_nothing(machines: Machines, *, is_old: bool, with_state: bool) -> None:
    if is_old:
        shutil.copytree(VERSION_1, machines.data("laptop"))
    before = [machines.log("laptop", "2026-04-08"), *machines.ids("laptop")]
    clone(machines, with_state=with_state)

    new = {machine: machines.log(machine, "2026-04-09") for machine in KEYS}
    taken_back = machines.log("desktop", "2026-04-10")
    assert machines.run("desktop", "undo").code == 0

    names = {machine: machines.facts(machine)["device"] for machine in KEYS}
    assert len(set(names.values())) == 2
    shared = machines.facts("desktop").get("sharing", [])
    assert shared == ([names["laptop"]] if with_state else [])
    machines.carry("laptop", "desktop", names["laptop"])
    machines.carry("desktop", "laptop", names["desktop"])
    expected = sorted({*before, *new.values()})
    for machine in KEYS:
        assert machines.ids(machine) == expected
        assert taken_back not in expected
        facts = machines.facts(machine)
        assert (facts["sessions"], facts["damaged"]) == (len(expected), [])
        assert set(names.values()) <= {facts["device"], *facts["others"]}


def test_a_folder_of_version_0_1_0_cloned_before_its_first_start(machines: Machines) -> None:
    """Its device name has that of the host in it, and no more to tell two machines apart."""
    for machine in KEYS:
        shutil.copytree(VERSION_1, machines.data(machine))

    new = {machine: machines.log(machine, "2026-04-09") for machine in KEYS}
    names = {machine: machines.facts(machine)["device"] for machine in KEYS}
    assert names["laptop"] == "laptop-3fa2c1"
    if machines.host:
        assert names["desktop"] == names["laptop"]
        for source, target in (("laptop", "desktop"), ("desktop", "laptop")):
            month = machines.data(source) / "history" / "laptop-3fa2c1" / "2026-04.json"
            copy = f"2026-04.sync-conflict-20261130-031500-{source.upper()}.json"
            folder = machines.data(target) / "history" / "laptop-3fa2c1"
            shutil.copy(month, folder / copy)
    else:
        assert names["desktop"].startswith("desktop-")
        machines.carry("laptop", "desktop", names["laptop"])
        machines.carry("desktop", "laptop", names["desktop"])
    for machine in KEYS:
        found = machines.ids(machine)
        assert len(found) == len(set(found)) == 6 + len(new)
        assert set(new.values()) <= set(found)


def test_an_undo_log_that_was_cloned_takes_back_what_it_names(machines: Machines) -> None:
    machines.log("laptop", "2026-04-07")
    kept = machines.ids("laptop")
    machines.log("laptop", "2026-04-08")
    clone(machines, with_state=True)

    assert "Undone: added Desk break of 2026-04-08" in machines.run("desktop", "undo").out
    assert machines.ids("desktop") == kept
    machines.carry("desktop", "laptop", machines.facts("desktop")["device"])
    assert machines.ids("laptop") == kept
    assert "Undone: added Desk break of 2026-04-07" in machines.run("laptop", "undo").out
    assert machines.ids("laptop") == []
