"""A data folder of version 0.1.0: what must not travel leaves it at the first start."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui import wiring
from footcoach_tui.relocation import old_names

Footcoach = Callable[..., Any]
VERSION_1 = Path(__file__).parents[1] / "data" / "version-0.1.0"
JOURNAL = "running/01KNK8DFR0HP1CMRW6TB4PX0CV.jsonl"


@pytest.fixture(autouse=True)
def old_folder(data: Path) -> Path:
    shutil.copytree(VERSION_1, data)
    for path in (data, *data.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return data


@pytest.fixture
def laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this machine the one that made the folder."""
    host = os.uname_result(("Linux", "laptop", "", "", ""))
    monkeypatch.setattr(os, "uname", lambda: host)


def facts(footcoach: Footcoach, section: str) -> dict[str, Any]:
    report = json.loads(footcoach("doctor", "--json").out)
    return dict(report["facts"][section])


@pytest.mark.usefixtures("laptop")
def test_the_first_start_moves_it_and_all_sessions_are_there(
    footcoach: Footcoach, data: Path, state: Path
) -> None:
    done = footcoach("history", "--json", "--limit", "0")

    assert len(json.loads(done.out)["sessions"]) == 6
    assert old_names(data) == ()
    assert (state / JOURNAL).read_bytes() == (VERSION_1 / JOURNAL).read_bytes()
    assert (state / "log" / "cues.json").exists()


def test_the_interrupted_session_is_offered_at_the_first_start(footcoach: Footcoach) -> None:
    assert "Desk break was interrupted on 2026-04-07 at 07:00" in footcoach().err


def test_own_routines_stay(footcoach: Footcoach, data: Path) -> None:
    assert "my-desk-break" in footcoach("list").out
    assert (data / "routines" / "my-desk-break.toml").exists()


@pytest.mark.usefixtures("laptop")
def test_doctor_names_it_and_moves_nothing(footcoach: Footcoach, data: Path, state: Path) -> None:
    before = old_names(data)
    assert facts(footcoach, "leftovers")["misplaced"] == [
        name for name in before if name != "device"
    ]
    assert old_names(data) == before
    assert not state.exists()

    footcoach("due")
    assert facts(footcoach, "leftovers")["misplaced"] == []
    assert facts(footcoach, "leftovers")["unfinished"] == 1


def test_doctor_names_the_folders_and_the_machines(
    footcoach: Footcoach, data: Path, state: Path, request: pytest.FixtureRequest
) -> None:
    places = facts(footcoach, "environment")
    assert (places["data"], places["state"]) == (str(data), str(state))
    assert Path(places["cache"]).name == state.name
    sessions = facts(footcoach, "sessions")
    assert sessions["others"] == ["laptop-3fa2c1", "phone-77b0e4"]
    assert sessions["made_by"] == "laptop-3fa2c1"

    request.getfixturevalue("laptop")
    assert "made_by" not in facts(footcoach, "sessions")


def test_doctor_names_machines_that_share_the_folder_of_the_name(
    footcoach: Footcoach,
) -> None:
    footcoach("log", "desk-break-3min")
    folder = wiring.folders().state
    (folder / f"device-{'a' * 12}").write_text("desktop-123456\n")

    sessions = facts(footcoach, "sessions")
    assert sessions["sharing"] == ["desktop-123456"]
    assert sessions["device"] not in sessions["others"]


@pytest.mark.usefixtures("laptop")
def test_it_is_moved_once_a_process(footcoach: Footcoach, data: Path) -> None:
    footcoach("due")
    (data / "log").mkdir()
    footcoach("due")

    assert old_names(data) == ("log",)
