"""A session goes to its hook once, with the answers at its end."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from history_changes import session

from footcoach_tui.hooks import saved, start
from footcoach_tui.hooks.hook import HookName
from footcoach_tui.session.record import SessionRecord

PutHook = Callable[..., Path]


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTCOACH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("FOOTCOACH_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("FOOTCOACH_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setattr(saved, "_saved", {})


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int | None]]:
    """The id and the pain of each session that was given to a hook."""
    found: list[tuple[str, int | None]] = []

    def hand_over(name: HookName, records: Iterable[SessionRecord], *_: Path) -> list[str]:
        assert name is HookName.SAVED
        found.extend((record.id, record.pain) for record in records)
        return []

    monkeypatch.setattr(start, "hand_over", hand_over)
    return found


def test_a_session_waits_for_its_answers(
    put_hook: PutHook, handed: list[tuple[str, int | None]]
) -> None:
    put_hook()
    first, second = session(1, "2026-03-05"), session(2, "2026-03-06")
    saved.note_saved(first)
    saved.note_saved(first._replace(pain=2))
    assert handed == []

    saved.note_saved(second)
    assert handed == [(first.id, 2)]
    saved.hand_over_saved()
    saved.hand_over_saved()
    assert handed == [(first.id, 2), (second.id, None)]


def test_in_a_browser_no_hook_is_run(
    put_hook: PutHook,
    handed: list[tuple[str, int | None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_hook()
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    saved.note_saved(session(1, "2026-03-05"))
    saved.hand_over_saved()

    assert handed == []


def test_a_process_apart_runs_the_hook(put_hook: PutHook, hooks: Path, logs: Path) -> None:
    put_hook('cat > "$FOOTCOACH_ID.json"')
    record = session(1, "2026-03-05")
    skipped = session(2, "2026-03-06")._replace(speed=60.0)

    assert start.hand_over(HookName.SAVED, [record, skipped], hooks, logs) == []
    assert start._started.pop().wait(30) == 0
    document = json.loads((hooks / f"{record.id}.json").read_text(encoding="utf-8"))
    assert (document["id"], document["routine"]) == (record.id, "daily")
    assert not (hooks / f"{skipped.id}.json").exists()


def test_an_unsafe_hook_is_told_once(put_hook: PutHook, hooks: Path, logs: Path) -> None:
    put_hook(mode=0o722)
    records = [session(1, "2026-03-05")]

    (sentence,) = start.hand_over(HookName.SAVED, records, hooks, logs)
    assert sentence.startswith("the hook session-saved failed: it is not run: others can write")
    assert start.hand_over(HookName.SAVED, records, hooks, logs) == []


def test_the_failure_of_the_last_run_is_told_once(
    put_hook: PutHook, hooks: Path, logs: Path
) -> None:
    put_hook("exit 4")
    records = [session(1, "2026-03-05")]
    told = []
    for _ in range(3):
        told.append(start.hand_over(HookName.SAVED, records, hooks, logs))
        assert start._started.pop().wait(30) == 0

    assert told == [[], ["the hook session-saved failed: exit code 4"], []]
