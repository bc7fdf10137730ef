"""Commands that save sessions give them to the hooks."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui.hooks import saved, start

Footcoach = Callable[..., Any]
PutHook = Callable[[str], Path]


@pytest.fixture(autouse=True)
def nothing_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    """No session of another test waits for a hook."""
    monkeypatch.setattr(saved, "_saved", {})


@pytest.fixture
def put_hook(tmp_path: Path) -> PutHook:
    """Write a hook that keeps what it gets in a file beside it."""

    def put(name: str) -> Path:
        folder = tmp_path / "hooks"
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / name
        path.write_text(f'#!/bin/sh\ncat >> "{folder}/{name}.got"\n', encoding="utf-8")
        path.chmod(0o700)
        return folder / f"{name}.got"

    return put


def ids(got: Path) -> list[str]:
    """The ids of the sessions that a hook got, once it is done."""
    for process in start._started:
        assert process.wait(30) == 0
    start._started.clear()
    if not got.exists():
        return []
    decoder, text, found = json.JSONDecoder(), got.read_text(encoding="utf-8"), []
    while text:
        document, end = decoder.raw_decode(text)
        found.append(document["id"])
        text = text[end:].lstrip()
    return found


def test_a_logged_session_is_saved_and_given_to_the_hook(
    footcoach: Footcoach, put_hook: PutHook
) -> None:
    got, arrived = put_hook("session-saved"), put_hook("session-arrived")
    done = footcoach("log", "desk-break-3min")

    assert ids(got) == [done.out.strip()]
    assert ids(arrived) == []


def test_imported_sessions_arrive(
    footcoach: Footcoach, put_hook: PutHook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("FOOTCOACH_DATA_DIR", str(tmp_path / "elsewhere"))
        logged = {
            footcoach("log", "desk-break-3min", "--at", f"2026-03-0{day}T07:00").out.strip()
            for day in (1, 2)
        }
        footcoach("export", "--output", str(tmp_path / "x.json"))
    local, got = put_hook("session-saved"), put_hook("session-arrived")
    footcoach("import", str(tmp_path / "x.json"), "--yes")

    assert set(ids(got)) == logged
    footcoach("import", str(tmp_path / "x.json"), "--yes")
    assert len(ids(got)) == 2
    assert ids(local) == []


def test_without_a_hook_nothing_is_started(footcoach: Footcoach, state: Path) -> None:
    footcoach("log", "desk-break-3min")

    assert start._started == []
    assert not (state / "log" / "hooks.json").exists()


def test_the_doctor_names_the_hooks_and_why_one_is_not_run(
    footcoach: Footcoach, put_hook: PutHook
) -> None:
    def findings() -> list[tuple[str, str]]:
        report = json.loads(footcoach("doctor", "--json").out)
        found = report["findings"]
        return [(one["state"], one["sentence"]) for one in found if one["section"] == "hooks"]

    assert findings() == [("ok", "no hook is set up")]
    folder = put_hook("session-saved").parent
    (folder / "session-save").touch()
    assert findings() == [
        ("ok", f"session-saved: {folder / 'session-saved'}"),
        ("note", f"{folder / 'session-save'} is no hook"),
    ]
    (folder / "session-saved").chmod(0o600)
    assert (
        "care",
        f"{folder / 'session-saved'} is not run: it is not executable; chmod u+x makes it so",
    ) in findings()
